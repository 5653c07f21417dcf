"""Traces of points and lines."""

from collections.abc import Iterator, Mapping
from typing import Any

from figures.drawing.hover import title_of
from figures.drawing.plot import Plot
from figures.drawing.symbols import is_open, symbol
from figures.drawing.text import Anchor, text

DASHES = {"dash": "9 9", "dot": "3 3"}
SIDES = {"left": ("right", -1), "right": ("left", 1), "center": ("center", 0)}
"""For each side of a mark: how the label is aligned there, and the sign of its distance."""
CAP = 5


def points(trace: Mapping[str, Any], plot: Plot, number: int) -> str:
    """Return a scatter trace as SVG: lines, error bars, marks, labels."""
    mode = trace["mode"]
    parts = [_segments(trace, plot)] if "lines" in mode else []
    if "error_y" in trace:
        parts.append(_errors(trace, plot))
    if "markers" in mode:
        parts.append(_marks(trace, plot, number))
    if "text" in mode:
        parts += _labels(trace, plot)
    return "".join(parts)


def stroke(line: Mapping[str, Any]) -> str:
    """Return the attributes of a line."""
    dash = DASHES.get(line.get("dash", ""), "")
    return f' stroke="{line["color"]}" stroke-width="{line["width"]:g}"' + (
        f' stroke-dasharray="{dash}"' if dash else ""
    )


def segment(x: tuple[str, str], y: tuple[float, float]) -> str:
    """Return one straight line; its look is its group's."""
    return f'<line x1="{x[0]}" x2="{x[1]}" y1="{y[0]:g}" y2="{y[1]:g}"/>'


def drawn(trace: Mapping[str, Any]) -> Iterator[tuple[int, Any, Any]]:
    """Yield the index and the values of each point that there is."""
    for index, (x, y) in enumerate(zip(trace["x"], trace["y"], strict=True)):
        if x is not None and y is not None:
            yield index, x, y


def _segments(trace: Mapping[str, Any], plot: Plot) -> str:
    known = {index: (plot.x(x), plot.y(y)) for index, x, y in drawn(trace)}
    lines = "".join(
        segment((x, known[index + 1][0]), (y, known[index + 1][1]))
        for index, (x, y) in known.items()
        if index + 1 in known
    )
    return f"<g{stroke(trace['line'])}>{lines}</g>"


def _errors(trace: Mapping[str, Any], plot: Plot) -> str:
    bars = trace["error_y"]
    id = f"{plot.id}-cap"
    lines = []
    for index, x, y in drawn(trace):
        up, down = bars["array"][index], bars["arrayminus"][index]
        if up is not None and down is not None:
            at, ends = plot.x(x), (plot.y(y + up), plot.y(y - down))
            lines += [segment((at, at), ends), *(_use(id, at, end) for end in ends)]
    look = stroke({"color": bars["color"], "width": bars["thickness"]})
    return f'<g{look}><defs><path id="{id}" d="M{-CAP} 0H{CAP}"/></defs>{"".join(lines)}</g>'


def _marks(trace: Mapping[str, Any], plot: Plot, number: int) -> str:
    marker = trace["marker"]
    shapes = marker.get("symbol", "circle")
    shape_of = shapes if isinstance(shapes, list) else [shapes] * len(trace["x"])
    colours = marker.get("color")
    ids = {shape: f"{plot.id}-{number}-{shape}" for shape in dict.fromkeys(shape_of)}
    defs = "".join(
        f'<path id="{id}" d="{symbol(shape, marker["size"])}"{_look(shape, marker)}/>'
        for shape, id in ids.items()
    )
    uses = "".join(
        _use(
            ids[shape_of[index]],
            plot.x(x),
            plot.y(y),
            title=title_of(trace, index),
            colour=colours[index] if isinstance(colours, list) else "",
        )
        for index, x, y in drawn(trace)
    )
    fill = f' fill="{colours}"' if isinstance(colours, str) else ""
    return f'<defs>{defs}</defs><g data-trace="{number}"{fill}>{uses}</g>'


def _look(shape: str, marker: Mapping[str, Any]) -> str:
    line = marker.get("line", {"color": "none", "width": 0})
    return (' fill="none"' if is_open(shape) else "") + stroke(line)


def _use(id: str, x: str, y: float, *, title: str = "", colour: str = "") -> str:
    fill = f' fill="{colour}"' if colour else ""
    tag = f'<use href="#{id}" x="{x}" y="{y:g}"{fill}'
    return f"{tag}>{title}</use>" if title else f"{tag}/>"


def _labels(trace: Mapping[str, Any], plot: Plot) -> Iterator[str]:
    upright, side = trace["textposition"].split()
    align, sign = SIDES[side]
    font, far = trace["textfont"], trace["marker"]["size"] / 2 + 3
    for index, x, y in drawn(trace):
        yield text(
            trace["text"][index],
            x=plot.x(x),
            y=plot.y(y) - (far if upright == "top" else 0),
            size=font["size"],
            colour=font["color"],
            anchor=Anchor(align, "bottom" if upright == "top" else "middle", sign * (far + 2)),
        )
