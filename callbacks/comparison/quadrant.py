"""Quadrant charts: a theme's performance against what councils spend, or how deprived they are."""

import math
from collections.abc import Sequence
from typing import Any

import pandas as pd

from callbacks.address import Address
from callbacks.comparison.comparison_request import (
    ComparisonRequest,
    comparison_request,
)
from domain.comparison import rank_wording
from domain.comparison.quadrants import Across, medians
from domain.comparison.terms import AreaClass, Theme
from domain.funding.spending import YEAR, service_of
from domain.funding.theme_quadrant import theme_quadrant
from figures.comparison.quadrant import KINDS, quadrant
from figures.template import Figure
from layouts.comparison import quadrant as layout
from layouts.comparison.comparison import theme_choice
from layouts.comparison.quadrant import Point, QuadrantView
from layouts.shell import PageContent


def view(address: Address) -> PageContent:
    """Show the chart of the theme, the group and the measure that the address asks for."""
    request = comparison_request(address)
    theme = Theme(request.chosen("theme", list(Theme)))
    across = Across(request.chosen("across", list(Across)))
    labels = request.chosen("labels", [value for value, _ in layout.LABELS])
    ranked = request.theme_ranks(theme)
    areas = request.figures.geography.areas
    table = _with_kinds(request, theme_quadrant(ranked, theme, across, request.figures, areas))
    return request.with_notices(
        layout.page(
            QuadrantView(
                council=request.council,
                group=request.group,
                theme=theme,
                across=across,
                measure=_measure(request, theme, across),
                indicators=len(ranked.series),
                points=_points(request, table),
                figure=_figure(table, across, labels),
                chosen=[
                    *request.area_choices,
                    theme_choice(theme),
                    layout.across_choice(across),
                    layout.labels_choice(labels),
                ],
                keep=request.keep,
            )
        )
    )


def _measure(request: ComparisonRequest, theme: Theme, across: Across) -> str:
    if across is Across.DEPRIVATION:
        return rank_wording.deprivation_measure()
    return rank_wording.spending_measure(service_of(request.figures.services, theme).name, YEAR)


def _with_kinds(request: ComparisonRequest, points: pd.DataFrame) -> pd.DataFrame:
    return points.assign(kind=[_kind(request, code) for code in points["area_code"]])


def _kind(request: ComparisonRequest, code: str) -> str:
    if code == request.council.code:
        return "ours"
    unitary = request.figures.geography.areas[code].area_class is AreaClass.COUNTY_UNITARY
    return "unitary" if unitary else "other"


def _points(request: ComparisonRequest, table: pd.DataFrame) -> Sequence[Point]:
    traces = list(KINDS)
    drawn = dict.fromkeys(traces, 0)
    points = []
    for row in table.to_dict("records"):
        trace = index = -1
        if row["quadrant"]:
            trace, index = traces.index(row["kind"]), drawn[row["kind"]]
            drawn[row["kind"]] += 1
        points.append(
            Point(
                area=request.figures.geography.areas[row["area_code"]],
                indicators_used=row["indicators_used"],
                quadrant=row["quadrant"],
                trace=trace,
                index=index,
                **{name: _plain(row[name]) for name in NUMBERS},
            )
        )
    return points


NUMBERS = ("average_rank", "performance_rank", "low", "high", "across_rank", "across_value")


def _plain(cell: Any) -> Any:
    missing = cell is pd.NA or (isinstance(cell, float) and math.isnan(cell))
    return None if missing else cell


def _figure(table: pd.DataFrame, across: Across, labels: str) -> Figure:
    drawn = [
        {
            "name": row["name"],
            "kind": row["kind"],
            "across": row["across_rank"],
            "up": row["performance_rank"],
            "words": rank_wording.point_in_words(
                row["name"], row["performance_rank"], row["across_rank"], across
            ),
        }
        for row in table[table["quadrant"] != ""].to_dict("records")
    ]
    return quadrant(
        drawn,
        medians=medians(table),
        axes=(rank_wording.ACROSS_AXIS[across], "Rank of performance (1 is best)"),
        corners=rank_wording.QUADRANTS[across],
        labels=labels,
    )
