"""A rank over the years, the best at the top, with the interval of each."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from domain.formatting import ordinal
from figures.template import COUNCIL, INK, PAPER, SAME, in_house_style

MANY = 13


def rank_history(years: pd.DataFrame) -> go.Figure:
    """Draw one point for each year that has a rank, joined in order.

    ``years`` has ``year`` (a label), ``rank``, ``n`` (how many are ranked) and, where ranks have
    intervals, ``low`` and ``high``. A year without a rank leaves a gap.
    """
    figure = go.Figure()
    if "low" in years:
        figure.add_trace(_intervals(years))
    figure.add_trace(
        go.Scatter(
            x=list(range(len(years))),
            y=years["rank"],
            mode="lines+markers",
            line={"color": COUNCIL, "width": 3},
            marker={"size": 12, "color": COUNCIL, "line": {"color": PAPER, "width": 2}},
            customdata=years[["year", "n"]],
            hovertemplate="%{customdata[0]}: %{y} of %{customdata[1]}<extra></extra>",
        )
    )
    figure.update_layout(annotations=_labels(years))
    last = int(years["n"].max())
    # up to nine councils every rank has its tick
    ticks = [1, *range(10, last + 1, 10)] if last > 9 else list(range(1, last + 1))  # noqa: PLR2004
    shown = range(0, len(years), 1 + len(years) // MANY)
    figure.update_xaxes(
        range=[-0.5, len(years) - 0.5],
        tickvals=list(shown),
        ticktext=[years["year"].iloc[index] for index in shown],
        showgrid=False,
    )
    figure.update_yaxes(
        range=[last + 0.8, -last * 0.12],
        tickvals=ticks,
        ticktext=[f"{ordinal(tick)}  " for tick in ticks],
    )
    return in_house_style(figure, height=340)


def _labels(years: pd.DataFrame) -> list[dict[str, Any]]:
    """Return the labels above the intervals: each rank in words."""
    best = years["low"] if "low" in years else years["rank"]
    return [
        {
            "x": index,
            "y": top,
            "text": f"<b>{ordinal(rank)}</b>",
            "showarrow": False,
            "yshift": 17,
            "bgcolor": PAPER,
            "font": {"color": INK, "size": 14},
        }
        for index, (rank, top) in enumerate(zip(years["rank"], best, strict=True))
        if not pd.isna(rank)
    ]


def _intervals(years: pd.DataFrame) -> go.Scatter:
    across: list[int | None] = []
    up: list[float | None] = []
    for index, (low, high) in enumerate(zip(years["low"], years["high"], strict=True)):
        across += [index, index, None]
        up += [low, high, None]
    return go.Scatter(
        x=across,
        y=up,
        mode="lines",
        line={"color": SAME, "width": 7},
        hoverinfo="skip",
        connectgaps=False,
    )
