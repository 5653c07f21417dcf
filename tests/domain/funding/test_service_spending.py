"""Spending by service beside a group, by both methods at once."""

import pandas as pd
import pytest

from domain.funding.service_spending import YEARS, Quarter, service_table
from domain.funding.spending import SpendingMethod
from tests.builders.leagues import SERVICES, some_spending

FOUR = ("ours", "a", "b", "c")
OUTTURN = {
    "ours": {"net": 500, "roads": 50},
    "a": {"net": 600, "roads": 40},
    "b": {"net": 700, "roads": -10},
    "c": {"net": 800, "roads": 30},
}
BUDGET = {
    "ours": {"net": 650, "roads": 20},
    "a": {"net": 400, "roads": 60},
    "b": {"net": 450, "roads": 70},
}
SPENDING = pd.concat(
    [
        some_spending(OUTTURN),
        some_spending(BUDGET, basis="budget"),
        some_spending({"a": {"net": 900, "roads": 1}, "b": {"net": 1, "roads": 2}}, year="2022/23"),
    ],
    ignore_index=True,
)


def table(method=SpendingMethod.COUNCIL, *, year="2021/22", members=FOUR, council="ours"):
    return service_table(
        SPENDING, SERVICES, year=year, members=members, council_code=council, method=method
    )


def test_the_services_are_those_that_the_dashboard_has_an_indicator_of():
    assert [row.service.slug for row in table().rows] == ["net", "roads"]


def test_by_the_council_s_method_our_outturn_stands_against_others_budgets():
    net, roads = table().rows
    assert (net.council_per_head, net.median, net.low, net.high) == (500, 450, 400, 500)
    assert (net.rank, net.n, net.quarter) == (1, 3, Quarter(1, 3))
    assert (roads.council_per_head, roads.rank) == (50, 3)


def test_like_with_like_outturn_stands_against_outturn_and_budget_against_budget():
    net, _ = table(SpendingMethod.OUTTURN).rows
    assert (net.council_per_head, net.median, net.rank, net.n) == (500, 650, 4, 4)
    net, _ = table(SpendingMethod.BUDGET).rows
    assert (net.council_per_head, net.median, net.rank, net.n) == (650, 450, 1, 3)


@pytest.mark.parametrize("method", list(SpendingMethod))
def test_both_quarters_stand_there_whichever_method_is_chosen(method):
    net, _ = table(method).rows
    assert (net.council, net.alike) == (Quarter(1, 3), Quarter(4, 4))
    assert table(method).both


def test_who_made_no_return_is_known_for_the_method_and_for_the_council_s():
    assert table().missing == table().missing_by_council == ("c",)
    outturn = table(SpendingMethod.OUTTURN)
    assert (outturn.missing, outturn.missing_by_council) == ((), ("c",))


def test_a_later_year_is_outturn_whichever_method_is_asked_for():
    later = table(SpendingMethod.COUNCIL, year="2022/23", council="a")
    assert later.method is SpendingMethod.OUTTURN
    assert not later.both
    net, _ = later.rows
    assert (net.council_per_head, net.rank, net.n, net.council) == (900, 1, 2, None)
    assert net.quarter == net.alike == Quarter(1, 2)
    assert later.missing == later.missing_by_council == ("ours", "c")
    assert YEARS[0] == "2021/22"
    assert len(YEARS) == 4


def test_ours_has_its_pounds_and_no_rank_where_it_is_not_of_the_group():
    net, _ = table(SpendingMethod.OUTTURN, members=("a", "b")).rows
    assert (net.council_per_head, net.rank, net.quarter, net.n) == (500, None, None, 2)


def test_ours_has_nothing_where_it_made_no_return():
    net, _ = table(SpendingMethod.BUDGET, council="c").rows
    assert (net.council_per_head, net.rank, net.quarter) == (None, None, None)


def test_the_middle_is_100():
    net, roads = table(SpendingMethod.OUTTURN).rows
    assert (net.of_middle(650), net.of_middle(net.council_per_head), net.of_middle(None)) == (
        100,
        76.9,
        None,
    )
    assert roads.of_middle(roads.low) == -28.6


def test_nothing_is_a_part_of_a_middle_that_is_not_above_nothing():
    one = table(SpendingMethod.OUTTURN, members=("b",)).rows[1]
    assert one.median == -10
    assert one.of_middle(50) is None


def test_the_services_in_the_lowest_quarter_are_those_by_the_method_shown():
    assert table().lowest_quarter == []
    assert [row.service.slug for row in table(SpendingMethod.OUTTURN).lowest_quarter] == ["net"]
