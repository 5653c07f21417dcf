"""The funding league table, another area's rate and the thirds in plain English."""

from collections.abc import Callable, Mapping, Sequence

from domain.comparison.terms import AreaClass
from domain.formatting import counted, large_pounds, listed, ordinal, pounds
from domain.funding.core_spending_power import BASES, BetterOff
from domain.funding.league_table import FundedArea, LeagueTable, OtherRate
from domain.funding.terms import Comparable

CLASSES: Mapping[AreaClass, str] = {
    AreaClass.COUNTY: "county council areas",
    AreaClass.COUNTY_UNITARY: "county unitaries",
    AreaClass.UNITARY: "other unitary authorities",
    AreaClass.METROPOLITAN: "metropolitan boroughs",
    AreaClass.LONDON: "London boroughs with the City",
}
THIRDS: Mapping[int, str] = {1: "highest third", 2: "middle third", 3: "lowest third"}
OUTSIDE = "not in the group"
DOES_NOT_COMPARE = "does not compare"
NO_FIGURE = "no figure"


def position_in_words(table: LeagueTable) -> str:
    """Return the position of the council, or why that is unknown."""
    council = table.council
    if council.per_head is None or council.rank_of_all is None:
        return (
            f"{council.name} is not ranked by core spending power in {table.year}. {council.reason} So "
            "its difference from other areas, and what another area's rate would be worth to it, "
            "cannot be told."
        )
    sentence = (
        f"{council.name} has {pounds(council.per_head)} of core spending power per head in {table.year}: "
        f"{_joined(_places(table, council))}."
    )
    if table.in_group:
        return sentence
    return f"{sentence} It is not in the group chosen here, so it has no rank among them."


def _places(table: LeagueTable, council: FundedArea) -> list[str]:
    of_class = table.class_sizes[council.area_class]
    places = [
        f"{place(council.rank_of_all or 0, table.n_of_all)} areas that compare",
        f"{place(council.rank_of_class or 0, of_class)} {CLASSES[council.area_class]} whose figures compare",
    ]
    if council.rank is not None and not table.is_everyone_or_class:
        here = f"{place(council.rank, table.n)} whose figures compare among “{table.group.name}”"
        places.insert(0, here)
    return places


def place(rank: int, n: int) -> str:
    """Return a rank in words: 136th of the 138, the lowest of the 23, the only one."""
    if n == 1:
        return "the only one of the"
    if rank == n:
        return f"the lowest of the {n}"
    return f"the highest of the {n}" if rank == 1 else f"{ordinal(rank)} of the {n}"


def _joined(parts: Sequence[str]) -> str:
    return f"{', '.join(parts[:-1])}, and {parts[-1]}"


def at_rate(council_name: str, other: OtherRate) -> str:
    """Return the council's gain: at Surrey's rate Leicestershire would have £115.2m more."""
    if other.worth is None:
        return ""
    worth = other.worth.pounds
    if not round(worth):
        return f"At {possessive(other.name)} rate {council_name} would have the same."
    more = "more" if worth > 0 else "less"
    return (
        f"At {possessive(other.name)} rate {council_name} would have {large_pounds(abs(worth))} {more} "
        "a year."
    )


def formula(worth: BetterOff) -> str:
    """Return the sum: (£924.10 − £760.92) × 706,155 residents = £115,229,812."""
    return (
        f"({pounds(worth.other_per_head)} − {pounds(worth.council_per_head)}) × {worth.people:,} residents = "
        f"{'−' if worth.pounds < 0 else ''}£{abs(worth.pounds):,.0f}"
    )


def why_this_rate(council: FundedArea, other: OtherRate) -> str:
    """Return why this area's rate is shown when the reader chose none."""
    if other.chosen:
        return ""
    kind = CLASSES[council.area_class]
    if other.less_deprived:
        more = other.worth is not None and other.worth.pounds > 0
        because = ", so that need does not explain what it has more" if more else ""
        return (
            f"{other.name} stands here because it is the best funded of the {kind} that are less "
            f"deprived than {council.name} (average score of the Indices of Deprivation "
            f"2019){because}. Choose another below."
        )
    return (
        f"{other.name} stands here because it is the best funded of the other {kind}. Choose "
        "another below."
    )


def residents(base: int) -> str:
    """Return which estimate of residents the pounds are divided by."""
    first = f"Residents are the first estimate of mid-{base} by the Office for National Statistics"
    if base == BASES[0]:
        return f"{first}, with which the published figures per head agree."
    return f"{first}. The published figures per head use the one of mid-2019."


def possessive(name: str) -> str:
    """Return the possessive form of a name: Surrey's, St. Helens'."""
    return f"{name}'" if name.endswith("s") else f"{name}'s"


def in_view_heading(table: LeagueTable) -> str:
    """Return the heading of the short table."""
    if table.council.compares:
        return f"{table.council.name} and its neighbours"
    return f"{table.council.name} beside the highest and the lowest"


def in_view_caption(table: LeagueTable) -> str:
    """Return what the short table holds."""
    if table.council.compares:
        return "the highest, the lowest, and up to three on each side"
    return "the highest and the lowest"


def league_finding(table: LeagueTable) -> str:
    """Return the heading of the columns: the council against the middle area."""
    council = table.council
    if council.per_head is None or not council.compares:
        low, high = pounds(table.rates[-1]), pounds(table.rates[0])
        return f"Areas have between {low} and {high} per head"
    gap = council.per_head - table.middle
    if not round(gap, 2):
        return f"{council.name} is the middle area: {pounds(council.per_head)} per head"
    side = "more" if gap > 0 else "less"
    return f"{council.name} has {pounds(abs(gap))} per head {side} than the middle area"


