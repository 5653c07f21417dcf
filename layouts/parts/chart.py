"""A chart with its finding, how to read it, a name for the ear, and the same figures as a table."""

from collections.abc import Sequence

import plotly.graph_objects as go
from dash import dcc, html
from dash.development.base_component import Component

from layouts.parts.element import Element, element

CONFIG = {"displayModeBar": False, "staticPlot": False, "plotlyServerURL": "", "responsive": True}


def chart(
    figure: go.Figure,
    *,
    id: str,
    finding: str,
    how_to_read: str,
    name: str,
    table: Component,
    instead: Component | None = None,
) -> Component:
    """Lay out one chart. ``instead`` takes the chart's place on a narrow screen."""
    graph = html.Div(
        dcc.Graph(
            id=id, figure=figure, config=CONFIG, style={"height": f"{figure.layout.height}px"}
        ),
        role="img",
        className="chart wide-only" if instead else "chart",
        **{"aria-label": f"{name}. {finding}."},
    )
    return html.Figure(
        [
            html.Figcaption([html.H2(finding), html.P(how_to_read, className="how")]),
            graph,
            html.Div(instead, className="narrow-only") if instead else None,
            html.Details([html.Summary("The same figures as a table"), table]),
        ],
        className="chart-frame",
    )


def table(
    caption: str,
    heads: Sequence[str],
    rows: Sequence[Sequence[object]],
    *,
    numbers_from: int | None = 1,
    headed: bool = False,
) -> Component:
    """A plain table whose first column heads its rows.

    Columns from ``numbers_from`` on are figures and set to the right; none are when it is None.
    Where a heading stands above that says the same (``headed``) the caption is for the ear alone.
    """
    sides = [
        "number" if numbers_from is not None and place >= numbers_from else ""
        for place in range(len(heads))
    ]
    top = [
        element("Th", h, scope="col", className=side) for h, side in zip(heads, sides, strict=True)
    ]
    return html.Div(
        element(
            "Table",
            [
                element("Caption", caption, className="for-ear" if headed else ""),
                element("Thead", element("Tr", top)),
                element("Tbody", [_row(cells, sides) for cells in rows]),
            ],
            className="plain",
        ),
        className="scrolling",
        role="region",
        tabIndex=0,
        **{"aria-label": caption},
    )


def _row(cells: Sequence[object], sides: Sequence[str]) -> Element:
    first, *others = cells
    return element(
        "Tr",
        [
            element("Th", first, scope="row"),
            *(element("Td", c, className=side) for c, side in zip(others, sides[1:], strict=True)),
        ],
    )
