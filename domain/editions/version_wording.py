"""Versions of an edition in plain English: what each is, and how two of them differ."""

from collections.abc import Mapping, Sequence

from domain.council import Council
from domain.editions.frozen_content import DRAFT, FrozenComparison, ThemeRank
from domain.editions.status import Version
from domain.editions.terms import Document
from domain.editions.version_comparison import (
    COMPARISON,
    METHODS,
    ChangedPlace,
    ChangeGroup,
    VersionComparison,
)
from domain.formatting import counted, day, listed, moment, ordinal, pounds, upper_first
from domain.indicators.counting import Counts
from domain.indicators.terms import Direction

DOCUMENTS: Mapping[Document, str] = {
    Document.DELIVERY_REPORT: "Annual Delivery Report",
    Document.COMPENDIUM: "Performance Compendium",
    Document.CABINET_REPORT: "Report to the Cabinet",
}
COUNTED: Mapping[Direction, str] = {
    Direction.IMPROVED: "improved",
    Direction.WORSENED: "worsened",
    Direction.NO_CHANGE: "no real change",
    Direction.UNDETERMINED: "cannot be told",
}
BESIDE: Mapping[str, str] = {
    COMPARISON: "the funding and ranks of councils that were frozen with them",
    METHODS: "the methods by which ranks and counts were made",
}


def version_name(name: str) -> str:
    """Version A; the present text."""
    return "the present text" if name == DRAFT else f"version {name}"


def version_title(name: str) -> str:
    """What a page about a version is headed: Version A."""
    return upper_first(version_name(name))


def frozen_by(version: Version) -> str:
    """When it was frozen and by whom."""
    return f"Frozen on {moment(version.at)} by {version.by_name}."


def same_text(version: Version, others: Sequence[Version]) -> str:
    """Which of the others hold the same text, to the byte."""
    names = [
        version_name(each.name)
        for each in others
        if each.digest == version.digest and each.name != version.name
    ]
    return f"It holds the same as {listed(names)}, to the byte." if names else ""


def withdrawal_notice(title: str, on: str) -> str:
    """What stays at the address of an edition that was withdrawn."""
    return f"The {title} was withdrawn from publication{f' on {on}' if on else ''}."


def difference_summary(compared: VersionComparison, old: str, new: str) -> str:
    """How much differs between two versions, in a sentence or two."""
    between = f"between {version_name(old)} and {version_name(new)}"
    if compared.is_same:
        return f"Nothing differs {between}."
    if not compared.groups:
        return f"No text and no figure differs {between}. What differs is {_beside(compared)}."
    parts = [
        _some(compared.sections, "section", "sections"),
        _some(compared.figures, "figure", "figures"),
        _some(compared.ratings, "rating", "ratings"),
        _some(compared.arrows, "arrow", "arrows"),
    ]
    told = f"{upper_first(listed(parts))} differ {between}."
    if compared.others:
        others = counted(compared.others, "other entry", "other entries")
        told += f" So {_do(compared.others)} {others}: commentary, periods, sources and the like."
    if compared.beside:
        told += f" {upper_first(_beside(compared))} differ too."
    return told


def count_changes(before: Counts, after: Counts) -> str:
    """How the counts of the four directions moved."""
    moved = [
        f"{words} from {before.directions[each]} to {after.directions[each]}"
        for each, words in COUNTED.items()
        if before.directions[each] != after.directions[each]
    ]
    stayed = [
        f"{words} {after.directions[each]}"
        for each, words in COUNTED.items()
        if before.directions[each] == after.directions[each]
    ]
    base = _base(before, after)
    if not moved:
        return f"The counts of arrows {base} stayed: {listed(stayed)}."
    told = f"The counts of arrows {base} moved: {listed(moved)}"
    return f"{told}; {listed(stayed)} stayed." if stayed else f"{told}."


def _base(before: Counts, after: Counts) -> str:
    indicators = counted(after.total, "indicator", "indicators")
    if before.total == after.total:
        return f"over {indicators}"
    return f"over {before.total:,} indicators then and {after.total:,} after"


def _some(number: int, one: str, several: str) -> str:
    return counted(number, one, several) if number else f"no {one}"


def _do(number: int) -> str:
    return "does" if number == 1 else "do"


def _beside(compared: VersionComparison) -> str:
    return listed([BESIDE[name] for name in compared.beside])


def group_title(group: ChangeGroup) -> str:
    """What a group of differences is headed."""
    if group.dashboard:
        return f"{group.dashboard} dashboard"
    return DOCUMENTS[group.document] if group.document else "The edition"


def became(place: ChangedPlace) -> str:
    """Whether a place is new or gone; empty where it is in both versions."""
    if place.is_new:
        return "New"
    return "Taken out" if place.is_gone else ""


def anchor(place: str) -> str:
    """The id under which a place stands on the page of a version."""
    return place.replace(":", "-")


def funding_sentence(council: Council, frozen: FrozenComparison) -> str:
    """What the council had to spend for each resident, and its rank."""
    if frozen.per_head is None or frozen.rank is None:
        return f"{council.name} is not ranked by core spending power in {frozen.year}."
    return (
        f"In {frozen.year} {council.name} had {pounds(float(frozen.per_head))} of core spending "
        f"power for each resident (residents of mid-{frozen.base}): {ordinal(frozen.rank)} of "
        f"{frozen.n} areas, 1st having the most."
    )


def theme_rank(each: ThemeRank) -> str:
    """3rd of 31; not ranked."""
    return "not ranked" if each.rank is None else f"{ordinal(each.rank)} of {each.n}"


def ranked_among(frozen: FrozenComparison) -> str:
    """Which councils the ranks are among."""
    return f"{frozen.group.replace('-', ' ')} as of {day(frozen.as_of)}"
