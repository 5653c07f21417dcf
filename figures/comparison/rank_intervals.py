"""Ranks with their intervals: a dot for the rank, a line for its interval, right is better."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from domain.formatting import ordinal
from figures.template import COUNCIL, INK, PAPER, SAME, in_house_style, rank_ticks, wrapped

ROW = 46


def rank_intervals(ranks: pd.DataFrame, *, furthest: int) -> go.Figure:
    """Draw one row for each rank, first on top.

    ``ranks`` has ``name``, ``rank``, ``low``, ``high`` and ``words``; ``furthest`` is the last
    rank that there is. The axis is reversed, so that the best rank is at the right.
    """
    rows = ranks[::-1].reset_index(drop=True)
    figure = go.Figure([_intervals(rows), _points(rows)])
    figure.update_xaxes(
        range=[furthest + 1.5, -2.2],
        tickvals=rank_ticks(furthest),
        ticktext=[ordinal(tick) for tick in rank_ticks(furthest)],
        side="top",
    )
    figure.update_yaxes(
        range=[-0.6, len(rows) - 0.4],
        tickvals=list(range(len(rows))),
        ticktext=[f"{wrapped(name, 30, 2)}  " for name in rows["name"]],
        showgrid=False,
    )
    return in_house_style(figure, height=ROW * len(rows) + 80)


def _intervals(rows: pd.DataFrame) -> dict[str, Any]:
    across: list[float | None] = []
    up: list[float | None] = []
    for row_index, (low, high) in enumerate(zip(rows["low"], rows["high"], strict=True)):
        across += [low, high, None]
        up += [row_index, row_index, None]
    return {
        "type": "scatter",
        "x": across,
        "y": up,
        "mode": "lines",
        "line": {"color": SAME, "width": 7},
        "hoverinfo": "skip",
    }


def _points(rows: pd.DataFrame) -> dict[str, Any]:
    return {
        "type": "scatter",
        "x": rows["rank"],
        "y": list(range(len(rows))),
        "mode": "markers+text",
        "marker": {"size": 17, "color": COUNCIL, "line": {"color": PAPER, "width": 2}},
        "text": [f"<b>{ordinal(rank)}</b>" for rank in rows["rank"]],
        "textposition": "top center",
        "textfont": {"color": INK, "size": 14},
        "customdata": rows["words"],
        "hovertemplate": "%{customdata}<extra></extra>",
        "cliponaxis": False,
    }
