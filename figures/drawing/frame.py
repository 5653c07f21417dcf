"""A whole chart as HTML: its legend, and the SVG of its axes, traces, shapes and annotations."""

from collections.abc import Callable, Mapping
from html import escape
from typing import Any

from figures.drawing import maps
from figures.drawing.axes import Axis
from figures.drawing.bars import bars
from figures.drawing.plot import Plot, plot
from figures.drawing.points import points, segment, stroke
from figures.drawing.symbols import is_open, symbol
from figures.drawing.text import LINE, Anchor, lines_of, text, width_of

LEGEND = 30
"""The height of a legend of one line in pixels."""
TOP, BOTTOM = "top", "bottom"


def drawing(figure: Mapping[str, Any], *, id: str, read: Callable[[str], bytes]) -> str:
    """Return a figure's first drawing. ``id`` begins the ids in it, ``read`` returns a static file."""
    layout = _whole_layout(figure["layout"])
    traces = figure["data"]
    if "geo" in layout:
        return maps.drawing(traces, layout, read=read)
    margins = _margins(layout, plot(traces, layout, 1, id))
    legend = _legend(traces) if layout.get("showlegend") else ""
    height = layout["height"] - margins["t"] - margins["b"] - (LEGEND if legend else 0)
    area = plot(traces, layout, height, id)
    below = bool(legend) and layout["legend"]["y"] < 0
    svg = (
        f'<div style="padding:{margins["t"]:g}px {margins["r"]:g}px {margins["b"]:g}px {margins["l"]:g}px">'
        f'<svg width="100%" height="{height:g}" aria-hidden="true" focusable="false">'
        f"{_inside(traces, layout, area)}</svg></div>"
    )
    return f'<div class="drawing">{svg + legend if below else legend + svg}</div>'


def _whole_layout(layout: Mapping[str, Any]) -> dict[str, Any]:
    """Return a layout with what its template adds."""
    house = layout["template"]["layout"]
    merged = {**house, **layout}
    for name in ("xaxis", "yaxis", "margin"):
        merged[name] = {**house[name], **layout.get(name, {})}
    return merged


def _margins(layout: Mapping[str, Any], area: Plot) -> dict[str, float]:
    """Return the room around the area in pixels, with that of the axes' labels."""
    margin = dict(layout["margin"])
    size = layout["font"]["size"]
    if area.up.shows_labels:
        font = _font_size(area.up, size)
        margin["l"] += max((width_of(words, font) for _, words in area.up.ticks), default=0) + 4
    if area.across.shows_labels:
        lines = max((len(lines_of(words)) for _, words in area.across.ticks), default=1)
        side = "t" if area.across.layout.get("side") == TOP else "b"
        margin[side] = max(margin[side], lines * LINE * size + 10)
        margin["b"] += (
            len(lines_of(_title(area.across))) * LINE * size if _title(area.across) else 0
        )
    return margin


def _title(axis: Axis) -> str:
    words: str = axis.layout.get("title", {}).get("text", "")
    return words


def _font_size(axis: Axis, usual: float) -> float:
    size: float = axis.layout.get("tickfont", {}).get("size", usual)
    return size


def _inside(traces: Any, layout: Mapping[str, Any], area: Plot) -> str:
    numbered = list(enumerate(traces))
    shapes = layout.get("shapes", ())
    return "".join(
        [
            *_grid(area),
            *(_shape(shape, area) for shape in shapes if shape.get("layer") == "below"),
            bars([(n, trace) for n, trace in numbered if trace["type"] == "bar"], area, layout),
            *(points(trace, area, n) for n, trace in numbered if trace["type"] == "scatter"),
            *(_shape(shape, area) for shape in shapes if shape.get("layer") != "below"),
            *_labels(area, layout["font"]["size"]),
            *(_annotation(note, area, layout["font"]) for note in layout.get("annotations", ())),
        ]
    )


