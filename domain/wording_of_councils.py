"""Ranks, pounds and intervals in plain English, for the pages that compare councils."""

import math
from collections.abc import Mapping, Sequence
from typing import Protocol

from domain.areas import REGION_GROUP, ComparatorGroup, Geography
from domain.benchmarks import BenchmarkIndicator
from domain.indicator_standing import IndicatorStanding
from domain.lowest_quartile import Position
from domain.periods import Period
from domain.quadrants import Across, Quadrant
from domain.ranking import LOWEST_QUARTILE
from domain.terms import AreaClass, Basis, Polarity, Theme
from domain.theme_standing import Standing, YearStanding
from domain.wording import counted, listed

THEMES: Mapping[Theme, str] = {
    Theme.OVERALL: "Overall",
    Theme.LA_CORE: "County council functions",
    Theme.ECONOMY: "Economy",
    Theme.TRANSPORT: "Transport & Highways",
    Theme.ADULT_SOCIAL_CARE: "Adult Social Care",
    Theme.HEALTH_CHILD: "Health - Child",
    Theme.HEALTH_ADULT: "Health - Adult",
    Theme.CHILDRENS_SOCIAL_CARE: "Children's Social Care",
    Theme.ENVIRONMENT: "Environment & Waste",
}
THEMES_LISTED: Mapping[Theme, str] = {**THEMES, Theme.OVERALL: "Counted in the overall rank alone"}
GOOD: Mapping[Polarity, str] = {
    Polarity.HIGHER_IS_BETTER: "higher is better",
    Polarity.LOWER_IS_BETTER: "lower is better",
    Polarity.NEITHER: "no direction is stated as good",
}
CLASSES: Mapping[AreaClass, str] = {
    AreaClass.COUNTY: "county council",
    AreaClass.COUNTY_UNITARY: "county unitary",
    AreaClass.UNITARY: "other unitary",
    AreaClass.METROPOLITAN: "metropolitan borough",
    AreaClass.LONDON: "London",
    AreaClass.ENGLAND: "England",
}
BASIS: Mapping[Basis, str] = {Basis.OUTTURN: "outturn", Basis.BUDGET: "budget"}
QUARTERS: Mapping[int, str] = {1: "1st", 2: "2nd", 3: "3rd", 4: "4th"}
NOT_RANKED = "not ranked"
MILLION, BILLION = 1_000_000, 1_000_000_000


def ordinal(number: float) -> str:
    """1st, 2nd, 3rd, 11th, 22nd."""
    whole = int(number)
    teen = whole % 100 in (11, 12, 13)
    ending = "th" if teen else {1: "st", 2: "nd", 3: "rd"}.get(whole % 10, "th")
    return f"{whole:,}{ending}"


def pounds(amount: float) -> str:
    """£760.92, −£2.00."""
    return f"{'−' if amount < 0 else ''}£{abs(amount):,.2f}"


def large_pounds(amount: float) -> str:
    """£115.2m, £1.02bn; pounds alone below a million."""
    size, sign = abs(amount), "−" if amount < 0 else ""
    if size >= BILLION:
        return f"{sign}£{size / BILLION:,.2f}bn"
    if size >= MILLION:
        return f"{sign}£{size / MILLION:,.1f}m"
    return f"{sign}£{size:,.0f}"


def difference(amount: float) -> str:
    """£163.18 more, £78.06 less, the same."""
    if not round(amount, 2):
        return "the same"
    return f"£{abs(amount):,.2f} {'more' if amount > 0 else 'less'}"


def how_sure(low: float, high: float) -> str:
    """How far a rank's interval reaches, in words."""
    if low == high:
        return f"9 times in 10 it is {ordinal(low)}"
    return f"9 times in 10 between {ordinal(low)} and {ordinal(high)}"


def shown(value: float) -> float:
    """A value as all pages and charts show it: two decimals, or three figures below 1."""
    size = abs(value)
    if size >= 1 or not size:
        return round(value, 2)
    return float(f"{value:.3g}")


