"""Core spending power per head on a map of England, in thirds."""

from collections.abc import Sequence
from dataclasses import dataclass

from dash import html
from dash.development.base_component import Component

from domain.comparison.areas import EVERYWHERE
from domain.funding import league_wording
from domain.funding.league_table import LeagueTable
from layouts.comparison import choices
from layouts.comparison.choices import Choice
from layouts.funding import ids, league
from layouts.funding.league import NUMBER, Row
from layouts.parts import chart, section
from layouts.parts.chart import Figure
from layouts.shell import PageContent

PATH = "/funding/map"


@dataclass(frozen=True, slots=True)
class FundingMapView:
    """The map and its league table. ``missing`` names the members without data."""

    table: LeagueTable
    figure: Figure
    chosen: Sequence[Choice]
    keep: dict[str, str]
    missing: str


def page(view: FundingMapView) -> PageContent:
    """Lay out the page."""
    table, lead = view.table, league_wording.map_lead(view.table)
    content = [
        section.links(section.FUNDING, PATH, view.keep, about="Funding"),
        html.H1("Funding on the map"),
        html.P(lead, className="lead"),
        choices.form(PATH, view.chosen, about="Choose what is compared"),
        html.P(
            [league_wording.group_and_n(table), f" {view.missing}"],
            className="scope",
            role="status",
        ),
        chart.chart(
            view.figure,
            id=ids.Funding.MAP,
            finding=league_wording.map_finding(table),
            how_to_read=_key(table),
            name=f"Map of core spending power per head, {table.year}",
            table=_table(table),
            opened=True,
        ),
        league.partly_note(table),
        league.not_ranked(table, view.missing),
    ]
    return PageContent("Funding on the map", content, menu="/funding", description=lead)


def _key(table: LeagueTable) -> Component:
    marks = [
        (f"third-{third}", league_wording.third_range(table, third))
        for third in league_wording.THIRDS
    ]
    if table.apart:
        marks.append(("crossed", "No figure that compares"))
    if table.group.slug != EVERYWHERE:
        marks.append(("outside", "Not in the group"))
    return html.Div(
        [
            html.P(league_wording.map_read(table), className="how"),
            html.Ul(
                [
                    html.Li([html.Span(className=f"swatch {kind}", **HIDDEN), lead])
                    for kind, lead in marks
                ],
                className="map-key",
            ),
        ]
    )


HIDDEN = {"aria-hidden": "true"}


def _table(table: LeagueTable) -> Component:
    heads = [
        (f"Rank of {table.n}", NUMBER),
        ("Area", ""),
        ("Per head", "number bars"),
        ("Third", "third"),
        ("Class", "class"),
    ]
    rows = [
        Row(
            league.name(area, table),
            [league.bar(area, table.reach), league_wording.third_of(area), league.kind(area)],
            is_council=area.code == table.council.code,
            before=league_wording.rank_in_group(area),
        )
        for area in table.ranked
    ]
    caption = f"Core spending power per head by third, {table.year}, the highest first"
    return league.table(caption, heads, rows)
