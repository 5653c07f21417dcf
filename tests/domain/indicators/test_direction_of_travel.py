"""Direction of travel by a declared rule."""

from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from domain.indicators.direction_of_travel import ToleranceIn, ValueChange, change_between, decide
from domain.indicators.terms import Direction, Method
from domain.terms import Polarity
from tests.builders import a_rule, printed

HIGH, LOW, NEITHER = Polarity.HIGHER_IS_BETTER, Polarity.LOWER_IS_BETTER, Polarity.NEITHER
TESTED = (Method.TOLERANCE, Method.SURVEY, Method.COUNT)
TURNED = {
    Direction.IMPROVED: Direction.WORSENED,
    Direction.WORSENED: Direction.IMPROVED,
    Direction.NO_CHANGE: Direction.NO_CHANGE,
    Direction.UNDETERMINED: Direction.UNDETERMINED,
}
POINTS = {"tolerance_in": ToleranceIn.POINTS}
cells = st.decimals(0, 100, places=1).map(str)
rules = st.sampled_from(Method).map(a_rule)
tested_rules = st.sampled_from(TESTED).map(a_rule)


def direction(rule, value: str, previous: str, polarity: Polarity = HIGH) -> Direction:
    return decide(rule, printed(value), printed(previous), polarity).direction


def why(rule, value: str, previous: str, polarity: Polarity = HIGH) -> str:
    return decide(rule, printed(value), printed(previous), polarity).why


def change(value: str, previous: str) -> ValueChange | None:
    return change_between(printed(value), printed(previous))


@pytest.mark.parametrize(
    ("value", "previous", "tolerance", "expected"),
    [
        ("45.5%", "45.0%", "0.5", Direction.NO_CHANGE),
        ("45.6%", "45.0%", "0.5", Direction.IMPROVED),
        ("44.4%", "45.0%", "0.5", Direction.WORSENED),
        ("45.0%", "45.0%", "0", Direction.NO_CHANGE),
    ],
)
def test_a_tolerance_in_points_is_exceeded_and_not_only_reached(
    value, previous, tolerance, expected
):
    rule = a_rule(tolerance=Decimal(tolerance), tolerance_in=ToleranceIn.POINTS)
    assert direction(rule, value, previous) is expected


@pytest.mark.parametrize(
    ("value", "previous", "expected"),
    [
        ("101", "100", Direction.NO_CHANGE),
        ("101.1", "100", Direction.IMPROVED),
        ("-101.1", "-100", Direction.WORSENED),
        ("£27.0bn", "£26.0bn", Direction.IMPROVED),
    ],
)
def test_a_tolerance_in_per_cent_is_of_the_figure_before(value, previous, expected):
    assert direction(a_rule(), value, previous) is expected


def test_after_a_figure_of_nothing_any_change_counts():
    assert direction(a_rule(), "1", "0") is Direction.IMPROVED
    assert direction(a_rule(), "-1", "0") is Direction.WORSENED
    assert direction(a_rule(), "0", "0") is Direction.NO_CHANGE
    assert why(a_rule(), "1", "0") == "The figure before was 0, so any change counts."


def test_after_a_figure_of_nothing_a_tolerance_in_points_still_holds():
    assert direction(a_rule(**POINTS), "1%", "0%") is Direction.NO_CHANGE
    assert direction(a_rule(**POINTS), "1.1%", "0%") is Direction.IMPROVED


def test_a_tolerance_says_how_far_the_figure_moved():
    assert why(a_rule(), "110", "100") == "It moved by 10 per cent, more than 1 per cent."
    assert why(a_rule(**POINTS), "45.5%", "45%") == (
        "It moved by 0.5 percentage points, not more than 1 percentage point."
    )
    assert why(a_rule(**POINTS), "46%", "45%").startswith("It moved by 1 percentage point, not")


def test_a_survey_s_change_counts_only_beyond_chance():
    rule = a_rule(Method.SURVEY, sample=1000)
    assert direction(rule, "54%", "50%") is Direction.NO_CHANGE
    assert direction(rule, "55%", "50%") is Direction.IMPROVED
    assert direction(rule, "55%", "50%", LOW) is Direction.WORSENED
    assert why(rule, "55%", "50%") == (
        "It moved by 5 percentage points, more than the 4.4 that chance can explain with 1,000 "
        "answers."
    )
    assert "not more than the 4.4" in why(rule, "54%", "50%")


@given(cells, cells, st.integers(1, 5000), st.integers(1, 5000))
def test_a_larger_survey_never_hides_a_change_that_a_smaller_one_shows(one, other, sample, more):
    small, large = (a_rule(Method.SURVEY, sample=size) for size in (sample, sample + more))
    assume(direction(small, one, other) is not Direction.NO_CHANGE)
    assert direction(large, one, other) is direction(small, one, other)


