"""Every council on one indicator in one period: value, rank and quartile, with what lies between."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from domain.comparison.areas import ENGLAND
from domain.comparison.benchmarks import Benchmarks, Series
from domain.comparison.ranking import Numbers, last_rank_of, quartiles, ranks


def position_table(benchmarks: Benchmarks, series: Series, members: Sequence[str]) -> pd.DataFrame:
    """Rank members on a series, the best first: area_code, value, lower, upper, rank, quartile.

    A member without a value keeps its row at the end, without rank; ``lower`` and ``upper`` are
    the published interval, NaN where there is none. Without a good direction nobody is ranked.
    """
    columns = {code: benchmarks.column[code] for code in members if code in benchmarks.column}

    def those_of(grid: Any) -> list[float]:
        row = grid[series.row]
        return [row[columns[code]] if code in columns else np.nan for code in members]

    values = np.array(those_of(benchmarks.values), dtype=float)
    ranked = ranks(values, series.indicator.polarity.sign)
    table = pd.DataFrame(
        {
            "area_code": list(members),
            "value": values,
            "lower": those_of(benchmarks.lower),
            "upper": those_of(benchmarks.upper),
            "rank": ranked,
            "quartile": quartiles(ranked),
        }
    ).astype({"rank": "Int64", "quartile": "Int64"})
    return table.sort_values(["rank", "value", "area_code"], na_position="last").reset_index(
        drop=True
    )


@dataclass(frozen=True, slots=True)
class BenchmarkPosition:
    """One council on one series among ``n`` members with a value, and what lies around it.

    ``cuts`` are the last values that still are in the 1st, 2nd and 3rd quartile; empty where
    nobody is ranked. ``best`` is the best member's value.
    """

    series: Series
    n: int
    value: float | None
    rank: int | None
    quartile: int | None
    england: float | None
    median: float | None
    best: float | None
    cuts: tuple[float, ...]
    interval: tuple[float | None, float | None] = (None, None)
    """The published interval of the council's own value."""
    england_apart: bool = False
    """Whether England's figure lies outside the range of all councils' figures."""


def benchmark_position(
    benchmarks: Benchmarks, series: Series, members: Sequence[str], code: str
) -> BenchmarkPosition:
    """Return the position of one council, with its value also where it is no member."""
    values = benchmarks.of(series, members)
    ranked = ranks(values, series.indicator.polarity.sign)
    with_value = values[~np.isnan(values)]
    ordered = values[np.argsort(ranked)][: int((~np.isnan(ranked)).sum())]  # NaN comes last
    index = members.index(code) if code in members else None
    own, england = benchmarks.of(series, [code, ENGLAND])
    own_lower, own_upper = _interval(benchmarks, series, code)
    return BenchmarkPosition(
        series,
        n=len(with_value),
        value=_known(own),
        rank=None if index is None else _whole(ranked[index]),
        quartile=None if index is None else _whole(quartiles(ranked)[index]),
        england=_known(england),
        median=float(np.median(with_value)) if len(with_value) else None,
        best=float(ordered[0]) if len(ordered) else None,
        cuts=_cuts(ordered),
        interval=(own_lower, own_upper),
        england_apart=_is_apart(benchmarks, series, england),
    )


def _interval(
    benchmarks: Benchmarks, series: Series, code: str
) -> tuple[float | None, float | None]:
    if code not in benchmarks.column:
        return None, None
    cell = series.row, benchmarks.column[code]
    return _known(benchmarks.lower[cell]), _known(benchmarks.upper[cell])


def _is_apart(benchmarks: Benchmarks, series: Series, england: float) -> bool:
    others = benchmarks.of(series, [code for code in benchmarks.areas if code != ENGLAND])
    with_value = others[~np.isnan(others)]
    return bool(len(with_value)) and bool(england < with_value.min() or england > with_value.max())


def _cuts(ordered: Numbers) -> tuple[float, ...]:
    """Return the last value of the 1st, 2nd and 3rd quartile, from values in rank order."""
    n = len(ordered)
    return tuple(float(ordered[last_rank_of(q, n) - 1]) for q in (1, 2, 3)) if n else ()


def _whole(number: float) -> int | None:
    return None if np.isnan(number) else int(number)


def _known(number: float) -> float | None:
    return None if np.isnan(number) else float(number)
