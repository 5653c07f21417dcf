"""The house style: fonts, colours, margins. Figures set none of their own.

A figure is plain data in plotly's form (``data`` and ``layout``): building ``go.Figure`` objects
costs more than everything else on a page. The tests check each figure against ``go.Figure``.
Colours are the Government Analysis Function's palette and the tokens of the theme.
"""

from collections.abc import Mapping, Sequence
from typing import Any

Rows = Sequence[Mapping[str, Any]]
"""The rows that a chart is drawn from, each a mapping of column to value; None where there is none."""
Figure = dict[str, Any]
Trace = dict[str, Any]

INK = "#1b2330"
RULE = "#d8dbd5"
PAPER = "#ffffff"
COUNCIL = "#12436D"
OTHERS = "#BFBFBF"
BETTER = "#0b6b62"
WORSE = "#801650"
SAME = "#5d6673"
COUNTY_UNITARY = "#7a3b0c"
PALE = "#e6eaef"
THIRDS = ("#0b2239", "#55799f", "#dfeaf6")
"""The highest, the middle and the lowest third of a map, each with a contrast of 3:1 to the next."""
FEW_RANKS = 40
FONT = "Atkinson Hyperlegible Next, Arial, sans-serif"

HOUSE: Mapping[str, Any] = {
    "layout": {
        "font": {"family": FONT, "size": 15, "color": INK},
        "paper_bgcolor": PAPER,
        "plot_bgcolor": PAPER,
        "margin": {"l": 8, "r": 8, "t": 36, "b": 28},
        "showlegend": False,
        "hoverlabel": {"font": {"family": FONT, "size": 15, "color": INK}, "bgcolor": PAPER},
        "hovermode": "closest",
        "dragmode": False,
        "xaxis": {
            "tickangle": 0,
            "gridcolor": RULE,
            "zeroline": False,
            "fixedrange": True,
            "automargin": True,
        },
        "yaxis": {"gridcolor": RULE, "zeroline": False, "fixedrange": True, "automargin": True},
        "bargap": 0.35,
    }
}


def rank_ticks(last: int) -> list[int]:
    """Return the ranks that an axis names: the first, then every few up to the last."""
    step = 5 if last <= FEW_RANKS else 25
    return [1, *range(step, last + 1, step)]


def in_house_style(traces: Sequence[Trace], layout: Mapping[str, Any], *, height: float) -> Figure:
    """Return a figure of these traces in the house style, with its height in pixels."""
    return {"data": list(traces), "layout": {**layout, "template": HOUSE, "height": int(height)}}


def column(rows: Rows, name: str) -> list[Any]:
    """Return one column of the rows."""
    return [row[name] for row in rows]


def wrapped(text: str, width: int, lines: int) -> str:
    """Return a label with line breaks between words, with "…" where more than ``lines`` are needed."""
    rows: list[str] = [""]
    for word in text.split():
        if rows[-1] and len(rows[-1]) + 1 + len(word) > width:
            rows.append("")
        rows[-1] = f"{rows[-1]} {word}".strip()
    if len(rows) > lines:
        rows = [*rows[:lines]]
        rows[-1] = f"{rows[-1]}…"
    return "<br>".join(rows)
