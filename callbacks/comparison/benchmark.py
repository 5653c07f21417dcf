"""One benchmark indicator."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from callbacks.address import Address
from callbacks.comparison.comparison_request import (
    ComparisonRequest,
    comparison_request,
)
from domain.comparison import comparison_wording
from domain.comparison.areas import EVERYWHERE
from domain.comparison.benchmark_positions import (
    BenchmarkPosition,
    benchmark_position,
    position_table,
)
from domain.comparison.benchmarks import Series
from domain.errors import NotFound
from domain.terms import Polarity
from figures.comparison.rank_history import rank_history
from figures.comparison.value_history import value_history
from figures.comparison.value_strip import value_strip
from figures.template import Figure
from layouts.comparison import benchmark as layout
from layouts.comparison.benchmark import BenchmarkView, CouncilValue
from layouts.shell import PageContent


def view(address: Address) -> PageContent:
    """Show the indicator at this address, in the period that the address asks for."""
    request = comparison_request(address)
    benchmarks = request.figures.benchmarks
    slug = address.parts["slug"]
    if slug not in benchmarks.of_indicator:
        raise NotFound("There is no benchmark indicator at this address.")
    all_series = benchmarks.of_indicator[slug]
    periods = [series.period.text for series in all_series]
    period = request.chosen("period", [layout.NEAREST, *periods])
    series = benchmarks.find(slug, "" if period == layout.NEAREST else period)
    history = [
        benchmark_position(benchmarks, series, request.members, request.council.code)
        for series in all_series
    ]
    position = history[all_series.index(series)]
    values = _values(request, series)
    return request.with_notices(
        layout.page(
            BenchmarkView(
                council=request.council,
                group=request.group,
                position=position,
                best=next((council.name for council in values if council.rank == 1), ""),
                values=values,
                missing=_missing(request, series),
                history=history,
                strip=_strip(request, position, values),
                lines=_lines(request, history),
                ranks=_ranks(history),
                chosen=[
                    *request.area_choices,
                    layout.period_choice(periods, benchmarks.find(slug).period.text, period),
                ],
                keep=request.keep,
            )
        )
    )


def _values(request: ComparisonRequest, series: Series) -> list[CouncilValue]:
    """Return the members by rank, then the other upper-tier councils by name."""
    everywhere = request.figures.geography.groups[EVERYWHERE].members
    others = [code for code in everywhere if code not in request.members]
    outside = _council_values(request, series, others, member=False)
    return [
        *_council_values(request, series, request.members, member=True),
        *sorted(outside, key=lambda council: council.name),
    ]


def _council_values(
    request: ComparisonRequest, series: Series, codes: Sequence[str], *, member: bool
) -> list[CouncilValue]:
    table = position_table(request.figures.benchmarks, series, codes)
    return [
        CouncilValue(
            name=request.figures.geography.areas[row["area_code"]].name,
            value=row["value"],
            rank=row["rank"] if member and pd.notna(row["rank"]) else None,
            quartile=row["quartile"] if member and pd.notna(row["quartile"]) else None,
            lower=_number(row["lower"]),
            upper=_number(row["upper"]),
            member=member,
        )
        for row in table[table["value"].notna()].to_dict("records")
    ]


def _number(cell: float) -> float | None:
    return None if np.isnan(cell) else cell


def _missing(request: ComparisonRequest, series: Series) -> str:
    values = request.figures.benchmarks.of(series, request.members)
    without = [code for code, value in zip(request.members, values, strict=True) if np.isnan(value)]
    return comparison_wording.who_is_missing(request.figures.geography, without, series.period)


def _strip(
    request: ComparisonRequest, position: BenchmarkPosition, values: Sequence[CouncilValue]
) -> Figure:
    indicator = position.series.indicator
    rows = [
        {
            "name": council.name,
            "value": comparison_wording.shown(council.value),
            "kind": _kind(council, request.council.name),
            "words": f"{council.name}: {comparison_wording.figure(council.value, indicator.unit)}",
        }
        for council in values
    ]
    england = None if position.england_apart else position.england
    lines = {"England": england, "median": position.median, "best": position.best}
    return value_strip(
        rows,
        cuts=[comparison_wording.shown(cut) for cut in position.cuts],
        lines={
            f"{name} {comparison_wording.figure(at, indicator.unit)}": comparison_wording.shown(at)
            for name, at in lines.items()
            if at is not None
        },
        lower_is_better=indicator.polarity is Polarity.LOWER_IS_BETTER,
    )


def _kind(council: CouncilValue, council_name: str) -> str:
    if council.name == council_name:
        return "ours"
    return "group" if council.member else "other"


def _lines(request: ComparisonRequest, history: Sequence[BenchmarkPosition]) -> Figure | None:
    if len(history) == 1:
        return None
    rows = [
        {
            "period": position.series.period.text,
            "ours": _shown(position.value),
            "median": _shown(position.median),
            "england": _shown(None if position.england_apart else position.england),
            "lower": _shown(position.interval[0]),
            "upper": _shown(position.interval[1]),
        }
        for position in history
    ]
    names = {"ours": request.council.name, "median": "the group's median", "england": "England"}
    return value_history(rows, names=names)


def _shown(value: float | None) -> float | None:
    return None if value is None else comparison_wording.shown(value)


def _ranks(history: Sequence[BenchmarkPosition]) -> Figure | None:
    if sum(1 for position in history if position.rank) <= 1:
        return None
    return rank_history(
        [
            {"year": position.series.period.text, "rank": position.rank, "n": position.n}
            for position in history
        ]
    )
