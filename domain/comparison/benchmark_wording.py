"""Benchmark indicators, the lowest quartile and the heat map, in plain English."""

from collections.abc import Mapping, Sequence

from domain.comparison.areas import ComparatorGroup
from domain.comparison.benchmark_positions import BenchmarkPosition
from domain.comparison.benchmarks import BenchmarkIndicator
from domain.comparison.comparison_wording import (
    QUARTERS,
    THEMES_LISTED,
    figure,
    group_and_size,
    lower_name,
    unit_in_words,
)
from domain.comparison.lowest_quartile import LowestQuartilePosition
from domain.comparison.ranking import LOWEST_QUARTILE
from domain.comparison.terms import Theme
from domain.formatting import counted, listed, ordinal
from domain.terms import Polarity


def lowest_in_words(name: str, lowest: int, placed: int, improvers: int, fallen: int) -> str:
    """Return the sentence that opens the lists of the lowest quartile."""
    if not placed:
        return f"{name} has no position in this group: it is not a member of it."
    return (
        f"Of {counted(placed, 'indicator', 'indicators')} on which {name} can be placed, {lowest} "
        f"{'is' if lowest == 1 else 'are'} in the 4th, lowest quartile. {fallen} of them "
        f"{'was' if fallen == 1 else 'were'} in a better one in the period before; "
        f"{counted(improvers, 'other has', 'others have')} left the 4th since then."
    )


def position(placed: LowestQuartilePosition) -> str:
    """Return a position in words: 2nd quartile, 9th of 31."""
    if placed.rank is None or placed.quartile is None:
        return "no position"
    return f"{QUARTERS[placed.quartile]} quartile, {ordinal(placed.rank)} of {placed.n}"


def to_leave(position: LowestQuartilePosition) -> str:
    """Return what would have been enough to leave the 4th quartile."""
    if position.cut is None or position.needed is None:
        return "too few councils have a figure"
    unit = position.series.indicator.unit
    way = "more" if position.needed > 0 else "less"
    bound = (
        "or more" if position.series.indicator.polarity is Polarity.HIGHER_IS_BETTER else "or less"
    )
    gap = figure(abs(position.needed), "" if unit == "%" else unit)
    points = " points" if unit == "%" else ""
    return f"{figure(position.cut, unit)} {bound} ({gap}{points} {way})"


def list_in_words(name: str, theme: Theme, rows: Sequence[BenchmarkPosition]) -> str:
    """Return the sentence that opens a theme's list of indicators."""
    placed = [position for position in rows if position.quartile]
    if not placed:
        return (
            f"{THEMES_LISTED[theme]}: {counted(len(rows), 'indicator', 'indicators')}. {name} has a "
            "position on none of them among this group."
        )
    best = sum(1 for position in placed if position.quartile == 1)
    lowest = sum(1 for position in placed if position.quartile == LOWEST_QUARTILE)
    return (
        f"{THEMES_LISTED[theme]}: {counted(len(rows), 'indicator', 'indicators')}, on "
        f"{len(placed)} of which {name} has a position: {best} in the 1st, best quartile, {lowest} "
        "in the 4th."
    )


def benchmark_in_words(name: str, group: ComparatorGroup, position: BenchmarkPosition) -> str:
    """Return the sentence that opens an indicator's page."""
    unit = position.series.indicator.unit
    during = f"in {position.series.period.text}"
    if position.value is None:
        return f"No figure of {name} is published {during}."
    sentence = f"{name}: {figure(position.value, unit)} {during}"
    if position.england is not None:
        sentence += f", England {figure(position.england, unit)}"
    if position.rank is None or position.quartile is None:
        why = (
            "no direction is stated as good"
            if not position.series.indicator.ranked
            else "it is not a member of the group"
        )
        return f"{sentence}. It has no rank: {why}."
    return (
        f"{sentence}. It is {ordinal(position.rank)} of {position.n} {lower_name(group)}: "
        f"{QUARTERS[position.quartile]} quartile{QUARTER_SAID.get(position.quartile, '')}."
    )


