"""England's upper-tier areas in thirds, London again larger; areas that do not compare crossed."""

from collections.abc import Sequence
from typing import Any

from figures.template import (
    INK,
    PAPER,
    RULE,
    SAME,
    THIRDS,
    Figure,
    Rows,
    Trace,
    column,
    in_house_style,
    wrapped,
)

BOUNDARIES = "/assets/maps/england.geojson"
"""The boundaries, which the browser loads from the product itself."""
HEIGHT = 590
OUTSIDE, NOT_COMPARED = "outside", "crossed"
FILLS = {"1": THIRDS[0], "2": THIRDS[1], "3": THIRDS[2], NOT_COMPARED: PAPER, OUTSIDE: PAPER}
"""Each of the thirds has a contrast of 3:1 or more with the other two."""
EDGES = {"1": PAPER, "2": PAPER, "3": SAME, NOT_COMPARED: SAME, OUTSIDE: RULE}
ENGLAND = ([-6.6, 2.0], [49.75, 55.9])
LONDON_AT = ([-0.53, 0.36], [51.27, 51.71])
LONDON = "London"
WESTERN = frozenset({"North West", "South West", "West Midlands"})
"""Regions whose name is drawn to the right of the area, because there is no room to the left."""


def england_map(areas: Rows, *, council_code: str) -> Figure:
    """Draw every area of England in the fill of its third, and London enlarged beside it.

    ``areas`` have ``area_code``, ``name``, ``region``, ``kind`` (1 to 3 for the thirds from the
    highest, crossed, or outside) and ``words``. The area of ``council_code`` is ringed and named.
    """
    london = [area for area in areas if area["region"] == LONDON]
    traces = [
        *_filled(areas, "geo"),
        *_filled(london, "geo2"),
        *_crossed(areas, "geo"),
        *_picked(_of(areas, council_code), "geo", named=True),
        *_picked(_of(london, council_code), "geo2", named=False),
    ]
    layout = {
        "geo": _view(*ENGLAND, across=[0, 1], up=[0, 1]),
        "geo2": _view(*LONDON_AT, across=[0, 0.36], up=[0.66, 0.95]),
        "annotations": [
            {
                "text": "London, larger",
                "x": 0,
                "y": 1,
                "xref": "paper",
                "yref": "paper",
                "xanchor": "left",
                "showarrow": False,
            }
        ],
        "margin": {"l": 0, "r": 0, "t": 4, "b": 4},
    }
    return in_house_style(traces, layout, height=HEIGHT)


def _of(areas: Rows, code: str) -> Rows:
    return [area for area in areas if area["area_code"] == code]


def _filled(areas: Rows, geo: str) -> list[Trace]:
    return [
        _areas([area for area in areas if area["kind"] == kind], kind, geo)
        for kind in sorted(set(column(areas, "kind")))
    ]


def _areas(rows: Rows, kind: str, geo: str) -> Trace:
    return {
        "type": "choropleth",
        "geo": geo,
        "geojson": BOUNDARIES,
        "featureidkey": "id",
        "locations": column(rows, "area_code"),
        "z": [1] * len(rows),
        "colorscale": [[0, FILLS[kind]], [1, FILLS[kind]]],
        "showscale": False,
        "marker": {"line": {"color": EDGES[kind], "width": 0.7}},
        "customdata": column(rows, "words"),
        "hovertemplate": "%{customdata}<extra></extra>",
    }


def _crossed(areas: Rows, geo: str) -> list[Trace]:
    rows = [area for area in areas if area["kind"] == NOT_COMPARED]
    if not rows:
        return []
    marker = {"symbol": "x-thin", "size": 8, "line": {"color": INK, "width": 2}}
    return [_marks(rows, geo) | {"mode": "markers", "marker": marker}]


def _picked(council: Rows, geo: str, *, named: bool) -> list[Trace]:
    if not council:
        return []
    outline = _areas(council, council[0]["kind"], geo)
    outline["marker"] = {"line": {"color": INK, "width": 2.5}}
    side = "right" if council[0]["region"] in WESTERN else "left"
    ring = _marks(council, geo) | {
        "mode": "markers+text" if named else "markers",
        "text": [f"<b>{wrapped(name, 14, 3)}</b>" for name in column(council, "name")],
        "textposition": f"middle {side}",
        "textfont": {"size": 16, "color": INK},
        "marker": {
            "symbol": "circle",
            "size": 12,
            "color": PAPER,
            "line": {"color": INK, "width": 3},
        },
    }
    return [outline, ring]


def _marks(rows: Rows, geo: str) -> Trace:
    return {
        "type": "scattergeo",
        "geo": geo,
        "geojson": BOUNDARIES,
        "featureidkey": "id",
        "locationmode": "geojson-id",
        "locations": column(rows, "area_code"),
        "customdata": column(rows, "words"),
        "hovertemplate": "%{customdata}<extra></extra>",
    }


def _view(
    longitudes: Sequence[float],
    latitudes: Sequence[float],
    *,
    across: Sequence[float],
    up: Sequence[float],
) -> dict[str, Any]:
    nothing = {
        f"show{layer}": False
        for layer in (
            "coastlines",
            "countries",
            "frame",
            "lakes",
            "land",
            "ocean",
            "rivers",
            "subunits",
        )
    }
    return {
        **nothing,
        "visible": False,
        "bgcolor": "rgba(0,0,0,0)",
        "projection": {"type": "mercator"},
        "lonaxis": {"range": list(longitudes), "showgrid": False},
        "lataxis": {"range": list(latitudes), "showgrid": False},
        "domain": {"x": list(across), "y": list(up)},
    }
