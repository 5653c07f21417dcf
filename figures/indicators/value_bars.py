"""One indicator's figures side by side: now, before, and the target as a line."""

import pandas as pd
import plotly.graph_objects as go

from figures.template import COUNCIL, INK, OTHERS, PAPER, in_house_style, wrapped


def value_bars(figures: pd.DataFrame, *, target: float | None, target_label: str) -> go.Figure:
    """Draw one bar for each figure, newest on top, the council in the accent.

    ``figures`` has ``label`` (the period), ``number``, ``printed`` and ``now`` (whether it is
    this edition's figure). The axis begins at 0, so lengths compare.
    """
    figure = go.Figure(
        go.Bar(
            x=figures["number"],
            y=[wrapped(label, 22, 3) for label in figures["label"]],
            orientation="h",
            marker={"color": [COUNCIL if now else OTHERS for now in figures["now"]]},
            text=figures["printed"],
            textposition="auto",
            insidetextfont={"color": [PAPER if now else INK for now in figures["now"]]},
            outsidetextfont={"color": INK},
            textangle=0,
            cliponaxis=False,
            hovertemplate="%{y}: %{text}<extra></extra>",
        )
    )
    if target is not None:
        figure.add_vline(target, line={"color": INK, "width": 2, "dash": "dash"})
        figure.add_annotation(
            x=target, y=1, yref="paper", yanchor="bottom", text=target_label, showarrow=False
        )
    figure.update_xaxes(zeroline=True, zerolinecolor=INK)
    figure.update_yaxes(autorange="reversed", ticksuffix="  ", type="category")
    figure.update_xaxes(rangemode="tozero", showticklabels=False, showgrid=False)
    return in_house_style(figure, height=62 * len(figures) + 80)
