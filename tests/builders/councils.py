"""Builders of councils in memory: areas, groups, benchmark values, core spending power."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

import pandas as pd

from domain.comparison.areas import Area, AreaChange, ComparatorGroup, Geography
from domain.comparison.benchmarks import BenchmarkIndicator, Benchmarks, benchmarks_of, grid_of
from domain.comparison.terms import AreaClass, Theme
from domain.funding.terms import Comparable
from domain.terms import Polarity

Values = Mapping[str, Mapping[str, float]]


def an_area(code: str = "E10000018", name: str = "Leicestershire", **changes: Any) -> Area:
    """Return a county council's area that never changed."""
    defaults = {"area_class": AreaClass.COUNTY, "region": "East Midlands"}
    return Area(code, name, f"{name} County Council", **{**defaults, **changes})


def a_group(slug: str, *members: str, **changes: Any) -> ComparatorGroup:
    """Return a group of areas whose name follows from its slug."""
    defaults = {"name": slug.replace("-", " ").capitalize(), "as_of": date(2021, 4, 1), "basis": ""}
    return ComparatorGroup(slug=slug, members=members, **{**defaults, **changes})


def a_geography(
    areas: Iterable[Area],
    changes: Sequence[AreaChange] = (),
    groups: Sequence[ComparatorGroup] = (),
) -> Geography:
    """Return a geography of these areas, all of them upper-tier, and these groups."""
    by_code = {area.code: area for area in areas}
    everywhere = a_group("upper-tier", *by_code, name="All upper-tier authorities")
    return Geography(by_code, changes, [*groups, everywhere])


def a_benchmark(slug: str = "jobs", **changes: Any) -> BenchmarkIndicator:
    """Return an indicator of the economy that counts and where higher is better."""
    defaults = {
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
    return BenchmarkIndicator(slug=slug, **{**defaults, **changes})


def some_benchmarks(
    series: Mapping[str | tuple[str, str], Mapping[str, float]],
    indicators: Iterable[BenchmarkIndicator] = (),
) -> Benchmarks:
    """Return benchmark values by area for each slug, or (slug, period); the default is 2020/21.

    Indicators not in ``indicators`` are made by ``a_benchmark``.
    """
    keyed = {
        (key, "2020/21") if isinstance(key, str) else key: values for key, values in series.items()
    }
    by_slug = {indicator.slug: indicator for indicator in indicators}
    slugs = dict.fromkeys([*by_slug, *(slug for slug, _ in keyed)])
    rows = [
        (slug, period, area, value, None, None)
        for (slug, period), values in keyed.items()
        for area, value in values.items()
    ]
    return benchmarks_of([by_slug.get(slug, a_benchmark(slug)) for slug in slugs], grid_of(rows))


def some_power(**areas: tuple[float | None, int] | tuple[float | None, int, Comparable]) -> Any:
    """Return core spending power: pounds and people of each area, comparable by default.

    An area's name is also its code, and its first letter is its class.
    """
    rows = [
        {
            "area_code": name,
            "name": name,
            "class": name[0],
            "pounds": amount[0],
            "people": float(amount[1]),
            "comparable": amount[2] if len(amount) > 2 else Comparable.YES,
            "reason": "",
        }
        for name, amount in areas.items()
    ]
    return pd.DataFrame(rows).astype({"pounds": float})
