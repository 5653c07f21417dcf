"""Versions of an edition in plain English: what each is, and how two of them differ."""

from collections.abc import Mapping, Sequence

from domain.comparing_versions import COMPARISON, METHODS, ChangedPlace, Compared, Group
from domain.council import Council
from domain.counting import Counts
from domain.process import Moved, Process, Version
from domain.terms import Direction, Document, Stage
from domain.versions import DRAFT, Frozen, ThemeRank
from domain.wording import counted, day, listed
from domain.wording_of_councils import ordinal, pounds
from domain.wording_of_workflow import moment

DOCUMENTS: Mapping[Document, str] = {
    Document.DELIVERY_REPORT: "Annual Delivery Report",
    Document.COMPENDIUM: "Performance Compendium",
    Document.CABINET_REPORT: "Report to the Cabinet",
}
BEFORE_WHOM: Mapping[str, str] = {
    "A": "Scrutiny Commission",
    "B": "Cabinet",
    "C": "County Council",
}
"""The body that versions of a letter are frozen for."""
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


def called(name: str) -> str:
    """Version A; the present text."""
    return "the present text" if name == DRAFT else f"version {name}"


def title_of(name: str) -> str:
    """What a page about a version is headed: Version A."""
    return _upper_first(called(name))


def frozen_by(version: Version) -> str:
    """When it was frozen and by whom."""
    return f"Frozen on {moment(version.at)} by {version.by_name}."


def about(process: Process, version: Version) -> list[str]:
    """What a version is: for whom it was frozen, and what became of it."""
    told = [_origin(process, version), _approved(process, version), _read_by_all(process, version)]
    return [sentence for sentence in told if sentence]


def same_text(version: Version, others: Sequence[Version]) -> str:
    """Which of the others hold the same text, to the byte."""
    names = [
        called(each.name)
        for each in others
        if each.digest == version.digest and each.name != version.name
    ]
    return f"It holds the same as {listed(names)}, to the byte." if names else ""


def superseded_by(process: Process, name: str) -> str:
    """The version that readers should take instead; empty where there is none."""
    published = process.standing.published
    before = [each.name for each in process.published_versions if each.name != published]
    return published if name in before else ""


def withdrawn(title: str, on: str) -> str:
    """What stays at the address of an edition that was withdrawn."""
    return f"The {title} was withdrawn from publication{f' on {on}' if on else ''}."


def _origin(process: Process, version: Version) -> str:
    body = BEFORE_WHOM.get(version.name[:1], "")
    if "." not in version.name:
        return f"{title_of(version.name)} was frozen for the {body}." if body else ""
    names = [each.name for each in process.versions]
    base = names[names.index(version.name) - 1]
    motion = _motion(process, version)
    by_motion = motion and names.index(motion.version) >= names.index(version.name)
    what = "an amendment that the County Council carried" if by_motion else "a correction"
    return f"{title_of(version.name)} is {called(base)} with {what}, and nothing else."


def _approved(process: Process, version: Version) -> str:
    motion = _motion(process, version)
    if motion is None or motion.version != version.name:
        return ""
    if motion.carried_on:
        return f"The County Council approved it on {day(motion.carried_on)}."
    return "The motion before the County Council names it."


def _motion(process: Process, version: Version) -> Moved | None:
    return next((each for each in process.motions if each.round == version.round), None)


def _read_by_all(process: Process, version: Version) -> str:
    if version.name not in [each.name for each in process.published_versions]:
        return ""
    if process.standing.stage is Stage.WITHDRAWN:
        return "It was published, and the edition was withdrawn since."
    if version.name == process.standing.published:
        return "It is what is published now."
    return "It was published, and has been corrected since."


def differs(compared: Compared, old: str, new: str) -> str:
    """How much differs between two versions, in a sentence or two."""
    between = f"between {called(old)} and {called(new)}"
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
    told = f"{_upper_first(listed(parts))} differ {between}."
    if compared.others:
        others = counted(compared.others, "other entry", "other entries")
        told += f" So {_do(compared.others)} {others}: commentary, periods, sources and the like."
    if compared.beside:
        told += f" {_upper_first(_beside(compared))} differ too."
    return told


def counts_moved(before: Counts, after: Counts) -> str:
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


def _upper_first(words: str) -> str:
    return words[:1].upper() + words[1:]


def _do(number: int) -> str:
    return "does" if number == 1 else "do"


def _beside(compared: Compared) -> str:
    return listed([BESIDE[name] for name in compared.beside])


def group_title(group: Group) -> str:
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


def funding(council: Council, frozen: Frozen) -> str:
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


def ranked_among(frozen: Frozen) -> str:
    """Which councils the ranks are among."""
    return f"{frozen.group.replace('-', ' ')} as of {day(frozen.as_of)}"
