"""The heat map of a theme's quartiles."""

import numpy as np

from callbacks.address import Address
from callbacks.comparison.benchmarks import LISTED
from callbacks.comparison.comparison_request import (
    ComparisonRequest,
    comparison_request,
)
from domain.comparison.ranking import quartiles
from domain.comparison.terms import Theme
from domain.comparison.theme_ranks import ThemeRanks, theme_ranks
from layouts.comparison import heat_map as layout
from layouts.comparison.benchmarks import theme_choice
from layouts.comparison.heat_map import HeatMapView
from layouts.shell import PageContent


def view(address: Address) -> PageContent:
    """Show the quartile of every member on every indicator of the theme that counts."""
    request = comparison_request(address)
    theme = Theme(request.chosen("theme", LISTED))
    benchmarks = request.figures.benchmarks
    series = [
        series for series in benchmarks.snapshot(Theme.OVERALL) if series.indicator.theme is theme
    ]
    ranked = theme_ranks(benchmarks, series, request.members)
    order = _order(request, ranked)
    cut = quartiles(ranked.indicator_ranks)
    return request.with_notices(
        layout.page(
            HeatMapView(
                council=request.council,
                group=request.group,
                theme=theme,
                series=series,
                areas=[request.figures.geography.areas[ranked.members[column]] for column in order],
                quartiles=[
                    [None if np.isnan(row[column]) else int(row[column]) for column in order]
                    for row in cut
                ],
                chosen=[
                    *request.area_choices,
                    theme_choice(theme, LISTED),
                ],
                keep=request.keep,
            )
        )
    )


def _order(request: ComparisonRequest, ranked: ThemeRanks) -> list[int]:
    """Return the council first, then by average rank; those without any figure last."""
    averages = np.where(np.isnan(ranked.averages), np.inf, ranked.averages)
    return sorted(
        range(len(ranked.members)),
        key=lambda column: (ranked.members[column] != request.council.code, averages[column]),
    )
