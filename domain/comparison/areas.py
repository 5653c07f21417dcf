"""Areas, the groups they are compared in, and why one of a group may have no figure."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TypeVar

from domain.comparison.terms import AreaClass
from domain.errors import NotFound
from domain.periods import Period

Kind = TypeVar("Kind", bound=str)
ENGLAND = "E92000001"
DEFAULT_GROUP = "counties-and-county-unitaries"
EVERYWHERE = "upper-tier"
CLASS_GROUP, REGION_GROUP = "class-", "region-"
NOT_PUBLISHED = "no figure is published"


@dataclass(frozen=True, slots=True)
class Area:
    """An upper-tier council's area. ``began`` and ``ended`` are its first day and the day after."""

    code: str
    name: str
    official_name: str
    area_class: AreaClass
    region: str
    began: date | None = None
    ended: date | None = None


@dataclass(frozen=True, slots=True)
class AreaChange:
    """An area that took over from another on a day."""

    old_code: str
    old_name: str
    new_code: str
    new_name: str
    on: date


@dataclass(frozen=True, slots=True)
class ComparatorGroup:
    """A named, dated set of areas, the council among them or not."""

    slug: str
    name: str
    as_of: date
    basis: str
    members: tuple[str, ...]

    @property
    def n(self) -> int:
        """Return how many areas it has."""
        return len(self.members)


@dataclass(frozen=True)
class Geography:
    """All areas by code, what became of them, and the groups they are compared in."""

    areas: Mapping[str, Area]
    changes: Sequence[AreaChange]
    named_groups: Sequence[ComparatorGroup]

    @cached_property
    def groups(self) -> Mapping[str, ComparatorGroup]:
        """Return every group by its slug: named groups, then other classes and regions.

        County councils are a named group and not listed as a class again.
        """
        everywhere = next(group for group in self.named_groups if group.slug == EVERYWHERE)
        areas = [self.areas[code] for code in everywhere.members]
        classes = [
            _group(
                f"{CLASS_GROUP}{slug_of(area_class)}",
                CLASS_NAMES[area_class],
                OF_A_CLASS,
                everywhere.as_of,
                members,
            )
            for area_class, members in _by(areas, [area.area_class for area in areas]).items()
            if area_class is not AreaClass.COUNTY
        ]
        regions = [
            _group(
                f"{REGION_GROUP}{slug_of(region)}", region, OF_A_REGION, everywhere.as_of, members
            )
            for region, members in sorted(_by(areas, [area.region for area in areas]).items())
        ]
        return {group.slug: group for group in (*self.named_groups, *classes, *regions)}

    def group(self, name: str) -> ComparatorGroup:
        """Return the group of this slug or name. Raises ``NotFound`` with the names there are."""
        text = name.strip().lower()
        for candidate in self.groups.values():
            if text in (candidate.slug, candidate.name.lower()):
                return candidate
        slugs = ", ".join(self.groups)
        raise NotFound(f"There is no comparator group “{name}”. There are: {slugs}.")

    def area(self, name: str) -> Area:
        """Return the area of this code or name. Raises ``NotFound``."""
        text = name.strip().lower()
        for funded in self.areas.values():
            if text in (funded.code.lower(), funded.name.lower(), funded.official_name.lower()):
                return funded
        raise NotFound(f"There is no upper-tier area “{name}”. Give its name or its GSS code.")

    def why_missing(self, code: str, period: Period) -> str:
        """Return why an area has no value for a period, as far as boundaries can tell."""
        area = self.areas[code]
        if area.began and period.begins < area.began:
            before = [change.old_name for change in self.changes if change.new_code == code]
            return f"began on {_day(area.began)}; before, {_joined(before)} had the figures"
        if area.ended and period.ends >= area.ended:
            after = [change.new_name for change in self.changes if change.old_code == code]
            if after == [area.name]:
                return (
                    f"became one unitary council on {_day(area.ended)}; its figures since then are "
                    "of more services and stand under another code"
                )
            return f"ended on {_day(area.ended)}; its area now has {_joined(after)}"
        return NOT_PUBLISHED


CLASS_NAMES: Mapping[AreaClass, str] = {
    AreaClass.COUNTY_UNITARY: "County unitaries",
    AreaClass.UNITARY: "Other unitary authorities",
    AreaClass.METROPOLITAN: "Metropolitan boroughs",
    AreaClass.LONDON: "London boroughs and the City",
}


OF_A_CLASS = "All upper-tier authorities of this kind in 2021/22."
OF_A_REGION = "All upper-tier authorities of this region in 2021/22."


def slug_of(name: str) -> str:
    """Return a name in the form of an address: yorkshire-and-the-humber."""
    return name.lower().replace(" ", "-")


def _group(
    slug: str, name: str, basis: str, as_of: date, members: Iterable[str]
) -> ComparatorGroup:
    return ComparatorGroup(slug, name, as_of, basis, tuple(members))


def _by(areas: Sequence[Area], keys: Sequence[Kind]) -> dict[Kind, list[str]]:
    kinds: dict[Kind, list[str]] = {}
    for area, key in zip(areas, keys, strict=True):
        kinds.setdefault(key, []).append(area.code)
    return kinds


def _day(when: date) -> str:
    return f"{when.day} {when:%B %Y}"


def _joined(names: Sequence[str]) -> str:
    return " and ".join(names) or "other councils"
