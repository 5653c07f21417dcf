"""One indicator's figures side by side: now, before, and the target as a line."""

from collections.abc import Sequence
from typing import Any

from figures.template import (
    COUNCIL,
    INK,
    OTHERS,
    PAPER,
    Figure,
    Rows,
    column,
    in_house_style,
    wrapped,
)


def value_bars(figures: Rows, *, target: float | None, target_label: str) -> Figure:
    """Draw one bar for each figure, newest on top, the council in the accent.

    ``figures`` have ``label`` (the period), ``number``, ``printed`` and ``now`` (whether it is
    this edition's figure). The axis begins at 0, so lengths compare.
    """
    bars = {
        "type": "bar",
        "x": column(figures, "number"),
        "y": [wrapped(row["label"], 22, 3) for row in figures],
        "orientation": "h",
        "marker": {"color": [COUNCIL if row["now"] else OTHERS for row in figures]},
        "text": column(figures, "printed"),
        "textposition": "auto",
        "insidetextfont": {"color": [PAPER if row["now"] else INK for row in figures]},
        "outsidetextfont": {"color": INK},
        "textangle": 0,
        "cliponaxis": False,
        "hovertemplate": "%{y}: %{text}<extra></extra>",
    }
    layout: dict[str, Any] = {
        "xaxis": {
            "zeroline": True,
            "zerolinecolor": INK,
            "rangemode": "tozero",
            "showticklabels": False,
            "showgrid": False,
        },
        "yaxis": {"autorange": "reversed", "ticksuffix": "  ", "type": "category"},
    }
    if target is not None:
        layout |= _target(target, target_label, column(figures, "number"))
    return in_house_style([bars], layout, height=62 * len(figures) + 80)


SIDES = ("left", "center", "right")


def _target(at: float, label: str, numbers: Sequence[float]) -> dict[str, Any]:
    """Return the line of a target and its label, which leans away from the edge that it is near."""
    low, high = min(0.0, at, *numbers), max(0.0, at, *numbers)
    third = int(3 * (at - low) / ((high - low) or 1.0))
    line = {
        "type": "line",
        "x0": at,
        "x1": at,
        "y0": 0,
        "y1": 1,
        "yref": "paper",
        "line": {"color": INK, "width": 2, "dash": "dash"},
    }
    words = {
        "x": at,
        "y": 1,
        "yref": "paper",
        "xanchor": SIDES[min(third, 2)],
        "yanchor": "bottom",
        "text": label,
        "showarrow": False,
    }
    return {"shapes": [line], "annotations": [words]}
