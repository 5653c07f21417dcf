"""Theme ranks, how sure they are, and quadrants, in plain English."""

from collections.abc import Mapping, Sequence
from typing import Protocol

from domain.comparison.areas import ComparatorGroup
from domain.comparison.comparison_wording import NOT_RANKED, THEMES, how_sure, lower_name
from domain.comparison.quadrants import Across, Quadrant
from domain.comparison.terms import Theme
from domain.comparison.theme_positions import ThemePosition, YearPosition
from domain.formatting import listed, lower_first, ordinal, pounds


def rank_in_words(position: ThemePosition) -> str:
    """Return a rank in words: 3rd of 31; 9 times in 10 between 2nd and 7th."""
    if position.rank is None or position.low is None or position.high is None:
        return (
            f"{NOT_RANKED.capitalize()}: it has figures for {position.used} of "
            f"{position.indicators} indicators."
        )
    return f"{ordinal(position.rank)} of {position.n}; {how_sure(position.low, position.high)}"


def overall_rank_in_words(name: str, group: ComparatorGroup, position: ThemePosition) -> str:
    """Return the sentence that opens the page."""
    if position.rank is None:
        why = (
            f"it has figures for {position.used} of the {position.indicators}"
            if position.used
            else "it is not a member of this group"
        )
        return f"{name} is not ranked overall among {lower_name(group)}: {why}."
    return (
        f"Over {position.indicators} indicators of 2020/21 or the years nearest to it, {name} is "
        f"{ordinal(position.rank)} of the {position.n} {lower_name(group)} that can be ranked; "
        f"{how_sure(position.low or 0, position.high or 0)}."
    )


def theme_finding(name: str, positions: Sequence[ThemePosition]) -> str:
    """Return the heading of the ranks by theme: the best and the lowest of them."""
    themes = [
        position
        for position in positions
        if position.rank is not None and position.theme not in (Theme.OVERALL, Theme.LA_CORE)
    ]
    if not themes:
        return f"{name} is ranked in none of the themes"
    best = min(themes, key=lambda theme: (theme.rank or 0) / theme.n)
    lowest = max(themes, key=lambda theme: (theme.rank or 0) / theme.n)
    if best is lowest:
        return f"{name} is {ordinal(best.rank or 0)} of {best.n} in {THEMES[best.theme]}"
    return (
        f"Strongest in {THEMES[best.theme]} ({ordinal(best.rank or 0)} of {best.n}), weakest in "
        f"{THEMES[lowest.theme]} ({ordinal(lowest.rank or 0)} of {lowest.n})"
    )


def history_finding(theme: str, years: Sequence[YearPosition]) -> str:
    """Return the heading of a rank over the years: the first and the last of them."""
    ranked = [year_position for year_position in years if year_position.position.rank]
    first, last = ranked[0], ranked[-1]
    now = f"{ordinal(last.position.rank or 0)} of {last.position.n} on figures to {last.year}"
    if first is last:
        return f"{theme}: {now}"
    before = f"{ordinal(first.position.rank or 0)} of {first.position.n} on those to {first.year}"
    return f"{theme}: {now}, {before}"


def left_out(position: ThemePosition) -> str:
    """Return what leaving out any one indicator does to a rank."""
    low, high = position.lowest_without, position.highest_without
    if low is None or high is None:
        return "no rank without its one indicator"
    if position.tipping is None:
        return "no change"
    series, rank = position.tipping
    span = ordinal(low) if low == high else f"{ordinal(low)} to {ordinal(high)}"
    return f"{span}; furthest without {series.indicator.name}: {ordinal(rank)}"


def without_one_in_words(name: str, position: ThemePosition) -> str:
    """Return what any one indicator does to a rank, as a sentence; empty where there is no rank."""
    low, high = position.lowest_without, position.highest_without
    if position.rank is None or low is None or high is None:
        return ""
    if position.tipping is None:
        return f"Whichever one indicator is left out, {name} stays {ordinal(position.rank)}."
    series, rank = position.tipping
    span = f"is {ordinal(low)}" if low == high else f"is between {ordinal(low)} and {ordinal(high)}"
    return (
        f"With any one indicator left out {name} {span}. The one that moves it furthest is "
        f"“{series.indicator.name}”: without it the rank is {ordinal(rank)}."
    )


ACROSS: Mapping[Across, str] = {
    Across.REVENUE: "Spending per head",
    Across.DEPRIVATION: "Deprivation",
}


ACROSS_AXIS: Mapping[Across, str] = {
    Across.REVENUE: "Rank of spending per head (1 spends the most; low spend to the right)",
    Across.DEPRIVATION: "Rank of deprivation (1 is the most deprived; least deprived to the right)",
}