def figure(value: float | None, unit: str) -> str:
    """A value with its unit where one sign says it: 12.5%, £1,234, 823."""
    if value is None or math.isnan(value):
        return "no figure"
    printed = f"{abs(shown(value)):,.10f}".rstrip("0").rstrip(".")
    sign = "−" if value < 0 else ""
    return {"£": f"{sign}£{printed}", "%": f"{sign}{printed}%"}.get(unit, f"{sign}{printed}")


def unit_in_words(unit: str) -> str:
    """What a value counts, where the sign beside it does not say."""
    return {"%": "per cent", "£": "pounds"}.get(unit, unit)


def group_and_size(group: ComparatorGroup, n: int) -> str:
    """County councils (n = 23 of 24)."""
    of = f" of {group.n}" if n != group.n else ""
    return f"{group.name} (n = {n}{of})"


def who_is_missing(geography: Geography, codes: Sequence[str], period: Period) -> str:
    """Names the members without a figure, each with its reason; nothing where all have one."""
    if not codes:
        return ""
    reasons: dict[str, list[str]] = {}
    for code in codes:
        reasons.setdefault(geography.why_missing(code, period), []).append(
            geography.areas[code].name
        )
    told = "; ".join(f"{listed(names)} ({why})" for why, names in reasons.items())
    return f"Without a figure: {told}."


def too_few(names: Sequence[tuple[str, int]], total: int) -> str:
    """Names the members that are not ranked because they have figures for too few indicators."""
    if not names:
        return ""
    told = listed([f"{name} ({has} of {total})" for name, has in names])
    return (
        f"{counted(len(names), 'member is', 'members are')} not ranked, with figures for fewer "
        f"than 70% of the {total} indicators: {told}."
    )


def rank_in_words(standing: Standing) -> str:
    """3rd of 31; 9 times in 10 between 2nd and 7th."""
    if standing.rank is None or standing.low is None or standing.high is None:
        return (
            f"{NOT_RANKED.capitalize()}: it has figures for {standing.used} of "
            f"{standing.indicators} indicators."
        )
    return f"{ordinal(standing.rank)} of {standing.n}; {how_sure(standing.low, standing.high)}"


def standing_in_words(name: str, group: ComparatorGroup, standing: Standing) -> str:
    """The sentence that opens the page."""
    if standing.rank is None:
        why = (
            f"it has figures for {standing.used} of the {standing.indicators}"
            if standing.used
            else "it is not a member of this group"
        )
        return f"{name} is not ranked overall among {lower_name(group)}: {why}."
    return (
        f"Over {standing.indicators} indicators of 2020/21 or the years nearest to it, {name} is "
        f"{ordinal(standing.rank)} of the {standing.n} {lower_name(group)} that can be ranked; "
        f"{how_sure(standing.low or 0, standing.high or 0)}."
    )


def lower_name(group: ComparatorGroup) -> str:
    """A group's name inside a sentence: county councils, authorities of East Midlands."""
    if group.slug.startswith(REGION_GROUP):
        return f"authorities of {group.name}"
    name = group.name.removeprefix("All ")
    return name if name.startswith("London") else lower_first(name)


def theme_finding(name: str, standings: Sequence[Standing]) -> str:
    """The heading of the ranks by theme: the best and the lowest of them."""
    themes = [
        each
        for each in standings
        if each.rank is not None and each.theme not in (Theme.OVERALL, Theme.LA_CORE)
    ]
    if not themes:
        return f"{name} is ranked in none of the themes"
    best = min(themes, key=lambda each: (each.rank or 0) / each.n)
    lowest = max(themes, key=lambda each: (each.rank or 0) / each.n)
    if best is lowest:
        return f"{name} is {ordinal(best.rank or 0)} of {best.n} in {THEMES[best.theme]}"
    return (
        f"Strongest in {THEMES[best.theme]} ({ordinal(best.rank or 0)} of {best.n}), weakest in "
        f"{THEMES[lowest.theme]} ({ordinal(lowest.rank or 0)} of {lowest.n})"
    )


