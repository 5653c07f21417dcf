"""Spending by service, laid out."""

from domain.funding.service_spending import Quarter, ServiceRow, ServiceTable
from domain.funding.spending import SpendingMethod
from layouts.funding import spending
from tests.builders import an_indicator
from tests.builders.leagues import SERVICES
from tests.layouts.drawing import seen


def a_view(**changes) -> spending.SpendingView:
    rows = tuple(
        ServiceRow(service, 5.0, 0.0, 0.0, 9.0, 1, 2, Quarter(1, 2), Quarter(1, 2), Quarter(2, 2))
        for service in SERVICES[:2]
    )
    usual = {
        "council_name": "Ours",
        "group": "Counties",
        "lead": "It spent.",
        "table": ServiceTable("2021/22", SpendingMethod.COUNCIL, rows, (), ()),
        "published": {},
        "agreement": "",
        "notes": (),
        "edition": 2022,
        "figure": None,
        "chosen": (),
        "keep": {},
    }
    return spending.SpendingView(**{**usual, **changes})


def test_without_a_chart_the_table_stands_alone():
    content = list(spending.page(a_view()).content)
    assert "Service by service" in seen(content)
    assert "The same figures as a table" not in seen(content)


def test_a_service_that_the_edition_does_not_hold_has_an_empty_cell():
    shown = seen(list(spending.page(a_view(published={"net-spend": an_indicator()})).content))
    assert "As published in 2022" in shown