ACROSS_READ: Mapping[Across, str] = {
    Across.REVENUE: (
        "Top right is high performance at low spend, bottom left low performance at high spend."
    ),
    Across.DEPRIVATION: (
        "Top left is high performance in a more deprived area, bottom right low performance in a "
        "less deprived one."
    ),
}


ACROSS_RANK: Mapping[Across, str] = {
    Across.REVENUE: "Spending rank",
    Across.DEPRIVATION: "Deprivation rank",
}


ACROSS_VALUE: Mapping[Across, str] = {
    Across.REVENUE: "Pounds per head",
    Across.DEPRIVATION: "Average score",
}


ACROSS_SHORT: Mapping[Across, str] = {
    Across.REVENUE: "by spending, the highest first",
    Across.DEPRIVATION: "by deprivation, the most deprived first",
}


QUADRANTS: Mapping[Across, Mapping[Quadrant, str]] = {
    Across.REVENUE: {
        Quadrant.HIGH_RIGHT: "high performance, low spend",
        Quadrant.HIGH_LEFT: "high performance, high spend",
        Quadrant.LOW_RIGHT: "low performance, low spend",
        Quadrant.LOW_LEFT: "low performance, high spend",
    },
    Across.DEPRIVATION: {
        Quadrant.HIGH_RIGHT: "high performance, less deprived",
        Quadrant.HIGH_LEFT: "high performance, more deprived",
        Quadrant.LOW_RIGHT: "low performance, less deprived",
        Quadrant.LOW_LEFT: "low performance, more deprived",
    },
}


class Placed(Protocol):
    """A council's place on a quadrant chart."""

    @property
    def performance_rank(self) -> int | None:
        """Return its rank upwards."""

    @property
    def across_rank(self) -> int | None:
        """Return its rank across."""

    @property
    def low(self) -> int | None:
        """Return the best rank of its interval."""

    @property
    def high(self) -> int | None:
        """Return the lowest rank of its interval."""

    @property
    def quadrant(self) -> str:
        """Return the name of its quadrant, empty where it is not drawn."""


def quadrant_in_words(
    name: str, theme: Theme, point: Placed | None, drawn: int, across: Across
) -> str:
    """Return the sentence that opens a quadrant chart."""
    if point is None or not point.quadrant:
        return f"{name} is not on this chart: it is not in the group, or lacks the figures."
    quadrant_name = QUADRANTS[across][Quadrant(point.quadrant)]
    subject = "over all indicators" if theme is Theme.OVERALL else f"in {THEMES[theme]}"
    return (
        f"{name} stands among those of {quadrant_name} {subject}: {ordinal(point.performance_rank or 0)} of "
        f"{drawn} in performance ({how_sure(point.low or 0, point.high or 0)}) and "
        f"{ordinal(point.across_rank or 0)} of {drawn} {ACROSS_SHORT[across]}."
    )


def quadrant_finding(theme: Theme, across: Across, points: Sequence[Placed]) -> str:
    """Return the heading of the chart: how many councils are in the quadrant a reader looks for."""
    wanted = Quadrant.HIGH_RIGHT if across is Across.REVENUE else Quadrant.HIGH_LEFT
    inside = sum(1 for point in points if point.quadrant == wanted.value)
    verb = "stands" if inside == 1 else "stand"
    return (
        f"{THEMES[theme]}: {inside} of {len(points)} councils {verb} at {QUADRANTS[across][wanted]}"
    )


def point_in_words(name: str, up: int, across_rank: int, across: Across) -> str:
    """Return the label of a point for pointers and screen readers."""
    by = "spending" if across is Across.REVENUE else "deprivation"
    return f"{name}: {ordinal(up)} in performance, {ordinal(across_rank)} by {by}"


def across_figure(across: Across, value: float) -> str:
    """Return a figure across, as the table prints it."""
    return pounds(value) if across is Across.REVENUE else f"{value:.3f}"


def spending_measure(service: str, year: str) -> str:
    """Return what is across when it is spending."""
    return (
        f"the rank of what the council spent per head in {year} on {lower_first(service)} (net "
        "current expenditure, outturn), low spend to the right"
    )


def deprivation_measure() -> str:
    """Return what is across when it is deprivation."""
    return (
        "the rank of the area's average score in the English Indices of Deprivation 2019, the "
        "least deprived to the right"
    )


def without_across(names: Sequence[str], across: Across) -> str:
    """Return the councils with a rank and no figure to compare it with."""
    what = (
        "a return of spending" if across is Across.REVENUE else "a score of deprivation of its own"
    )
    return f"Not drawn for want of {what}: {listed(list(names))}."
