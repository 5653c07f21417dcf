"""Theme ranks: the average rank of each council over a theme's indicators, ranked again.

A council needs a figure for at least ``COVERAGE`` of the indicators to be ranked. The interval of
a rank is estimated by resampling the indicators with replacement ``DRAWS`` times (Efron's
percentile bootstrap; for ranks: Goldstein and Spiegelhalter, League Tables and Their
Limitations, Journal of the Royal Statistical Society A 159, 1996): 9 draws in 10 fall within
the interval. The draws begin from a fixed seed, so the same figures give the same interval.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

import numpy as np
from numpy.typing import NDArray

from domain.comparison.benchmarks import Benchmarks, Series
from domain.comparison.ranking import Numbers, ranks, ranks_ascending

COVERAGE = 0.7
DRAWS = 1000
SEED = 2022
WITHIN = 0.9


@dataclass(frozen=True, eq=False)
class ThemeRanks:
    """Councils ranked over several indicators.

    ``members`` are the areas compared. ``indicator_ranks`` has their rank on each of ``series``:
    series x areas, NaN where there is no figure.
    """

    members: tuple[str, ...]
    series: tuple[Series, ...]
    indicator_ranks: Numbers

    @cached_property
    def used(self) -> NDArray[np.int64]:
        """Return how many indicators each area has a figure for."""
        counted: NDArray[np.int64] = (~np.isnan(self.indicator_ranks)).sum(axis=0)
        return counted

    @cached_property
    def covered(self) -> NDArray[np.bool_]:
        """Return which areas have enough figures to be ranked."""
        enough: NDArray[np.bool_] = self.used >= max(COVERAGE * len(self.series), 1)
        return enough

    @cached_property
    def averages(self) -> Numbers:
        """Return the average rank of each area over the indicators it has, NaN without any."""
        return _shares(np.nansum(self.indicator_ranks, axis=0), self.used)

    @cached_property
    def ranks(self) -> Numbers:
        """Return the rank of each covered area; NaN for the others."""
        return ranks_ascending(np.where(self.covered, self.averages, np.nan))

    @property
    def n(self) -> int:
        """Return how many areas are ranked."""
        return int(self.covered.sum())

    @cached_property
    def interval(self) -> tuple[Numbers, Numbers]:
        """Return the lowest and highest rank that each area has in 9 of 10 draws; NaN if not ranked.

        A draw in which an area has no figure at all leaves that area out.
        """
        low, high = np.full(len(self.members), np.nan), np.full(len(self.members), np.nan)
        if self.n:
            ranked = self._drawn()
            low[self.covered], high[self.covered] = _within(ranked, WITHIN)
        return low, high

    def _drawn(self) -> Numbers:
        """Return the ranks of the covered areas in every draw: draws x areas."""
        covered_ranks = self.indicator_ranks[:, self.covered]
        weights = _drawings(len(self.series))
        with_value = ~np.isnan(covered_ranks)
        return ranks_ascending(
            _shares(weights @ np.where(with_value, covered_ranks, 0), weights @ with_value)
        )

    @cached_property
    def without_one(self) -> Numbers:
        """Return each covered area's rank without each one indicator: series x areas."""
        with_value = ~np.isnan(self.indicator_ranks)
        sums = np.nansum(self.indicator_ranks, axis=0) - np.where(
            with_value, self.indicator_ranks, 0
        )
        averages = _shares(sums, self.used - with_value)
        return ranks_ascending(np.where(self.covered, averages, np.nan))

    def index_of(self, code: str) -> int | None:
        """Return the index of an area in ``members``, None where it is no member."""
        return self.members.index(code) if code in self.members else None


def theme_ranks(
    benchmarks: Benchmarks, series: Sequence[Series], members: Sequence[str]
) -> ThemeRanks:
    """Rank areas over these series, each area among these members alone."""
    codes = [code for code in members if code in benchmarks.column]
    rows = [one_series.row for one_series in series]
    values = benchmarks.values[np.ix_(rows, benchmarks.columns(codes))]
    signs = np.array([one_series.indicator.polarity.sign for one_series in series], dtype=float)
    areas = tuple(members)
    grid = np.full((len(rows), len(areas)), np.nan)
    if rows and codes:
        grid[:, [areas.index(code) for code in codes]] = ranks(values, signs)
    return ThemeRanks(areas, tuple(series), grid)


@lru_cache(maxsize=256)
def _drawings(k: int) -> Numbers:
    """Return how often each of ``k`` indicators is drawn in each draw: draws x indicators."""
    drawn = np.random.default_rng(SEED).multinomial(k, np.full(k, 1 / k), size=DRAWS)
    weights: Numbers = drawn.astype(float)
    weights.flags.writeable = False
    return weights


def _shares(sums: NDArray[np.generic], counts: NDArray[np.generic]) -> Numbers:
    """Return sums divided by counts, NaN where a count is 0. Equal averages are exactly equal."""
    counted = np.where(counts == 0, np.nan, counts)
    averages: Numbers = sums / counted
    return averages


def _within(drawn: Numbers, share: float) -> tuple[Numbers, Numbers]:
    """Return the ranks that hold the middle ``share`` of the draws, as ranks that were drawn."""
    ordered = np.sort(drawn, axis=0)  # NaN comes last
    counted = (~np.isnan(drawn)).sum(axis=0)
    tail = (1 - share) / 2
    low = np.maximum(np.ceil(tail * counted).astype(int) - 1, 0)
    high = np.maximum(np.ceil((1 - tail) * counted).astype(int) - 1, 0)
    places = np.arange(drawn.shape[1])
    return ordered[low, places], ordered[high, places]
