"""A floor under core spending power in plain English."""

from domain.formatting import counted, large_pounds, ordinal, pounds
from domain.funding.floors import FloorRequest, FloorResult, Gain
from domain.funding.league_table import LeagueTable
from domain.funding.league_wording import OUTSIDE, beyond, column_words, per_head
from domain.funding.terms import Comparable


def lead(result: FloorResult, table: LeagueTable) -> str:
    """Return the sentence that opens the floor: how high, who gains, what it costs."""
    sentence = (
        f"A floor of {pounds(result.floor.per_head)} per head{_how_high(result.request, table)}"
    )
    gaining = len(result.gaining)
    if not gaining:
        return f"{sentence} changes nothing: no area of the group is below it."
    return (
        f"{sentence} lifts {gaining} of {counted(table.n, 'area', 'areas')} and costs "
        f"{large_pounds(result.floor.cost)} a year in all."
    )


def _how_high(request: FloorRequest, table: LeagueTable) -> str:
    if request.per_head is not None:
        return ""
    return f" ({ordinal(request.percentile)} percentile of {table.n} comparable areas)"


def council_gains(result: FloorResult, table: LeagueTable) -> str:
    """Return what the floor does for the council."""
    council, gain = table.council, result.council
    if gain is None:
        return f"What {council.name} would gain cannot be told. {council.reason}"
    if not table.in_group:
        return (
            f"{council.name} is not in this group. The same floor would give it "
            f"{large_pounds(gain.pounds)} a year, which is not in the cost."
        )
    if not gain.pounds:
        return f"{council.name} is above the floor and gains nothing."
    return f"{council.name} gains {large_pounds(gain.pounds)} a year, {pounds(gain.per_head)} per head."


def council_per_head(result: FloorResult, table: LeagueTable) -> str:
    """Return the council's gain per head and its pounds per head after the floor."""
    gain = result.council
    if gain is None or not gain.pounds or not table.in_group:
        return council_gains(result, table)
    return f"{pounds(gain.per_head)} per head: {per_head(gain.area)} becomes {pounds(gain.after)}."


def label(result: FloorResult) -> str:
    """Return the floor's name beside its line, in two lines."""
    return f"floor<br>{pounds(result.floor.per_head)}"


def gap(result: FloorResult) -> str:
    """Return what the floor does to the distance between the highest and the lowest."""
    before, after = pounds(result.floor.gap_before), pounds(result.floor.gap_after)
    if not result.changes_the_gap:
        return f"It stays {before} per head."
    return f"It was {before} per head and becomes {after}."


def gainers(result: FloorResult, table: LeagueTable) -> str:
    """Return how many areas are lifted."""
    gaining = len(result.gaining)
    return f"{gaining or 'None'} of {counted(table.n, 'area gains', 'areas gain')}."


def how_to_read(table: LeagueTable) -> str:
    """Return how to read the lifted columns."""
    sentence = (
        "Each column is an area, the highest first, by pounds of core spending power per head. The "
        "hatched part is what the floor adds; the dashed line is the floor. "
    )
    if any(area.comparable is Comparable.PARTLY for area in table.ranked):
        sentence += "Pale columns compare only partly. "
    return (sentence + beyond(table)).strip()


def gain_and_after(gain: Gain | None) -> tuple[str, str]:
    """Return what an area gains per head and has after; nothing of one that is not of the group."""
    if gain is None:
        return OUTSIDE, ""
    return pounds(gain.per_head), pounds(gain.after)


def share(part: float, whole: float) -> str:
    """Return a part of the cost in per cent: 11.4%."""
    return f"{100 * part / whole:.1f}%"


def finding(result: FloorResult) -> str:
    """Return the heading of the lifted columns."""
    gaining = result.gaining
    if not gaining:
        return f"No area has less than {pounds(result.floor.per_head)} per head"
    most = gaining[0]
    return (
        f"{counted(len(gaining), 'area is', 'areas are')} lifted, {most.area.name} most: "
        f"{pounds(most.per_head)} per head"
    )


def gain_words(gain: Gain) -> str:
    """Return what a lifted column says when it is looked at."""
    if not gain.pounds:
        return f"{column_words(gain.area)}: above the floor"
    return f"{column_words(gain.area)}: {pounds(gain.per_head)} more per head"


def instead_of_typed(request: FloorRequest) -> str:
    """Return what is shown while what was typed cannot be used."""
    if not request.fault:
        return ""
    return f"{request.fault} Shown meanwhile: the {ordinal(request.percentile)} percentile."
