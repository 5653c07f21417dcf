"""Two versions side by side: what differs, place by place, and how the counts moved."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any

from domain.editions.content import Content, Difference, differences, entry_at
from domain.editions.frozen_content import version_content
from domain.editions.kinds import DASHBOARD, EDITION, INDICATOR, KINDS
from domain.editions.places import Place
from domain.editions.terms import Document
from domain.fields import FieldKind
from domain.indicators.counting import Counts, count
from domain.indicators.fields import INDICATOR_FIELDS

FIGURES = frozenset(
    field.name for field in INDICATOR_FIELDS if field.kind in (FieldKind.FIGURE, FieldKind.TARGET)
)
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
        return sum(1 for changed in self.places if Place.of(changed.place).described.is_text)

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
            len(changed.differences)
            for changed in self.places
            if not Place.of(changed.place).described.is_text
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
    """Return the content without what is printed in one document."""
    others = {
        kind.group: {
            key: entry
            for key, entry in content[kind.group].items()
            if kind.document_of(entry) is not document
        }
        for kind in KINDS.values()
    }
    return {**content, **others}


def _groups(old: Content, new: Content) -> Iterator[ChangeGroup]:
    edition = tuple(_of_edition(old["edition"], new["edition"]))
    if edition:
        yield ChangeGroup(None, "", (ChangedPlace(EDITION, new["edition"]["title"], edition),))
    changed = list(_places(old, new))
    for document in Document:
        yield from _group(
            (each for each in changed if _document_of(each, old, new) is document), document, ""
        )
    dashboards = {**old["dashboards"], **new["dashboards"]}
    for slug in sorted(dashboards, key=lambda slug: (dashboards[slug]["position"], slug)):
        unit = f"{DASHBOARD}:{slug}"
        within = (each for each in changed if _unit_of(each, old, new) == unit)
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
    entry: dict[str, Any] | None = content.get(where.described.group, {}).get(where.key)
    return entry


def _document_of(changed: ChangedPlace, old: Content, new: Content) -> Document | None:
    entry = _either(changed, old, new)
    return Place.of(changed.place).described.document_of(entry)


def _unit_of(changed: ChangedPlace, old: Content, new: Content) -> str:
    where = Place.of(changed.place)
    return where.described.unit_of(where.key, _either(changed, old, new))


def _either(changed: ChangedPlace, old: Content, new: Content) -> dict[str, Any]:
    return entry_at(old if changed.is_gone else new, changed.place)
