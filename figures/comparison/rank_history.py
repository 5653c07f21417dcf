"""A rank over the years, the best at the top, with the interval of each."""

from typing import Any

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
)

MANY = 13


def rank_history(years: Rows) -> Figure:
    """Draw one point for each year that has a rank, joined in order.

    ``years`` have ``year`` (a label), ``rank``, ``n`` (how many are ranked) and, where ranks have
    intervals, ``low`` and ``high``. A year without a rank leaves a gap.
    """
    last = int(max(column(years, "n")))
    # up to nine councils every rank has its tick
    ticks = [1, *range(10, last + 1, 10)] if last > 9 else list(range(1, last + 1))  # noqa: PLR2004
    shown = range(0, len(years), 1 + len(years) // MANY)
    layout = {
        "annotations": _labels(years),
        "xaxis": {
            "range": [-0.5, len(years) - 0.5],
            "tickvals": list(shown),
            "ticktext": [years[index]["year"] for index in shown],
            "showgrid": False,
        },
        "yaxis": {
            "range": [last + 0.8, -last * 0.12],
            "tickvals": ticks,
            "ticktext": [f"{ordinal(tick)}  " for tick in ticks],
        },
    }
    ranks = {
        "type": "scatter",
        "x": list(range(len(years))),
        "y": column(years, "rank"),
        "mode": "lines+markers",
        "line": {"color": COUNCIL, "width": 3},
        "marker": {"size": 12, "color": COUNCIL, "line": {"color": PAPER, "width": 2}},
        "customdata": [[row["year"], row["n"]] for row in years],
        "hovertemplate": "%{customdata[0]}: %{y} of %{customdata[1]}<extra></extra>",
    }
    with_intervals = "low" in years[0]
    return in_house_style(
        [*([_intervals(years)] if with_intervals else []), ranks], layout, height=340
    )


def _labels(years: Rows) -> list[dict[str, Any]]:
    """Return the labels above the intervals: each rank in words."""
    return [
        {
            "x": index,
            "y": row.get("low", row["rank"]),
            "text": f"<b>{ordinal(row['rank'])}</b>",
            "showarrow": False,
            "yshift": 17,
            "bgcolor": PAPER,
            "font": {"color": INK, "size": 14},
        }
        for index, row in enumerate(years)
        if row["rank"] is not None
    ]


def _intervals(years: Rows) -> Trace:
    return {
        "type": "scatter",
        "x": [at for index in range(len(years)) for at in (index, index, None)],
        "y": [at for row in years for at in (row["low"], row["high"], None)],
        "mode": "lines",
        "line": {"color": SAME, "width": 7},
        "hoverinfo": "skip",
        "connectgaps": False,
    }
