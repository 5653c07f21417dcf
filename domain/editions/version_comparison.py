"""Two versions side by side: what differs, place by place, and how the counts moved."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any

from domain.editions.content import Content, Difference, differences, entry_at
from domain.editions.frozen_content import version_content
from domain.editions.places import EDITION, INDICATOR, SECTION, Place
from domain.editions.terms import Document
from domain.indicators.counting import Counts, count

FIGURES = frozenset({"value", "previous", "target"})
COMPARISON, METHODS = "comparison", "methods"


@dataclass(frozen=True, slots=True)
class ChangedPlace:
    """What differs at one place. ``is_new`` and ``is_gone`` where only one version has it."""

    place: str
    title: str
    differences: tuple[Difference, ...]
    is_new: bool = False
    is_gone: bool = False


@dataclass(frozen=True, slots=True)
class ChangeGroup:
    """The places that differ in one document, or in one dashboard by its name."""

    document: Document | None
    dashboard: str
    places: tuple[ChangedPlace, ...]


@dataclass(frozen=True, slots=True)
class VersionComparison:
    """Two versions compared. ``beside`` names what else differs: the figures of other councils."""

    groups: tuple[ChangeGroup, ...]
    before: Counts
    after: Counts
    beside: tuple[str, ...]

    @property
    def places(self) -> list[ChangedPlace]:
        """Every place that differs."""
        return [place for group in self.groups for place in group.places]

    @property
    def sections(self) -> int:
        """How many sections differ."""
        return sum(1 for each in self.places if Place.of(each.place).kind == SECTION)

    @property
    def figures(self) -> int:
        """How many printed figures differ: values, those before, targets."""
        return sum(1 for each in self._of_indicators() if each.field in FIGURES)

    @property
    def ratings(self) -> int:
        """How many ratings differ."""
        return sum(1 for each in self._of_indicators() if each.field == "rating")

    @property
    def arrows(self) -> int:
        """How many directions of travel differ."""
        return sum(1 for each in self._of_indicators() if each.field == "direction")

    @property
    def others(self) -> int:
        """How much else of indicators, dashboards and the edition's facts differs."""
        fields = sum(
            len(each.differences) for each in self.places if Place.of(each.place).kind != SECTION
        )
        return fields - self.figures - self.ratings - self.arrows

    @property
    def is_same(self) -> bool:
        """Whether nothing differs, neither in the text nor beside it."""
        return not self.groups and not self.beside

    def _of_indicators(self) -> Iterator[Difference]:
        for each in self.places:
            if Place.of(each.place).kind == INDICATOR:
                yield from each.differences


def compare(old: Content, new: Content) -> VersionComparison:
    """Compare two versions, both in the newest schema."""
    scope = "all dashboards"
    return VersionComparison(
        groups=tuple(_groups(old, new)),
        before=count(version_content(old).indicators, scope=scope),
        after=count(version_content(new).indicators, scope=scope),
        beside=tuple(
            name
            for name in (COMPARISON, METHODS)
            if old.get(name) and new.get(name) and old[name] != new[name]
        ),
    )


def without_document(content: Content, document: Document) -> Content:
    """The content without the sections of one document."""
    kept = {
        slug: each for slug, each in content["sections"].items() if each["document"] != document
    }
    return {**content, "sections": kept}


def _groups(old: Content, new: Content) -> Iterator[ChangeGroup]:
    edition = tuple(_of_edition(old["edition"], new["edition"]))
    if edition:
        yield ChangeGroup(None, "", (ChangedPlace(EDITION, new["edition"]["title"], edition),))
    changed = list(_places(old, new))
    for document in Document:
        yield from _group(
            (each for each in changed if _document_of(each, old, new) == document), document, ""
        )
    dashboards = {**old["dashboards"], **new["dashboards"]}
    for slug in sorted(dashboards, key=lambda slug: (dashboards[slug]["position"], slug)):
        within = (each for each in changed if _dashboard_of(each, old, new) == slug)
        yield from _group(within, None, dashboards[slug]["name"])


def _group(
    places: Iterable[ChangedPlace], document: Document | None, dashboard: str
) -> Iterator[ChangeGroup]:
    found = tuple(places)
    if found:
        yield ChangeGroup(document, dashboard, found)


def _of_edition(before: dict[str, Any], after: dict[str, Any]) -> Iterator[Difference]:
    for field in sorted({*before, *after}):
        if before.get(field) != after.get(field):
            title = after["title"]
            yield Difference(EDITION, title, field, before.get(field), after.get(field))


def _places(old: Content, new: Content) -> Iterator[ChangedPlace]:
    for place, each in groupby(differences(old, new), key=lambda each: each.place):
        told = tuple(each)
        changed = ChangedPlace(
            place,
            told[0].title,
            told,
            is_new=_entry(old, place) is None,
            is_gone=_entry(new, place) is None,
        )
        yield replace(changed, differences=tuple(_worth_telling(changed)))


def _worth_telling(changed: ChangedPlace) -> Iterator[Difference]:
    """All that differs; of what is new or gone only what its readers see of it."""
    fields = Place.of(changed.place).fields
    for each in _in_order(changed.differences, fields):
        if not (changed.is_new or changed.is_gone) or (
            each.field in fields and (each.before or each.after)
        ):
            yield each


def _in_order(told: Iterable[Difference], fields: Sequence[str]) -> list[Difference]:
    order = {name: place for place, name in enumerate(fields)}
    return sorted(told, key=lambda each: (order.get(each.field, len(order)), each.field))


def _entry(content: Content, place: str) -> dict[str, Any] | None:
    where = Place.of(place)
    found: dict[str, Any] | None = content.get(f"{where.kind}s", {}).get(where.key)
    return found


def _document_of(changed: ChangedPlace, old: Content, new: Content) -> str:
    if Place.of(changed.place).kind != SECTION:
        return ""
    return str(_either(changed, old, new)["document"])


def _dashboard_of(changed: ChangedPlace, old: Content, new: Content) -> str:
    where = Place.of(changed.place)
    if where.kind == SECTION:
        return ""
    return str(_either(changed, old, new)["dashboard" if where.kind == INDICATOR else "slug"])


def _either(changed: ChangedPlace, old: Content, new: Content) -> dict[str, Any]:
    return entry_at(old if changed.is_gone else new, changed.place)
