"""A chart with its finding, how to read it, a name for the ear, and the same figures as a table."""

from collections.abc import Sequence

import plotly.graph_objects as go
from dash import dcc, html
from dash.development.base_component import Component

CONFIG = {"displayModeBar": False, "staticPlot": False, "plotlyServerURL": "", "responsive": True}


def chart(
    figure: go.Figure,
    *,
    id: str,
    finding: str,
    how_to_read: str,
    name: str,
    table: Component,
    level: int = 2,
    instead: Component | None = None,
) -> Component:
    """Lay out one chart. ``instead`` takes the chart's place on a narrow screen."""
    heading = html.H2(finding) if level == 2 else html.H3(finding)  # noqa: PLR2004
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
            html.Figcaption([heading, html.P(how_to_read, className="how")]),
            graph,
            html.Div(instead, className="narrow-only") if instead else None,
            html.Details([html.Summary("The same figures as a table"), table]),
        ],
        className="chart-frame",
    )


def table(
    caption: str, heads: Sequence[str], rows: Sequence[Sequence[object]], *, numbers_from: int = 1
) -> Component:
    """A plain table whose first column heads its rows; figures are set to the right."""
    return html.Div(
        html.Table(
            [
                html.Caption(caption),
                html.Thead(html.Tr([_head(h, n >= numbers_from) for n, h in enumerate(heads)])),
                html.Tbody([_row(cells, numbers_from) for cells in rows]),
            ],
            className="plain",
        ),
        className="scrolling",
        role="region",
        tabIndex=0,
        **{"aria-label": caption},
    )


def _head(text: str, is_number: bool) -> Component:  # noqa: FBT001
    return html.Th(text, scope="col", className="number" if is_number else "")


def _row(cells: Sequence[object], numbers_from: int) -> Component:
    return html.Tr(
        [
            html.Th(cell, scope="row")
            if place == 0
            else html.Td(cell, className="number" if place >= numbers_from else "")
            for place, cell in enumerate(cells)
        ]
    )
