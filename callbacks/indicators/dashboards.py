"""The list of dashboards."""

from callbacks.request_context import reading
from callbacks.wiring import Address
from db.queries import editions, indicators
from domain.indicators import counting
from layouts.indicators import dashboards as layout
from layouts.shell import PageContent


def view(address: Address) -> PageContent:
    """Show every dashboard under its outcome."""
    del address
    with reading() as session:
        edition = editions.latest(session)
        outcomes = editions.outcomes(session, edition.year)
        rows = indicators.of_edition(session, edition.year)
    dashboards = [each for outcome in outcomes for each in outcome.dashboards]
    return layout.page(
        plan=edition.plan,
        whole=counting.count(rows, scope=counting.scope_in_words(dashboards, dashboards)),
        outcomes=[(each.name, each.kind, each.dashboards, each.aims) for each in outcomes],
        counts=counting.count_by_dashboard(rows, dashboards),
    )
