"""Every council's value of one indicator on one line, right is better."""

from collections.abc import Mapping, Sequence
from typing import Any

from figures.template import (
    COUNCIL,
    INK,
    PAPER,
    SAME,
    Figure,
    Rows,
    Trace,
    column,
    in_house_style,
)

BINS = 64
DOT = 11
ROW = 13
NARROW = 0.08
KINDS: Mapping[str, tuple[str, str, str]] = {
    "group": ("members of the group", "circle", SAME),
    "other": ("other councils", "circle-open", SAME),
    "ours": ("the council picked out", "star", COUNCIL),
}


def value_strip(
    values: Rows,
    *,
    cuts: Sequence[float],
    lines: Mapping[str, float],
    lower_is_better: bool,
) -> Figure:
    """Draw one dot for each council, stacked where they would hide one another.

    ``values`` have ``name``, ``value``, ``kind`` (ours, group or other) and ``words``. ``cuts`` are
    the last values of the 1st, 2nd and 3rd quartile of the group, ``lines`` other values to name,
    such as England's; one outside the councils' range is left out. The better values are at the
    right.
    """
    stacked = _stacked(values)
    top = max(column(stacked, "height"))
    low, high = min(column(values, "value")), max(column(values, "value"))
    room = (high - low) * 0.04 or 1.0
    ends = (low - room, high + room)
    lines = {name: at for name, at in lines.items() if ends[0] <= at <= ends[1]}
    layout = {
        "shapes": [
            *(_line(at, "dot") for at in cuts),
            *(_line(at, "solid") for at in lines.values()),
        ],
        "annotations": [
            *_quarters(cuts, *(ends if lower_is_better else ends[::-1])),
            *_names(lines, *(ends if not lower_is_better else ends[::-1])),
        ],
        "showlegend": True,
        "legend": {"orientation": "h", "x": 0, "y": -0.12, "yanchor": "top", "itemclick": False},
        "margin": {"t": 34 + 22 * len(lines)},
        "xaxis": {"range": list(ends[::-1] if lower_is_better else ends), "nticks": 8},
        "yaxis": {"range": [-0.8, max(top + 3.2, 7)], "visible": False},
    }
    height = ROW * max(top + 4, 8) + 150 + 22 * len(lines)
    return in_house_style([_dots(stacked, kind) for kind in KINDS], layout, height=height)


STACKING = ("ours", "group", "other")
"""The kinds in the order in which they are stacked, from the bottom."""


def _stacked(values: Rows) -> Rows:
    """Return the values with heights in their bins: the council, then the group, then others."""
    low, high = min(column(values, "value")), max(column(values, "value"))
    spread = (high - low) or 1.0
    filled: dict[int, int] = {}
    stacked = []
    for row in sorted(values, key=lambda row: (STACKING.index(row["kind"]), row["value"])):
        position = int((row["value"] - low) / spread * BINS)
        height = filled[position] = filled.get(position, -1) + 1
        stacked.append({**row, "height": height})
    return stacked


def _dots(rows: Rows, kind: str) -> Trace:
    chosen_rows = [row for row in rows if row["kind"] == kind]
    words, shape, colour = KINDS[kind]
    named = kind == "ours" and bool(chosen_rows)
    return {
        "type": "scatter",
        "x": column(chosen_rows, "value"),
        "y": column(chosen_rows, "height"),
        "mode": "markers",
        "name": chosen_rows[0]["name"] if named else words,
        "showlegend": bool(chosen_rows),
        "marker": {
            "size": DOT + 8 if kind == "ours" else DOT - 1,
            "symbol": shape,
            "color": colour,
            "line": {"color": PAPER if kind == "ours" else colour, "width": 1},
        },
        "customdata": column(chosen_rows, "words"),
        "hovertemplate": "%{customdata}<extra></extra>",
    }


def _line(at: float, dash: str) -> dict[str, Any]:
    return {
        "type": "line",
        "x0": at,
        "x1": at,
        "y0": 0,
        "y1": 1,
        "yref": "paper",
        "layer": "below",
        "line": {"color": INK if dash == "solid" else SAME, "width": 1, "dash": dash},
    }


def _quarters(cuts: Sequence[float], best: float, worst: float) -> list[dict[str, Any]]:
    """Return the name of each quartile in its part of the strip, where there is room for it."""
    if not cuts:
        return []
    edges = [best, *cuts, worst]
    wide = abs(worst - best)
    return [
        {
            "x": (edge + after) / 2,
            "y": 1,
            "yref": "paper",
            "yanchor": "top",
            "showarrow": False,
            "text": name,
            "bgcolor": PAPER,
            "font": {"color": SAME, "size": 13},
        }
        for edge, after, name in zip(edges[:-1], edges[1:], QUARTERS, strict=True)
        if abs(edge - after) > NARROW * wide
    ]


SIDES = ("left", "center", "right")
QUARTERS = ("1st", "2nd", "3rd", "4th")


def _names(lines: Mapping[str, float], left: float, right: float) -> list[dict[str, Any]]:
    """Return the names of the lines, each on a level of its own above the strip."""
    return [
        {
            "x": at,
            "y": 1,
            "yref": "paper",
            "yanchor": "bottom",
            "yshift": 4 + 22 * level,
            "xanchor": SIDES[min(int(3 * (at - left) / (right - left)), 2)],
            "showarrow": False,
            "text": name,
            "font": {"color": INK, "size": 14},
            "bgcolor": PAPER,
        }
        for level, (name, at) in enumerate(lines.items())
    ]
