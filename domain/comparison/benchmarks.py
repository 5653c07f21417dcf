"""Benchmark indicators with every council's values, arranged for ranking.

One *series* is one indicator in one period: a row of ``values`` with a column for each area.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np

from domain.comparison.ranking import Numbers
from domain.comparison.terms import Theme
from domain.errors import NotFound
from domain.periods import Period, read_period
from domain.terms import Polarity


@dataclass(frozen=True, slots=True)
class BenchmarkIndicator:
    """One measure that councils are ranked on.

    ``snapshot_period`` is the one nearest 2020/21 that covers the county areas, if there is one.
    """

    slug: str
    name: str
    theme: Theme
    subject: str
    county_function: bool
    polarity: Polarity
    unit: str
    primary: bool
    publisher: str
    source: str
    snapshot_period: str | None
    note: str

    @property
    def ranked(self) -> bool:
        """Return whether a direction of it is good, so that councils can be ranked on it."""
        return self.polarity is not Polarity.NEITHER

    def counts_in(self, theme: Theme) -> bool:
        """Return whether it counts in a theme's average rank."""
        if not (self.primary and self.ranked):
            return False
        if theme is Theme.OVERALL:
            return True
        return self.county_function if theme is Theme.LA_CORE else self.theme is theme


@dataclass(frozen=True, slots=True)
class Series:
    """One indicator in one period, and the row of ``Benchmarks.values`` that holds it."""

    row: int
    indicator: BenchmarkIndicator
    period: Period


@dataclass(frozen=True, eq=False)
class Grid:
    """Values as typed columns: ``figures`` has value, lower and upper, each series x areas.

    ``series`` are pairs of an indicator's slug and a period; NaN stands where nothing is published.
    """

    areas: tuple[str, ...]
    series: tuple[tuple[str, str], ...]
    figures: Numbers


@dataclass(frozen=True, eq=False)
class Benchmarks:
    """Every series; ``values``, ``lower`` and ``upper`` are series x areas, NaN where unpublished.

    Two are equal only when they are the same, so that what is computed from one can be kept.
    """

    areas: tuple[str, ...]
    series: tuple[Series, ...]
    indicators: Mapping[str, BenchmarkIndicator]
    values: Numbers
    lower: Numbers
    upper: Numbers

    @cached_property
    def column(self) -> Mapping[str, int]:
        """Return the column of each area."""
        return {code: row for row, code in enumerate(self.areas)}

    @cached_property
    def of_indicator(self) -> Mapping[str, Sequence[Series]]:
        """Return the series of each indicator, by the end of their periods."""
        by_slug: dict[str, list[Series]] = {slug: [] for slug in self.indicators}
        for series in self.series:
            by_slug[series.indicator.slug].append(series)
        return {
            slug: sorted(all_series, key=lambda s: s.period) for slug, all_series in by_slug.items()
        }

    def columns(self, codes: Sequence[str]) -> list[int]:
        """Return the columns of these areas; an area that no series mentions has none."""
        return [self.column[code] for code in codes if code in self.column]

    def of(self, series: Series, codes: Sequence[str]) -> Numbers:
        """Return the values of these areas, in their order, NaN where there is none."""
        row = self.values[series.row]
        return np.array([row[self.column[c]] if c in self.column else np.nan for c in codes])

    def find(self, slug: str, period: str = "") -> Series:
        """Return a series of an indicator: of this period, else of the snapshot, else the latest.

        Raises ``NotFound`` with what there is.
        """
        all_series = self.of_indicator.get(slug.strip().lower().replace("_", "-"))
        if not all_series:
            raise NotFound(f"There is no benchmark indicator “{slug}”.")
        wanted = period.strip() or all_series[0].indicator.snapshot_period
        if not wanted:
            return all_series[-1]
        for one_series in all_series:
            if one_series.period.text == wanted:
                return one_series
        periods = ", ".join(series.period.text for series in all_series)
        raise NotFound(f"“{slug}” has no figures for “{period}”. It has: {periods}.")

    def snapshot(self, theme: Theme) -> list[Series]:
        """Return the series nearest 2020/21 that count in a theme, one for each indicator."""
        return [
            series
            for series in self.series
            if series.indicator.counts_in(theme)
            and series.period.text == series.indicator.snapshot_period
        ]

    def in_year(self, theme: Theme, year: int) -> list[Series]:
        """Return the series that count in a theme and end in a year; the latest where several do."""
        chosen: list[Series] = []
        for slug, all_series in self.of_indicator.items():
            if self.indicators[slug].counts_in(theme):
                chosen += [series for series in all_series if series.period.end_year == year][-1:]
        return chosen

    def years(self, theme: Theme, *, share: float = 0.5) -> list[int]:
        """Return the years in which at least this share of a theme's indicators have figures."""
        counting = [
            slug for slug, indicator in self.indicators.items() if indicator.counts_in(theme)
        ]
        ends = Counter(
            year
            for slug in counting
            for year in {series.period.end_year for series in self.of_indicator[slug]}
        )
        return sorted(year for year, n in ends.items() if n >= share * len(counting))


def grid_of(values: Iterable[Sequence[Any]]) -> Grid:
    """Arrange values: indicator (a slug), period, area_code, value, lower, upper; None where empty.

    Series keep the order in which they first appear; areas are in the order of their codes.
    """
    rows = list(values)
    areas = tuple(sorted({row[2] for row in rows}))
    column = {code: index for index, code in enumerate(areas)}
    heads = {
        head: index for index, head in enumerate(dict.fromkeys((row[0], row[1]) for row in rows))
    }
    figures = np.full((3, len(heads), len(areas)), np.nan)
    places = [heads[row[0], row[1]] for row in rows], [column[row[2]] for row in rows]
    for layer in range(3):
        numbers = [row[3 + layer] for row in rows]
        figures[layer][places] = np.array(numbers, dtype=float)
    return Grid(areas, tuple(heads), figures)


def benchmarks_of(indicators: Sequence[BenchmarkIndicator], grid: Grid) -> Benchmarks:
    """Return indicators with the grid of their values."""
    by_slug = {indicator.slug: indicator for indicator in indicators}
    series = tuple(
        Series(row, by_slug[slug], read_period(period))
        for row, (slug, period) in enumerate(grid.series)
    )
    grid.figures.flags.writeable = False
    value, lower, upper = grid.figures
    return Benchmarks(grid.areas, series, by_slug, value, lower, upper)