QUARTER_SAID: Mapping[int, str] = {1: ", the best", 4: ", the lowest"}


def strip_finding(position: BenchmarkPosition, best: str) -> str:
    """Return the heading of the strip: from the best to the middle of the group."""
    unit = position.series.indicator.unit
    if position.best is None or position.median is None or not best:
        return f"{position.n} councils of the group have a figure"
    return (
        f"From {figure(position.best, unit)} in {best}, the best, the group's median is "
        f"{figure(position.median, unit)}"
    )


def how_to_read_strip(position: BenchmarkPosition, group: ComparatorGroup, missing: str) -> str:
    """Return how to read the strip, and who is not on it."""
    unit = unit_in_words(position.series.indicator.unit)
    sentence = f"Each mark is one council's figure of {position.series.period.text}"
    sentence += f" ({unit}). " if unit else ". "
    if position.series.indicator.ranked:
        sentence += (
            "Better values stand to the right. The dotted lines end the quartiles of the group, "
            "named on top from 1st, the best. "
        )
    sentence += "Full marks are the group, open ones other councils. "
    if position.england_apart:
        sentence += (
            "England's published figure lies outside those of all councils and is not drawn. "
        )
    return f"{sentence}{group_and_size(group, position.n)}. {missing}"


def interval(low: float | None, high: float | None, unit: str) -> str:
    """Return a published interval, or nothing where none is."""
    if low is None or high is None:
        return ""
    return f"{figure(low, unit)} to {figure(high, unit)}"


def place_of(quartile: int | None, *, member: bool) -> str:
    """Return a quartile as the table prints it."""
    if quartile:
        return QUARTERS[quartile]
    return "" if member else "not in the group"


def value_finding(name: str, history: Sequence[BenchmarkPosition]) -> str:
    """Return the heading of a figure over time: the first and the last there are."""
    with_value = [position for position in history if position.value is not None]
    if not with_value:
        return f"No figure of {name} is published"
    first, last = with_value[0], with_value[-1]
    unit = last.series.indicator.unit
    now = f"{name}: {figure(last.value, unit)} in {last.series.period.text}"
    if first is last:
        return now
    return f"{now}, {figure(first.value, unit)} in {first.series.period.text}"


def beside_others(name: str, position: BenchmarkPosition) -> str:
    """Return one line: Leicestershire 96.2; the group's median 97.15; England 93.2."""
    unit = position.series.indicator.unit
    england = "" if position.england is None else f"; England {figure(position.england, unit)}"
    return f"{name} {figure(position.value, unit)}; the group's median {figure(position.median, unit)}{england}"


def ranks_finding(history: Sequence[BenchmarkPosition]) -> str:
    """Return the heading of a rank over time."""
    with_value = [position for position in history if position.rank]
    first, last = with_value[0], with_value[-1]
    return (
        f"{ordinal(last.rank or 0)} of {last.n} in {last.series.period.text}, "
        f"{ordinal(first.rank or 0)} of {first.n} in {first.series.period.text}"
    )


def counting_in_words(indicator: BenchmarkIndicator) -> str:
    """Return whether an indicator counts in the average ranks, and why not."""
    if not indicator.ranked:
        return "No: no direction is stated as good"
    return "Yes" if indicator.primary else "No: an index score, or nearly the same as another"


def heat_in_words(name: str, theme: Theme, quartiles: Sequence[int | None], total: int) -> str:
    """Return the sentence that opens the heat map."""
    placed = [quartile for quartile in quartiles if quartile]
    if not placed:
        return f"{name} has no position in {THEMES_LISTED[theme]} among this group."
    parts = [f"{placed.count(quartile)} in the {QUARTERS[quartile]}" for quartile in QUARTERS]
    return (
        f"Of {counted(total, 'indicator', 'indicators')} of {THEMES_LISTED[theme]}, {name} has "
        f"{listed(parts)} quartile."
    )
