"""Every council's value of one indicator on one line, right is better."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from figures.template import COUNCIL, INK, PAPER, SAME, in_house_style

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
    values: pd.DataFrame,
    *,
    cuts: Sequence[float],
    lines: Mapping[str, float],
    lower_is_better: bool,
) -> go.Figure:
    """Draw one dot for each council, stacked where they would hide one another.

    ``values`` has ``name``, ``value``, ``kind`` (ours, group or other) and ``words``. ``cuts`` are
    the last values of the 1st, 2nd and 3rd quartile of the group, ``lines`` other values to name,
    such as England's; one outside the councils' range is left out. The better values are at the
    right.
    """
    stacked = _stacked(values)
    top = int(stacked["height"].max())
    figure = go.Figure([_dots(stacked, kind) for kind in KINDS])
    low, high = float(values["value"].min()), float(values["value"].max())
    room = (high - low) * 0.04 or 1.0
    ends = (low - room, high + room)
    lines = {name: at for name, at in lines.items() if ends[0] <= at <= ends[1]}
    figure.update_layout(
        shapes=[*(_line(at, "dot") for at in cuts), *(_line(at, "solid") for at in lines.values())],
        annotations=[
            *_quarters(cuts, *(ends if lower_is_better else ends[::-1])),
            *_names(lines, *(ends if not lower_is_better else ends[::-1])),
        ],
        showlegend=True,
        legend={"orientation": "h", "x": 0, "y": -0.12, "yanchor": "top", "itemclick": False},
        margin={"t": 34 + 22 * len(lines)},
    )
    figure.update_xaxes(range=ends[::-1] if lower_is_better else ends, nticks=8)
    figure.update_yaxes(range=[-0.8, max(top + 3.2, 7)], visible=False)
    return in_house_style(figure, height=int(ROW * max(top + 4, 8) + 150 + 22 * len(lines)))


def _stacked(values: pd.DataFrame) -> pd.DataFrame:
    """Return the values with heights in their bins: the council, then the group, then others."""
    order = values["kind"].map({"ours": 0, "group": 1, "other": 2})
    rows = values.assign(order=order).sort_values(["order", "value"], kind="stable")
    spread = float(rows["value"].max() - rows["value"].min()) or 1.0
    bins = np.floor((rows["value"] - rows["value"].min()) / spread * BINS)
    return rows.assign(height=rows.groupby(bins).cumcount())


def _dots(rows: pd.DataFrame, kind: str) -> dict[str, Any]:
    chosen_rows = rows[rows["kind"] == kind]
    words, shape, colour = KINDS[kind]
    named = kind == "ours" and len(chosen_rows) > 0
    return {
        "type": "scatter",
        "x": chosen_rows["value"],
        "y": chosen_rows["height"],
        "mode": "markers",
        "name": chosen_rows["name"].iloc[0] if named else words,
        "showlegend": len(chosen_rows) > 0,
        "marker": {
            "size": DOT + 8 if kind == "ours" else DOT - 1,
            "symbol": shape,
            "color": colour,
            "line": {"color": PAPER if kind == "ours" else colour, "width": 1},
        },
        "customdata": chosen_rows["words"],
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