def _grid(area: Plot) -> list[str]:
    across, up = area.across, area.up
    lines = []
    if across.shows_grid:
        at = [area.x(value) for value, _ in across.ticks]
        lines.append((across.layout["gridcolor"], [segment((x, x), (0, area.height)) for x in at]))
    if up.shows_grid:
        at_height = [area.y(value) for value, _ in up.ticks]
        lines.append((up.layout["gridcolor"], [segment(("0", "100%"), (y, y)) for y in at_height]))
    if across.layout.get("zeroline"):
        zero = area.x(0)
        lines.append((across.layout["zerolinecolor"], [segment((zero, zero), (0, area.height))]))
    return [f'<g stroke="{colour}">{"".join(parts)}</g>' for colour, parts in lines]


def _labels(area: Plot, usual: float) -> list[str]:
    """Return the labels of the ticks, and the title of the horizontal axis."""
    across, up = area.across, area.up
    parts = []
    if across.shows_labels:
        top = across.layout.get("side") == TOP
        y, upright = (-6, BOTTOM) if top else (area.height + 6, TOP)
        size = _font_size(across, usual)
        parts += [
            text(words, x=area.x(value), y=y, size=size, anchor=Anchor(upright=upright))
            for value, words in across.ticks
        ]
        if _title(across):
            lines = max((len(lines_of(words)) for _, words in across.ticks), default=1)
            below = area.height + 10 + (0 if top else lines * LINE * usual)
            parts.append(
                text(_title(across), x="50%", y=below, size=usual, anchor=Anchor(upright=TOP))
            )
    if up.shows_labels:
        size = _font_size(up, usual)
        parts += [
            text(words.rstrip(), x="0", y=area.y(value), size=size, anchor=Anchor("right", dx=-8))
            for value, words in up.ticks
        ]
    return parts


def _shape(shape: Mapping[str, Any], area: Plot) -> str:
    x = tuple(area.x(shape[end], shape.get("xref", "x")) for end in ("x0", "x1"))
    y = tuple(area.y(shape[end], shape.get("yref", "y")) for end in ("y0", "y1"))
    return f"<g{stroke(shape['line'])}>{segment((x[0], x[1]), (y[0], y[1]))}</g>"


def _annotation(note: Mapping[str, Any], area: Plot, font: Mapping[str, Any]) -> str:
    x, y = area.x(note["x"], note.get("xref", "x")), area.y(note["y"], note.get("yref", "y"))
    style = {**font, **note.get("font", {})}
    pointer = ""
    upright = note.get("yanchor", "middle")
    if note.get("showarrow", True):
        end = y + note["ay"]
        look = stroke({"color": note["arrowcolor"], "width": note["arrowwidth"]})
        pointer = f"<g{look}>{segment((x, x), (y - note['standoff'], end))}</g>"
        y, upright = end, BOTTOM
    words = text(
        note["text"],
        x=x,
        y=y - note.get("yshift", 0),
        size=style["size"],
        colour=style["color"] if "color" in note.get("font", {}) else "",
        anchor=Anchor(note.get("xanchor", "center"), upright, note.get("xshift", 0)),
        halo="bgcolor" in note,
    )
    return pointer + words


def _legend(traces: Any) -> str:
    entries = "".join(
        f"<li>{_sample(trace)}{escape(trace['name'])}</li>"
        for trace in traces
        if trace.get("showlegend", True) and trace.get("name")
    )
    return f'<ul class="legend">{entries}</ul>' if entries else ""


def _sample(trace: Mapping[str, Any]) -> str:
    marker = trace["marker"]
    if trace["type"] == "bar":
        mark = f'<rect x="4" y="1" width="14" height="14" fill="{marker["color"]}"{stroke(marker["line"])}/>'
    else:
        shape = marker.get("symbol", "circle")
        line = ""
        if "lines" in trace["mode"]:
            line = f"<g{stroke(trace['line'])}>{segment(('0', '22'), (8, 8))}</g>"
        fill = "none" if is_open(shape) else marker["color"]
        path = f'<path d="{symbol(shape, min(marker["size"], 14))}" fill="{fill}"{stroke(marker["line"])}/>'
        mark = f'{line}<g transform="translate(11 8)">{path}</g>'
    return f'<svg width="22" height="16" aria-hidden="true" focusable="false">{mark}</svg>'
