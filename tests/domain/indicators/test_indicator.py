"""What can be worked out of one indicator."""

import pytest

from domain.indicators.terms import Direction, Method, Verdict
from domain.terms import Polarity
from tests.builders import a_dashboard, a_rule, an_indicator


def test_an_indicator_knows_its_change_verdict_and_rule_s_decision():
    row = an_indicator(value="60", previous="50", target="55")
    assert row.change.difference == 10
    assert row.judged.verdict is Verdict.MET
    assert row.decision.direction is Direction.IMPROVED


def test_an_arrow_the_rule_does_not_give_is_noticed():
    assert not an_indicator(direction=Direction.IMPROVED).rule_differs
    assert an_indicator(direction=Direction.NO_CHANGE).rule_differs


def test_better_is_positive_whatever_is_good():
    assert an_indicator(value="60", previous="50").better_by == 20.0
    lower = an_indicator(value="60", previous="50", polarity=Polarity.LOWER_IS_BETTER)
    assert lower.better_by == -20.0


@pytest.mark.parametrize(
    "changes",
    [
        {"value": "-"},
        {"previous": "0"},
        {"value": "60%"},
        {"polarity": Polarity.NEITHER},
        {"direction": Direction.UNDETERMINED},
        {"rule": a_rule(Method.NOT_COMPARABLE)},
    ],
)
def test_how_much_better_cannot_always_be_told(changes):
    assert an_indicator(**changes).better_by is None


@pytest.mark.parametrize(
    ("cell", "group"),
    [
        ("1st (2021)", "32 county councils"),
        ("1st (Eng)", "all English upper-tier authorities"),
        ("2nd (Cties. 2022)", "county councils"),
        ("-", "32 county councils"),
    ],
)
def test_the_comparator_group_is_the_cell_s_own_where_it_names_one(cell, group):
    row = an_indicator(quartile=cell, dashboard=a_dashboard(comparator="32 county councils"))
    assert row.comparator == group
