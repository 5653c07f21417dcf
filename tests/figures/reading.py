"""What a reader's eye is given by a figure: its marks, and the rules that every chart keeps."""

from collections.abc import Iterator

import plotly.graph_objects as go

from app.web.html import html_of
from domain.council import PAPER, contrast
from tests.app.markup import cells, read

LEAST_CONTRAST = 3
OPEN = "-open"


def graphs(part) -> Iterator:
    """Every chart within a part of a page."""
    if isinstance(part, list | tuple):
        for child in part:
            yield from graphs(child)
    elif getattr(part, "_type", "") == "Graph":
        yield part
    elif hasattr(part, "_type"):
        yield from graphs(getattr(part, "children", None))


def validated(figure) -> go.Figure:
    """A plain figure as plotly understands it; an error where plotly does not know a part of it."""
    return go.Figure(figure)


def charts(sheet) -> list[tuple[go.Figure, list[list[str]]]]:
    """Each chart of a page, as it can be read by Plotly, with the table in the same frame."""
    frames = [
        frame
        for frame in read(html_of(list(sheet.content))).all("figure")
        if frame.get("class") == "chart-frame"
    ]
    drawn = [validated(graph.figure) for graph in graphs(list(sheet.content))]
    tables = [cells(frame.one("table"))[1:] for frame in frames]
    return list(zip(drawn, tables, strict=True))


def colours(figure: go.Figure) -> set[str]:
    """Every colour in which marks, lines and edges are drawn, paper left out."""
    return {colour for trace in figure.data for colour in _of(trace)} - {PAPER, None}


def _of(trace) -> Iterator[str | None]:
    if trace.type == "scatter":
        yield from _of_scatter(trace)
    else:
        yield from _each(trace.marker.line.color)


def _of_scatter(trace) -> Iterator[str | None]:
    if "markers" in trace.mode:
        drawn_open = str(trace.marker.symbol).endswith(OPEN)
        yield from _each(trace.marker.line.color if drawn_open else trace.marker.color)
    if "lines" in trace.mode:
        yield trace.line.color
    yield trace.error_y.color


def _each(colour) -> tuple[str, ...]:
    return (colour,) if isinstance(colour, str) else tuple(colour or ())


def faults(figure) -> list[str]:
    """What is wrong with a figure of what no chart may have."""
    drawn = validated(figure)
    axes = [drawn.layout.template.layout.xaxis, *drawn.select_xaxes()]
    problems = [
        f"{colour} is too pale"
        for colour in colours(drawn)
        if contrast(colour, PAPER) < LEAST_CONTRAST
    ]
    if any(axis.tickangle not in (0, None) for axis in axes) or axes[0].tickangle != 0:
        problems.append("labels are turned")
    if len(list(drawn.select_yaxes())) > 1 or len(list(drawn.select_xaxes())) > 1:
        problems.append("there is a second axis")
    if any(
        {trace.xaxis, trace.yaxis} - {None, "x", "y"} for trace in drawn.data if "xaxis" in trace
    ):
        problems.append("a trace has an axis of its own")
    return problems


def looks(figure: go.Figure) -> list[tuple[str, str]]:
    """The shape and the dash of each trace: what tells it apart where colours cannot be seen."""
    return [
        (str(trace.marker.symbol), str(trace.line.dash))
        for trace in figure.data
        if trace.type == "scatter"
    ]
