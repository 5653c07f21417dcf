"""A floor under core spending power per head: its cost, and the gain of each area."""

from collections.abc import Sequence
from dataclasses import dataclass

from dash import html
from dash.development.base_component import Component

from domain.formatting import large_pounds, ordinal, pounds
from domain.funding import floor_wording, league_wording
from domain.funding.floors import PERCENTILES, FloorRequest, FloorResult, Gain
from domain.funding.league_table import LeagueTable
from layouts.comparison import choices
from layouts.comparison.choices import Choice
from layouts.funding import ids, league
from layouts.funding.league import NUMBER, Row
from layouts.parts import chart, section
from layouts.parts.chart import Figure
from layouts.shell import PageContent

PATH = "/funding/floor"


@dataclass(frozen=True, slots=True)
class FundingFloorView:
    """The league table with a floor. ``missing`` names the members without data."""

    table: LeagueTable
    result: FloorResult
    figure: Figure
    chosen: Sequence[Choice]
    keep: dict[str, str]
    missing: str


def page(view: FundingFloorView) -> PageContent:
    """Lay out the page."""
    lead = floor_wording.lead(view.result, view.table)
    council = floor_wording.council_gains(view.result, view.table)
    content = [
        section.links(section.FUNDING, PATH, view.keep, about="Funding"),
        html.H1("A floor for all"),
        _refused(view.result.request),
        html.P(f"{lead} {council}", className="lead"),
        choices.form(PATH, view.chosen, about="Choose the floor"),
        html.P(
            "A floor lifts every area below it to the same core spending power per head and takes "
            "from nobody. The address of this page keeps the setting: send it as a link. "
            f"{league_wording.group_and_n(view.table)} {view.missing}",
            className="scope",
            role="status",
        ),
        _cards(view),
        _chart(view),
        _gaining(view),
        league.partly_note(view.table),
        league.not_ranked(view.table, view.missing),
    ]
    return PageContent("A floor under funding", content, menu="/funding", description=lead)


def floor_choices(request: FloorRequest) -> list[Choice]:
    """Return the choices of the floor: an amount to type, or a percentile."""
    options = [
        (str(percentile), f"{ordinal(percentile)} percentile")
        for percentile in sorted({*PERCENTILES, request.percentile})
    ]
    return [
        Choice("Floor, pounds per head", "floor", request.typed, fault=request.fault),
        Choice(
            "Without one, percentile",
            "percentile",
            str(request.percentile),
            options,
            str(PERCENTILES[0]),
        ),
    ]


def _refused(request: FloorRequest) -> Component | None:
    message = floor_wording.instead_of_typed(request)
    if not message:
        return None
    return html.Div(
        [html.H2("This floor cannot be used"), html.P(message)], className="refusal", role="alert"
    )


def _cards(view: FundingFloorView) -> Component:
    result, council = view.result, view.table.council
    gain = result.council
    return html.Div(
        [
            _card(
                "What it costs in all",
                large_pounds(result.floor.cost),
                "a year",
                floor_wording.gainers(result, view.table),
            ),
            _card(
                f"What {council.name} gains",
                large_pounds(gain.pounds) if gain else "not known",
                "a year" if gain else "",
                floor_wording.council_per_head(result, view.table),
            ),
            _card(
                "From the highest to the lowest",
                pounds(result.floor.gap_after),
                "per head",
                floor_wording.gap(result),
            ),
        ],
        className="cards",
    )


def _card(label: str, figure: str, unit: str, text: str) -> Component:
    return html.Section(
        [html.H2(label), html.P([html.B(figure), f" {unit}"], className="large"), html.P(text)],
        className="card-plain",
    )


def _chart(view: FundingFloorView) -> Component:
    table, result = view.table, view.result
    gains = {gain.area.code: gain for gain in result.gains}
    return chart.chart(
        view.figure,
        id=ids.Funding.FLOOR,
        finding=floor_wording.finding(result),
        how_to_read=floor_wording.how_to_read(table),
        name=f"Core spending power per head of each area, {table.year}, with a floor",
        table=chart.table(
            f"Core spending power per head, {table.year}, with a floor of "
            f"{pounds(result.floor.per_head)}",
            ["Area", "Per head", "Gain per head", "After"],
            [
                [
                    area.name,
                    league_wording.per_head(area),
                    *floor_wording.gain_and_after(gains.get(area.code)),
                ]
                for area in table.ranked
            ],
        ),
    )


def _gaining(view: FundingFloorView) -> Component | None:
    table, gaining = view.table, view.result.gaining
    if not gaining:
        return None
    heads = [
        (f"Rank of {table.n}", NUMBER),
        ("Area", ""),
        ("Per head", "number bars"),
        ("Gain per head", NUMBER),
        ("Gain a year", NUMBER),
        ("Share of the cost", NUMBER),
        ("Class", "class"),
    ]
    return html.Section(
        [
            html.H2("Who gains"),
            league.table(
                f"Areas lifted to {pounds(view.result.floor.per_head)} per head, the largest gain "
                "per head first",
                heads,
                [_row(view, gain) for gain in gaining],
            ),
        ]
    )


def _row(view: FundingFloorView, gain: Gain) -> Row:
    area, table = gain.area, view.table
    return Row(
        league.name(area, table),
        [
            league.bar(area, table.reach),
            pounds(gain.per_head),
            large_pounds(gain.pounds),
            floor_wording.share(gain.pounds, view.result.floor.cost),
            league.kind(area),
        ],
        is_council=area.code == table.council.code,
        before=league_wording.rank_in_group(area),
    )
