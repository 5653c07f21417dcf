"""A map of filled areas and of marks on them, in Mercator's projection."""

import json
import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Any

from figures.drawing.hover import title_of
from figures.drawing.points import SIDES, stroke
from figures.drawing.symbols import is_open, symbol
from figures.drawing.text import Anchor, text

WIDTH = 620
"""The width of the drawing in its own units; it is scaled to the room that there is."""
Ring = Sequence[tuple[float, float]]


@dataclass(frozen=True, slots=True)
class View:
    """One part of the map: its scale, and the point at its left and top."""

    scale: float
    left: float
    top: float

    def at(self, longitude: float, latitude: float) -> tuple[float, float]:
        """Return where a point of the earth lies in the drawing."""
        return (
            self.left + self.scale * math.radians(longitude),
            self.top - self.scale * _northing(latitude),
        )


def drawing(
    traces: Sequence[Mapping[str, Any]],
    layout: Mapping[str, Any],
    *,
    read: Callable[[str], bytes],
) -> str:
    """Return a map as HTML. ``read`` returns the file of boundaries that the traces name."""
    height = layout["height"]
    views = {name: _view(layout[name], height) for name in layout if name.startswith("geo")}
    shapes = "".join(
        _trace(trace, views[trace["geo"]], number, read) for number, trace in enumerate(traces)
    )
    notes = "".join(
        text(note["text"], x="0", y=0, size=16, anchor=Anchor("left", "top"))
        for note in layout.get("annotations", ())
    )
    return (
        f'<div class="drawing map"><svg viewBox="0 0 {WIDTH} {height}" width="100%" height="{height}" '
        f'aria-hidden="true" focusable="false">{shapes}{notes}</svg></div>'
    )


def _northing(latitude: float) -> float:
    return math.log(math.tan(math.pi / 4 + math.radians(latitude) / 2))


def _box(geo: Mapping[str, Any], height: float) -> tuple[float, float, float, float]:
    """Return the left, top, width and height of one part of the map in the drawing."""
    (left, right), (bottom, top) = geo["domain"]["x"], geo["domain"]["y"]
    return left * WIDTH, (1 - top) * height, (right - left) * WIDTH, (top - bottom) * height


def _view(geo: Mapping[str, Any], height: float) -> View:
    """Return the largest scale at which the range of a part fits its box, in the box's middle."""
    left, top, width, tall = _box(geo, height)
    west, east = map(math.radians, geo["lonaxis"]["range"])
    south, north = map(_northing, geo["lataxis"]["range"])
    scale = min(width / (east - west), tall / (north - south))
    return View(
        scale,
        left + (width - scale * (east - west)) / 2 - scale * west,
        top + (tall - scale * (north - south)) / 2 + scale * north,
    )


def _trace(trace: Mapping[str, Any], view: View, number: int, read: Callable[[str], bytes]) -> str:
    areas = _boundaries(read, trace["geojson"])
    write = _filled if trace["type"] == "choropleth" else _marked
    parts = "".join(
        write(trace, areas[code], view, index) for index, code in enumerate(trace["locations"])
    )
    return f'<g data-trace="{number}"{_look(trace)}>{parts}</g>'


def _look(trace: Mapping[str, Any]) -> str:
    marker = trace["marker"]
    if trace["type"] == "choropleth":
        fill = trace["colorscale"][0][1]
        return f' fill="{fill}"{stroke(marker["line"])} stroke-linejoin="round"'
    fill = "none" if is_open(marker["symbol"]) else marker["color"]
    return f' fill="{fill}"{stroke(marker["line"])}'


def _filled(trace: Mapping[str, Any], rings: Sequence[Ring], view: View, index: int) -> str:
    shape = "".join(_path(ring, view) for ring in rings)
    return f'<path d="{shape}">{title_of(trace, index)}</path>'


def _path(ring: Ring, view: View) -> str:
    """Return a closed line in steps of tenths, each from the point before; none where it is a point."""
    points = [tuple(round(value * 10) for value in view.at(*point)) for point in ring]
    steps = [
        f"{_tenths(x - was_x)} {_tenths(y - was_y)}"
        for (was_x, was_y), (x, y) in pairwise(points)
        if (x, y) != (was_x, was_y)
    ]
    start = f"M{_tenths(points[0][0])} {_tenths(points[0][1])}"
    return f"{start}l{' '.join(steps)}z" if steps else ""


def _tenths(number: int) -> str:
    return f"{number / 10:g}"


def _marked(trace: Mapping[str, Any], rings: Sequence[Ring], view: View, index: int) -> str:
    x, y = view.at(*_centre(rings))
    marker = trace["marker"]
    path = symbol(marker["symbol"], marker["size"])
    mark = (
        f'<path d="{path}" transform="translate({x:.1f} {y:.1f})">{title_of(trace, index)}</path>'
    )
    if "text" not in trace["mode"]:
        return mark
    align, sign = SIDES[trace["textposition"].split()[1]]
    far = marker["size"] / 2 + 6
    font = trace["textfont"]
    label = text(
        trace["text"][index],
        x=f"{x:.1f}",
        y=y,
        size=font["size"],
        colour=font["color"],
        anchor=Anchor(align, dx=sign * far),
        halo=True,
    )
    return f'{mark}<g stroke="none">{label}</g>'


def _centre(rings: Sequence[Ring]) -> tuple[float, float]:
    """Return the centre of gravity of the largest part of an area."""
    ring = max(rings, key=lambda ring: abs(sum(_turns(ring))))
    turns = list(_turns(ring))
    pairs = list(pairwise(ring))
    across = sum((a[0] + b[0]) * turn for (a, b), turn in zip(pairs, turns, strict=True))
    up = sum((a[1] + b[1]) * turn for (a, b), turn in zip(pairs, turns, strict=True))
    return across / (3 * sum(turns)), up / (3 * sum(turns))


def _turns(ring: Ring) -> Iterator[float]:
    """Yield twice the area of each triangle between a side and the origin."""
    for (x, y), (next_x, next_y) in pairwise(ring):
        yield x * next_y - next_x * y


@lru_cache(maxsize=4)
def _boundaries(read: Callable[[str], bytes], address: str) -> Mapping[str, Sequence[Ring]]:
    """Return the closed lines of each area of a file of boundaries."""
    features = json.loads(read(address))["features"]
    return {feature["id"]: list(_rings(feature["geometry"])) for feature in features}


def _rings(geometry: Mapping[str, Any]) -> Iterator[Ring]:
    polygons = geometry["coordinates"]
    if geometry["type"] == "Polygon":
        polygons = [polygons]
    for polygon in polygons:
        yield from ([(point[0], point[1]) for point in ring] for ring in polygon)
