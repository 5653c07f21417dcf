"""The list of dashboards."""

from callbacks.address import Address
from callbacks.request_context import reading
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
    dashboards = [dashboard for outcome in outcomes for dashboard in outcome.dashboards]
    return layout.page(
        plan=edition.plan,
        whole=counting.count(rows, scope=counting.scope_in_words(dashboards, dashboards)),
        outcomes=[
            (outcome.name, outcome.kind, outcome.dashboards, outcome.aims) for outcome in outcomes
        ],
        counts=counting.count_by_dashboard(rows, dashboards),
    )