def history_finding(theme: str, years: Sequence[YearStanding]) -> str:
    """The heading of a rank over the years: the first and the last of them."""
    ranked = [each for each in years if each.standing.rank]
    first, last = ranked[0], ranked[-1]
    now = f"{ordinal(last.standing.rank or 0)} of {last.standing.n} on figures to {last.year}"
    if first is last:
        return f"{theme}: {now}"
    before = f"{ordinal(first.standing.rank or 0)} of {first.standing.n} on those to {first.year}"
    return f"{theme}: {now}, {before}"


def left_out(standing: Standing) -> str:
    """What leaving out any one indicator does to a rank."""
    low, high = standing.lowest_without, standing.highest_without
    if low is None or high is None:
        return "no rank without its one indicator"
    if standing.tipping is None:
        return "no change"
    series, rank = standing.tipping
    span = ordinal(low) if low == high else f"{ordinal(low)} to {ordinal(high)}"
    return f"{span}; furthest without {series.indicator.name}: {ordinal(rank)}"


def without_one_in_words(name: str, standing: Standing) -> str:
    """What any one indicator does to a rank, as a sentence; nothing where there is no rank."""
    low, high = standing.lowest_without, standing.highest_without
    if standing.rank is None or low is None or high is None:
        return ""
    if standing.tipping is None:
        return f"Whichever one indicator is left out, {name} stays {ordinal(standing.rank)}."
    series, rank = standing.tipping
    span = f"is {ordinal(low)}" if low == high else f"is between {ordinal(low)} and {ordinal(high)}"
    return (
        f"With any one indicator left out {name} {span}. The one that moves it furthest is "
        f"“{series.indicator.name}”: without it the rank is {ordinal(rank)}."
    )


def lower_first(text: str) -> str:
    """The same text with a small first letter."""
    return text[:1].lower() + text[1:]


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
        """Its rank upwards."""

    @property
    def across_rank(self) -> int | None:
        """Its rank across."""

    @property
    def low(self) -> int | None:
        """The best rank of its interval."""

    @property
    def high(self) -> int | None:
        """The lowest."""

    @property
    def quadrant(self) -> str:
        """The name of its quadrant, empty where it is not drawn."""


def quadrant_in_words(
    name: str, theme: Theme, point: Placed | None, drawn: int, across: Across
) -> str:
    """The sentence that opens a quadrant chart."""
    if point is None or not point.quadrant:
        return f"{name} is not on this chart: it is not in the group, or lacks the figures."
    place = QUADRANTS[across][Quadrant(point.quadrant)]
    subject = "over all indicators" if theme is Theme.OVERALL else f"in {THEMES[theme]}"
    return (
        f"{name} stands among those of {place} {subject}: {ordinal(point.performance_rank or 0)} of "
        f"{drawn} in performance ({how_sure(point.low or 0, point.high or 0)}) and "
        f"{ordinal(point.across_rank or 0)} of {drawn} {ACROSS_SHORT[across]}."
    )


def quadrant_finding(theme: Theme, across: Across, points: Sequence[Placed]) -> str:
    """The heading of the chart: how many stand in the quadrant a reader looks for."""
    wanted = Quadrant.HIGH_RIGHT if across is Across.REVENUE else Quadrant.HIGH_LEFT
    inside = sum(1 for each in points if each.quadrant == wanted.value)
    verb = "stands" if inside == 1 else "stand"
    return (
        f"{THEMES[theme]}: {inside} of {len(points)} councils {verb} at {QUADRANTS[across][wanted]}"
    )


def point_in_words(name: str, up: int, across_rank: int, across: Across) -> str:
    """What a point says when it is looked at."""
    by = "spending" if across is Across.REVENUE else "deprivation"
    return f"{name}: {ordinal(up)} in performance, {ordinal(across_rank)} by {by}"


