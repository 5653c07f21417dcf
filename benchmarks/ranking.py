"""Print how long recomputing every rank takes, beside pandas and duckdb in the same run.

Run it with ``python -m benchmarks.ranking``. It writes nothing.
"""

import statistics
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb
import numpy as np
import pandas as pd

from db.loading_comparison import load_comparison
from db.migrating import migrate
from db.queries import areas, benchmarks
from db.session import Database
from domain.comparison.areas import EVERYWHERE
from domain.comparison.benchmarks import Benchmarks
from domain.comparison.ranking import Numbers, quartiles, ranks
from domain.comparison.terms import Theme
from domain.comparison.theme_ranks import DRAWS, theme_ranks
from tests.builders import DATA

RUNS = 7
SQL = """
    SELECT *, ((rank - 1) * 4 // n) + 1 AS quartile FROM (
        SELECT row, area,
               rank() OVER (PARTITION BY row ORDER BY key) AS rank,
               count(*) OVER (PARTITION BY row) AS n
        FROM long)
"""


def main() -> None:
    """Load, measure and print."""
    benchmark_values, members = _loaded()
    long = _long(benchmark_values, members)
    with duckdb.connect() as connection:
        connection.register("long", long)
        together = {
            "ours, ranks and quartiles alone": lambda: _every_rank(benchmark_values, members),
            "pandas groupby, the same": lambda: _by_groupby(long),
            "duckdb, the same": lambda: connection.execute(SQL).fetchnumpy(),
            f"ours, all with theme ranks and {DRAWS:,}-draw intervals": lambda: _all(
                benchmark_values, members
            ),
        }
        times = _in_turn(together)
    print(
        f"{len(benchmark_values.series):,} series of {len(benchmark_values.indicators)} indicators, {len(members)} areas"
    )
    first = statistics.median(next(iter(times.values())))
    for name, duration in times.items():
        middle = statistics.median(duration)
        print(f"{name:55} {1000 * middle:8.1f} ms   {middle / first:6.1f} x")


def _in_turn(together: dict[str, Callable[[], object]]) -> dict[str, list[float]]:
    """Run all of them one after the other, several times, so that each meets the same machine."""
    times: dict[str, list[float]] = {name: [] for name in together}
    for _ in range(RUNS):
        for name, work in together.items():
            begun = time.perf_counter()
            work()
            times[name].append(time.perf_counter() - begun)
    return times


def _loaded() -> tuple[Benchmarks, tuple[str, ...]]:
    with TemporaryDirectory() as folder:
        database = Database(f"sqlite:///{Path(folder) / 'ranking.sqlite'}")
        migrate(database)
        begun = time.perf_counter()
        with database.session_scope() as session:
            print(load_comparison(session, DATA))
        print(f"Loading took {time.perf_counter() - begun:.1f} s.")
        with database.reading_scope() as session:
            loaded = benchmarks.benchmarks(session)
            members = areas.geography(session).group(EVERYWHERE).members
        database.close()
    return loaded, members


def _every_rank(benchmark_values: Benchmarks, members: tuple[str, ...]) -> tuple[Numbers, Numbers]:
    signs = np.array(
        [series.indicator.polarity.sign for series in benchmark_values.series], dtype=float
    )
    ranked = ranks(benchmark_values.values[:, benchmark_values.columns(members)], signs)
    return ranked, quartiles(ranked)


def _all(benchmark_values: Benchmarks, members: tuple[str, ...]) -> int:
    """Compute every rank, quartile and interval; return how many are numbers."""
    _every_rank(benchmark_values, members)
    done = 0
    for theme in Theme:
        several = [
            benchmark_values.snapshot(theme),
            *(benchmark_values.in_year(theme, y) for y in benchmark_values.years(theme)),
        ]
        for series in several:
            ranked = theme_ranks(benchmark_values, series, members)
            done += int(np.isfinite(ranked.ranks).sum() + np.isfinite(ranked.interval[0]).sum())
    return done


def _long(benchmark_values: Benchmarks, members: tuple[str, ...]) -> pd.DataFrame:
    """Return one row for each value, with what to rank it by: row, area, key."""
    signs = np.array(
        [series.indicator.polarity.sign for series in benchmark_values.series], dtype=float
    )
    keys = (
        -benchmark_values.values[:, benchmark_values.columns(members)]
        * np.where(signs == 0, np.nan, signs)[:, None]
    )
    row, area = np.nonzero(np.isfinite(keys))
    return pd.DataFrame({"row": row, "area": area, "key": keys[row, area]})


def _by_groupby(long: pd.DataFrame) -> pd.DataFrame:
    groups = long.groupby("row")["key"]
    ranked = groups.rank(method="min")
    n = groups.transform("size")
    return long.assign(rank=ranked, quartile=(ranked - 1) * 4 // n + 1)


if __name__ == "__main__":
    main()
