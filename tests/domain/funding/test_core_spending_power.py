"""The funding league table, better off as another area, and a floor."""

import math

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.funding.core_spending_power import better_off, floor, league, percentile_of, rate_of
from domain.funding.terms import Comparable
from tests.builders.councils import some_power

ALL = ["county_a", "county_b", "london", "manchester", "unitary"]
money = st.lists(
    st.tuples(
        st.integers(1, 2000).map(float) | st.none(),
        st.integers(1, 50),
        st.sampled_from([Comparable.YES, Comparable.YES, Comparable.PARTLY]),
    ).map(lambda t: (t[0], t[1], Comparable.NO if t[0] is None else t[2])),
    min_size=1,
    max_size=20,
)


@pytest.fixture
def power():
    """Per head: 760, 900, 1500 (partly), none, 900."""
    return some_power(
        county_a=(76000, 100),
        county_b=(45000, 50),
        london=(30000, 20, Comparable.PARTLY),
        manchester=(None, 30, Comparable.NO),
        unitary=(9000, 10),
    )


def column(table, name: str) -> list:
    return [None if pd.isna(cell) else cell for cell in table[name]]


def of(rows) -> pd.DataFrame:
    return some_power(**{f"area{place:02}": row for place, row in enumerate(rows)})


def test_areas_are_ranked_by_pounds_per_head_the_highest_first(power):
    table = league(power, council_code="county_a", members=ALL)
    assert column(table, "area_code") == ["london", "county_b", "unitary", "county_a", "manchester"]
    assert column(table, "per_head") == [1500, 900, 900, 760, None]
    assert column(table, "rank") == column(table, "rank_of_all") == [1, 2, 2, 4, None]
    assert column(table, "difference") == [740, 140, 140, 0, None]


def test_a_rank_in_the_class_is_among_the_class_alone(power):
    table = league(power, council_code="county_a", members=ALL).set_index("area_code")
    assert table["class_rank"].dropna().to_dict() == {
        "london": 1,
        "county_b": 1,
        "unitary": 1,
        "county_a": 2,
    }


def test_a_rank_is_among_the_members_and_the_rank_of_all_among_everybody(power):
    table = league(power, council_code="county_a", members=["county_a", "unitary", "manchester"])
    assert column(table, "area_code") == ["unitary", "county_a", "manchester"]
    assert column(table, "rank") == [1, 2, None]
    assert column(table, "rank_of_all") == [2, 4, None]


def test_ours_is_shown_without_a_rank_where_it_is_no_member(power):
    table = league(power, council_code="county_a", members=["county_b", "unitary"])
    assert column(table, "area_code") == ["county_b", "unitary", "county_a"]
    assert column(table, "rank") == [1, 1, None]
    assert column(table, "difference") == [140, 140, 0]


def test_a_figure_that_does_not_compare_is_shown_without_a_rank_or_a_difference():
    power = some_power(a=(100, 10), b=(900, 10, Comparable.NO))
    table = league(power, council_code="a", members=["a", "b"])
    assert column(table, "per_head") == [10, 90]
    assert column(table, "rank") == [1, None]
    assert column(table, "class_rank") == [1, None]
    assert column(table, "difference") == [0, None]


@pytest.mark.parametrize("council", ["manchester", "nowhere"])
def test_there_is_no_difference_from_ours_where_ours_does_not_compare(power, council):
    table = league(power, council_code=council, members=ALL)
    assert column(table, "difference") == [None] * 5
    assert column(table, "rank") == [1, 2, 2, 4, None]


def test_the_table_it_was_given_is_left_as_it_was(power):
    before = power.copy()
    league(power, council_code="county_a", members=ALL)
    pd.testing.assert_frame_equal(power, before)


