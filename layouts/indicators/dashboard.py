"""One theme dashboard: its summary, its chart, its table."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dash import html
from dash.development.base_component import Component

from domain import formatting
from domain.indicators import indicator_wording
from domain.indicators.counting import Counts
from domain.indicators.direction_of_travel import LARGEST_SHOWN_CHANGE
from domain.indicators.filtering import Filters
from domain.indicators.indicator import Dashboard, Indicator
from layouts.indicators import ids
from layouts.indicators.parts import counts as counts_part
from layouts.indicators.parts import filters as filters_part
from layouts.indicators.parts import indicator_table, proportion_bar
from layouts.parts import chart
from layouts.parts.chart import Figure
from layouts.shell import PageContent


@dataclass(frozen=True, slots=True)
class DashboardView:
    """A dashboard with the filters of the address.

    ``rows`` are all of its indicators, ``shown`` those that pass the filters.
    """

    path: str
    rows: Sequence[Indicator]
    shown: Sequence[Indicator]
    filters: Filters
    year: str
    previous_year: str
    strip: Figure | None
    neighbours: Sequence[Dashboard]


def page(dashboard: Dashboard, counts: Counts, view: DashboardView) -> PageContent:
    """Lay out a dashboard."""
    content = [
        _crumbs(dashboard),
        html.H1(dashboard.name),
        html.P(
            f"{indicator_wording.direction_summary(counts)} {indicator_wording.quartile_summary(counts)} {indicator_wording.target_summary(counts)}",
            className="lead",
        ),
        proportion_bar.bar(counts),
        html.P(
            f"Figures are of {view.year} unless a row says otherwise. Position is among "
            f"{dashboard.comparator} unless a row says otherwise; 1st is the best quarter. "
            f"{dashboard.comparator_note}",
            className="scope",
        ),
        _picture(dashboard, view.rows, view.strip),
        filters_part.form(view.filters, path=view.path),
        _result(dashboard, view.shown, view.rows, view.filters),
        _table(dashboard, view.shown, view.year, view.previous_year)
        if view.shown
        else _nothing(view.path),
        filters_part.downloads(_with_dashboard(view.filters, dashboard)),
        _neighbours(view.neighbours),
    ]
    return PageContent(
        dashboard.name,
        content,
        menu="/dashboards",
        description=indicator_wording.direction_summary(counts),
    )


def _crumbs(dashboard: Dashboard) -> Component:
    return html.Nav(
        [html.A("Dashboards", href="/dashboards"), f" › {dashboard.outcome}"],
        className="crumbs",
        **{"aria-label": "Where you are"},
    )


def _picture(
    dashboard: Dashboard, rows: Sequence[Indicator], strip: Figure | None
) -> Component | None:
    if strip is None:
        return None
    drawn = sorted(
        (row for row in rows if row.better_by is not None), key=lambda row: -(row.better_by or 0)
    )
    not_drawn = len(rows) - len(drawn)
    explanation = (
        "Change since the figure before, in per cent of it, counted so that right is better "
        "whichever way the measure runs. The mark shows the published direction."
    )
    if any(abs(row.better_by or 0) > LARGEST_SHOWN_CHANGE for row in drawn):
        explanation += f" A change beyond {LARGEST_SHOWN_CHANGE}% is drawn at the edge; its figure says how far it went."
    if not_drawn:
        explanation += (
            f" {formatting.counted(not_drawn, 'indicator is', 'indicators are')} not drawn: there are not "
            "two figures that may be compared, or no direction is stated as good."
        )
    return chart.chart(
        strip,
        id=ids.Dashboard.STRIP,
        finding=indicator_wording.strip_heading(rows),
        how_to_read=explanation,
        name=f"Change of each indicator in {dashboard.name}",
        table=_strip_table(dashboard, drawn),
        instead=counts_part.changes(drawn),
    )


def _strip_table(dashboard: Dashboard, drawn: Sequence[Indicator]) -> Component:
    return chart.table(
        f"Change of each indicator in {dashboard.name}, best first",
        ["Indicator", "Now", "Before", "Change", "Direction", "Position"],
        [
            [
                row.name,
                row.value.without_period,
                row.previous.without_period,
                indicator_wording.better_by(row),
                indicator_wording.DIRECTIONS[row.direction],
                indicator_wording.position(row),
            ]
            for row in drawn
        ],
    )


def _result(
    dashboard: Dashboard, shown: Sequence[Indicator], rows: Sequence[Indicator], filters: Filters
) -> Component:
    count = formatting.counted(len(shown), "indicator", "indicators")
    if filters.narrowing:
        count = f"{len(shown)} of {formatting.counted(len(rows), 'indicator', 'indicators')}"
    return html.Div(
        html.H2(f"{count} in {dashboard.name}", id=ids.Filters.RESULT, className="result"),
        role="status",
    )


def _table(
    dashboard: Dashboard, shown: Sequence[Indicator], year: str, previous_year: str
) -> Component:
    return indicator_table.table(
        shown,
        caption=f"Indicators of {dashboard.name}",
        year=year,
        previous_year=previous_year,
        sections=True,
    )


def _nothing(path: str) -> Component:
    return html.P(
        ["No indicator fits all of these choices. ", html.A("Show everything", href=path)]
    )


def _with_dashboard(filters: Filters, dashboard: Dashboard) -> Filters:
    return replace(filters, dashboard=dashboard.slug)


def _neighbours(neighbours: Sequence[Dashboard]) -> Component:
    links: list[Component | str] = ["Other dashboards of this outcome: "]
    for dashboard in neighbours:
        links += [html.A(dashboard.name, href=f"/dashboards/{dashboard.slug}"), " · "]
    if len(links) == 1:
        return html.P(html.A("All dashboards", href="/dashboards"), className="onward")
    return html.P([*links, html.A("all", href="/dashboards")], className="onward")
