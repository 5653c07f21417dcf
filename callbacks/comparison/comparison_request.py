"""What the pages that compare councils share: the figures, and what is chosen for all of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from urllib.parse import parse_qsl, urlencode

import pandas as pd
from dash import Input, NoUpdate, Output, State, no_update
from flask import current_app

from callbacks.request_context import council, reading
from callbacks.wiring import Address, Wire
from db.queries import areas, benchmarks, funding
from domain.comparison.areas import DEFAULT_GROUP, EVERYWHERE, Area, ComparatorGroup, Geography
from domain.comparison.benchmarks import Benchmarks
from domain.comparison.terms import Theme
from domain.comparison.theme_ranks import ThemeRanks, theme_ranks
from domain.errors import NotFound
from domain.funding.core_spending_power import Service
from layouts import ids
from layouts.comparison.ids import choice
from layouts.shell import PageContent

CACHE_KEY = "compendium.comparison"


@dataclass(frozen=True, eq=False)
class ComparisonFigures:
    """Everything that councils are compared by, as loaded from one set of files."""

    release: str
    geography: Geography
    benchmarks: Benchmarks
    services: Sequence[Service]
    spending: pd.DataFrame
    deprivation: pd.DataFrame


def comparison_figures() -> ComparisonFigures:
    """Return the figures now loaded. A process keeps them until other files are loaded."""
    with reading() as session:
        release = areas.release(session)
        cached: ComparisonFigures | None = current_app.extensions.get(CACHE_KEY)
        if cached is None or cached.release != release:
            cached = ComparisonFigures(
                release,
                areas.geography(session),
                benchmarks.benchmarks(session),
                funding.services(session),
                funding.spending(session),
                funding.deprivation(session),
            )
            current_app.extensions[CACHE_KEY] = cached
    return cached


@dataclass(frozen=True, eq=False)
class ComparisonRequest:
    """Whose figures are picked out, among whom, and the rest that the address asks for."""

    figures: ComparisonFigures
    council: Area
    group: ComparatorGroup
    query: Mapping[str, str]
    replaced: list[str]

    def with_notices(self, sheet: PageContent) -> PageContent:
        """Return the sheet, saying first what the address asks for that is not known."""
        return replace(sheet, notices=tuple(dict.fromkeys(self.replaced)))

    @property
    def keep(self) -> dict[str, str]:
        """Return what links to the other pages carry on: the council and the group, where chosen."""
        cached = {}
        if self.council.code != council().code:
            cached["ours"] = self.council.code
        if "group" in self.query and self.group.slug == self.query["group"]:
            cached["group"] = self.group.slug
        return cached

    @property
    def members(self) -> tuple[str, ...]:
        """Return the areas of the group."""
        return self.group.members

    @property
    def candidates(self) -> list[Area]:
        """Return the areas that can be the council: the upper-tier councils."""
        geography = self.figures.geography
        return [geography.areas[code] for code in geography.groups[EVERYWHERE].members]

    def chosen(self, name: str, options: Sequence[str]) -> str:
        """Return what the address asks for under a name, or the first that is known."""
        asked = self.query.get(name, "")
        if asked in options:
            return asked
        if asked:
            self.replaced.append(_unknown(name, asked))
        return options[0]

    def theme_ranks(self, theme: Theme, year: int | None = None) -> ThemeRanks:
        """Return the ranks over a theme's indicators, nearest 2020/21 or of one end year."""
        return _ranked(self.figures.benchmarks, theme, year, self.members)


def comparison_request(address: Address, *, group: str = DEFAULT_GROUP) -> ComparisonRequest:
    """Understand the address; what it asks for that is not known is ignored.

    Raises ``NotFound`` when the council of the settings is not among those compared.
    """
    figures = comparison_figures()
    geography = figures.geography
    asked, replaced = address.query, []
    everywhere = geography.groups[EVERYWHERE].members
    slug = asked.get("group", group)
    if slug not in geography.groups:
        replaced.append(_unknown("group", slug))
        slug = group
    code = asked.get("ours", council().code)
    if code not in everywhere and "ours" in asked:
        replaced.append(_unknown("ours", code))
        code = council().code
    if code not in everywhere:
        raise NotFound(
            f"The figures that compare councils hold no upper-tier area {code} of 2021/22. The "
            "setting COMPENDIUM_COUNCIL_CODE names it; choose another council in the address "
            "with ?ours= and its code."
        )
    return ComparisonRequest(
        figures, geography.areas[code], geography.groups[slug], asked, replaced
    )


def _unknown(name: str, asked: str) -> str:
    """Say that a part of the address is not known, and what is shown instead."""
    what = PARAMETER_NAMES.get(name, name)
    return (
        f"The address asks for the {what} “{asked[:LONGEST_ANSWER]}”, which there is not. The page shows "
        "what it shows when nothing is asked."
    )


LONGEST_ANSWER = 40
PARAMETER_NAMES = {
    "ours": "council",
    "group": "comparator group",
    "as": "area whose rate is used",
    "across": "measure across",
    "labels": "names shown",
    "base": "estimate of residents",
}


@lru_cache(maxsize=512)
def _ranked(
    benchmark_values: Benchmarks, theme: Theme, year: int | None, members: tuple[str, ...]
) -> ThemeRanks:
    series = (
        benchmark_values.snapshot(theme) if year is None else benchmark_values.in_year(theme, year)
    )
    return theme_ranks(benchmark_values, series, members)


def address_wire(path: str, names: Sequence[str], defaults: Mapping[str, str]) -> Wire:
    """Join the choices of the page at a path to its address, by their names there.

    A choice that is the page's own default leaves the address; the council's is the setting's.
    """

    def follow(search: str | None, *chosen: str | None) -> str | NoUpdate:
        own = {"ours": council().code, **defaults}
        current = dict(parse_qsl(str(search or "").removeprefix("?")))
        current_query = _asked({name: current.get(name, "") for name in names}, own)
        chosen_query = _asked(
            {name: str(value or "") for name, value in zip(names, chosen, strict=False)}, own
        )
        return no_update if chosen_query == current_query else chosen_query

    return Wire(
        follow,
        takes=(
            State(ids.Shell.ADDRESS, "search"),
            *(Input(choice(path, name), "value") for name in names),
        ),
        gives=(Output(ids.Shell.ADDRESS, "search", allow_duplicate=True),),
    )


def _asked(chosen: Mapping[str, str], defaults: Mapping[str, str]) -> str:
    query = {name: value for name, value in chosen.items() if value not in ("", defaults.get(name))}
    return f"?{urlencode(query)}" if query else ""
