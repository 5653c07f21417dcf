"""The area between the axes: where its points lie, in per cent across and in pixels down."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from figures.drawing.axes import Axis, axis


@dataclass(frozen=True, slots=True)
class Plot:
    """The axes of a chart and the height of the area between them in pixels.

    Lengths across are per cent of the area, so that one drawing fits every width; text and marks
    keep their size.
    """

    across: Axis
    up: Axis
    height: float
    id: str

    def x(self, value: Any, ref: str = "x") -> str:
        """Return where a value lies across, as a length of SVG. ``ref`` may be the paper."""
        share = float(value) if ref == "paper" else self.across.share(value)
        return percent(share)

    def y(self, value: Any, ref: str = "y") -> float:
        """Return where a value lies down, in pixels. ``ref`` may be the paper."""
        share = float(value) if ref == "paper" else self.up.share(value)
        return round((1 - share) * self.height, 1)


def percent(share: float) -> str:
    """Return a share of the width as a length of SVG."""
    return f"{share * 100:.2f}%"


def plot(
    traces: Sequence[Mapping[str, Any]], layout: Mapping[str, Any], height: float, id: str
) -> Plot:
    """Return the area of these traces."""
    return Plot(_axis("x", traces, layout), _axis("y", traces, layout), height, id)


def _axis(name: str, traces: Sequence[Mapping[str, Any]], layout: Mapping[str, Any]) -> Axis:
    values = [value for trace in traces for value in (*trace[name], *_errors(trace, name))]
    bars = [trace for trace in traces if trace["type"] == "bar"]
    along = [trace for trace in bars if name == ("x" if is_horizontal(trace) else "y")]
    if along and layout.get("barmode") == "stack":
        values = [
            sum(filter(None, stacked)) for stacked in zip(*(t[name] for t in along), strict=True)
        ]
    values += _shapes(layout, name)
    return axis(layout[f"{name}axis"], values, from_zero=bool(along), lines=not bars)


def _shapes(layout: Mapping[str, Any], name: str) -> list[float]:
    """Return where the lines across a chart lie, which an axis must reach too."""
    return [
        shape[f"{name}{end}"]
        for shape in layout.get("shapes", ())
        if shape.get(f"{name}ref", name) == name
        for end in (0, 1)
    ]


def _errors(trace: Mapping[str, Any], name: str) -> list[float]:
    """Return the ends of the error bars, which an axis must reach too."""
    bars = trace.get("error_y")
    if name != "y" or not bars:
        return []
    return [
        value + sign * error
        for sign, side in ((1, "array"), (-1, "arrayminus"))
        for value, error in zip(trace["y"], bars[side], strict=True)
        if value is not None and error is not None
    ]


def is_horizontal(trace: Mapping[str, Any]) -> bool:
    """Return whether a trace of bars lies along the horizontal axis."""
    return trace.get("orientation") == "h"
