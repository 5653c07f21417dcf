"""One theme dashboard."""

from collections.abc import Sequence
from urllib.parse import parse_qsl

import pandas as pd
import plotly.graph_objects as go
from dash import Input, NoUpdate, Output, State, no_update

from callbacks.request_context import reading
from callbacks.wiring import Address, Wire
from db.queries import editions, indicators
from domain.errors import NotFound
from domain.indicators import counting, indicator_wording
from domain.indicators.filtering import filters_from, keep
from domain.indicators.indicator import Indicator
from figures.indicators.change_strip import change_strip
from layouts import ids
from layouts.indicators import dashboard as layout
from layouts.indicators.dashboard import DashboardView
from layouts.indicators.ids import Filters
from layouts.shell import PageContent


def view(address: Address) -> PageContent:
    """Show the dashboard at this address, narrowed as it asks."""
    with reading() as session:
        edition = editions.latest(session)
        outcomes = editions.outcomes(session, edition.year)
        rows = indicators.of_dashboard(session, edition.year, address.parts["slug"])
    if not rows:
        raise NotFound(f"The {edition.year} edition has no dashboard at this address.")
    dashboard = rows[0].dashboard
    family = next(each.dashboards for each in outcomes if each.name == dashboard.outcome)
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
            neighbours=[each for each in family if each.slug != dashboard.slug],
        ),
    )


def narrow(*chosen: str | None) -> str:
    """Turn what is chosen in the form into the address's question; the page follows it."""
    names = ("direction", "quartile", "target", "rating", "plan", "text")
    asked = {name: str(value or "") for name, value in zip(names, chosen, strict=False)}
    return filters_from(asked).address("")


def follow(search: str | None, *chosen: str | None) -> str | NoUpdate:
    """Give the address what is chosen, unless it asks for that already, however it is spelled.

    Dash also calls when it has only drawn the form; a second spelling of the same view would
    stand in the browser's history and bar the reader's way back.
    """
    now = dict(parse_qsl(str(search or "").removeprefix("?")))
    wanted = narrow(*chosen)
    here = filters_from({**now, "dashboard": "", "sort": ""}).address("")
    return no_update if wanted == here else wanted


def _strip(rows: Sequence[Indicator]) -> go.Figure | None:
    drawn = [row for row in rows if row.better_by is not None]
    if not drawn:
        return None
    return change_strip(
        pd.DataFrame(
            {
                "name": [row.name for row in drawn],
                "better_by": [row.better_by for row in drawn],
                "direction": [row.direction.value for row in drawn],
                "size": [indicator_wording.better_by(row) for row in drawn],
                "quarter": [indicator_wording.short_position(row) for row in drawn],
            }
        )
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
