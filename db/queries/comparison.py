"""All that councils are compared by, read once in a process: one home for pages, commands and versions."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import pandas as pd
from sqlalchemy.orm import Session

from db.queries import areas, benchmarks, funding
from domain.comparison.areas import Geography
from domain.comparison.benchmarks import Benchmarks
from domain.comparison.terms import Theme
from domain.comparison.theme_ranks import ThemeRanks, theme_ranks
from domain.funding.core_spending_power import Service

RankKey = tuple[Theme, int | None, tuple[str, ...]]


@dataclass(frozen=True, eq=False)
class ComparisonFigures:
    """The comparison tables of one release of the files, and the ranks computed from them so far."""

    release: str
    geography: Geography
    benchmarks: Benchmarks
    services: Sequence[Service]
    spending: pd.DataFrame
    deprivation: pd.DataFrame
    _ranked: dict[RankKey, ThemeRanks] = field(default_factory=dict)

    def theme_ranks(
        self, theme: Theme, members: tuple[str, ...], *, year: int | None = None
    ) -> ThemeRanks:
        """Return the ranks over a theme's indicators, nearest 2020/21 or of one end year.

        The groups, themes and years are few, so all that were asked for are kept.
        """
        key = theme, year, members
        if key not in self._ranked:
            benchmarks = self.benchmarks
            series = benchmarks.snapshot(theme) if year is None else benchmarks.in_year(theme, year)
            self._ranked[key] = theme_ranks(benchmarks, series, members)
        return self._ranked[key]


def comparison_figures(session: Session) -> ComparisonFigures:
    """Return the loaded figures. A process keeps them until another release is loaded.

    Raises ``NotFound`` where no comparison is loaded.
    """
    release = areas.release(session)
    held = _held.get(release)
    if held is None:
        held = ComparisonFigures(
            release,
            areas.geography(session),
            benchmarks.benchmarks(session),
            funding.services(session),
            funding.spending(session),
            funding.deprivation(session),
        )
        _held.clear()
        _held[release] = held
    return held


_held: dict[str, ComparisonFigures] = {}
"""The figures of the newest release, by its digest."""
