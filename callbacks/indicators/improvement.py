"""Improvement and reduction over a scope that the reader chooses."""

from collections.abc import Sequence

from callbacks.address import Address
from callbacks.request_context import reading
from db.queries import editions, indicators
from domain.indicators import counting, year_wording
from domain.indicators.year_counts import YearCount
from figures.indicators.year_counts import year_counts
from figures.template import Rows
from layouts.indicators import improvement as layout
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
