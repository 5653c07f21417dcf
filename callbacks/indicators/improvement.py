"""Improvement and reduction over a scope that the reader chooses."""

from collections.abc import Sequence
from urllib.parse import parse_qsl, urlencode

from dash import Input, NoUpdate, Output, State, no_update

from callbacks.request_context import reading
from callbacks.wiring import Address, Wire
from db.queries import editions, indicators
from domain.indicators import counting, year_wording
from domain.indicators.year_counts import YearCount
from figures.indicators.year_counts import year_counts
from figures.template import Rows
from layouts import ids
from layouts.indicators import improvement as layout
from layouts.indicators.ids import Improvement
from layouts.indicators.improvement import Years
from layouts.shell import PageContent


def view(address: Address) -> PageContent:
    """Show the counts over the dashboards that the address names, by default over all."""
    with reading() as session:
        edition = editions.latest(session)
        dashboards = editions.dashboards(session, edition.year)
        rows = indicators.of_edition(session, edition.year)
        years = editions.year_counts(session, "overall")
    slugs = {dashboard.slug for dashboard in dashboards}
    requested = [slug for slug in address.chosen.get("dashboard", []) if slug in slugs]
    chosen = counting.choose(dashboards, only=requested)
    within = [row for row in rows if row.dashboard in chosen]
    return layout.page(
        dashboards=dashboards,
        chosen=chosen,
        whole=counting.count(within, scope=counting.scope_in_words(chosen, dashboards)),
        counts=counting.count_by_dashboard(rows, chosen),
        rows=within,
        years=Years(
            year_counts(_bars(years)),
            _rows(years),
            year_wording.year_finding(years),
            year_wording.year_notes(years),
        ),
    )


def choose_scope(slugs: Sequence[str] | None) -> str:
    """Return the query string for the ticked dashboards."""
    return f"?{urlencode([('dashboard', slug) for slug in slugs or ()])}"


def follow(search: str | None, slugs: Sequence[str] | None) -> str | NoUpdate:
    """Return the query string for the ticked dashboards, unless the address already means the same.

    All dashboards need no query. Dash also calls this after it has drawn the boxes; a second
    spelling of the same scope would break the browser's back button.
    """
    with reading() as session:
        edition = editions.latest(session)
        every = {row.slug for row in editions.dashboards(session, edition.year)}
    current = {slug for _, slug in parse_qsl(str(search or "").removeprefix("?"))} & every
    ticked = set(slugs or ()) & every
    if (ticked or every) == (current or every):
        return no_update
    return choose_scope(slugs) if ticked not in (set(), every) else ""


def _bars(years: Sequence[YearCount]) -> Rows:
    return [
        {
            "edition": year_wording.edition_label(year),
            "improved": year.improved,
            "no_change": year.no_change,
            "worsened": year.worsened,
            "undetermined": year.undetermined,
        }
        for year in years
    ]


def _rows(years: Sequence[YearCount]) -> list[list[object]]:
    return [
        [
            year_wording.edition_label(year),
            year.improved,
            year.no_change,
            year.worsened,
            year.undetermined,
            year.benchmark_rank or "not stated",
            f"{year.document}, {year.paragraph}",
        ]
        for year in years
    ]


WIRES = (
    Wire(
        follow,
        takes=(State(ids.Shell.ADDRESS, "search"), Input(Improvement.SCOPE, "value")),
        gives=(Output(ids.Shell.ADDRESS, "search", allow_duplicate=True),),
    ),
)
