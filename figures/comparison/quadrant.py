"""Performance up, spending or deprivation across: one point for each council."""

from collections.abc import Mapping
from statistics import median
from typing import Any

from figures.template import (
    COUNCIL,
    COUNTY_UNITARY,
    INK,
    PAPER,
    SAME,
    Figure,
    Rows,
    Trace,
    column,
    in_house_style,
    rank_ticks,
    wrapped,
)

SIZE = 12


def quadrant(
    points: Rows,
    *,
    medians: tuple[float, float],
    axes: tuple[str, str],
    corners: Mapping[Any, str],
    labels: str,
) -> Figure:
    """Draw one point for each council, the council picked out and named.

    ``points`` have ``name``, ``across``, ``up`` (ranks, 1 at the top), ``kind`` (ours, unitary or
    other) and ``words``. ``medians`` are those across and up, ``axes`` their titles, ``corners``
    the words of each quadrant by its name, ``labels`` whether the council or all points are named.
    One trace for each kind, in the order of ``KINDS``; within it the points' own order.
    """
    last = float(max([*column(points, "across"), *column(points, "up")], default=1))
    room = last * 0.09
    ticks = rank_ticks(int(last))
    layout = {
        "shapes": [
            _median(value, between)
            for value, between in (zip(medians, ("x", "y"), strict=True) if points else ())
        ],
        "annotations": [
            *(_corner(corners[name], x, y) for name, (x, y) in CORNERS.items()),
            {
                "text": f"↑ {axes[1]}",
                "x": 0,
                "y": 1,
                "xref": "paper",
                "yref": "paper",
                "xanchor": "left",
                "yanchor": "bottom",
                "yshift": 4,
                "showarrow": False,
                "font": {"color": INK, "size": 14},
            },
        ],
        "xaxis": {
            "title": {"text": wrapped(axes[0], 34, 3)},
            "range": [1 - room, last + room],
            "showgrid": False,
            "tickvals": ticks,
        },
        "yaxis": {
            "range": [last + room * 1.6, 1 - room * 1.6],
            "showgrid": False,
            "tickvals": ticks,
        },
        "showlegend": True,
        "legend": {"orientation": "h", "x": 0, "y": 1.06, "yanchor": "bottom", "itemclick": False},
    }
    return in_house_style([_points(points, kind, labels) for kind in KINDS], layout, height=620)


KINDS: Mapping[str, tuple[str, str, str, int]] = {
    "other": ("other councils", SAME, "circle", SIZE),
    "unitary": ("county unitaries", COUNTY_UNITARY, "diamond", SIZE + 1),
    "ours": ("the council picked out", COUNCIL, "star", SIZE + 8),
}
CORNERS = {"high-left": (0, 1), "high-right": (1, 1), "low-left": (0, 0), "low-right": (1, 0)}


def _points(points: Rows, kind: str, labels: str) -> Trace:
    rows = [point for point in points if point["kind"] == kind]
    words, colour, shape, size = KINDS[kind]
    is_council = kind == "ours"
    names = column(rows, "name")
    return {
        "type": "scatter",
        "x": column(rows, "across"),
        "y": column(rows, "up"),
        "name": names[0] if is_council and rows else words,
        "mode": "markers+text" if is_council or labels == "all" else "markers",
        "marker": {
            "size": size,
            "color": colour,
            "symbol": shape,
            "line": {"color": PAPER, "width": 1},
        },
        "text": [f"<b>{name}</b>" for name in names] if is_council else names,
        "textposition": _side(rows, points) if is_council else "top center",
        "textfont": {"color": INK, "size": 16 if is_council else 12},
        "customdata": column(rows, "words"),
        "hovertemplate": "%{customdata}<extra></extra>",
        "showlegend": bool(rows),
        "cliponaxis": False,
    }


def _side(council: Rows, points: Rows) -> str:
    """Return where there is room for the name of the council: towards the middle."""
    right = bool(council) and council[0]["across"] > median(column(points, "across"))
    return "middle left" if right else "middle right"


def _corner(words: str, x: int, y: int) -> dict[str, Any]:
    return {
        "text": words.replace(", ", ",<br>"),
        "align": "left" if x == 0 else "right",
        "x": x,
        "y": y,
        "xref": "paper",
        "yref": "paper",
        "xanchor": "left" if x == 0 else "right",
        "yanchor": "top" if y == 1 else "bottom",
        "showarrow": False,
        "font": {"color": SAME, "size": 14},
        "bgcolor": PAPER,
    }


def _median(value: float, between: str) -> dict[str, Any]:
    other = "y" if between == "x" else "x"
    return {
        "type": "line",
        f"{between}0": value,
        f"{between}1": value,
        f"{other}0": 0,
        f"{other}1": 1,
        f"{other}ref": "paper",
        "line": {"color": SAME, "width": 1},
        "layer": "below",
    }
