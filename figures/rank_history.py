"""A rank over the years, the best at the top, with the interval of each."""

import pandas as pd
import plotly.graph_objects as go

from domain.wording_of_councils import ordinal
from figures.template import INK, OURS, PAPER, SAME, in_house_style


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
            x=years["year"],
            y=years["rank"],
            mode="lines+markers",
            line={"color": OURS, "width": 3},
            marker={"size": 12, "color": OURS, "line": {"color": PAPER, "width": 2}},
            customdata=years["n"],
            hovertemplate="%{x}: %{y} of %{customdata}<extra></extra>",
        )
    )
    figure.add_trace(_labels(years))
    last = int(years["n"].max())
    ticks = [1, *range(10, last + 1, 10)] if last > 9 else list(range(1, last + 1))  # noqa: PLR2004
    figure.update_xaxes(type="category", showgrid=False)
    figure.update_yaxes(
        range=[last + 0.8, -last * 0.12],
        tickvals=ticks,
        ticktext=[f"{ordinal(each)}  " for each in ticks],
    )
    return in_house_style(figure, height=340)


def _labels(years: pd.DataFrame) -> go.Scatter:
    """Each rank in words, above its interval."""
    return go.Scatter(
        x=years["year"],
        y=years["low"] if "low" in years else years["rank"],
        mode="text",
        text=["" if pd.isna(rank) else f"<b>{ordinal(rank)}</b>" for rank in years["rank"]],
        textposition="top center",
        textfont={"color": INK, "size": 14},
        hoverinfo="skip",
        cliponaxis=False,
    )


def _intervals(years: pd.DataFrame) -> go.Scatter:
    across: list[str | None] = []
    up: list[float | None] = []
    for year, low, high in zip(years["year"], years["low"], years["high"], strict=True):
        across += [year, year, None]
        up += [low, high, None]
    return go.Scatter(
        x=across,
        y=up,
        mode="lines",
        line={"color": SAME, "width": 7},
        hoverinfo="skip",
        connectgaps=False,
    )
