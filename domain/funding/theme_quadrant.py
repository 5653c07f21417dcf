"""A theme's quadrant: councils' performance against their spending or deprivation."""

from collections.abc import Mapping, Sequence
from typing import Protocol

import pandas as pd

from domain.comparison.areas import Area
from domain.comparison.quadrants import Across, quadrant_points
from domain.comparison.terms import Theme
from domain.comparison.theme_ranks import ThemeRanks
from domain.funding.core_spending_power import Service
from domain.funding.spending import YEAR, outturn_per_head, service_of


class AcrossFigures(Protocol):
    """The figures of the axis across: the services, their spending, and deprivation."""

    @property
    def services(self) -> Sequence[Service]:
        """Return the services of the accounts."""

    @property
    def spending(self) -> pd.DataFrame:
        """Return spending: area_code, year, basis, service and per_head in pounds."""

    @property
    def deprivation(self) -> pd.DataFrame:
        """Return deprivation in 2019: area_code and average_score."""


def across_values(across: Across, theme: Theme, figures: AcrossFigures) -> pd.Series:
    """Return the figure of each area for the axis across, by area code.

    It is the outturn of ``YEAR`` in pounds per head on the theme's service, or the score of
    deprivation.
    """
    if across is Across.DEPRIVATION:
        return figures.deprivation.set_index("area_code")["average_score"]
    service = service_of(figures.services, theme)
    return outturn_per_head(figures.spending, service.slug, year=YEAR)


def theme_quadrant(
    theme_ranks: ThemeRanks,
    theme: Theme,
    across: Across,
    figures: AcrossFigures,
    areas: Mapping[str, Area],
) -> pd.DataFrame:
    """Return the points of ``quadrant_points`` with each area's ``name``.

    The rows are in the order of the rank of performance, then of the name.
    """
    points = quadrant_points(theme_ranks, across_values(across, theme, figures))
    names = [areas[code].name for code in points["area_code"]]
    ordered = points.assign(name=names).sort_values(["performance_rank", "name"])
    return ordered.reset_index(drop=True)
