"""What a version holds, as pages read it: an edition's content in canonical form taken apart."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date
from decimal import Decimal
from typing import Any

from domain.comparison.terms import Theme
from domain.editions.content import Content
from domain.editions.sections import Section
from domain.editions.terms import Document
from domain.indicators.indicator import Dashboard, Indicator
from domain.indicators.stored_values import indicator_of, values_in

DRAFT = "draft"
"""The name under which pages show the text that stands now."""


@dataclass(frozen=True, slots=True)
class ThemeRank:
    """A council's rank in a theme among those ranked; None where it has none."""

    theme: Theme
    rank: int | None
    n: int


@dataclass(frozen=True, slots=True)
class FrozenComparison:
    """The funding and ranks of one council that a version was frozen with.

    ``group`` is the slug of the councils ranked, ``as_of`` the day whose councils they are.
    """

    files: str
    year: str
    base: int
    per_head: Decimal | None
    rank: int | None
    n: int
    group: str
    as_of: date
    themes: tuple[ThemeRank, ...]


@dataclass(frozen=True, slots=True)
class VersionContent:
    """A version's own facts and everything in it, in printed order."""

    title: str
    data_year: str
    previous_data_year: str
    sections: tuple[Section, ...]
    dashboards: tuple[Dashboard, ...]
    indicators: tuple[Indicator, ...]

    def of(self, document: Document) -> list[Section]:
        """The sections of one document."""
        return [each for each in self.sections if each.document is document]

    def under(self, dashboard: Dashboard) -> list[Indicator]:
        """The indicators of one dashboard."""
        return [each for each in self.indicators if each.dashboard == dashboard]


def version_content(content: Content) -> VersionContent:
    """Take the content of a version apart. ``Schemas.read`` brings an older one to the newest schema."""
    facts = content["edition"]
    dashboards = {each["slug"]: _dashboard(each) for each in _ordered(content["dashboards"])}
    return VersionContent(
        title=facts["title"],
        data_year=facts["data_year"],
        previous_data_year=facts["previous_data_year"],
        sections=tuple(_section(each) for each in _ordered(content["sections"])),
        dashboards=tuple(dashboards.values()),
        indicators=tuple(
            indicator_of(values_in(each), dashboards[each["dashboard"]])
            for each in _ordered(content["indicators"])
        ),
    )


def frozen_comparison(content: Content, code: str) -> FrozenComparison | None:
    """The funding and ranks of the council of a code; None where none were frozen."""
    held = content.get("comparison")
    if not held:
        return None
    funding, group = held["funding"], held["group"]
    per_head = funding["per_head"].get(code)
    return FrozenComparison(
        files=held["files"],
        year=funding["year"],
        base=funding["base"],
        per_head=None if per_head is None else Decimal(per_head),
        rank=funding["rank"].get(code),
        n=len(funding["rank"]),
        group=group["slug"],
        as_of=date.fromisoformat(group["as_of"]),
        themes=tuple(
            ThemeRank(theme, held["themes"][theme].get(code), len(held["themes"][theme]))
            for theme in Theme
            if theme in held["themes"]
        ),
    )


def _ordered(entries: Mapping[str, Mapping[str, Any]]) -> Sequence[Mapping[str, Any]]:
    return sorted(entries.values(), key=lambda each: (each["position"], each["slug"]))


def _section(entry: Mapping[str, Any]) -> Section:
    values = {field.name: entry[field.name] for field in fields(Section)}
    return Section(**{**values, "document": Document(entry["document"])})


def _dashboard(each: Mapping[str, Any]) -> Dashboard:
    return Dashboard(
        slug=each["slug"],
        name=each["name"],
        outcome=each["outcome"],
        comparator=each["comparator"],
        comparator_note=each["note"],
        has_targets=each["has_targets"],
        counted_in_headline=each["in_headline"],
    )
