"""How many indicators improved, stayed or worsened, edition by edition."""

from figures.template import (
    BETTER,
    INK,
    PAPER,
    SAME,
    WORSE,
    Figure,
    Rows,
    Trace,
    column,
    in_house_style,
)

PARTS = (
    ("improved", "improved", BETTER, PAPER),
    ("no_change", "no real change", SAME, PAPER),
    ("worsened", "worsened", WORSE, PAPER),
    ("undetermined", "cannot be told", PAPER, INK),
)


def year_counts(counts: Rows) -> Figure:
    """Draw one bar for each edition, oldest on top, with the count inside each part.

    ``counts`` have ``edition`` (the bar's label) and ``improved``, ``no_change``, ``worsened``,
    ``undetermined``.
    """
    layout = {
        "barmode": "stack",
        "showlegend": True,
        "legend": {
            "orientation": "h",
            "y": 1.02,
            "yanchor": "bottom",
            "x": 0,
            "traceorder": "normal",
        },
        "xaxis": {"title": {"text": "indicators"}, "rangemode": "tozero"},
        "yaxis": {"autorange": "reversed", "ticksuffix": "  "},
    }
    parts = [_part(counts, *part) for part in PARTS]
    return in_house_style(parts, layout, height=64 * len(counts) + 150)


def _part(counts: Rows, which: str, words: str, colour: str, text_colour: str) -> Trace:
    numbers = column(counts, which)
    return {
        "type": "bar",
        "x": numbers,
        "y": column(counts, "edition"),
        "name": words,
        "orientation": "h",
        "marker": {
            "color": colour,
            "line": {"color": INK if colour == PAPER else PAPER, "width": 1},
        },
        "text": numbers,
        "textposition": "inside",
        "insidetextanchor": "middle",
        "textangle": 0,
        "constraintext": "none",
        "textfont": {"color": text_colour},
        "hovertemplate": f"%{{y}}: %{{x}} {words}<extra></extra>",
    }
