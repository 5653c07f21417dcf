"""The sentences of spending by service."""

from datetime import date

import pytest

from domain.comparison.areas import AreaChange
from domain.funding import spending_wording as wording
from domain.funding.service_spending import Quarter, ServiceRow, ServiceTable
from domain.funding.spending import SpendingMethod
from tests.builders.councils import a_geography, an_area
from tests.builders.leagues import SERVICES

NET, ROADS, _ = SERVICES
COUNCIL, OUTTURN, BUDGET = SpendingMethod


def a_row(service=NET, council_per_head: float | None = 500, **changes) -> ServiceRow:
    usual = {
        "median": 650.0,
        "low": 500.0,
        "high": 900.0,
        "rank": 32,
        "n": 32,
        "quarter": Quarter(4, 32),
        "council": Quarter(4, 32),
        "alike": Quarter(3, 33),
    }
    return ServiceRow(service=service, council_per_head=council_per_head, **{**usual, **changes})


def a_table(*rows: ServiceRow, year="2021/22", method=COUNCIL) -> ServiceTable:
    return ServiceTable(year, method, rows or (a_row(),), (), ())


GEOGRAPHY = a_geography(
    [
        an_area("shropshire", "Shropshire"),
        an_area("medway", "Medway"),
        an_area("cumbria", "Cumbria", ended=date(2023, 4, 1)),
    ],
    [AreaChange("cumbria", "Cumbria", "x", "Cumberland", date(2023, 4, 1))],
)


class TestLead:
    """The sentence that opens the page."""

    def test_it_says_the_whole_where_it_stands_and_on_how_many_services_it_is_lowest(self):
        table = a_table(a_row(), a_row(ROADS, quarter=Quarter(1, 32)))
        assert wording.lead("Ours", table, "") == (
            "Ours spent £500.00 per head in 2021/22 over all services without education and public "
            "health: the lowest of 32, where the middle is £650.00. On 1 of 2 lines, the services "
            "and their net total, it is in the "
            "quarter that spends least (its outturn against the others' budgets)."
        )

    def test_none_is_said_in_a_word(self):
        table = a_table(a_row(quarter=Quarter(2, 32)), method=OUTTURN)
        assert "On none of 1 lines" in wording.lead("Ours", table, "")

    def test_a_budget_is_planned(self):
        sentence = wording.lead("Ours", a_table(method=BUDGET), "")
        assert sentence.startswith("Ours planned to spend £500.00")

    def test_outside_the_group_it_is_not_ranked(self):
        sentence = wording.lead("Ours", a_table(a_row(rank=None, quarter=None)), "")
        assert sentence.endswith(
            "public health. It is not in the group chosen here, so it is not ranked; the group's "
            "middle is £650.00."
        )

    def test_without_a_return_it_says_why(self):
        assert wording.lead(
            "Ours", a_table(a_row(council_per_head=None, rank=None)), "it ended"
        ) == ("Ours has no figure of 2021/22 to compare (it ended).")


@pytest.mark.parametrize(
    ("rank", "sentence"),
    [(1, "the highest of 32"), (12, "12th highest of 32"), (32, "the lowest of 32")],
)
def test_a_place_says_from_which_end(rank, sentence):
    assert wording.spending_place(rank, 32) == sentence


def test_the_chart_is_headed_by_what_is_furthest_from_the_middle():
    low, high = a_row(), a_row(ROADS, council_per_head=700)
    assert wording.finding("Ours", a_table(low, high)) == (
        "Ours is furthest below the middle on net expenditure, highest on roads"
    )
    assert wording.finding("Ours", a_table(low)) == (
        "Ours is above the middle on no service, and furthest below on net expenditure"
    )
    assert wording.finding("Ours", a_table(high)) == (
        "Ours is below the middle on no service, and furthest above on roads"
    )
    assert wording.finding("Ours", a_table(a_row(council_per_head=None))) == (
        "The group's range for each service"
    )


def test_how_to_read_names_the_dot_and_what_is_not_drawn():
    assert wording.how_to_read("Ours", a_table()).endswith("The dot is Ours.")
    assert "dot" not in wording.how_to_read("Ours", a_table(a_row(council_per_head=None)))
    sentence = wording.how_to_read("Ours", a_table(a_row(), a_row(ROADS, median=-3.0)))
    assert sentence.endswith("because the middle council has more income than spending: Roads.")


def test_the_cells_are_words_where_there_is_no_figure():
    assert wording.quarter(Quarter(4, 32)) == ("4th", "n = 32")
    assert wording.quarter(None) == ("not ranked", "")
    assert (wording.rank(a_row()), wording.rank(a_row(rank=None))) == ("32nd of 32", "not ranked")
    assert (wording.per_head(516.662), wording.per_head(None)) == ("£516.66", "no figure")
    assert (wording.of_middle(76.25), wording.of_middle(None)) == ("76.2", "not drawn")
    assert wording.row_label(a_row()) == "<b>Net expenditure</b>"
    assert wording.dot_words("Ours", a_row()) == "Ours: £500.00, the middle £650.00"


def test_the_published_quarters_are_counted_that_each_method_gives_again():
    table = a_table(a_row(), a_row(ROADS, council=Quarter(1, 32), alike=None))
    assert wording.agreement(table, {"net-spend": 4, "roads-spend": 1}) == (
        "Of 2 published quarters, the council's method gives 2 again and like with like 0."
    )
    assert wording.agreement(table, {"net-spend": 3}) == (
        "Of 1 published quarter, the council's method gives 0 again and like with like 1."
    )
    assert wording.agreement(table, {}) == ""
    assert wording.agreement(a_table(year="2022/23"), {"net-spend": 4}) == ""


def test_the_methods_are_told_apart():
    sentence = wording.method_explained(a_table())
    assert "revised estimate of residents of mid-2021" in sentence
    assert "4th quarter is the one that spends least" in sentence
    assert sentence.endswith("are its outturn against the others' budgets.")
    later = wording.method_explained(a_table(year="2024/25", method=OUTTURN))
    assert "mid-2023" in later
    assert later.endswith("For 2024/25 only outturn is held: every figure is what was spent.")


def test_who_made_no_return_is_named_with_the_reason():
    sentence = wording.no_return(GEOGRAPHY, ["shropshire", "medway"], "2021/22", COUNCIL)
    assert sentence == (
        "Left out of the budget figures of 2021/22: Shropshire and Medway (no budget return in the "
        "published tables)."
    )
    later = wording.no_return(GEOGRAPHY, ["cumbria", "medway"], "2023/24", OUTTURN)
    assert later == (
        "Left out of the outturn figures of 2023/24: Cumbria (ended on 1 April 2023; its area now "
        "has Cumberland); Medway (no outturn return in the published tables)."
    )
    assert wording.no_return(GEOGRAPHY, [], "2021/22", BUDGET) == ""
