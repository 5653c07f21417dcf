"""Tables of areas by rank with the council marked, and the areas that are not comparable."""

from collections.abc import Sequence
from dataclasses import dataclass

from dash import html
from dash.development.base_component import Component

from domain.comparison import comparison_wording
from domain.funding import league_wording
from domain.funding.league_table import FundedArea, LeagueTable, areas_by_reason
from domain.funding.terms import Comparable
from layouts.parts.element import Element, Part, element

Head = tuple[str, str]
NUMBER = "number"


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its name, its cells, whether it is the council's, and a rank before the name."""

    name: Part
    cells: Sequence[Part]
    is_council: bool = False
    before: Part = None


def table(caption: str, heads: Sequence[Head], rows: Sequence[Row]) -> Component:
    """Lay out rows under heads, each with the class of its column."""
    top = [element("Th", text, scope="col", className=side) for text, side in heads]
    sides = [side for _, side in heads]
    return html.Div(
        element(
            "Table",
            [
                element("Caption", element("Span", caption)),
                element("Thead", element("Tr", top)),
                element("Tbody", [_row(row, sides) for row in rows]),
            ],
            className="plain league",
        ),
        className="scrolling",
        role="region",
        tabIndex=0,
        **{"aria-label": caption},
    )


def _row(row: Row, sides: Sequence[str]) -> Element:
    before = [] if row.before is None else [element("Td", row.before, className=sides[0])]
    rest = sides[len(before) + 1 :]
    return element(
        "Tr",
        [
            *before,
            element("Th", row.name, scope="row"),
            *(element("Td", cell, className=s) for cell, s in zip(row.cells, rest, strict=True)),
        ],
        className="ours" if row.is_council else "",
    )


def name(area: FundedArea, table_of: LeagueTable, *, other: str = "") -> Part:
    """Return an area's name with notes: the council, the other rate, partly comparable."""
    is_council = area.code == table_of.council.code
    notes = [
        reasons
        for reasons, holds in (
            ("ours", is_council),
            ("rate used above", area.code == other),
            ("partly comparable", area.comparable is Comparable.PARTLY),
        )
        if holds
    ]
    shown = element("B", area.name) if is_council else area.name
    return [shown, element("Small", ", ".join(notes))] if notes else area.name


def bar(area: FundedArea, reach: float) -> Element:
    """Return the pounds per head with a bar under them, cut where the columns are."""
    share = min(1.0, (area.per_head or 0) / reach)
    return element(
        "Div",
        [
            element("Span", league_wording.per_head(area), className="figure"),
            element(
                "Div",
                element("Div", style={"width": f"{100 * share:.1f}%"}),
                className="row-bar",
                **{"aria-hidden": "true"},
            ),
        ],
    )


def kind(area: FundedArea) -> str:
    """Return the area's class in words."""
    return comparison_wording.CLASSES[area.area_class]


def partly_note(table_of: LeagueTable) -> Component | None:
    """Return the reasons why areas are only partly comparable, each once."""
    some = [area for area in table_of.ranked if area.comparable is Comparable.PARTLY]
    if not some:
        return None
    reasons = [
        f"Partly comparable ({len(areas)}): {reason}"
        for reason, areas in areas_by_reason(some).items()
    ]
    return html.P(" ".join(reasons), className="notes")


def not_ranked(table_of: LeagueTable, missing: str) -> Component | None:
    """Return the areas that are not comparable, with reasons; ``missing`` names those without data."""
    if not table_of.apart and not missing:
        return None
    rows = [
        Row(
            name(area, table_of),
            [kind(area), league_wording.per_head(area), area.reason],
            is_council=area.code == table_of.council.code,
        )
        for area in sorted(table_of.apart, key=lambda area: (area.reason, area.name))
    ]
    heads = [("Area", ""), ("Class", ""), ("Per head", NUMBER), ("Why it does not compare", "why")]
    return html.Section(
        [
            html.H2("Not ranked, and why"),
            html.P(missing) if missing else None,
            table(f"Areas that do not compare, {table_of.year}", heads, rows) if rows else None,
        ]
    )
