"""One indicator over its periods: the council, the group's median and England."""

from collections.abc import Mapping
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from figures.template import COUNCIL, INK, PAPER, SAME, in_house_style

LOOKS: Mapping[str, Mapping[str, Any]] = {
    "ours": {"color": COUNCIL, "dash": "solid", "symbol": "circle", "width": 3},
    "median": {"color": SAME, "dash": "dash", "symbol": "diamond", "width": 2},
    "england": {"color": INK, "dash": "dot", "symbol": "square", "width": 2},
}


def value_history(periods: pd.DataFrame, *, names: Mapping[str, str]) -> go.Figure:
    """Draw a line for each of the council, median and England, over the periods as given.

    ``periods`` has ``period``, ``ours``, ``median``, ``england`` and ``lower`` and ``upper``, the
    published interval of the council; a gap leaves a gap. ``names`` gives each line's name.
    """
    figure = go.Figure()
    for column, look in LOOKS.items():
        if periods[column].notna().any():
            figure.add_trace(_line(periods, column, look, names[column]))
    figure.update_xaxes(type="category", showgrid=False, nticks=12)
    figure.update_layout(
        showlegend=True,
        legend={"orientation": "h", "x": 0, "y": 1.02, "yanchor": "bottom", "itemclick": False},
    )
    return in_house_style(figure, height=360)


def _line(periods: pd.DataFrame, column: str, look: Mapping[str, Any], name: str) -> dict[str, Any]:
    line = {
        "type": "scatter",
        "x": periods["period"],
        "y": periods[column],
        "mode": "lines+markers",
        "name": name,
        "line": {"color": look["color"], "width": look["width"], "dash": look["dash"]},
        "marker": {
            "size": 10,
            "symbol": look["symbol"],
            "color": look["color"],
            "line": {"color": PAPER, "width": 1},
        },
        "hovertemplate": f"{name}, %{{x}}: %{{y}}<extra></extra>",
    }
    if column == "ours" and periods["upper"].notna().any():
        line["error_y"] = {
            "type": "data",
            "symmetric": False,
            "array": periods["upper"] - periods["ours"],
            "arrayminus": periods["ours"] - periods["lower"],
            "color": look["color"],
            "thickness": 1.5,
            "width": 5,
        }
    return line
