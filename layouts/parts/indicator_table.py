"""The table of indicators: one row each, with a card's shape on a phone."""

from collections.abc import Sequence
from itertools import groupby

from dash import html
from dash.development.base_component import Component

from domain import wording
from domain.indicators import Indicator
from layouts.ids import Dashboard
from layouts.parts import marks


def table(
    rows: Sequence[Indicator],
    *,
    caption: str,
    year: str,
    previous_year: str,
    sections: bool,
) -> Component:
    """Lay out rows.

    With ``sections`` they are grouped as printed, with their commentary; without, each names
    its dashboard instead.
    """
    heads = ["Indicator", year, "Before", "Change", "Target", "Position"]
    body = _sections(rows, year, previous_year) if sections else _body(rows, year, previous_year)
    return html.Table(
        [
            html.Caption(caption),
            html.Thead(html.Tr([_head(text) for text in heads], role="row"), role="rowgroup"),
            *body,
        ],
        id=Dashboard.TABLE,
        className="indicators",
        role="table",
    )


def _head(text: str) -> Component:
    number = text not in ("Indicator", "Change", "Position")
    return html.Th(text, scope="col", role="columnheader", className="number" if number else "")


def _sections(rows: Sequence[Indicator], year: str, previous_year: str) -> list[Component]:
    return [
        html.Tbody(
            [
                _section_head(section) if section else None,
                *(_row(row, year, previous_year, full=True) for row in within),
            ],
            role="rowgroup",
        )
        for section, within in groupby(rows, key=lambda row: row.section)
    ]


def _body(rows: Sequence[Indicator], year: str, previous_year: str) -> list[Component]:
    return [
        html.Tbody([_row(row, year, previous_year, full=False) for row in rows], role="rowgroup")
    ]


def _section_head(section: str) -> Component:
    head = html.Th(section, colSpan=6, scope="colgroup", role="columnheader", className="section")
    return html.Tr(head, role="row")


def _row(row: Indicator, year: str, previous_year: str, *, full: bool) -> Component:
    return html.Tr(
        [
            html.Th(_about(row, full=full), scope="row", role="rowheader"),
            _cell(marks.value(row, year), year, "number"),
            _cell(marks.previous(row, previous_year), "Before", "number before"),
            _cell(_change(row), "Change"),
            _cell(marks.target(row), "Target", "number"),
            _cell(marks.quarter(row), "Position"),
        ],
        role="row",
    )


def _cell(inside: Component, label: str, look: str = "") -> Component:
    return html.Td(inside, className=look, role="cell", **{"data-label": label})


def _about(row: Indicator, *, full: bool) -> list[Component | str | None]:
    name = html.A(row.name, href=f"/indicators/{row.slug}", className="name")
    good = html.Small(wording.POLARITIES[row.polarity], className="polarity")
    if not full:
        place = html.A(row.dashboard.name, href=f"/dashboards/{row.dashboard.slug}")
        return [name, " ", marks.plan_flag(row), marks.rating(row.rating), html.Small(place), good]
    said = html.P(row.commentary, className="commentary") if row.commentary else None
    return [name, " ", marks.plan_flag(row), marks.rating(row.rating), good, said]


def _change(row: Indicator) -> Component:
    differs = html.Small(
        f"By rule: {wording.DIRECTIONS[row.decision.direction].lower()}", className="by-rule"
    )
    return html.Span([marks.direction(row.direction), differs if row.rule_differs else None])
