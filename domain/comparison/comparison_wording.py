"""Themes, groups, ranks, pounds and values, as all pages that compare councils say them."""

import math
from collections.abc import Mapping, Sequence

from domain.comparison.areas import REGION_GROUP, ComparatorGroup, Geography
from domain.comparison.terms import AreaClass, Theme
from domain.formatting import counted, listed, lower_first, ordinal
from domain.periods import Period
from domain.terms import Polarity

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


QUARTERS: Mapping[int, str] = {1: "1st", 2: "2nd", 3: "3rd", 4: "4th"}


NOT_RANKED = "not ranked"


def how_sure(low: float, high: float) -> str:
    """Return how far a rank's interval reaches, in words."""
    if low == high:
        return f"9 times in 10 it is {ordinal(low)}"
    return f"9 times in 10 between {ordinal(low)} and {ordinal(high)}"


def shown(value: float) -> float:
    """Return a value as all pages and charts show it: two decimals, or three figures below 1."""
    size = abs(value)
    if size >= 1 or not size:
        return round(value, 2)
    return float(f"{value:.3g}")


def figure(value: float | None, unit: str) -> str:
    """Return a value with its unit where one sign says it: 12.5%, £1,234, 823."""
    if value is None or math.isnan(value):
        return "no figure"
    printed = f"{abs(shown(value)):,.10f}".rstrip("0").rstrip(".")
    sign = "−" if value < 0 else ""
    return {"£": f"{sign}£{printed}", "%": f"{sign}{printed}%"}.get(unit, f"{sign}{printed}")


def unit_in_words(unit: str) -> str:
    """Return what a value counts, where the sign beside it does not say."""
    return {"%": "per cent", "£": "pounds"}.get(unit, unit)


def group_and_size(group: ComparatorGroup, n: int) -> str:
    """Return a group's name with its size: County councils (n = 23 of 24)."""
    of = f" of {group.n}" if n != group.n else ""
    return f"{group.name} (n = {n}{of})"


def who_is_missing(geography: Geography, codes: Sequence[str], period: Period) -> str:
    """Name the members without a figure, each with its reason; empty where all have one."""
    if not codes:
        return ""
    reasons: dict[str, list[str]] = {}
    for code in codes:
        reasons.setdefault(geography.why_missing(code, period), []).append(
            geography.areas[code].name
        )
    names_listed = "; ".join(f"{listed(names)} ({why})" for why, names in reasons.items())
    return f"Without a figure: {names_listed}."


def too_few(names: Sequence[tuple[str, int]], total: int) -> str:
    """Name the members that are not ranked because they have figures for too few indicators."""
    if not names:
        return ""
    names_listed = listed([f"{name} ({has} of {total})" for name, has in names])
    return (
        f"{counted(len(names), 'member is', 'members are')} not ranked, with figures for fewer "
        f"than 70% of the {total} indicators: {names_listed}."
    )


def lower_name(group: ComparatorGroup) -> str:
    """Return a group's name inside a sentence: county councils, authorities of East Midlands."""
    if group.slug.startswith(REGION_GROUP):
        return f"authorities of {group.name}"
    name = group.name.removeprefix("All ")
    return name if name.startswith("London") else lower_first(name)
