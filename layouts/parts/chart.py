"""A chart with its finding, an explanation, an accessible name, and the same figures as a table."""

from collections.abc import Mapping, Sequence
from typing import Any

from dash import dcc, html
from dash.development.base_component import Component

from layouts.parts.element import Element, element

Figure = Mapping[str, Any]
"""A chart as plotly's plain data, as ``figures`` makes it."""
CONFIG = {
    "displayModeBar": False,
    "staticPlot": False,
    "plotlyServerURL": "",
    "topojsonURL": "/assets/maps/",  # where a base map would come from; this one is empty
    "responsive": True,
}


def chart(
    figure: Figure,
    *,
    id: str,
    finding: str,
    how_to_read: str | Component,
    name: str,
    table: Component,
    instead: Component | None = None,
    opened: bool = False,
) -> Component:
    """Lay out one chart. ``instead`` replaces the chart on a narrow screen.

    The table is closed unless it is ``opened``.
    """
    explanation = (
        html.P(how_to_read, className="how") if isinstance(how_to_read, str) else how_to_read
    )
    height = f"{figure['layout']['height']}px"
    graph = html.Div(
        dcc.Graph(id=id, figure=figure, config=CONFIG, style={"height": height}),
        role="img",
        className="chart wide-only" if instead else "chart",
        **{"aria-label": f"{name}. {finding}."},
    )
    return html.Figure(
        [
            html.Figcaption([html.H2(finding), explanation]),
            graph,
            html.Div(instead, className="narrow-only") if instead else None,
            html.Details([html.Summary("The same figures as a table"), table], open=opened),
        ],
        className="chart-frame",
    )


def word_list(lines: Sequence[tuple[str, str]]) -> Component:
    """Return a chart's values in words, one line each, for a screen too narrow for the chart."""
    return html.Ul(
        [html.Li([html.B(name), html.P(words)]) for name, words in lines], className="changes"
    )


def table(
    caption: str,
    heads: Sequence[str],
    rows: Sequence[Sequence[object]],
    *,
    numbers_from: int | None = 1,
    headed: bool = False,
    cards: bool = False,
) -> Component:
    """Return a plain table whose first column has the rows' headings.

    Columns from ``numbers_from`` on are figures, aligned right; with None there are none. With
    ``headed`` the caption is for screen readers alone, because a heading says the same. With
    ``cards`` each row is a small card on a phone; other tables scroll sideways.
    """
    sides = [
        "number" if numbers_from is not None and index >= numbers_from else ""
        for index in range(len(heads))
    ]
    top = [
        element("Th", head, scope="col", role="columnheader", className=side)
        for head, side in zip(heads, sides, strict=True)
    ]
    return html.Div(
        element(
            "Table",
            [
                element("Caption", caption, className="for-ear" if headed else ""),
                element("Thead", element("Tr", top, role="row"), role="rowgroup"),
                element("Tbody", [_row(cells, sides, heads) for cells in rows], role="rowgroup"),
            ],
            className="plain as-cards" if cards else "plain",
            role="table",
        ),
        className="scrolling",
        role="region",
        tabIndex=0,
        **{"aria-label": caption},
    )


def _row(cells: Sequence[object], sides: Sequence[str], heads: Sequence[str]) -> Element:
    first, *others = cells
    return element(
        "Tr",
        [
            element("Th", first, scope="row", role="rowheader"),
            *(
                element("Td", cell, className=side, role="cell", **{"data-label": head})
                for cell, side, head in zip(others, sides[1:], heads[1:], strict=True)
            ),
        ],
        role="row",
    )