@given(money)
def test_a_rank_is_one_more_than_the_areas_with_more_per_head(rows):
    power = of(rows)
    table = league(power, council_code="area00", members=list(power["area_code"]))
    ranked = table[table["rank"].notna()]
    assert set(ranked["comparable"]) <= {Comparable.YES, Comparable.PARTLY}
    assert len(ranked) == power["pounds"].notna().sum()
    for row in ranked.itertuples():
        assert row.rank == 1 + (ranked["per_head"] > row.per_head).sum()


def test_the_rate_is_pounds_by_people_and_none_where_it_does_not_compare(power):
    assert rate_of(power, "county_a") == 760
    assert rate_of(power, "london") == 1500
    assert math.isnan(rate_of(power, "manchester"))
    assert math.isnan(rate_of(power, "nowhere"))


def test_better_off_is_the_difference_in_rates_times_our_residents(power):
    gain = better_off(power, council_code="county_a", other="county_b")
    assert (gain.other_per_head, gain.council_per_head, gain.people) == (900, 760, 100)
    assert gain.pounds == 14000


def test_at_a_lower_rate_ours_would_be_worse_off_and_at_its_own_the_same(power):
    assert better_off(power, council_code="county_b", other="county_a").pounds == -7000
    assert better_off(power, council_code="county_b", other="county_b").pounds == 0


@pytest.mark.parametrize(
    ("council", "other"),
    [("county_a", "manchester"), ("manchester", "county_a"), ("county_a", "nowhere")],
)
def test_nobody_is_better_or_worse_off_where_either_does_not_compare(power, council, other):
    assert better_off(power, council_code=council, other=other) is None


def test_a_floor_lifts_those_below_it_to_it_and_nobody_else(power):
    lifted = floor(league(power, council_code="county_a", members=ALL), 800)
    assert lifted.per_head == 800
    assert column(lifted.rows, "after") == [1500, 900, 900, 800]
    assert column(lifted.rows, "gain") == [0, 0, 0, 4000]
    assert column(lifted.gaining, "area_code") == ["county_a"]
    assert lifted.cost == 4000
    assert (lifted.gap_before, lifted.gap_after) == (740, 700)


def test_those_who_gain_are_listed_with_the_largest_gain_per_head_first(power):
    lifted = floor(league(power, council_code="county_a", members=ALL), 1000)
    assert column(lifted.gaining, "area_code") == ["county_a", "county_b", "unitary"]
    assert column(lifted.gaining, "gain") == [24000, 5000, 1000]
    assert lifted.cost == 30000


def test_a_floor_below_everybody_changes_and_costs_nothing(power):
    lifted = floor(league(power, council_code="county_a", members=ALL), 700)
    assert lifted.gaining.empty
    assert lifted.cost == 0
    assert lifted.gap_before == lifted.gap_after == 740


def test_only_members_are_lifted(power):
    lifted = floor(league(power, council_code="county_a", members=["unitary"]), 1000)
    assert column(lifted.rows, "area_code") == ["unitary"]
    assert lifted.cost == 1000


@given(money, st.integers(0, 3000))
def test_after_a_floor_nobody_is_below_it_and_nobody_has_less(rows, per_head):
    power = of([*rows, (500.0, 1, Comparable.YES)])
    lifted = floor(
        league(power, council_code="area00", members=list(power["area_code"])), float(per_head)
    )
    assert (lifted.rows["after"] >= per_head).all()
    assert (lifted.rows["after"] >= lifted.rows["per_head"]).all()
    assert lifted.gap_after <= lifted.gap_before
    paid = ((lifted.rows["after"] - lifted.rows["per_head"]) * lifted.rows["people"]).sum()
    assert lifted.cost == pytest.approx(paid)


@pytest.mark.parametrize(
    ("percentile", "per_head"), [(0, 760), (50, 900), (100, 1500), (25, 865), (10, 802)]
)
def test_a_percentile_lies_on_the_line_between_two_areas(power, percentile, per_head):
    table = league(power, council_code="county_a", members=ALL)
    assert percentile_of(table, percentile) == pytest.approx(per_head)
