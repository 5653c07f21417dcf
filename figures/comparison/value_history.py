"""One indicator over its periods: the council, the group's median and England."""

from collections.abc import Mapping
from typing import Any

from figures.template import (
    COUNCIL,
    INK,
    PAPER,
    SAME,
    Figure,
    Rows,
    Trace,
    column,
    in_house_style,
)

LOOKS: Mapping[str, Mapping[str, Any]] = {
    "ours": {"color": COUNCIL, "dash": "solid", "symbol": "circle", "width": 3},
    "median": {"color": SAME, "dash": "dash", "symbol": "diamond", "width": 2},
    "england": {"color": INK, "dash": "dot", "symbol": "square", "width": 2},
}


def value_history(periods: Rows, *, names: Mapping[str, str]) -> Figure:
    """Draw a line for each of the council, median and England, over the periods as given.

    ``periods`` have ``period``, ``ours``, ``median``, ``england`` and ``lower`` and ``upper``, the
    published interval of the council; a gap leaves a gap. ``names`` gives each line's name.
    """
    traces = [
        _line(periods, name, look, names[name])
        for name, look in LOOKS.items()
        if any(row[name] is not None for row in periods)
    ]
    layout = {
        "xaxis": {"type": "category", "showgrid": False, "nticks": 12},
        "showlegend": True,
        "legend": {"orientation": "h", "x": 0, "y": 1.02, "yanchor": "bottom", "itemclick": False},
    }
    return in_house_style(traces, layout, height=360)


def _line(periods: Rows, which: str, look: Mapping[str, Any], name: str) -> Trace:
    line = {
        "type": "scatter",
        "x": column(periods, "period"),
        "y": column(periods, which),
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
    if which == "ours" and any(row["upper"] is not None for row in periods):
        line["error_y"] = {
            "type": "data",
            "symmetric": False,
            "array": [_between(row["ours"], row["upper"]) for row in periods],
            "arrayminus": [_between(row["lower"], row["ours"]) for row in periods],
            "color": look["color"],
            "thickness": 1.5,
            "width": 5,
        }
    return line


def _between(low: float | None, high: float | None) -> float | None:
    return None if low is None or high is None else high - low
