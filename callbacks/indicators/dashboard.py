"""One theme dashboard."""

from collections.abc import Sequence
from urllib.parse import parse_qsl

from dash import Input, NoUpdate, Output, State, no_update

from callbacks.request_context import reading
from callbacks.wiring import Address, Wire
from db.queries import editions, indicators
from domain.errors import NotFound
from domain.indicators import counting, indicator_wording
from domain.indicators.filtering import filters_from, keep
from domain.indicators.indicator import Indicator
from figures.indicators.change_strip import change_strip
from figures.template import Figure
from layouts import ids
from layouts.indicators import dashboard as layout
from layouts.indicators.dashboard import DashboardView
from layouts.indicators.ids import Filters
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


def narrow(*chosen: str | None) -> str:
    """Return the query string for the values chosen in the form."""
    names = ("direction", "quartile", "target", "rating", "plan", "text")
    query = {name: str(value or "") for name, value in zip(names, chosen, strict=False)}
    return filters_from(query).address("")


def follow(search: str | None, *chosen: str | None) -> str | NoUpdate:
    """Return the query string for the chosen values, unless the address already means the same.

    Dash also calls this after it has drawn the form. A second spelling of the same view would
    add an entry to the browser's history and break its back button.
    """
    current_query = dict(parse_qsl(str(search or "").removeprefix("?")))
    chosen_query = narrow(*chosen)
    present_query = filters_from({**current_query, "dashboard": "", "sort": ""}).address("")
    return no_update if chosen_query == present_query else chosen_query


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


FORM = Filters
WIRES = (
    Wire(
        follow,
        takes=(
            State(ids.Shell.ADDRESS, "search"),
            Input(FORM.DIRECTION, "value"),
            Input(FORM.QUARTILE, "value"),
            Input(FORM.TARGET, "value"),
            Input(FORM.RATING, "value"),
            Input(FORM.PLAN, "value"),
            Input(FORM.TEXT, "value"),
        ),
        gives=(Output(ids.Shell.ADDRESS, "search", allow_duplicate=True),),
    ),
)
