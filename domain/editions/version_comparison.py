"""The comparison of two versions: the differences by place, and the counts of each."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any

from domain.editions.content import Content, Difference, differences, entry_at
from domain.editions.frozen_content import version_content
from domain.editions.kinds import DASHBOARD, EDITION, INDICATOR
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
    """The differences at one place. ``is_new`` and ``is_gone`` where only one version has it."""

    place: str
    title: str
    differences: tuple[Difference, ...]
    is_new: bool = False
    is_gone: bool = False


@dataclass(frozen=True, slots=True)
class ChangeGroup:
    """The changed places in one document, or in one dashboard by its name."""

    document: Document | None
    dashboard: str
    places: tuple[ChangedPlace, ...]


@dataclass(frozen=True, slots=True)
class VersionComparison:
    """The result of a comparison. ``beside`` names other parts that differ, such as rank figures."""

    groups: tuple[ChangeGroup, ...]
    before: Counts
    after: Counts
    beside: tuple[str, ...]

    @property
    def places(self) -> list[ChangedPlace]:
        """Return every place that differs."""
        return [place for group in self.groups for place in group.places]

    @property
    def sections(self) -> int:
        """Return how many sections differ."""
        return sum(1 for changed in self.places if Place.of(changed.place).content_kind.is_text)

    @property
    def figures(self) -> int:
        """Return how many printed figures differ: values, previous values, targets."""
        return sum(1 for change in self._of_indicators() if change.field in FIGURES)

    @property
    def ratings(self) -> int:
        """Return how many ratings differ."""
        return sum(1 for change in self._of_indicators() if change.field == "rating")

    @property
    def arrows(self) -> int:
        """Return how many directions of travel differ."""
        return sum(1 for change in self._of_indicators() if change.field == "direction")

    @property
    def others(self) -> int:
        """Return how many other fields of indicators, dashboards and the edition differ."""
        fields = sum(
            len(changed.differences)
            for changed in self.places
            if not Place.of(changed.place).content_kind.is_text
        )
        return fields - self.figures - self.ratings - self.arrows

    @property
    def is_same(self) -> bool:
        """Return whether the versions are equal in text and in all other parts."""
        return not self.groups and not self.beside

    def _of_indicators(self) -> Iterator[Difference]:
        for changed in self.places:
            if Place.of(changed.place).kind == INDICATOR:
                yield from changed.differences


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


def _groups(old: Content, new: Content) -> Iterator[ChangeGroup]:
    edition = tuple(_of_edition(old["edition"], new["edition"]))
    if edition:
        yield ChangeGroup(None, "", (ChangedPlace(EDITION, new["edition"]["title"], edition),))
    changed = list(_places(old, new))
    for document in Document:
        yield from _group(
            (place for place in changed if _document_of(place, old, new) is document), document, ""
        )
    dashboards = {**old["dashboards"], **new["dashboards"]}
    for slug in sorted(dashboards, key=lambda slug: (dashboards[slug]["position"], slug)):
        unit = f"{DASHBOARD}:{slug}"
        within = (place for place in changed if _unit_of(place, old, new) == unit)
        yield from _group(within, None, dashboards[slug]["name"])


def _group(
    places: Iterable[ChangedPlace], document: Document | None, dashboard: str
) -> Iterator[ChangeGroup]:
    changed = tuple(places)
    if changed:
        yield ChangeGroup(document, dashboard, changed)


def _of_edition(before: dict[str, Any], after: dict[str, Any]) -> Iterator[Difference]:
    for field in sorted({*before, *after}):
        if before.get(field) != after.get(field):
            title = after["title"]
            yield Difference(EDITION, title, field, before.get(field), after.get(field))


def _places(old: Content, new: Content) -> Iterator[ChangedPlace]:
    for place, group in groupby(differences(old, new), key=lambda change: change.place):
        changes = tuple(group)
        changed = ChangedPlace(
            place,
            changes[0].title,
            changes,
            is_new=_entry(old, place) is None,
            is_gone=_entry(new, place) is None,
        )
        yield replace(changed, differences=tuple(_visible_changes(changed)))


def _visible_changes(changed: ChangedPlace) -> Iterator[Difference]:
    """Return all differences of a place; if it is new or gone, only the fields that readers see."""
    fields = Place.of(changed.place).fields
    for change in _in_order(changed.differences, fields):
        if not (changed.is_new or changed.is_gone) or (
            change.field in fields and (change.before or change.after)
        ):
            yield change


def _in_order(changes: Iterable[Difference], fields: Sequence[str]) -> list[Difference]:
    order = {name: index for index, name in enumerate(fields)}
    return sorted(changes, key=lambda change: (order.get(change.field, len(order)), change.field))


def _entry(content: Content, place: str) -> dict[str, Any] | None:
    address = Place.of(place)
    entry: dict[str, Any] | None = content.get(address.content_kind.group, {}).get(address.key)
    return entry


def _document_of(changed: ChangedPlace, old: Content, new: Content) -> Document | None:
    entry = _newest_entry(changed, old, new)
    return Place.of(changed.place).content_kind.document_of(entry)


def _unit_of(changed: ChangedPlace, old: Content, new: Content) -> str:
    address = Place.of(changed.place)
    return address.content_kind.unit_of(address.key, _newest_entry(changed, old, new))


def _newest_entry(changed: ChangedPlace, old: Content, new: Content) -> dict[str, Any]:
    return entry_at(old if changed.is_gone else new, changed.place)
