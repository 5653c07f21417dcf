"""What one indicator did and where it stands, in plain English."""

from decimal import Decimal

import pytest

from domain import formatting
from domain.indicators import indicator_wording
from domain.indicators.terms import Direction, Method
from tests.builders import a_rule, an_indicator

SAME, UNKNOWN = Direction.NO_CHANGE, Direction.UNDETERMINED


@pytest.mark.parametrize(
    ("value", "previous", "words"),
    [
        ("46.0%", "45.0%", "1 percentage point higher than before."),
        ("44.0%", "45.0%", "1 percentage point lower than before."),
        ("47.5%", "45.0%", "2.5 percentage points higher than before."),
        ("0.6%", "0.1%", "0.5 percentage points higher than before."),
        ("100%", "80%", "20 percentage points higher than before."),
        ("110", "100", "10% higher than before."),
        ("£95", "£100", "5.0% lower than before."),
        ("10001", "10000", "less than 0.1% higher than before."),
        ("100", "100", "The figure did not move."),
        ("3", "0", "Higher than before, when it was 0."),
        ("-3", "0", "Lower than before, when it was 0."),
        ("3", "-", "There are not two figures to compare."),
    ],
)
def test_a_change_is_told_in_points_or_per_cent(value, previous, words):
    assert indicator_wording.change_in_words(an_indicator(value=value, previous=previous)) == words


@pytest.mark.parametrize(
    ("size", "words"),
    [
        (4.24, "4.2%"),
        (9.94, "9.9%"),
        (9.97, "10%"),
        (10, "10%"),
        (84.4, "84%"),
        (1234, "1,234%"),
        (0.05001, "0.1%"),
        (0.04, "less than 0.1%"),
        (0, "0.0%"),
    ],
)
def test_per_cent_are_whole_from_ten_upwards(size, words):
    assert formatting.per_cent(size) == words


@pytest.mark.parametrize(
    ("size", "words"),
    [("1", "1 percentage point"), ("1.0", "1 percentage point"), ("10", "10 percentage points")],
)
def test_one_percentage_point_is_singular(size, words):
    assert indicator_wording.points(Decimal(size)) == words


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"value": "92"}, "84% better"),
        ({"value": "48"}, "4.0% worse"),
        ({"value": "50"}, "same"),
        ({"direction": UNKNOWN}, "cannot be told"),
    ],
)
def test_better_and_worse_are_told_in_words(changes, words):
    assert indicator_wording.better_by(an_indicator(**changes)) == words


@pytest.mark.parametrize(
    ("cell", "words"),
    [
        ("-", "Not compared with other councils"),
        ("1st", "1st, best quarter of 33 county councils and county unitaries"),
        ("4th (2020)", "4th, lowest quarter of 33 county councils and county unitaries, 2020"),
        ("2nd (Eng)", "2nd quarter of all English upper-tier authorities"),
        ("1st/2nd (2022)", "Better than the England average in a survey, 2022"),
    ],
)
def test_a_position_names_its_group_and_year(cell, words):
    assert indicator_wording.position(an_indicator(quartile=cell)) == words


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({}, "60 in 2021/22, against 50 in 2020/21: improved."),
        ({"direction": SAME}, "60 in 2021/22, against 50 in 2020/21: no real change."),
        (
            {"value": "9.4% (2019)", "period": "2019", "previous": "8%", "previous_period": ""},
            "9.4% in 2019, against 8% before (period not stated): improved.",
        ),
        (
            {"direction": UNKNOWN},
            "60 in 2021/22, against 50 in 2020/21: whether it improved cannot be told.",
        ),
        ({"previous": "N/A"}, "60 in 2021/22. There is no figure before to compare with."),
        ({"value": "-"}, "No figure is published for 2021/22."),
    ],
)
def test_an_indicator_can_be_told_in_a_sentence(changes, words):
    assert indicator_wording.sentence(an_indicator(**changes)) == words


def test_the_published_arrow_and_the_rule_are_told_apart():
    row = an_indicator(direction=SAME, rule=a_rule(Method.COUNT), value="300", previous="200")
    words = indicator_wording.difference_explained(row)
    assert words.startswith("Published as “no real change”; the declared rule says “improved”.")
    assert row.decision.why in words
    assert "stands" in words


@pytest.mark.parametrize(
    ("target", "words"),
    [
        ("-", "none"),
        ("55", "55"),
        ("55% (2023)", "55%"),
        ("<4.1", "<4.1"),
        ("Year on year decrease", "Year on year decrease"),
        ("MTFS", "MTFS"),
    ],
)
def test_a_target_is_told_as_it_is_printed(target, words):
    assert indicator_wording.target_in_words(an_indicator(target=target)) == words


def test_the_indicators_of_a_dashboard_are_named_under_what_they_did():
    buses = an_indicator(name="Buses", direction=SAME)
    rows = [an_indicator(name="Roads"), buses, an_indicator(name="Trains", direction=UNKNOWN)]
    assert indicator_wording.named_by_direction(rows) == [
        ("1 improved", ["Roads"]),
        ("1 shows no real change", ["Buses"]),
        ("1 cannot be told", ["Trains"]),
    ]
    assert indicator_wording.named_by_direction([buses, buses]) == [
        ("2 show no real change", ["Buses", "Buses"])
    ]
    assert indicator_wording.named_by_direction([]) == []


@pytest.mark.parametrize(
    ("cell", "words"),
    [("1st (2021)", "1st quarter"), ("1st/2nd (2022)", "above England"), ("-", "not compared")],
)
def test_a_position_has_words_short_enough_for_a_chart(cell, words):
    assert indicator_wording.short_position(an_indicator(quartile=cell)) == words
