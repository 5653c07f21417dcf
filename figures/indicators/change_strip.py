"""Every indicator's change on one strip: right is better, whichever way the measure runs."""

from collections.abc import Mapping
from typing import Any

from domain.indicators.direction_of_travel import LARGEST_SHOWN_CHANGE
from figures.template import (
    BETTER,
    INK,
    PAPER,
    RULE,
    SAME,
    WORSE,
    Figure,
    Rows,
    Trace,
    column,
    in_house_style,
    wrapped,
)

LEAST = 5.0
ROW = 40
ROOM_LEFT, ROOM_RIGHT = 1.42, 2.1
COLOURS = {"improved": BETTER, "worsened": WORSE, "no_change": SAME}
SHAPES = {"improved": "triangle-up", "worsened": "triangle-down", "no_change": "square"}


def change_strip(changes: Rows) -> Figure:
    """Draw one line from "same" to each change, largest improvement on top, ties as given.

    ``changes`` have ``name``, ``better_by`` (per cent, more is better), ``direction`` (as
    published), ``size`` (the change in words) and ``quarter`` (short words). A change beyond
    50% is drawn at the edge and carries its figure like every other.
    """
    reach = min(LARGEST_SHOWN_CHANGE, max(LEAST, *(abs(row["better_by"]) for row in changes)))
    largest_first = sorted(changes, key=lambda row: -row["better_by"])
    rows = [
        {**row, "end": max(-reach, min(reach, row["better_by"])), "place": index}
        for index, row in enumerate(reversed(largest_first))
    ]
    layout = {
        "shapes": [_middle(len(rows)), *(_line(row) for row in rows)],
        "annotations": [*(_size(row) for row in rows), *(_quarter(row) for row in rows)],
        "xaxis": _across(reach),
        "yaxis": _names(rows),
    }
    return in_house_style([_points(rows)], layout, height=ROW * len(rows) + 90)


def _points(rows: Rows) -> Trace:
    return {
        "type": "scatter",
        "x": column(rows, "end"),
        "y": column(rows, "place"),
        "mode": "markers",
        "marker": {
            "size": 13,
            "color": [COLOURS[row["direction"]] for row in rows],
            "symbol": [SHAPES[row["direction"]] for row in rows],
            "line": {"color": PAPER, "width": 1},
        },
        "customdata": [[row["name"], row["size"]] for row in rows],
        "hovertemplate": "%{customdata[0]}<br>%{customdata[1]}<extra></extra>",
    }


def _middle(rows: int) -> dict[str, Any]:
    line = {"color": INK, "width": 1}
    return {"type": "line", "x0": 0, "x1": 0, "y0": -0.6, "y1": rows - 0.4, "line": line}


def _line(row: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "type": "line",
        "x0": 0,
        "x1": row["end"],
        "y0": row["place"],
        "y1": row["place"],
        "line": {"color": COLOURS[row["direction"]], "width": 3},
    }


def _size(row: Mapping[str, Any]) -> dict[str, Any]:
    right = row["end"] >= 0
    return {
        "x": row["end"],
        "y": row["place"],
        "text": row["size"],
        "showarrow": False,
        "bgcolor": PAPER,
        "xshift": 12 if right else -12,
        "xanchor": "left" if right else "right",
        "font": {"color": COLOURS[row["direction"]], "size": 14},
    }


def _quarter(row: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "x": 1,
        "xref": "paper",
        "y": row["place"],
        "text": row["quarter"],
        "showarrow": False,
        "bgcolor": PAPER,
        "xanchor": "right",
        "font": {"size": 14},
    }


def _across(reach: float) -> dict[str, Any]:
    step = next(step for step in (2, 5, 10, 20) if reach < 3 * step)
    ticks = [tick for tick in range(-60, 61, step) if abs(tick) <= reach]
    return {
        "side": "top",
        "range": [-reach * ROOM_LEFT, reach * ROOM_RIGHT],
        "tickvals": ticks,
        "ticktext": [_tick(tick) for tick in ticks],
    }


def _names(rows: Rows) -> dict[str, Any]:
    return {
        "range": [-0.7, len(rows) - 0.3],
        "tickvals": list(range(len(rows))),
        "ticktext": [wrapped(name, 64, 2) for name in column(rows, "name")],
        "tickfont": {"size": 13},
        "gridcolor": RULE,
    }


def _tick(tick: int) -> str:
    if not tick:
        return "same"
    return f"{abs(tick)}% {'better' if tick > 0 else 'worse'}"
