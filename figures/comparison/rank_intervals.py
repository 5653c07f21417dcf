"""Ranks with their intervals: a dot for the rank, a line for its interval, right is better."""

from domain.formatting import ordinal
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
    rank_ticks,
    wrapped,
)

ROW = 46


def rank_intervals(ranks: Rows, *, furthest: int) -> Figure:
    """Draw one row for each rank, first on top.

    ``ranks`` have ``name``, ``rank``, ``low``, ``high`` and ``words``; ``furthest`` is the last
    rank that there is. The axis is reversed, so that the best rank is at the right.
    """
    rows = list(reversed(ranks))
    ticks = rank_ticks(furthest)
    layout = {
        "xaxis": {
            "range": [furthest + 1.5, -2.2],
            "tickvals": ticks,
            "ticktext": [ordinal(tick) for tick in ticks],
            "side": "top",
        },
        "yaxis": {
            "range": [-0.6, len(rows) - 0.4],
            "tickvals": list(range(len(rows))),
            "ticktext": [f"{wrapped(row['name'], 30, 2)}  " for row in rows],
            "showgrid": False,
        },
    }
    return in_house_style([_intervals(rows), _points(rows)], layout, height=ROW * len(rows) + 80)


def _intervals(rows: Rows) -> Trace:
    return {
        "type": "scatter",
        "x": [at for row in rows for at in (row["low"], row["high"], None)],
        "y": [at for index in range(len(rows)) for at in (index, index, None)],
        "mode": "lines",
        "line": {"color": SAME, "width": 7},
        "hoverinfo": "skip",
    }


def _points(rows: Rows) -> Trace:
    return {
        "type": "scatter",
        "x": column(rows, "rank"),
        "y": list(range(len(rows))),
        "mode": "markers+text",
        "marker": {"size": 17, "color": COUNCIL, "line": {"color": PAPER, "width": 2}},
        "text": [f"<b>{ordinal(row['rank'])}</b>" for row in rows],
        "textposition": "top center",
        "textfont": {"color": INK, "size": 14},
        "customdata": column(rows, "words"),
        "hovertemplate": "%{customdata}<extra></extra>",
        "cliponaxis": False,
    }
