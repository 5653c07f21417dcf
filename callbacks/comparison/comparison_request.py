"""The request that the comparison pages share: the figures, the council, the group, the query."""

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
    """The comparison tables of one release of the files."""

    release: str
    geography: Geography
    benchmarks: Benchmarks
    services: Sequence[Service]
    spending: pd.DataFrame
    deprivation: pd.DataFrame


def comparison_figures() -> ComparisonFigures:
    """Return the loaded figures. A process caches them until another release is loaded."""
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
    """The chosen council and group, the figures, and the query of the address.

    ``notices`` has a sentence for each value of the address that is not known.
    """

    figures: ComparisonFigures
    council: Area
    group: ComparatorGroup
    query: Mapping[str, str]
    notices: list[str]

    def with_notices(self, sheet: PageContent) -> PageContent:
        """Return the page with a notice for each value of the address that is not known."""
        return replace(sheet, notices=tuple(dict.fromkeys(self.notices)))

    @property
    def keep(self) -> dict[str, str]:
        """Return the query of links to the other pages: the council and the group, where chosen."""
        carried = {}
        if self.council.code != council().code:
            carried["ours"] = self.council.code
        if "group" in self.query and self.group.slug == self.query["group"]:
            carried["group"] = self.group.slug
        return carried

    @property
    def members(self) -> tuple[str, ...]:
        """Return the areas of the group."""
        return self.group.members

    @property
    def candidates(self) -> list[Area]:
        """Return the areas to choose the council from: all upper-tier councils."""
        geography = self.figures.geography
        return [geography.areas[code] for code in geography.groups[EVERYWHERE].members]

    def chosen(self, name: str, options: Sequence[str]) -> str:
        """Return the value of a parameter of the address, or the first option if it is not known."""
        value = self.query.get(name, "")
        if value in options:
            return value
        if value:
            self.notices.append(_unknown_value_notice(name, value))
        return options[0]

    def theme_ranks(self, theme: Theme, year: int | None = None) -> ThemeRanks:
        """Return the ranks over a theme's indicators, nearest 2020/21 or of one end year."""
        return _ranked(self.figures.benchmarks, theme, year, self.members)


def comparison_request(address: Address, *, group: str = DEFAULT_GROUP) -> ComparisonRequest:
    """Read the address; values that are not known give way to the defaults.

    Raises ``NotFound`` when the council of the settings has no comparison figures.
    """
    figures = comparison_figures()
    geography = figures.geography
    query: Mapping[str, str] = address.query
    notices: list[str] = []
    everywhere = geography.groups[EVERYWHERE].members
    slug = query.get("group", group)
    if slug not in geography.groups:
        notices.append(_unknown_value_notice("group", slug))
        slug = group
    code = query.get("ours", council().code)
    if code not in everywhere and "ours" in query:
        notices.append(_unknown_value_notice("ours", code))
        code = council().code
    if code not in everywhere:
        raise NotFound(
            f"The figures that compare councils hold no upper-tier area {code} of 2021/22. The "
            "setting COMPENDIUM_COUNCIL_CODE names it; choose another council in the address "
            "with ?ours= and its code."
        )
    return ComparisonRequest(figures, geography.areas[code], geography.groups[slug], query, notices)


def _unknown_value_notice(name: str, value: str) -> str:
    """Return a notice that a value of the address is not known, and what is shown instead."""
    what = PARAMETER_NAMES.get(name, name)
    return (
        f"The address asks for the {what} “{value[:LONGEST_ANSWER]}”, which there is not. The page shows "
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
    """Return the wire that writes the choices of a page into its address.

    The address leaves out defaults. The default council is that of the settings.
    """

    def follow(search: str | None, *chosen: str | None) -> str | NoUpdate:
        own = {"ours": council().code, **defaults}
        current = dict(parse_qsl(str(search or "").removeprefix("?")))
        current_query = _query_string({name: current.get(name, "") for name in names}, own)
        chosen_query = _query_string(
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


def _query_string(chosen: Mapping[str, str], defaults: Mapping[str, str]) -> str:
    query = {name: value for name, value in chosen.items() if value not in ("", defaults.get(name))}
    return f"?{urlencode(query)}" if query else ""
