"""One theme dashboard."""

from collections.abc import Sequence

from callbacks.address import Address
from callbacks.request_context import reading
from db.queries import editions, indicators
from domain.errors import NotFound
from domain.indicators import counting, indicator_wording
from domain.indicators.filtering import filters_from, keep
from domain.indicators.indicator import Indicator
from figures.indicators.change_strip import change_strip
from figures.template import Figure
from layouts.indicators import dashboard as layout
from layouts.indicators.dashboard import DashboardView
from layouts.shell import PageContent


def view(address: Address) -> PageContent:
    """Show the dashboard at this address, with the filters of its query."""
    with reading() as session:
        edition = editions.latest(session)
        outcomes = editions.outcomes(session, edition.year)
        rows = indicators.of_dashboard(session, edition.year, address.parts["slug"])
    if not rows:
        raise NotFound(f"The {edition.year} edition has no dashboard at this address.")
    dashboard = rows[0].dashboard
    family = next(outcome.dashboards for outcome in outcomes if outcome.name == dashboard.outcome)
    filters = filters_from({**address.query, "dashboard": "", "sort": ""})
    return layout.page(
        dashboard,
        counting.count(rows, scope=dashboard.name),
        DashboardView(
            path=address.path,
            rows=rows,
            shown=keep(rows, filters),
            filters=filters,
            year=edition.data_year,
            previous_year=edition.previous_data_year,
            strip=_strip(rows),
            neighbours=[other for other in family if other.slug != dashboard.slug],
        ),
    )


def _strip(rows: Sequence[Indicator]) -> Figure | None:
    drawn = [row for row in rows if row.better_by is not None]
    if not drawn:
        return None
    return change_strip(
        [
            {
                "name": row.name,
                "better_by": row.better_by,
                "direction": row.direction.value,
                "size": indicator_wording.better_by(row),
                "quarter": indicator_wording.short_position(row),
            }
            for row in drawn
        ]
    )