def across_figure(across: Across, value: float) -> str:
    """A figure across, as the table prints it."""
    return pounds(value) if across is Across.REVENUE else f"{value:.3f}"


def spending_measure(service: str, year: str) -> str:
    """What is across when it is spending."""
    return (
        f"the rank of what the council spent per head in {year} on {lower_first(service)} (net "
        "current expenditure, outturn), low spend to the right"
    )


def deprivation_measure() -> str:
    """What is across when it is deprivation."""
    return (
        "the rank of the area's average score in the English Indices of Deprivation 2019, the "
        "least deprived to the right"
    )


def without_across(names: Sequence[str], across: Across) -> str:
    """Who has a rank and nothing to hold it against."""
    what = (
        "a return of spending" if across is Across.REVENUE else "a score of deprivation of its own"
    )
    return f"Not drawn for want of {what}: {listed(list(names))}."


def lowest_in_words(name: str, lowest: int, placed: int, improvers: int, fallen: int) -> str:
    """The sentence that opens the lists of the lowest quartile."""
    if not placed:
        return f"{name} has no position in this group: it is not a member of it."
    return (
        f"Of {counted(placed, 'indicator', 'indicators')} on which {name} can be placed, {lowest} "
        f"{'is' if lowest == 1 else 'are'} in the 4th, lowest quartile. {fallen} of them "
        f"{'was' if fallen == 1 else 'were'} in a better one in the period before; {improvers} "
        f"others have left the 4th since then."
    )


def position(each: Position) -> str:
    """2nd quartile, 9th of 31."""
    if each.rank is None or each.quartile is None:
        return "no position"
    return f"{QUARTERS[each.quartile]} quartile, {ordinal(each.rank)} of {each.n}"


def to_leave(each: Position) -> str:
    """What would have been enough to leave the 4th quartile."""
    if each.cut is None or each.needed is None:
        return "too few councils have a figure"
    unit = each.series.indicator.unit
    way = "more" if each.needed > 0 else "less"
    bound = "or more" if each.series.indicator.polarity is Polarity.HIGHER_IS_BETTER else "or less"
    gap = figure(abs(each.needed), "" if unit == "%" else unit)
    points = " points" if unit == "%" else ""
    return f"{figure(each.cut, unit)} {bound} ({gap}{points} {way})"


def list_in_words(name: str, theme: Theme, rows: Sequence[IndicatorStanding]) -> str:
    """The sentence that opens a theme's list of indicators."""
    placed = [each for each in rows if each.quartile]
    if not placed:
        return (
            f"{THEMES_LISTED[theme]}: {counted(len(rows), 'indicator', 'indicators')}. {name} has a "
            "position on none of them among this group."
        )
    best = sum(1 for each in placed if each.quartile == 1)
    lowest = sum(1 for each in placed if each.quartile == LOWEST_QUARTILE)
    return (
        f"{THEMES_LISTED[theme]}: {counted(len(rows), 'indicator', 'indicators')}, on "
        f"{len(placed)} of which {name} has a position: {best} in the 1st, best quartile, {lowest} "
        "in the 4th."
    )


def benchmark_in_words(name: str, group: ComparatorGroup, each: IndicatorStanding) -> str:
    """The sentence that opens an indicator's page."""
    unit = each.series.indicator.unit
    during = f"in {each.series.period.text}"
    if each.value is None:
        return f"No figure of {name} is published {during}."
    told = f"{name}: {figure(each.value, unit)} {during}"
    if each.england is not None:
        told += f", England {figure(each.england, unit)}"
    if each.rank is None or each.quartile is None:
        why = (
            "no direction is stated as good"
            if not each.series.indicator.ranked
            else "it is not a member of the group"
        )
        return f"{told}. It has no rank: {why}."
    return (
        f"{told}. It is {ordinal(each.rank)} of {each.n} {lower_name(group)}: "
        f"{QUARTERS[each.quartile]} quartile{QUARTER_SAID.get(each.quartile, '')}."
    )


