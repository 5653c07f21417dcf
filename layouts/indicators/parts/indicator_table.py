"""The table of indicators: one row each; rows are cards on a phone."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from domain.editions import places
from domain.editions.version_wording import anchor
from domain.indicators import indicator_wording
from domain.indicators.indicator import Indicator
from layouts.indicators.ids import Dashboard
from layouts.indicators.parts import marks
from layouts.parts.element import Element, element


@dataclass(frozen=True, slots=True)
class _Style:
    """How rows are shown: the columns' years, with commentary or not, frozen or not."""

    year: str
    previous_year: str
    full: bool
    frozen: bool


def table(
    rows: Sequence[Indicator],
    *,
    caption: str,
    year: str,
    previous_year: str,
    sections: bool,
    frozen: bool = False,
) -> Element:
    """Lay out rows.

    With ``sections`` they are grouped as printed, with their commentary; without, each names its
    dashboard. The rows of a ``frozen`` version have anchors instead of links, because the figures on
    the linked pages may have changed since.
    """
    heads = ["Indicator", year, "Before", "Change", "Target", "Position"]
    style = _Style(year, previous_year, full=sections, frozen=frozen)
    body = _sections(rows, style) if sections else _body(rows, style)
    return element(
        "Table",
        [
            element("Caption", caption),
            element(
                "Thead", element("Tr", [_head(text) for text in heads], role="row"), role="rowgroup"
            ),
            *body,
        ],
        id=None if frozen else Dashboard.TABLE,
        className="indicators",
        role="table",
    )


def _head(text: str) -> Element:
    number = text not in ("Indicator", "Change", "Position")
    return element(
        "Th", text, scope="col", role="columnheader", className="number" if number else ""
    )


def _sections(rows: Sequence[Indicator], style: _Style) -> list[Element]:
    return [
        element(
            "Tbody",
            [
                _section_head(section) if section else None,
                *(_row(row, style) for row in within),
            ],
            role="rowgroup",
        )
        for section, within in groupby(rows, key=lambda row: row.section)
    ]


def _body(rows: Sequence[Indicator], style: _Style) -> list[Element]:
    return [element("Tbody", [_row(row, style) for row in rows], role="rowgroup")]


def _section_head(section: str) -> Element:
    head = element(
        "Th", section, colSpan=6, scope="colgroup", role="columnheader", className="section"
    )
    return element("Tr", head, role="row")


def _row(row: Indicator, style: _Style) -> Element:
    return element(
        "Tr",
        [
            element("Th", _about(row, style), scope="row", role="rowheader"),
            _cell(marks.value(row, style.year), style.year, "number"),
            _cell(marks.previous(row, style.previous_year), "Before", "number before"),
            _cell(_change(row), "Change"),
            _cell(marks.target(row), "Target", "number"),
            _cell(marks.quarter(row), "Position"),
        ],
        role="row",
        **({"id": anchor(places.indicator(row.slug))} if style.frozen else {}),
    )


def _cell(inside: Element, label: str, class_name: str = "") -> Element:
    return element("Td", inside, className=class_name, role="cell", **{"data-label": label})


def _about(row: Indicator, style: _Style) -> list[Element | str | None]:
    name = element("A", row.name, href=f"/indicators/{row.slug}", className="name")
    if style.frozen:
        name = element("Span", row.name, className="name")
    good = element("Small", indicator_wording.POLARITIES[row.polarity], className="polarity")
    if not style.full:
        dashboard = element("A", row.dashboard.name, href=f"/dashboards/{row.dashboard.slug}")
        return [
            name,
            " ",
            marks.plan_flag(row),
            marks.rating(row.rating),
            element("Small", dashboard),
            good,
        ]
    commentary = element("P", row.commentary, className="commentary") if row.commentary else None
    return [name, " ", marks.plan_flag(row), marks.rating(row.rating), good, commentary]


def _change(row: Indicator) -> Element:
    differs = element(
        "Small",
        f"By rule: {indicator_wording.DIRECTIONS[row.decision.direction].lower()}",
        className="by-rule",
    )
    return element("Span", [marks.direction(row.direction), differs if row.rule_differs else None])