def test_figures_that_are_no_shares_of_a_survey_cannot_be_told():
    for value, previous, sample in (("120%", "130%", 1000), ("-5%", "5%", 1000), ("5%", "9%", 0)):
        rule = a_rule(Method.SURVEY, sample=sample)
        assert direction(rule, value, previous) is Direction.UNDETERMINED
        assert "not shares" in why(rule, value, previous)


def test_a_change_in_counts_is_judged_by_their_size():
    rule = a_rule(Method.COUNT)
    assert direction(rule, "120", "100", LOW) is Direction.NO_CHANGE
    assert direction(rule, "130", "100", LOW) is Direction.WORSENED
    assert direction(rule, "1,608", "1,684", LOW) is Direction.NO_CHANGE
    assert why(rule, "130", "100") == (
        "It moved by 30, more than the 30 that chance can explain between counts of this size."
    )
    assert why(rule, "300", "200").startswith("It moved by 100, more than the 44")


def test_counts_under_five_are_too_small_to_tell():
    rule = a_rule(Method.COUNT)
    assert direction(rule, "4", "0") is Direction.NO_CHANGE
    assert "too small" in why(rule, "2", "2")
    assert direction(rule, "5", "0") is Direction.IMPROVED


@given(cells, cells, st.sampled_from(Polarity))
def test_what_is_not_comparable_is_never_compared(value, previous, polarity):
    rule = a_rule(Method.NOT_COMPARABLE)
    assert direction(rule, value, previous, polarity) is Direction.UNDETERMINED
    assert why(rule, value, previous, polarity) == str(rule)


@pytest.mark.parametrize(
    ("value", "previous"), [("-", "5"), ("5", "N/A"), ("5", "<4"), ("2-4%", "3%"), ("5%", "£5")]
)
@pytest.mark.parametrize("method", TESTED)
def test_without_two_numbers_in_one_unit_it_cannot_be_told(method, value, previous):
    assert direction(a_rule(method), value, previous) is Direction.UNDETERMINED
    assert why(a_rule(method), value, previous) == "There are not two figures to compare."


@given(tested_rules, cells, cells)
def test_where_no_direction_is_good_it_cannot_be_told(rule, value, previous):
    assert direction(rule, value, previous, NEITHER) is Direction.UNDETERMINED
    assert why(rule, value, previous, NEITHER) == "No direction is stated as good."


@given(rules, cells, cells)
def test_a_polarity_turned_round_turns_the_arrow(rule, value, previous):
    assert direction(rule, value, previous, LOW) is TURNED[direction(rule, value, previous, HIGH)]


@given(tested_rules, cells, st.sampled_from([HIGH, LOW]))
def test_a_figure_that_did_not_move_is_never_an_arrow(rule, value, polarity):
    assert direction(rule, value, value, polarity) is Direction.NO_CHANGE


@given(
    st.sampled_from([a_rule(**POINTS), a_rule(Method.SURVEY), a_rule(Method.COUNT)]), cells, cells
)
def test_two_years_turned_round_turn_the_arrow(rule, value, previous):
    assert direction(rule, previous, value) is TURNED[direction(rule, value, previous)]


@given(tested_rules, cells, cells)
def test_an_arrow_points_the_way_the_figure_went(rule, value, previous):
    arrow = direction(rule, value, previous)
    assume(arrow is not Direction.NO_CHANGE)
    went_up = Decimal(value) > Decimal(previous)
    assert arrow is (Direction.IMPROVED if went_up else Direction.WORSENED)


@given(rules, st.text(), st.text(), st.sampled_from(Polarity))
def test_any_two_cells_can_be_decided(rule, value, previous, polarity):
    assert why(rule, value, previous, polarity)


def test_each_rule_can_be_said_in_a_sentence():
    assert str(a_rule()) == "A change counts when it is more than 1% of the figure before."
    assert str(a_rule(tolerance=Decimal("0.5"), **POINTS)) == (
        "A change counts when it is more than 0.5 percentage points."
    )
    assert str(a_rule(**POINTS)) == "A change counts when it is more than 1 percentage point."
    assert "between two surveys of about 1,600 answers" in str(a_rule(Method.SURVEY, sample=1600))
    assert "two counts of events" in str(a_rule(Method.COUNT))
    assert str(a_rule(Method.NOT_COMPARABLE)) == (
        "The two figures are not compared: the survey was asked another way."
    )


def test_a_change_is_a_difference_and_a_per_cent_of_the_figure_before():
    moved = change("£1.5m", "£1.2m")
    assert moved.difference == 300_000
    assert moved.per_cent == 25.0
    assert moved.better_by(HIGH) == 25.0
    assert moved.better_by(LOW) == -25.0
    assert moved.better_by(NEITHER) is None


def test_a_change_from_below_zero_upwards_is_positive():
    assert change("-5", "-10").per_cent == 50.0


def test_a_change_from_nothing_has_no_per_cent():
    assert change("5", "0").per_cent is None
    assert change("5", "0").better_by(HIGH) is None


def test_figures_in_different_units_are_no_change():
    assert change("5%", "5") is None
    assert change("£5", "5") is None
    assert change("5%", "-") is None
