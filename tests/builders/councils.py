"""Councils in memory: areas, groups, benchmark indicators with values, money."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

import numpy as np
import pandas as pd

from domain.comparison.areas import Area, AreaChange, ComparatorGroup, Geography
from domain.comparison.benchmarks import BenchmarkIndicator, Benchmarks, benchmarks_of
from domain.comparison.terms import AreaClass, Theme
from domain.funding.terms import Comparable
from domain.terms import Polarity

Values = Mapping[str, Mapping[str, float]]


def an_area(code: str = "E10000018", name: str = "Leicestershire", **changes: Any) -> Area:
    """Return a county council's area that was always there."""
    usual = {"area_class": AreaClass.COUNTY, "region": "East Midlands"}
    return Area(code, name, f"{name} County Council", **{**usual, **changes})


def a_group(slug: str, *members: str, **changes: Any) -> ComparatorGroup:
    """Return a group of areas, named as its slug."""
    usual = {"name": slug.replace("-", " ").capitalize(), "as_of": date(2021, 4, 1), "basis": ""}
    return ComparatorGroup(slug=slug, members=members, **{**usual, **changes})


def a_geography(
    areas: Iterable[Area],
    changes: Sequence[AreaChange] = (),
    groups: Sequence[ComparatorGroup] = (),
) -> Geography:
    """Return these areas, all of them upper-tier, and these groups."""
    by_code = {area.code: area for area in areas}
    everywhere = a_group("upper-tier", *by_code, name="All upper-tier authorities")
    return Geography(by_code, changes, [*groups, everywhere])


def a_benchmark(slug: str = "jobs", **changes: Any) -> BenchmarkIndicator:
    """Return an indicator of the economy that counts: more is better."""
    usual = {
        "name": slug.capitalize(),
        "theme": Theme.ECONOMY,
        "subject": "",
        "county_function": False,
        "polarity": Polarity.HIGHER_IS_BETTER,
        "unit": "%",
        "primary": True,
        "publisher": "A department",
        "source": "Its statistics",
        "snapshot_period": "2020/21",
        "note": "",
    }
    return BenchmarkIndicator(slug=slug, **{**usual, **changes})


def some_benchmarks(
    series: Mapping[str | tuple[str, str], Mapping[str, float]],
    indicators: Iterable[BenchmarkIndicator] = (),
) -> Benchmarks:
    """Return values by area under an indicator's slug, or under slug and period; 2020/21 if not said.

    An indicator that is not given is ``a_benchmark``.
    """
    keyed = {
        (key, "2020/21") if isinstance(key, str) else key: values for key, values in series.items()
    }
    known = {indicator.slug: indicator for indicator in indicators}
    slugs = dict.fromkeys([*known, *(slug for slug, _ in keyed)])
    rows = [
        (slug, period, area, value, np.nan, np.nan)
        for (slug, period), values in keyed.items()
        for area, value in values.items()
    ]
    columns = ["indicator", "period", "area_code", "value", "lower", "upper"]
    return benchmarks_of(
        [known.get(slug, a_benchmark(slug)) for slug in slugs], pd.DataFrame(rows, columns=columns)
    )


def some_power(**areas: tuple[float | None, int] | tuple[float | None, int, Comparable]) -> Any:
    """Return core spending power: pounds and people of each area, which compares unless it is said.

    A name is a code as well; a class is a name's first letter.
    """
    rows = [
        {
            "area_code": name,
            "name": name,
            "class": name[0],
            "pounds": given[0],
            "people": float(given[1]),
            "comparable": given[2] if len(given) > 2 else Comparable.YES,
            "reason": "",
        }
        for name, given in areas.items()
    ]
    return pd.DataFrame(rows).astype({"pounds": float})
