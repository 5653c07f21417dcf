"""One council's theme ranks in full: how sure, over what, and what any one indicator does."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from domain.comparison.benchmarks import Series
from domain.comparison.terms import Theme
from domain.comparison.theme_ranks import ThemeRanks


@dataclass(frozen=True, slots=True)
class ThemePosition:
    """The position of a council on a theme among ``n`` that are ranked.

    ``rank``, ``low`` and ``high`` are empty where it has figures for too few indicators.
    ``lowest_without`` and ``highest_without`` are the ranks it could have with one indicator left
    out, and ``tipping`` the one that moves it furthest, with the rank it then has.
    """

    theme: Theme
    n: int
    indicators: int
    used: int
    average: float | None = None
    rank: int | None = None
    low: int | None = None
    high: int | None = None
    lowest_without: int | None = None
    highest_without: int | None = None
    tipping: tuple[Series, int] | None = None


@dataclass(frozen=True, slots=True)
class YearPosition:
    """The same for the figures that end in one year."""

    year: int
    position: ThemePosition


def theme_position(theme: Theme, ranked: ThemeRanks, code: str) -> ThemePosition:
    """Return the position of one council; an area outside the members has no rank."""
    index = ranked.index_of(code)
    n, indicators = ranked.n, len(ranked.series)
    if index is None:
        return ThemePosition(theme, n, indicators, 0)
    used = int(ranked.used[index])
    if not ranked.covered[index]:
        return ThemePosition(theme, n, indicators, used)
    low, high = ranked.interval
    without = ranked.without_one[:, index]
    rank = int(ranked.ranks[index])
    return ThemePosition(
        theme,
        n,
        indicators,
        used,
        float(ranked.averages[index]),
        rank,
        int(low[index]),
        int(high[index]),
        *_without_one(ranked.series, without, rank),
    )


def _without_one(
    series: Sequence[Series], without: "np.typing.NDArray[np.float64]", rank: int
) -> tuple[int | None, int | None, tuple[Series, int] | None]:
    if np.isnan(without).any():
        return None, None, None  # its only indicator left out leaves it without a rank
    furthest = int(np.argmax(np.abs(without - rank)))
    moved = int(without[furthest])
    tipping = (series[furthest], moved) if moved != rank else None
    return int(without.min()), int(without.max()), tipping


def history(
    theme: Theme, years: Sequence[int], ranked_in: Callable[[int], ThemeRanks], code: str
) -> list[YearPosition]:
    """Return a council's position in each of the years."""
    return [YearPosition(year, theme_position(theme, ranked_in(year), code)) for year in years]
