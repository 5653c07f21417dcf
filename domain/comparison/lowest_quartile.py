"""Lower comparative performing areas, what would lift each, and those that were lifted."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from domain.comparison.benchmarks import Benchmarks, Series
from domain.comparison.ranking import LOWEST_QUARTILE, Numbers, last_rank_of, quartiles, ranks


@dataclass(frozen=True, slots=True)
class LowestQuartilePosition:
    """One area on one indicator in one period, among the members that have a figure.

    ``quartile`` and ``rank`` are empty where no direction is good, or the area has no figure.
    """

    series: Series
    value: float | None
    rank: int | None
    quartile: int | None
    n: int
    before: "LowestQuartilePosition | None" = None
    cut: float | None = None

    @property
    def in_lowest(self) -> bool:
        """Return whether it is in the 4th quartile."""
        return self.quartile == LOWEST_QUARTILE

    @property
    def left_lowest(self) -> bool:
        """Return whether it was in the 4th quartile in the period before, and no longer does."""
        before = self.before is not None and self.before.in_lowest
        return before and self.quartile is not None and not self.in_lowest

    @property
    def fell(self) -> bool:
        """Return whether it is in the 4th quartile, and was in a better one in the period before."""
        before = self.before.quartile if self.before else None
        return self.in_lowest and before is not None and before < LOWEST_QUARTILE

    @property
    def needed(self) -> float | None:
        """Return the change in the figure that leaves the 4th quartile, others unchanged."""
        if self.cut is None or self.value is None:
            return None
        return self.cut - self.value


def positions(
    benchmarks: Benchmarks, series: Sequence[Series], *, code: str, members: Sequence[str]
) -> list[LowestQuartilePosition]:
    """Return the position of an area on each series, now and in its indicator's period before."""
    return [
        _position(
            benchmarks,
            one_series,
            code,
            members,
            before=_position(benchmarks, earlier, code, members) if earlier else None,
        )
        for one_series in series
        for earlier in [_before(benchmarks, one_series)]
    ]


def _position(
    benchmarks: Benchmarks,
    series: Series,
    code: str,
    members: Sequence[str],
    *,
    before: LowestQuartilePosition | None = None,
) -> LowestQuartilePosition:
    values = benchmarks.of(series, members)
    ranked = ranks(values, series.indicator.polarity.sign)
    n = int((~np.isnan(values)).sum())
    index = members.index(code) if code in members else None
    if index is None or np.isnan(values[index]):
        return LowestQuartilePosition(series, None, None, None, n, before)
    value = float(values[index])
    if np.isnan(ranked[index]):
        return LowestQuartilePosition(series, value, None, None, n, before)
    quartile = int(quartiles(ranked)[index])
    cut = (
        leaving(np.delete(values, index), series.indicator.polarity.sign)
        if quartile == LOWEST_QUARTILE
        else None
    )
    return LowestQuartilePosition(series, value, int(ranked[index]), quartile, n, before, cut)


def leaving(others: Numbers, sign: int) -> float | None:
    """Return the figure that is just good enough to leave the 4th quartile, these others staying.

    It equals the last of the others outside of the 4th quartile, because ties share the better
    rank. None where there are too few others.
    """
    ordered = np.sort(-sign * others[~np.isnan(others)])
    last = last_rank_of(LOWEST_QUARTILE - 1, len(ordered) + 1)
    return float(-sign * ordered[last - 1]) if 0 < last <= len(ordered) else None


def _before(benchmarks: Benchmarks, series: Series) -> Series | None:
    all_series = benchmarks.of_indicator[series.indicator.slug]
    index = all_series.index(series)
    return all_series[index - 1] if index else None
