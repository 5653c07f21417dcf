"""The worked examples of the methods page, computed from the figures themselves."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from domain.comparison.benchmark_positions import (
    BenchmarkPosition,
    benchmark_position,
    position_table,
)
from domain.comparison.benchmarks import Benchmarks, Series
from domain.comparison.terms import Theme
from domain.comparison.theme_ranks import ThemeRanks

VARIED = 4


@dataclass(frozen=True, eq=False)
class RankExample:
    """One indicator on which members tie: the first rows, and the council among all."""

    series: Series
    position: BenchmarkPosition
    first: pd.DataFrame
    missing: tuple[str, ...]


def rank_example(
    benchmarks: Benchmarks, members: tuple[str, ...], council_code: str
) -> RankExample:
    """Return the first indicator by slug with a tie, a gap and the council further down."""
    best: RankExample | None = None
    for series in sorted(benchmarks.snapshot(Theme.OVERALL), key=lambda s: s.indicator.slug):
        table = position_table(benchmarks, series, members)
        first = table.head(8)
        without = tuple(table.loc[table["value"].isna(), "area_code"])
        council_rank = table.loc[table["area_code"] == council_code, "rank"]
        several = VARIED <= first["rank"].nunique() < len(first)
        fits = several and bool(without) and bool((council_rank > len(first)).any())
        ranked = bool(council_rank.notna().any())
        if fits or best is None or (ranked and best.position.rank is None):
            position = benchmark_position(benchmarks, series, members, council_code)
            best = RankExample(series, position, first, without)
        if fits:
            break
    if best is None:
        raise ValueError("there is no indicator that counts")
    return best


@dataclass(frozen=True, slots=True)
class AverageExample:
    """One council's ranks on a theme of few indicators, by name, and their average."""

    code: str
    theme: Theme
    ranks: tuple[tuple[str, int], ...]
    average: float
    rank: int
    n: int
    low: int
    high: int


def average_example(theme: Theme, ranked: ThemeRanks, council_code: str) -> AverageExample | None:
    """Return how the ranks of one council come to its theme rank; empty where it has none."""
    index = ranked.index_of(council_code)
    if index is None or not ranked.covered[index]:
        return None
    low, high = ranked.interval
    own = [
        (series.indicator.name, int(rank))
        for series, rank in zip(ranked.series, ranked.indicator_ranks[:, index], strict=True)
        if not np.isnan(rank)
    ]
    return AverageExample(
        council_code,
        theme,
        tuple(own),
        float(ranked.averages[index]),
        int(ranked.ranks[index]),
        ranked.n,
        int(low[index]),
        int(high[index]),
    )


@dataclass(frozen=True, slots=True)
class PerHead:
    """Core spending power of one area by each base: year, residents, pounds per head."""

    pounds: float
    bases: Sequence[tuple[int, int, float]]
