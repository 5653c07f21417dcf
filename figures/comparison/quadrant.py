"""Performance up, spending or deprivation across: one point for each council."""

from collections.abc import Mapping
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from figures.template import (
    COUNCIL,
    COUNTY_UNITARY,
    INK,
    PAPER,
    SAME,
    in_house_style,
    rank_ticks,
    wrapped,
)

SIZE = 12


def quadrant(
    points: pd.DataFrame,
    *,
    medians: tuple[float, float],
    axes: tuple[str, str],
    corners: Mapping[Any, str],
    labels: str,
) -> go.Figure:
    """Draw one point for each council, the council picked out and named.

    ``points`` has ``name``, ``across``, ``up`` (ranks, 1 at the top), ``kind`` (ours, unitary or
    other) and ``words``. ``medians`` are those across and up, ``axes`` their titles, ``corners``
    the words of each quadrant by its name, ``labels`` whether the council or all points are named.
    One trace for each kind, in the order of ``KINDS``; within it the points' own order.
    """
    last = float(max(points["across"].max(), points["up"].max())) if len(points) else 1.0
    figure = go.Figure([_points(points, kind, labels) for kind in KINDS])
    for value, between in zip(medians, ("x", "y"), strict=True) if len(points) else ():
        figure.add_shape(**_median(value, between))
    for name, (x, y) in CORNERS.items():
        figure.add_annotation(
            text=corners[name].replace(", ", ",<br>"),
            align="left" if x == 0 else "right",
            x=x,
            y=y,
            xref="paper",
            yref="paper",
            xanchor="left" if x == 0 else "right",
            yanchor="top" if y == 1 else "bottom",
            showarrow=False,
            font={"color": SAME, "size": 14},
            bgcolor=PAPER,
        )
    figure.add_annotation(
        text=f"↑ {axes[1]}", x=0, y=1, xref="paper", yref="paper", xanchor="left",
        yanchor="bottom", yshift=4, showarrow=False, font={"color": INK, "size": 14},
    )  # fmt: skip
    room = last * 0.09
    ticks = rank_ticks(int(last))
    figure.update_xaxes(
        title=wrapped(axes[0], 34, 3), range=[1 - room, last + room], showgrid=False, tickvals=ticks
    )
    figure.update_yaxes(
        range=[last + room * 1.6, 1 - room * 1.6],
        showgrid=False,
        tickvals=ticks,
    )
    figure.update_layout(
        showlegend=True,
        legend={"orientation": "h", "x": 0, "y": 1.06, "yanchor": "bottom", "itemclick": False},
    )
    return in_house_style(figure, height=620)


KINDS: Mapping[str, tuple[str, str, str, int]] = {
    "other": ("other councils", SAME, "circle", SIZE),
    "unitary": ("county unitaries", COUNTY_UNITARY, "diamond", SIZE + 1),
    "ours": ("the council picked out", COUNCIL, "star", SIZE + 8),
}
CORNERS = {"high-left": (0, 1), "high-right": (1, 1), "low-left": (0, 0), "low-right": (1, 0)}


def _points(points: pd.DataFrame, kind: str, labels: str) -> dict[str, Any]:
    rows = points[points["kind"] == kind]
    words, colour, shape, size = KINDS[kind]
    named = kind == "ours" or labels == "all"
    return {
        "type": "scatter",
        "x": rows["across"],
        "y": rows["up"],
        "name": rows["name"].iloc[0] if kind == "ours" and len(rows) else words,
        "mode": "markers+text" if named else "markers",
        "marker": {
            "size": size,
            "color": colour,
            "symbol": shape,
            "line": {"color": PAPER, "width": 1},
        },
        "text": [f"<b>{name}</b>" for name in rows["name"]] if kind == "ours" else rows["name"],
        "textposition": _side(rows, points) if kind == "ours" else "top center",
        "textfont": {"color": INK, "size": 16 if kind == "ours" else 12},
        "customdata": rows["words"],
        "hovertemplate": "%{customdata}<extra></extra>",
        "showlegend": len(rows) > 0,
        "cliponaxis": False,
    }


def _side(council: pd.DataFrame, points: pd.DataFrame) -> str:
    """Return where there is room for the name of the council: towards the middle."""
    right = len(council) and council["across"].iloc[0] > points["across"].median()
    return "middle left" if right else "middle right"


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
