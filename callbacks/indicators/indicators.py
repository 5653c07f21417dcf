"""All indicators."""

from callbacks.address import Address
from callbacks.request_context import reading
from db.queries import editions, indicators
from db.queries.editions import EditionFacts
from domain.indicators import counting
from domain.indicators.filtering import Filters, filters_from, keep
from domain.indicators.indicator import Indicator
from layouts.indicators import indicators as layout
from layouts.shell import PageContent


def view(address: Address) -> PageContent:
    """Show all indicators, filtered and sorted as the address asks."""
    filters = filters_from(address.query)
    with reading() as session:
        edition = editions.latest(session)
        dashboards = editions.dashboards(session, edition.year)
        rows = indicators.of_edition(session, edition.year)
    shown = keep(rows, filters)
    return layout.page(
        shown=shown,
        counts=counting.count(shown, scope="the indicators shown"),
        total=len(rows),
        filters=filters,
        dashboards=dashboards,
        year=edition.data_year,
        previous_year=edition.previous_data_year,
    )


def chosen(filters: Filters) -> tuple[EditionFacts, list[Indicator]]:
    """Return the rows of a download: those of the page with the same filters."""
    with reading() as session:
        edition = editions.latest(session)
        return edition, keep(indicators.of_edition(session, edition.year), filters)
