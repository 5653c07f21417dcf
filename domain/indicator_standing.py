"""Every council on one indicator in one period: value, rank and quartile, with what lies between."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from domain.areas import ENGLAND
from domain.benchmarks import Benchmarks, Series
from domain.ranking import last_rank_of, quartiles, ranks


def standing_table(benchmarks: Benchmarks, series: Series, members: Sequence[str]) -> pd.DataFrame:
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
class IndicatorStanding:
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


def indicator_standing(
    benchmarks: Benchmarks, series: Series, members: Sequence[str], code: str
) -> IndicatorStanding:
    """Where one council stands; its value is given even where it is none of the members."""
    table = standing_table(benchmarks, series, members)
    there = table[table["value"].notna()]
    mine = table[table["area_code"] == code]
    own = float(benchmarks.of(series, [code])[0])
    ranked = there[there["rank"].notna()]
    return IndicatorStanding(
        series,
        n=len(there),
        value=None if np.isnan(own) else own,
        rank=_whole(mine["rank"]),
        quartile=_whole(mine["quartile"]),
        england=_known(float(benchmarks.of(series, [ENGLAND])[0])),
        median=_known(float(there["value"].median())),
        best=float(ranked["value"].iloc[0]) if len(ranked) else None,
        cuts=_cuts(ranked),
    )


def _cuts(ranked: pd.DataFrame) -> tuple[float, ...]:
    """The values of the last rank of each quartile but the lowest, in the order of rank."""
    n = len(ranked)
    lasts = [last_rank_of(quartile, n) for quartile in (1, 2, 3)]
    return tuple(float(ranked["value"].iloc[last - 1]) for last in lasts) if n else ()


def _whole(column: pd.Series) -> int | None:
    return int(column.iloc[0]) if len(column) and pd.notna(column.iloc[0]) else None


def _known(number: float) -> float | None:
    return None if np.isnan(number) else number
