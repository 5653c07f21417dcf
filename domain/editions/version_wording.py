"""Sentences about versions of an edition, and about how two of them differ."""

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
    """Return a version's name in a sentence: version A; the present text."""
    return "the present text" if name == DRAFT else f"version {name}"


def version_title(name: str) -> str:
    """Return the heading of a page about a version: Version A."""
    return upper_first(version_name(name))


def frozen_by(version: Version) -> str:
    """Return when it was frozen and by whom."""
    return f"Frozen on {moment(version.at)} by {version.by_name}."


def same_text(version: Version, others: Sequence[Version]) -> str:
    """Return which of the others have the same text, byte for byte."""
    names = [
        version_name(other.name)
        for other in others
        if other.digest == version.digest and other.name != version.name
    ]
    return f"It holds the same as {listed(names)}, to the byte." if names else ""


def withdrawal_notice(title: str, on: str) -> str:
    """Return the notice at the address of an edition that was withdrawn."""
    return f"The {title} was withdrawn from publication{f' on {on}' if on else ''}."


def difference_summary(compared: VersionComparison, old: str, new: str) -> str:
    """Return how much differs between two versions, in a sentence or two."""
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
    sentence = f"{upper_first(listed(parts))} differ {between}."
    if compared.others:
        others = counted(compared.others, "other entry", "other entries")
        sentence += (
            f" So {_do(compared.others)} {others}: commentary, periods, sources and the like."
        )
    if compared.beside:
        sentence += f" {upper_first(_beside(compared))} differ too."
    return sentence


def count_changes(before: Counts, after: Counts) -> str:
    """Return how the counts of the four directions changed."""
    moved = [
        f"{words} from {before.directions[direction]} to {after.directions[direction]}"
        for direction, words in COUNTED.items()
        if before.directions[direction] != after.directions[direction]
    ]
    stayed = [
        f"{words} {after.directions[direction]}"
        for direction, words in COUNTED.items()
        if before.directions[direction] == after.directions[direction]
    ]
    base = _base(before, after)
    if not moved:
        return f"The counts of arrows {base} stayed: {listed(stayed)}."
    sentence = f"The counts of arrows {base} moved: {listed(moved)}"
    return f"{sentence}; {listed(stayed)} stayed." if stayed else f"{sentence}."


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
    """Return the heading of a group of differences."""
    if group.dashboard:
        return f"{group.dashboard} dashboard"
    return DOCUMENTS[group.document] if group.document else "The edition"


def became(place: ChangedPlace) -> str:
    """Return whether a place is new or gone; empty where it is in both versions."""
    if place.is_new:
        return "New"
    return "Taken out" if place.is_gone else ""


def anchor(place: str) -> str:
    """Return the HTML id of a place on the page of a version."""
    return place.replace(":", "-")


def funding_sentence(council: Council, frozen: FrozenComparison) -> str:
    """Return what the council had to spend for each resident, and its rank."""
    if frozen.per_head is None or frozen.rank is None:
        return f"{council.name} is not ranked by core spending power in {frozen.year}."
    return (
        f"In {frozen.year} {council.name} had {pounds(float(frozen.per_head))} of core spending "
        f"power for each resident (residents of mid-{frozen.base}): {ordinal(frozen.rank)} of "
        f"{frozen.n} areas, 1st having the most."
    )


def theme_rank(position: ThemeRank) -> str:
    """Return a rank in words: 3rd of 31; not ranked."""
    return "not ranked" if position.rank is None else f"{ordinal(position.rank)} of {position.n}"


def ranked_among(frozen: FrozenComparison) -> str:
    """Return which councils the ranks are among."""
    return f"{frozen.group.replace('-', ' ')} as of {day(frozen.as_of)}"
