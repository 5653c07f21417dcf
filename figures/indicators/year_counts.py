"""How many indicators improved, stayed or worsened, edition by edition."""

import pandas as pd
import plotly.graph_objects as go

from figures.template import BETTER, INK, PAPER, SAME, WORSE, in_house_style

PARTS = (
    ("improved", "improved", BETTER, PAPER),
    ("no_change", "no real change", SAME, PAPER),
    ("worsened", "worsened", WORSE, PAPER),
    ("undetermined", "cannot be told", PAPER, INK),
)


def year_counts(counts: pd.DataFrame) -> go.Figure:
    """Draw one bar for each edition, oldest on top, with the count inside each part.

    ``counts`` has ``edition`` (the bar's label) and ``improved``, ``no_change``, ``worsened``,
    ``undetermined``.
    """
    figure = go.Figure()
    for column, words, colour, text_colour in PARTS:
        figure.add_trace(
            go.Bar(
                x=counts[column],
                y=counts["edition"],
                name=words,
                orientation="h",
                marker={
                    "color": colour,
                    "line": {"color": INK if colour == PAPER else PAPER, "width": 1},
                },
                text=counts[column],
                textposition="inside",
                insidetextanchor="middle",
                textangle=0,
                constraintext="none",
                textfont={"color": text_colour},
                hovertemplate=f"%{{y}}: %{{x}} {words}<extra></extra>",
            )
        )
    figure.update_layout(
        barmode="stack",
        showlegend=True,
        legend={"orientation": "h", "y": 1.02, "yanchor": "bottom", "x": 0, "traceorder": "normal"},
    )
    figure.update_xaxes(title="indicators", rangemode="tozero")
    figure.update_yaxes(autorange="reversed", ticksuffix="  ")
    return in_house_style(figure, height=64 * len(counts) + 150)
