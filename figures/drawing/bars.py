"""Traces of bars, along either axis, beside each other or stacked."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from figures.drawing.hover import title_of
from figures.drawing.plot import Plot, is_horizontal, percent
from figures.drawing.points import stroke
from figures.drawing.text import Anchor, text

SIZE, ROOM = 15, 6
"""The size of labels, and how far each stands from the end of its bar, in pixels."""


def bars(
    traces: Sequence[tuple[int, Mapping[str, Any]]], plot: Plot, layout: Mapping[str, Any]
) -> str:
    """Return all traces of bars, each with its number, as SVG; stacked ones begin where the last ends."""
    ends: dict[int, float] = {}
    return "".join(_bars(trace, plot, layout, number, ends) for number, trace in traces)


def _bars(
    trace: Mapping[str, Any],
    plot: Plot,
    layout: Mapping[str, Any],
    number: int,
    ends: dict[int, float],
) -> str:
    lying = is_horizontal(trace)
    along, beside = (trace["x"], trace["y"]) if lying else (trace["y"], trace["x"])
    shapes: list[str] = []
    labels: list[str] = []
    for index, value in enumerate(along):
        if value is None:
            continue
        start = ends.get(index, 0.0)
        end = start + value
        if layout.get("barmode") == "stack":
            ends[index] = end
        box = _box(plot, (start, end), beside[index], layout["bargap"], lying=lying)
        shapes.append(
            f"<rect{box}{_fill(trace, plot, number, index)}>{title_of(trace, index)}</rect>"
        )
        labels += _label(trace, plot, index, (start, end), beside[index])
    return f'{_patterns(trace, plot, number)}<g data-trace="{number}">{"".join(shapes)}</g>{"".join(labels)}'


def _box(plot: Plot, ends: tuple[float, float], beside: Any, gap: float, *, lying: bool) -> str:
    axis, other = (plot.across, plot.up) if lying else (plot.up, plot.across)
    low, high = sorted(min(1.0, max(0.0, axis.share(end))) for end in ends)
    middle = other.number(beside)
    half = (1 - gap) / 2
    first, last = sorted(
        (side - other.start) / (other.end - other.start) for side in (middle - half, middle + half)
    )
    left, right, bottom, top = (low, high, first, last) if lying else (first, last, low, high)
    y, height = (1 - top) * plot.height, (top - bottom) * plot.height
    return f' x="{percent(left)}" width="{percent(right - left)}" y="{y:.1f}" height="{height:.1f}"'


def _of(look: Any, index: int) -> Any:
    return look[index] if isinstance(look, list) else look


def _fill(trace: Mapping[str, Any], plot: Plot, number: int, index: int) -> str:
    marker = trace["marker"]
    pattern = _of(marker.get("pattern", {}).get("shape", ""), index)
    colour = _of(marker["color"], index)
    fill = f"url(#{_pattern_id(plot, number, pattern, colour)})" if pattern else colour
    line = marker.get("line")
    if not line or not _of(line["width"], index):
        return f' fill="{fill}"'
    edge = {"color": _of(line["color"], index), "width": _of(line["width"], index)}
    return f' fill="{fill}"{stroke(edge)}'


def _pattern_id(plot: Plot, number: int, pattern: str, colour: str) -> str:
    return f"{plot.id}-{number}-{'lines' if pattern == '/' else 'dots'}-{colour.strip('#')}"


def _patterns(trace: Mapping[str, Any], plot: Plot, number: int) -> str:
    pattern = trace["marker"].get("pattern")
    if not pattern:
        return ""
    n = len(trace["x"])
    kinds = dict.fromkeys(
        (_of(pattern["shape"], index), _of(trace["marker"]["color"], index)) for index in range(n)
    )
    defs = "".join(
        _pattern(_pattern_id(plot, number, shape, colour), shape, pattern, colour)
        for shape, colour in kinds
        if shape
    )
    return f"<defs>{defs}</defs>"


def _pattern(id: str, shape: str, pattern: Mapping[str, Any], colour: str) -> str:
    size = pattern["size"]
    ink, paper = pattern.get("fgcolor", colour), pattern.get("bgcolor", colour)
    mark = (
        f'<path d="M0 {size}L{size} 0M-1 1L1 -1M{size - 1} {size + 1}L{size + 1} {size - 1}" stroke="{ink}"/>'
        if shape == "/"
        else f'<circle cx="{size / 2:g}" cy="{size / 2:g}" r="0.9" fill="{ink}"/>'
    )
    return (
        f'<pattern id="{id}" width="{size}" height="{size}" patternUnits="userSpaceOnUse">'
        f'<rect width="{size}" height="{size}" fill="{paper}"/>{mark}</pattern>'
    )


def _label(
    trace: Mapping[str, Any], plot: Plot, index: int, ends: tuple[float, float], beside: Any
) -> Iterator[str]:
    if "text" not in trace or not trace["text"][index]:
        return
    words, y = trace["text"][index], plot.y(beside)
    if trace["textposition"] == "inside":
        x, colour = plot.x((ends[0] + ends[1]) / 2), trace["textfont"]["color"]
        yield text(words, x=x, y=y, size=SIZE, colour=colour)
        return
    start, end = (plot.across.share(value) for value in ends)
    inside = abs(end - start) > (1 - end if end >= start else end)  # where there is more room
    right = (end >= start) != inside
    colour = trace["insidetextfont" if inside else "outsidetextfont"]["color"]
    yield text(
        words,
        x=plot.x(ends[1]),
        y=y,
        size=SIZE,
        colour=_of(colour, index),
        anchor=Anchor("left", dx=ROOM) if right else Anchor("right", dx=-ROOM),
    )