def league_read(table: LeagueTable, other: OtherRate) -> str:
    """Return how to read the columns."""
    sentence = (
        "Each column is an area, the highest first, by pounds of core spending power per head. "
        f"The dotted line is the middle area of {table.n}, {pounds(table.middle)}. "
    )
    if other.worth and any(area.code == other.code for area in table.ranked):
        sentence += f"The hatched column is {other.name}, whose rate is used above. "
    if any(area.comparable is Comparable.PARTLY for area in table.ranked):
        sentence += "Pale columns compare only partly. "
    return (sentence + beyond(table)).strip()


def beyond(table: LeagueTable) -> str:
    """Return which columns are cut, with their figures."""
    cut = [f"{area.name} ({pounds(area.per_head or 0)})" for area in table.beyond]
    if not cut:
        return ""
    return f"Cut at the edge: {listed(cut)}."


def rank_in_group(area: FundedArea) -> str:
    """Return a rank, 136th, or why there is none."""
    if area.rank is not None:
        return ordinal(area.rank)
    return OUTSIDE if area.compares else DOES_NOT_COMPARE


def rank_of_class(table: LeagueTable, area: FundedArea) -> str:
    """Return the rank in the class: 23rd of 23."""
    if area.rank_of_class is None:
        return ""
    return f"{ordinal(area.rank_of_class)} of {table.class_sizes[area.area_class]}"


def rank_of_all(area: FundedArea) -> str:
    """Return the rank among all areas that compare: 136th."""
    return "" if area.rank_of_all is None else ordinal(area.rank_of_all)


def per_head(area: FundedArea) -> str:
    """Return pounds per head, £760.92, or that there is no figure."""
    return NO_FIGURE if area.per_head is None else pounds(area.per_head)


def from_council(area: FundedArea) -> str:
    """Return an area's difference from the council in pounds per head: +£163.18, −£78.06."""
    return "" if not area.difference else signed(area.difference, pounds)


def worth(area: FundedArea) -> str:
    """Return what the council would gain or lose at an area's rate: +£115.2m."""
    return "" if not area.better_off else signed(area.better_off, large_pounds)


def signed(amount: float, printed: Callable[[float], str]) -> str:
    """Return an amount with its sign before it, also where it is above zero."""
    if not round(amount, 2):
        return printed(0)
    return f"{'+' if amount > 0 else '−'}{printed(abs(amount))}"


def column_words(area: FundedArea) -> str:
    """Return the label of a column for pointers and screen readers: Surrey, £924.10, 66th."""
    return f"{area.name}, {per_head(area)}, {rank_in_group(area)}"


def group_and_n(table: LeagueTable) -> str:
    """Return the group with its n, and how many of it do not compare."""
    apart = table.group.n - table.n
    if not apart:
        return f"{table.group.name}: n = {table.n}."
    left = "1 area is" if apart == 1 else f"{apart} areas are"
    return (
        f"{table.group.name}: n = {table.n} of {table.group.n}. {left} not ranked, named below "
        "with the reason."
    )


def third_of(area: FundedArea) -> str:
    """Return the third of an area: highest third, lowest third, or why in none."""
    return THIRDS[area.third].capitalize() if area.third else rank_in_group(area).capitalize()


def third_range(table: LeagueTable, third: int) -> str:
    """Return a third's size and range: Highest third: 46 areas, £1,005.12 to £3,705.62."""
    rates = [area.per_head or 0 for area in table.areas if area.third == third]
    if not rates:
        return f"{THIRDS[third].capitalize()}: no area"
    return (
        f"{THIRDS[third].capitalize()}: {counted(len(rates), 'area', 'areas')}, "
        f"{pounds(min(rates))} to {pounds(max(rates))}"
    )


def map_words(name: str, area: FundedArea | None) -> str:
    """Return what an area of the map says when it is looked at."""
    if area is None:
        return f"{name}: {OUTSIDE}"
    return f"{name}: {per_head(area)}, {third_of(area).lower()}"


def map_lead(table: LeagueTable) -> str:
    """Return the sentence that opens the map."""
    council = table.council
    if council.third is None:
        return f"{council.name} is in none of the thirds: {_why_no_third(table)}"
    return (
        f"{council.name}, with {per_head(council)} of core spending power per head in {table.year}, is in "
        f"the {THIRDS[council.third]} of the {table.n} areas that compare."
    )


def _why_no_third(table: LeagueTable) -> str:
    if table.council.compares:
        return "it is not in the group chosen here."
    return f"its figure does not compare. {table.council.reason}"


def map_read(table: LeagueTable) -> str:
    """Return how to read the map."""
    return (
        f"The {table.n} areas that compare are ranked by pounds per head and cut into three; the "
        f"darker, the more. {table.council.name} is ringed and named."
    )


def map_finding(table: LeagueTable) -> str:
    """Return the heading of the map: where the thirds begin."""
    lowest = [area.per_head or 0 for area in table.areas if area.third == max(THIRDS)]
    highest = [area.per_head or 0 for area in table.areas if area.third == min(THIRDS)]
    if not lowest:
        return "There are too few areas for thirds"
    return (
        f"A third of areas have at most {pounds(max(lowest))} per head, a third at least "
        f"{pounds(min(highest))}"
    )
