"""Axes: where a value lies on the drawing, and which values are named."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

PADDING = 0.055
"""The room beyond the marks at the ends of an axis without a range, in parts of the axis."""
STEPS = (1, 2, 5, 10)
WHOLE = ",.0f"
"""The format of plotly's of whole numbers."""
LONG, MILLION = 10_000, 1_000_000
"""From where a label has k or M in place of its last digits."""


@dataclass(frozen=True, slots=True)
class Axis:
    """One axis: its ends (the first is left or at the bottom), its categories, its ticks.

    ``ticks`` are pairs of a value and its label.
    """

    start: float
    end: float
    categories: tuple[str, ...]
    ticks: tuple[tuple[float, str], ...]
    layout: Mapping[str, Any]

    def number(self, value: Any) -> float:
        """Return a value of the data as a number of this axis: of a category, its position."""
        if isinstance(value, str) and self.categories:
            return float(self.categories.index(value))
        return float(value)

    def share(self, value: Any) -> float:
        """Return where a value lies, in parts of the axis from its first end."""
        return (self.number(value) - self.start) / (self.end - self.start)

    @property
    def shows_labels(self) -> bool:
        """Return whether ticks have labels."""
        return bool(self.layout.get("visible", True) and self.layout.get("showticklabels", True))

    @property
    def shows_grid(self) -> bool:
        """Return whether lines go through the drawing at the ticks."""
        return bool(self.layout.get("visible", True) and self.layout.get("showgrid", True))


def axis(layout: Mapping[str, Any], values: Sequence[Any], *, from_zero: bool, lines: bool) -> Axis:
    """Return the axis of these values.

    ``from_zero`` is whether bars begin on it, ``lines`` whether marks need room at its ends.
    """
    known = [value for value in values if value is not None]
    categories = tuple(dict.fromkeys(value for value in known if isinstance(value, str)))
    start, end = _ends(layout, known, categories, from_zero=from_zero, lines=lines)
    return Axis(start, end, categories, _ticks(layout, start, end, categories), layout)


def _ends(
    layout: Mapping[str, Any],
    values: Sequence[Any],
    categories: Sequence[str],
    *,
    from_zero: bool,
    lines: bool,
) -> tuple[float, float]:
    if "range" in layout:
        first, last = layout["range"]
        return float(first), float(last)
    if categories:
        room = 0.25 if lines else 0.5
        ends = -room, len(categories) - 1 + room
    else:
        ends = _around([float(value) for value in values], from_zero=from_zero)
    return ends[::-1] if layout.get("autorange") == "reversed" else ends


def _around(numbers: Sequence[float], *, from_zero: bool) -> tuple[float, float]:
    low, high = min(numbers, default=0.0), max(numbers, default=1.0)
    if from_zero:
        low, high = min(low, 0.0), max(high, 0.0)
        if low == high:  # no bar has a length
            return 0.0, 1.0
    room = (high - low or abs(high) or 1.0) * PADDING
    return (low if from_zero and low == 0 else low - room), (
        high if from_zero and high == 0 else high + room
    )


def _ticks(
    layout: Mapping[str, Any], start: float, end: float, categories: Sequence[str]
) -> tuple[tuple[float, str], ...]:
    values: Sequence[float]
    if "tickvals" in layout:
        values = layout["tickvals"]
        words = layout.get("ticktext") or [_label(layout, value) for value in values]
        return tuple(zip(map(float, values), map(str, words), strict=True))
    suffix = layout.get("ticksuffix", "")
    if categories:
        every = math.ceil(len(categories) / layout.get("nticks", len(categories)))
        named = list(enumerate(categories))[::every]
        return tuple((float(index), f"{category}{suffix}") for index, category in named)
    low, high = sorted((start, end))
    step = _step((high - low) / layout.get("nticks", 8))
    count = range(math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9) + 1)
    return tuple((index * step, _label(layout, index * step)) for index in count)


def _step(least: float) -> float:
    size = 10.0 ** math.floor(math.log10(least))
    return next(step * size for step in STEPS if step * size >= least * (1 - 1e-9))


def _label(layout: Mapping[str, Any], value: float) -> str:
    number = _whole(abs(value)) if layout.get("tickformat") == WHOLE else _short(abs(value))
    sign = "−" if value < 0 else ""
    return f"{sign}{layout.get('tickprefix', '')}{number}{layout.get('ticksuffix', '')}"


def _whole(size: float) -> str:
    return f"{size:,.0f}"


def _short(size: float) -> str:
    if size >= MILLION:
        return f"{size / MILLION:g}M"
    if size >= LONG:
        return f"{size / 1000:g}k"
    return f"{round(size, 10):g}"
