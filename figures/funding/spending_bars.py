"""Spending by service beside a group: range as line, middle at 100, council as dot."""

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

MIDDLE = 100
LEAST, MOST = 0, 200
ROW = 82
ABOVE = 0.46
TICKS = (0, 50, 100, 150, 200)


def spending_bars(services: Rows) -> Figure:
    """Draw one row for each service, first on top.

    ``services`` have ``label``, ``ours`` (None where there is no figure), ``low``, ``high`` (all
    as parts of the middle, which is 100) and ``words``. A value beyond 0 or 200 is drawn at the
    edge with an arrow and its figure.
    """
    rows = [{**row, "place": index} for index, row in enumerate(reversed(services))]
    layout = {
        "shapes": [_middle(len(rows))],
        "annotations": [part for row in rows for part in _words(row)],
        "xaxis": {
            "range": [LEAST, MOST],
            "tickvals": list(TICKS),
            "ticktext": [f"{tick}" if tick != MIDDLE else "<b>100 = middle</b>" for tick in TICKS],
            "side": "top",
        },
        "yaxis": {"range": [-0.4, len(rows) - 0.3], "showticklabels": False, "showgrid": False},
        "margin": {"l": 8, "r": 20, "t": 36, "b": 28},
    }
    return in_house_style([_range(rows), _council_marks(rows)], layout, height=ROW * len(rows) + 70)


def _range(rows: Rows) -> Trace:
    return {
        "type": "scatter",
        "x": [at for row in rows for at in (row["low"], row["high"], None)],
        "y": [at for row in rows for at in (row["place"], row["place"], None)],
        "mode": "lines+markers",
        "line": {"color": SAME, "width": 3},
        "marker": {"symbol": "line-ns", "size": 12, "line": {"color": SAME, "width": 3}},
        "hoverinfo": "skip",
    }


def _council_marks(rows: Rows) -> Trace:
    return {
        "type": "scatter",
        "x": column(rows, "ours"),
        "y": column(rows, "place"),
        "mode": "markers",
        "marker": {"size": 18, "color": COUNCIL, "line": {"color": PAPER, "width": 2}},
        "customdata": column(rows, "words"),
        "hovertemplate": "%{customdata}<extra></extra>",
    }


def _middle(rows: int) -> dict[str, Any]:
    return {
        "type": "line",
        "x0": MIDDLE,
        "x1": MIDDLE,
        "y0": -0.5,
        "y1": rows - 0.3,
        "line": {"color": INK, "width": 1},
        "layer": "below",
    }


def _words(row: Mapping[str, Any]) -> list[dict[str, Any]]:
    name = {
        "text": row["label"],
        "x": 0,
        "xref": "paper",
        "xanchor": "left",
        "y": row["place"] + ABOVE,
        "showarrow": False,
        "bgcolor": PAPER,
    }
    return [name, _end(row, "low"), _end(row, "high"), *_dot(row)]


def _end(row: Mapping[str, Any], which: str) -> dict[str, Any]:
    return _number(row[which], row["place"]) | {"yshift": -15, "font": {"color": SAME, "size": 13}}


def _dot(row: Mapping[str, Any]) -> list[dict[str, Any]]:
    if row["ours"] is None:
        return []
    label = _number(row["ours"], row["place"])
    return [label | {"text": f"<b>{label['text']}</b>", "yshift": 19, "font": {"color": COUNCIL}}]


def _number(value: float, place: int) -> dict[str, Any]:
    at = min(MOST, max(LEAST, value))
    before, after = "◂ " if value < LEAST else "", " ▸" if value > MOST else ""
    return {
        "text": f"{before}{value:,.0f}{after}",
        "x": at,
        "y": place,
        "xanchor": "left" if at == LEAST else "right" if at == MOST else "center",
        "showarrow": False,
    }
