"""The content of a version as typed objects, read from its canonical form."""

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
"""The name under which pages show the current text."""


@dataclass(frozen=True, slots=True)
class ThemeRank:
    """A council's rank in a theme among ``n`` that are ranked; None where it has none."""

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
    """A version's own facts and all its entries, in printed order."""

    title: str
    data_year: str
    previous_data_year: str
    sections: tuple[Section, ...]
    dashboards: tuple[Dashboard, ...]
    indicators: tuple[Indicator, ...]

    def of(self, document: Document) -> list[Section]:
        """Return the sections of one document."""
        return [section for section in self.sections if section.document is document]

    def under(self, dashboard: Dashboard) -> list[Indicator]:
        """Return the indicators of one dashboard."""
        return [indicator for indicator in self.indicators if indicator.dashboard == dashboard]


def version_content(content: Content) -> VersionContent:
    """Convert a version's content. ``Schemas.read`` brings an older one to the newest schema."""
    facts = content["edition"]
    dashboards = {entry["slug"]: _dashboard(entry) for entry in _ordered(content["dashboards"])}
    return VersionContent(
        title=facts["title"],
        data_year=facts["data_year"],
        previous_data_year=facts["previous_data_year"],
        sections=tuple(_section(entry) for entry in _ordered(content["sections"])),
        dashboards=tuple(dashboards.values()),
        indicators=tuple(
            indicator_of(values_in(entry), dashboards[entry["dashboard"]])
            for entry in _ordered(content["indicators"])
        ),
    )


def frozen_comparison(content: Content, code: str) -> FrozenComparison | None:
    """Return the frozen funding and ranks of one council; None where none were frozen."""
    comparison = content.get("comparison")
    if not comparison:
        return None
    funding, group = comparison["funding"], comparison["group"]
    per_head = funding["per_head"].get(code)
    return FrozenComparison(
        files=comparison["files"],
        year=funding["year"],
        base=funding["base"],
        per_head=None if per_head is None else Decimal(per_head),
        rank=funding["rank"].get(code),
        n=len(funding["rank"]),
        group=group["slug"],
        as_of=date.fromisoformat(group["as_of"]),
        themes=tuple(
            ThemeRank(
                theme, comparison["themes"][theme].get(code), len(comparison["themes"][theme])
            )
            for theme in Theme
            if theme in comparison["themes"]
        ),
    )


def _ordered(entries: Mapping[str, Mapping[str, Any]]) -> Sequence[Mapping[str, Any]]:
    return sorted(entries.values(), key=lambda entry: (entry["position"], entry["slug"]))


def _section(entry: Mapping[str, Any]) -> Section:
    values = {field.name: entry[field.name] for field in fields(Section)}
    return Section(**{**values, "document": Document(entry["document"])})


def _dashboard(entry: Mapping[str, Any]) -> Dashboard:
    return Dashboard(
        slug=entry["slug"],
        name=entry["name"],
        outcome=entry["outcome"],
        comparator=entry["comparator"],
        comparator_note=entry["note"],
        has_targets=entry["has_targets"],
        counted_in_headline=entry["in_headline"],
    )
