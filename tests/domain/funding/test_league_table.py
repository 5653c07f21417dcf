"""The funding league table as a page shows it."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.comparison.terms import AreaClass
from domain.funding.league_table import FAR, areas_by_reason, comparable_others, other_rate
from domain.funding.terms import Comparable
from tests.builders.leagues import (
    FIRE,
    a_league,
    an_amount,
    six_areas,
    some_amounts,
    the_area,
)

RATES = st.lists(st.integers(100, 5000), min_size=1, max_size=40)
NOBODY = pd.Series(dtype=float)


def names(areas) -> list[str]:
    return [area.name for area in areas]


def of(rates, council: int = 0):
    power = some_amounts(*(an_amount(f"a{place:02}", rate) for place, rate in enumerate(rates)))
    return a_league(power, council=f"a{council:02}")


def test_areas_that_compare_stand_in_order_and_the_others_apart():
    table = a_league()
    assert names(table.ranked) == ["London", "Alpha", "Bravo", "Ours", "Delta", "Echo"]
    assert names(table.apart) == ["Bolton", "Hampshire"]
    assert (table.n, table.n_of_all) == (6, 6)
    assert [area.rank for area in table.ranked] == [1, 2, 3, 4, 5, 6]
    assert not any(area.compares or area.rank for area in table.apart)


def test_ours_has_its_places_and_each_area_its_worth_to_ours():
    table = a_league()
    council, alpha = table.council, table.areas[1]
    assert (council.rank, council.rank_of_all, council.rank_of_class) == (4, 4, 3)
    assert table.class_sizes["county"] == 4
    assert (alpha.difference, alpha.better_off) == (200, 200_000)
    assert (council.difference, council.better_off) == (0, 0)


def test_an_area_that_does_not_compare_keeps_its_figure_and_has_no_difference():
    bolton, hampshire = a_league().apart
    assert (hampshire.per_head, hampshire.reason) == (750, FIRE)
    assert bolton.per_head is None
    assert hampshire.difference is hampshire.better_off is hampshire.third is None


def test_ours_stands_in_the_table_without_a_rank_where_it_is_not_of_the_group():
    table = a_league(members=["alpha", "echo"], slug="two")
    assert names(table.ranked) == ["Alpha", "Ours", "Echo"]
    assert (table.council.rank, table.council.rank_of_all) == (None, 4)
    assert (table.n, table.in_group, a_league().in_group) == (2, False, True)


def test_the_middle_is_the_median_of_the_ranked_members():
    assert a_league().middle == 850
    assert a_league(members=["alpha", "echo"], slug="two").middle == 800


def test_an_area_far_beyond_the_middle_is_cut_there():
    table = a_league()
    assert table.reach == FAR * 850
    assert names(table.beyond) == ["London"]
    assert a_league(members=["alpha", "ours"], slug="two").beyond == []


@given(RATES)
def test_every_column_is_drawn_to_its_end_or_named_as_cut(rates):
    table = of(rates)
    assert 0 < table.reach <= max(rates)
    assert {area.code for area in table.beyond} == {
        area.code for area in table.ranked if area.per_head > table.reach
    }


def test_ours_is_in_view_with_its_neighbours_the_highest_and_the_lowest():
    rates = list(range(2000, 1000, -100))
    assert [area.rank for area in of(rates, 5).in_view] == [1, 3, 4, 5, 6, 7, 8, 9, 10]
    assert [area.rank for area in of(rates, 0).in_view] == [1, 2, 3, 4, 10]
    assert [area.rank for area in of(rates, 9).in_view] == [1, 7, 8, 9, 10]


def test_ours_is_in_view_last_where_it_does_not_compare():
    assert names(a_league(council="hampshire").in_view) == ["London", "Echo", "Hampshire"]
    one = a_league(council="bolton", members=["alpha"], slug="one")
    assert names(one.in_view) == ["Alpha", "Bolton"]


@given(RATES, st.data())
def test_ours_is_always_in_view_and_the_order_is_the_table_s(rates, data):
    table = of(rates, data.draw(st.integers(0, len(rates) - 1)))
    assert table.council in table.in_view
    places = [table.ranked.index(area) for area in table.in_view]
    assert places == sorted(set(places))


@given(RATES)
def test_thirds_differ_in_size_by_at_most_one_unless_ranks_are_shared(rates):
    table = of(sorted(set(rates)))
    sizes = [sum(1 for area in table.areas if area.third == third) for third in (1, 2, 3)]
    assert sum(sizes) == table.n
    assert max(sizes) - min(sizes) <= 1
    assert sorted(area.third for area in table.ranked) == [area.third for area in table.ranked]


def test_members_of_whom_nothing_is_held_are_named():
    table = a_league(members=["alpha", "ours", "northamptonshire"], slug="three")
    assert table.without == ("northamptonshire",)
    assert a_league().without == ()


def test_a_group_of_all_or_of_ours_class_gives_no_rank_of_its_own():
    counties = ["alpha", "bravo", "ours", "echo", "hampshire"]
    assert a_league().is_everyone_or_class
    assert a_league(members=counties, slug="counties").is_everyone_or_class
    assert not a_league(members=counties[:3], slug="three").is_everyone_or_class
    assert not a_league(members=["alpha", "ours", "delta"], slug="mixed").is_everyone_or_class


class TestTheOtherRate:
    """At whose rate ours is counted."""

    power = six_areas()
    council = the_area(power, "ours")
    scores = pd.Series({"ours": 12.0, "alpha": 20.0, "bravo": 11.0, "echo": 8.0, "delta": 5.0})

    def test_it_is_the_best_funded_of_the_class_that_is_less_deprived(self):
        other = other_rate(self.power, self.scores, council=self.council)
        assert (other.code, other.name) == ("bravo", "Bravo")
        assert (other.chosen, other.less_deprived) == (False, True)
        assert other.worth.pounds == 100 * 1000

    def test_it_is_the_best_funded_of_the_class_where_none_is_less_deprived(self):
        scores = self.scores.copy()
        scores["ours"] = 1.0
        other = other_rate(self.power, scores, council=self.council)
        assert (other.code, other.less_deprived) == ("alpha", False)

    def test_without_a_score_of_ours_it_is_the_best_funded_of_the_class(self):
        other = other_rate(self.power, NOBODY, council=self.council)
        assert (other.code, other.less_deprived) == ("alpha", False)

    def test_it_is_what_the_reader_asks_for(self):
        other = other_rate(self.power, self.scores, council=self.council, chosen_code="london")
        assert (other.code, other.chosen, other.less_deprived) == ("london", True, False)
        assert other.worth.pounds == 700_000

    @pytest.mark.parametrize("asked", ["", "nowhere", "bolton", "hampshire", "ours"])
    def test_an_area_that_does_not_compare_or_is_ours_is_not_asked_for(self, asked):
        assert not other_rate(
            self.power, self.scores, council=self.council, chosen_code=asked
        ).chosen

    def test_nothing_is_worth_anything_where_ours_does_not_compare(self):
        other = other_rate(self.power, self.scores, council=the_area(self.power, "hampshire"))
        assert (other.code, other.worth) == ("alpha", None)

    def test_it_may_be_any_area_that_compares_in_the_order_of_names(self):
        assert list(comparable_others(self.power, "ours")["name"]) == [
            "Alpha", "Bravo", "Delta", "Echo", "London",
        ]  # fmt: skip


def test_areas_are_put_under_the_reason_they_share():
    power = some_amounts(
        an_amount("ours", 1),
        *(an_amount(code, 2, comparable=Comparable.NO, reason=FIRE) for code in ("a", "b")),
        an_amount("c", 3, kind=AreaClass.LONDON, comparable=Comparable.NO, reason="Another."),
    )
    by_reason = areas_by_reason(a_league(power).apart)
    assert {reason: names(areas) for reason, areas in by_reason.items()} == {
        FIRE: ["A", "B"],
        "Another.": ["C"],
    }
