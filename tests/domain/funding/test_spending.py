"""Spending per head by service, by the council's method and like with like."""

import pandas as pd
import pytest

from domain.comparison.terms import Theme
from domain.funding.core_spending_power import Service
from domain.funding.spending import SpendingMethod, outturn_per_head, service_of, service_position
from domain.funding.terms import Basis

COUNCIL, OUTTURN, BUDGET = SpendingMethod.COUNCIL, SpendingMethod.OUTTURN, SpendingMethod.BUDGET
MEMBERS = ["ours", "b", "c", "d", "without"]


@pytest.fixture
def spending():
    """Outturn: ours 40, b 30, c 20, d 10; budget: ours 5, b 50, c 20; one more of another year."""
    given = [
        ("ours", "2021/22", Basis.OUTTURN, "roads", 40),
        ("b", "2021/22", Basis.OUTTURN, "roads", 30),
        ("c", "2021/22", Basis.OUTTURN, "roads", 20),
        ("d", "2021/22", Basis.OUTTURN, "roads", 10),
        ("ours", "2021/22", Basis.BUDGET, "roads", 5),
        ("b", "2021/22", Basis.BUDGET, "roads", 50),
        ("c", "2021/22", Basis.BUDGET, "roads", 40),
        ("d", "2022/23", Basis.BUDGET, "roads", 99),
        ("d", "2021/22", Basis.BUDGET, "parks", 99),
        ("outsider", "2021/22", Basis.OUTTURN, "roads", 99),
    ]
    columns = ["area_code", "year", "basis", "service", "per_head"]
    frame = pd.DataFrame(given, columns=columns)
    return frame.assign(people=10, pounds=frame["per_head"] * 10)


def position(spending, method, **changes):
    asked = {
        "year": "2021/22",
        "members": MEMBERS,
        "council_code": "ours",
        "method": method,
        **changes,
    }
    return service_position(spending, "roads", **asked)


@pytest.mark.parametrize(
    ("method", "expected"),
    [
        (COUNCIL, [("b", 50, 1, 1), ("c", 40, 2, 2), ("ours", 40, 2, 2)]),
        (OUTTURN, [("ours", 40, 1, 1), ("b", 30, 2, 2), ("c", 20, 3, 3), ("d", 10, 4, 4)]),
        (BUDGET, [("b", 50, 1, 1), ("c", 40, 2, 2), ("ours", 5, 3, 3)]),
    ],
)
def test_members_are_ranked_by_what_they_spend_the_highest_first(spending, method, expected):
    rows = position(spending, method).rows
    assert (
        list(zip(rows["area_code"], rows["per_head"], rows["rank"], rows["quartile"], strict=True))
        == expected
    )


def test_by_the_council_s_method_our_outturn_is_held_against_the_others_budgets(spending):
    rows = position(spending, COUNCIL).rows.set_index("area_code")
    assert rows["basis"].to_dict() == {
        "ours": Basis.OUTTURN,
        "b": Basis.BUDGET,
        "c": Basis.BUDGET,
    }


def test_any_council_can_be_ours(spending):
    rows = position(spending, COUNCIL, council_code="c").rows
    assert list(zip(rows["area_code"], rows["per_head"], strict=True)) == [
        ("b", 50),
        ("c", 20),
        ("ours", 5),
    ]


@pytest.mark.parametrize(
    ("method", "n", "missing"),
    [(COUNCIL, 3, ("d", "without")), (OUTTURN, 4, ("without",)), (BUDGET, 3, ("d", "without"))],
)
def test_members_without_a_return_are_named_and_not_counted(spending, method, n, missing):
    result = position(spending, method)
    assert (result.n, result.missing) == (n, missing)


def test_one_area_s_row_is_found_where_it_has_one(spending):
    result = position(spending, OUTTURN)
    assert result.of("c")["rank"] == 3
    assert result.of("without") is None


def test_a_service_that_nobody_returned_ranks_nobody(spending):
    result = position(spending, OUTTURN, year="1999/00")
    assert result.n == 0
    assert result.missing == tuple(MEMBERS)


def test_a_theme_is_held_against_the_service_that_answers_to_it():
    roads = Service("roads", "Roads", "", (Theme.TRANSPORT,))
    health = Service("health", "Health", "", (Theme.HEALTH_ADULT, Theme.HEALTH_CHILD))
    assert service_of([roads, health], Theme.HEALTH_CHILD) is health


def test_outturn_per_head_is_by_area_and_of_one_year(spending):
    assert outturn_per_head(spending, "roads").to_dict() == {
        "ours": 40,
        "b": 30,
        "c": 20,
        "d": 10,
        "outsider": 99,
    }
    assert outturn_per_head(spending, "roads", year="2022/23").empty
