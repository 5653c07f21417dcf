"""Builders of one council's position: on a theme, on an indicator, in its quartile."""

from typing import Any

from domain.comparison.benchmark_positions import BenchmarkPosition
from domain.comparison.benchmarks import Series
from domain.comparison.lowest_quartile import LowestQuartilePosition
from domain.comparison.terms import Theme
from domain.comparison.theme_positions import ThemePosition, YearPosition
from domain.periods import read_period
from tests.builders.councils import a_benchmark


def a_series(
    slug: str = "jobs", period: str = "2020/21", *, row: int = 0, **changes: Any
) -> Series:
    """Return an indicator of the economy in one period."""
    return Series(row, a_benchmark(slug, **changes), read_period(period))


def a_theme_position(theme: Theme = Theme.OVERALL, **changes: Any) -> ThemePosition:
    """Return 3rd of 31 on all of 10 indicators; leaving out any one does not change it."""
    defaults = {
        "n": 31,
        "indicators": 10,
        "used": 10,
        "average": 5.5,
        "rank": 3,
        "low": 2,
        "high": 7,
        "lowest_without": 3,
        "highest_without": 3,
    }
    return ThemePosition(theme, **{**defaults, **changes})


def not_ranked(theme: Theme = Theme.OVERALL, *, used: int = 4) -> ThemePosition:
    """Return a council with too few figures, or outside the group."""
    return ThemePosition(theme, n=31, indicators=10, used=used)


def in_year(year: int, **changes: Any) -> YearPosition:
    """Return a theme position on the figures that end in a year."""
    return YearPosition(year, a_theme_position(**changes))


def on_indicator(series: Series | None = None, **changes: Any) -> BenchmarkPosition:
    """Return 2nd of 4 with 12.5, between the best 15 and the last 5."""
    defaults = {
        "n": 4,
        "value": 12.5,
        "rank": 2,
        "quartile": 2,
        "england": 11.0,
        "median": 11.25,
        "best": 15.0,
        "cuts": (15.0, 12.5, 10.0),
    }
    return BenchmarkPosition(series or a_series(), **{**defaults, **changes})


def without_figure(series: Series | None = None, **changes: Any) -> BenchmarkPosition:
    """Return a council without a figure where others have one."""
    return on_indicator(series, **{"value": None, "rank": None, "quartile": None, **changes})


def a_position(series: Series | None = None, **changes: Any) -> LowestQuartilePosition:
    """Return last of 4 with 5, where 10 would leave the lowest quartile."""
    defaults = {"value": 5.0, "rank": 4, "quartile": 4, "n": 4, "cut": 10.0}
    return LowestQuartilePosition(series or a_series(), **{**defaults, **changes})
