"""The heat map of a theme's quartiles."""

import numpy as np

from callbacks.comparison.benchmarks import LISTED
from callbacks.comparison.comparison_request import (
    ComparisonRequest,
    address_wire,
    comparison_request,
)
from callbacks.wiring import Address
from domain.comparison.areas import DEFAULT_GROUP
from domain.comparison.ranking import quartiles
from domain.comparison.terms import Theme
from domain.comparison.theme_ranks import ThemeRanks, theme_ranks
from layouts.comparison import choices
from layouts.comparison import heat_map as layout
from layouts.comparison.benchmarks import theme_choice
from layouts.comparison.heat_map import HeatMapView
from layouts.shell import PageContent

WIRES = (
    address_wire(
        layout.PATH, layout.CHOICES, {"group": DEFAULT_GROUP, "theme": Theme.ECONOMY.value}
    ),
)


def view(address: Address) -> PageContent:
    """Show the quartile of every member on every indicator of the theme that counts."""
    here = comparison_request(address)
    theme = Theme(here.chosen("theme", LISTED))
    held = here.figures.benchmarks
    series = [series for series in held.snapshot(Theme.OVERALL) if series.indicator.theme is theme]
    ranked = theme_ranks(held, series, here.members)
    order = _order(here, ranked)
    cut = quartiles(ranked.indicator_ranks)
    return here.noting(
        layout.page(
            HeatMapView(
                council=here.council,
                group=here.group,
                theme=theme,
                series=series,
                areas=[here.figures.geography.areas[ranked.members[place]] for place in order],
                quartiles=[
                    [None if np.isnan(row[place]) else int(row[place]) for place in order]
                    for row in cut
                ],
                chosen=[
                    choices.council(here.candidates, here.council),
                    choices.group(here.figures.geography.groups, here.group),
                    theme_choice(theme, LISTED),
                ],
                keep=here.keep,
            )
        )
    )


def _order(here: ComparisonRequest, ranked: ThemeRanks) -> list[int]:
    """Ours first, then by average rank; those without any figure last."""
    averages = np.where(np.isnan(ranked.averages), np.inf, ranked.averages)
    return sorted(
        range(len(ranked.members)),
        key=lambda place: (ranked.members[place] != here.council.code, averages[place]),
    )
