"""A floor: what was typed, who gains, and what ours does."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.funding.floors import floor_request, floor_under
from tests.builders.leagues import a_league, an_amount, some_amounts

RATES = st.lists(st.integers(100, 5000), min_size=1, max_size=30)


def under(typed: str, percentile: str = "", **league):
    return floor_under(a_league(**league), floor_request(typed, percentile))


@pytest.mark.parametrize(
    ("typed", "pounds"),
    [
        ("850", 850),
        ("£850", 850),
        ("  £ 850 ", 850),
        ("1,000", 1000),
        ("£1,000.50", 1000.5),
        ("1 000", 1000),
        ("850 a head", 850),
        ("850.5 per head", 850.5),
        ("1", 1),
        ("10,000", 10000),
        ("0850", 850),
    ],
)
def test_an_amount_is_understood_however_it_is_written(typed, pounds):
    asked = floor_request(typed, "")
    assert (asked.per_head, asked.fault) == (pounds, "")
    assert asked.typed == typed.strip()


@pytest.mark.parametrize(
    "typed",
    [
        "abc",
        "-5",
        "£-850",
        "1e3",
        "nan",
        "inf",
        "850,50",
        "1,00",
        "8 5 0 x",
        "٨٥٠",
        "<b>",
        "£",
        ".",
    ],
)
def test_what_is_no_amount_is_refused_with_what_to_write(typed):
    asked = floor_request(typed, "")
    assert asked.per_head is None
    assert asked.fault == (
        f"“{typed}” is not an amount. Write pounds per head, such as 850 or £1,000."
    )


@pytest.mark.parametrize("typed", ["0", "0.99", "£0", "10001", "£99,999"])
def test_an_absurd_amount_is_refused_with_the_limits(typed):
    asked = floor_request(typed, "")
    assert asked.per_head is None
    assert asked.fault == "A floor is between £1 and £10,000 per head."


def test_what_is_too_long_is_refused_and_not_repeated_in_full():
    asked = floor_request("9" * 500, "")
    assert asked.per_head is None
    assert asked.typed == "9" * 20
    assert len(asked.fault) < 120


@given(st.text(max_size=40), st.text(max_size=5))
def test_whatever_is_typed_is_an_amount_within_the_limits_or_refused(typed, percentile):
    asked = floor_request(typed, percentile)
    assert 1 <= asked.percentile <= 99
    assert asked.per_head is None or (1 <= asked.per_head <= 10_000 and not asked.fault)
    assert asked.per_head is not None or asked.fault or not typed.strip()


def test_nothing_typed_is_a_percentile_and_the_25th_unless_another_is_chosen():
    assert (floor_request("", "").percentile, floor_request(" ", "40").percentile) == (25, 40)
    assert floor_request("", "41").percentile == 41
    assert {floor_request("", text).percentile for text in ("x", "0", "100", "1.5")} == {25}


def test_a_percentile_lies_between_the_areas_that_compare():
    assert under("", "50").floor.per_head == 850
    assert under("", "25").floor.per_head == 725


def test_a_typed_floor_wins_over_the_percentile():
    assert under("900", "10").floor.per_head == 900


def test_those_below_gain_what_they_lack_the_largest_gain_per_head_first():
    result = under("850")
    assert [(gain.area.name, gain.per_head, gain.pounds) for gain in result.gaining] == [
        ("Echo", 250, 25_000),
        ("Delta", 150, 15_000),
        ("Ours", 50, 50_000),
    ]
    assert result.floor.cost == 90_000
    assert all(gain.after == 850 for gain in result.gaining)
    assert (result.council.pounds, result.council.per_head, result.council.after) == (
        50_000,
        50,
        850,
    )


def test_the_gap_shrinks_by_what_the_lowest_gains():
    result = under("850")
    assert (result.floor.gap_before, result.floor.gap_after) == (900, 650)
    assert result.changes_the_gap
    assert not under("500").changes_the_gap


def test_those_above_gain_nothing():
    result = under("500")
    assert result.gaining == []
    assert result.floor.cost == 0
    assert (result.council.pounds, result.council.after) == (0, 800)


def test_what_ours_would_gain_is_not_in_the_cost_where_it_is_not_of_the_group():
    result = under("850", members=["alpha", "echo"], slug="two")
    assert result.council.pounds == 50_000
    assert result.floor.cost == 25_000
    assert [gain.area.name for gain in result.gains] == ["Alpha", "Echo"]


@pytest.mark.parametrize("council", ["hampshire", "bolton"])
def test_what_ours_gains_is_unknown_where_it_does_not_compare(council):
    result = under("850", council=council)
    assert result.council is None
    assert result.floor.cost == 90_000


@given(RATES, st.integers(1, 6000))
def test_the_gains_add_up_to_the_cost_and_nobody_loses(rates, per_head):
    power = some_amounts(*(an_amount(f"a{n:02}", rate) for n, rate in enumerate(rates)))
    result = floor_under(a_league(power, council="a00"), floor_request(str(per_head), ""))
    assert sum(gain.pounds for gain in result.gains) == pytest.approx(result.floor.cost)
    assert all(gain.after >= per_head for gain in result.gains)
    assert all(gain.pounds >= 0 for gain in result.gains)
    assert len(result.gaining) == sum(1 for rate in rates if rate < per_head)
