"""Every area as a column, the highest first; the council in the accent and named."""

from collections.abc import Mapping
from typing import Any

from domain.formatting import ordinal
from figures.template import (
    BETTER,
    COUNCIL,
    INK,
    OTHERS,
    PALE,
    PAPER,
    SAME,
    Figure,
    Rows,
    Trace,
    column,
    in_house_style,
)

HEIGHT = 440
HEADROOM = 1.22
OURS_UP, OTHER_UP = 54, 92
FILLS = {"ours": COUNCIL, "other": INK, "partly": PALE, "": OTHERS}
EDGES = {"ours": COUNCIL, "other": INK, "partly": SAME, "": SAME}
PATTERNS = {"other": "/", "partly": "."}
EVERY = ((8, 1), (40, 5))
SELDOM = 50
"""The distance of ticks for a number of areas up to a limit, and the distance for more."""


def league_columns(columns: Rows, *, middle: float, reach: float) -> Figure:
    """Draw one column for each area in the given order.

    ``columns`` have ``name``, ``per_head``, ``rank`` (None outside the group), ``kind`` (ours,
    other for the area whose rate is used, partly, or nothing) and ``words``. Columns above ``reach``
    are cut there; ``middle`` is drawn as a dotted line.
    """
    layout = {
        "shapes": [_across(middle, "dot")],
        "annotations": _names(columns, reach),
        "xaxis": _places(columns),
        "yaxis": _pounds(reach),
        "bargap": 0.18,
    }
    return in_house_style([_columns(columns)], layout, height=HEIGHT)


def floor_columns(columns: Rows, *, floor: float, label: str, reach: float) -> Figure:
    """Draw the same with what a floor adds stacked on top, and the floor as a named line.

    ``columns`` have ``gain`` (pounds per head) too.
    """
    top = max(reach, floor)
    layout = {
        "shapes": [_across(floor, "dash")],
        "annotations": [*_names(columns, top), _floor(floor, label)],
        "xaxis": _places(columns),
        "yaxis": _pounds(top),
        "barmode": "stack",
        "bargap": 0.18,
        "margin": {"l": 8, "r": 66, "t": 36, "b": 28},
    }
    return in_house_style([_columns(columns), _gains(columns)], layout, height=HEIGHT)


def _columns(rows: Rows) -> Trace:
    kinds = column(rows, "kind")
    return {
        "type": "bar",
        "x": list(range(len(rows))),
        "y": column(rows, "per_head"),
        "marker": {
            "color": [FILLS[kind] for kind in kinds],
            "line": {"color": [EDGES[kind] for kind in kinds], "width": 1},
            "pattern": {
                "shape": [PATTERNS.get(kind, "") for kind in kinds],
                "bgcolor": PAPER,
                "size": 4,
            },
        },
        "customdata": column(rows, "words"),
        "hovertemplate": "%{customdata}<extra></extra>",
    }


def _gains(rows: Rows) -> Trace:
    return {
        "type": "bar",
        "x": list(range(len(rows))),
        "y": column(rows, "gain"),
        "marker": {
            "color": PAPER,
            "line": {"color": BETTER, "width": [1 if gain else 0 for gain in column(rows, "gain")]},
            "pattern": {"shape": "/", "fgcolor": BETTER, "size": 4},
        },
        "customdata": column(rows, "words"),
        "hovertemplate": "%{customdata}<extra></extra>",
    }


def _across(height: float, dash: str) -> dict[str, Any]:
    line = {"color": INK, "width": 2, "dash": dash}
    return {
        "type": "line",
        "xref": "paper",
        "x0": 0,
        "x1": 1,
        "y0": height,
        "y1": height,
        "line": line,
    }


def _floor(height: float, label: str) -> dict[str, Any]:
    return {
        "text": label,
        "x": 1,
        "xref": "paper",
        "xanchor": "left",
        "xshift": 4,
        "y": height,
        "align": "left",
        "showarrow": False,
        "font": {"size": 14},
    }


def _names(rows: Rows, reach: float) -> list[dict[str, Any]]:
    return [
        _name(row, index, len(rows), reach)
        for index, row in enumerate(rows)
        if row["kind"] in ("ours", "other")
    ]


def _name(row: Mapping[str, Any], index: int, n: int, reach: float) -> dict[str, Any]:
    is_council = row["kind"] == "ours"
    height = row["per_head"] + row.get("gain", 0)
    return {
        "text": f"<b>{row['name']}</b>" if is_council else row["name"],
        "x": index,
        "y": min(height, reach),
        "ax": 0,
        "ay": -(OURS_UP if is_council else OTHER_UP),
        "xanchor": "left" if index < n / 2 else "right",
        "arrowcolor": INK,
        "arrowwidth": 1,
        "arrowhead": 0,
        "standoff": 2,
        "bgcolor": PAPER,
        "borderpad": 1,
        "font": {"color": COUNCIL if is_council else INK},
    }


def _places(rows: Rows) -> dict[str, Any]:
    n = len(rows)
    step = next((step for most, step in EVERY if n <= most), SELDOM)
    wanted = {1, *range(step, n + 1, step)}
    ticks = [(index, rank) for index, rank in enumerate(column(rows, "rank")) if rank in wanted]
    return {
        "range": [-1, n],
        "tickvals": [index for index, _ in ticks],
        "ticktext": [ordinal(rank) for _, rank in ticks],
        "showgrid": False,
    }


def _pounds(reach: float) -> dict[str, Any]:
    return {"range": [0, reach * HEADROOM], "tickprefix": "£", "tickformat": ",.0f", "nticks": 6}