QUARTER_SAID: Mapping[int, str] = {1: ", the best", 4: ", the lowest"}


def strip_finding(each: IndicatorStanding, best: str) -> str:
    """The heading of the strip: from the best to the middle of the group."""
    unit = each.series.indicator.unit
    if each.best is None or each.median is None or not best:
        return f"{each.n} councils of the group have a figure"
    return (
        f"From {figure(each.best, unit)} in {best}, the best, the group's median is "
        f"{figure(each.median, unit)}"
    )


def how_to_read_strip(each: IndicatorStanding, group: ComparatorGroup, missing: str) -> str:
    """How to read the strip, and who is not on it."""
    unit = unit_in_words(each.series.indicator.unit)
    told = f"Each mark is one council's figure of {each.series.period.text}"
    told += f" ({unit}). " if unit else ". "
    if each.series.indicator.ranked:
        told += (
            "Better values stand to the right. The dotted lines end the quartiles of the group, "
            "named on top from 1st, the best. "
        )
    told += "Full marks are the group, open ones other councils. "
    if each.england_apart:
        told += "England's published figure lies outside those of all councils and is not drawn. "
    return f"{told}{group_and_size(group, each.n)}. {missing}"


def interval(low: float | None, high: float | None, unit: str) -> str:
    """A published interval, or nothing where none is."""
    if low is None or high is None:
        return ""
    return f"{figure(low, unit)} to {figure(high, unit)}"


def place_of(quartile: int | None, *, member: bool) -> str:
    """A quartile as the table prints it."""
    if quartile:
        return QUARTERS[quartile]
    return "" if member else "not in the group"


def value_finding(name: str, history: Sequence[IndicatorStanding]) -> str:
    """The heading of a figure over time: the first and the last there are."""
    known = [each for each in history if each.value is not None]
    if not known:
        return f"No figure of {name} is published"
    first, last = known[0], known[-1]
    unit = last.series.indicator.unit
    now = f"{name}: {figure(last.value, unit)} in {last.series.period.text}"
    if first is last:
        return now
    return f"{now}, {figure(first.value, unit)} in {first.series.period.text}"


def beside_others(name: str, each: IndicatorStanding) -> str:
    """Leicestershire 96.2; the group's median 97.15; England 93.2."""
    unit = each.series.indicator.unit
    england = "" if each.england is None else f"; England {figure(each.england, unit)}"
    return f"{name} {figure(each.value, unit)}; the group's median {figure(each.median, unit)}{england}"


def ranks_finding(history: Sequence[IndicatorStanding]) -> str:
    """The heading of a rank over time."""
    known = [each for each in history if each.rank]
    first, last = known[0], known[-1]
    return (
        f"{ordinal(last.rank or 0)} of {last.n} in {last.series.period.text}, "
        f"{ordinal(first.rank or 0)} of {first.n} in {first.series.period.text}"
    )


def counting_in_words(indicator: BenchmarkIndicator) -> str:
    """Whether an indicator counts in the average ranks, and why not."""
    if not indicator.ranked:
        return "No: no direction is stated as good"
    return "Yes" if indicator.primary else "No: an index score, or nearly the same as another"


def heat_in_words(name: str, theme: Theme, quartiles: Sequence[int | None], total: int) -> str:
    """The sentence that opens the heat map."""
    placed = [each for each in quartiles if each]
    if not placed:
        return f"{name} has no position in {THEMES_LISTED[theme]} among this group."
    parts = [f"{placed.count(each)} in the {QUARTERS[each]}" for each in QUARTERS]
    return (
        f"Of {counted(total, 'indicator', 'indicators')} of {THEMES_LISTED[theme]}, {name} has "
        f"{listed(parts)} quartile."
    )
