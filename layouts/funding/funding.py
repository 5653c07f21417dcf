"""The funding league table: the council's position and its gain at another's rate."""

from collections.abc import Sequence
from dataclasses import dataclass

from dash import html
from dash.development.base_component import Component

from domain import formatting
from domain.funding import league_wording
from domain.funding.core_spending_power import BASES
from domain.funding.league_table import FundedArea, LeagueTable, OtherRate
from layouts.comparison import choices
from layouts.comparison.choices import Choice
from layouts.funding import ids, league
from layouts.funding.league import NUMBER, Row
from layouts.parts import chart, section
from layouts.parts.chart import Figure
from layouts.shell import PageContent

PATH = "/funding"
BY_ITSELF = "by-itself"
"""The value of the choice where the reader chose no other area; the address leaves it out."""


@dataclass(frozen=True, slots=True)
class FundingView:
    """The league table and its choices. ``missing`` names the members without data."""

    table: LeagueTable
    other: OtherRate
    figure: Figure
    chosen: Sequence[Choice]
    keep: dict[str, str]
    missing: str


def page(view: FundingView) -> PageContent:
    """Lay out the page."""
    table, lead = view.table, league_wording.position_in_words(view.table)
    content = [
        section.links(section.FUNDING, PATH, view.keep, about="Funding"),
        html.H1("Funding league table"),
        html.P(
            f"{lead} {league_wording.at_rate(table.council.name, view.other)}".strip(),
            className="lead",
        ),
        _working(view),
        choices.form(PATH, view.chosen, about="Choose what is compared"),
        html.P(
            [league_wording.group_and_n(table), f" {view.missing}"],
            className="scope",
            role="status",
        ),
        html.H2(league_wording.in_view_heading(table)),
        _table(view, table.in_view, league_wording.in_view_caption(table)),
        _chart(view),
        html.H2("Every area, the highest first"),
        _table(view, table.ranked, table.group.name),
        league.partly_note(table),
        league.not_ranked(table, view.missing),
    ]
    return PageContent("Funding league table", content, menu=PATH, description=lead)


def other_choice(areas: Sequence[tuple[str, str]], other: OtherRate) -> Choice:
    """Return the choice of the area whose rate is used; ``areas`` are (code, name) pairs."""
    value = other.code if other.chosen else BY_ITSELF
    return Choice("Better off as", "as", value, [(BY_ITSELF, "The suggested area"), *areas])


def base_choice(base: int) -> Choice:
    """Return the choice of the estimate of residents."""
    options = [(str(base), f"Mid-{base}") for base in BASES]
    return Choice("Residents, first estimate", "base", str(base), options)


def _working(view: FundingView) -> Component:
    worth = view.other.worth
    base = league_wording.residents(view.table.base)
    if worth is None:
        return html.P(base, className="scope")
    return html.Div(
        [
            html.P([html.B(league_wording.formula(worth)), " a year"], className="formula"),
            html.P(
                f"Another area's pounds per head less ours, times our residents; worked out before "
                f"the pounds per head are rounded. {base} "
                f"{league_wording.why_this_rate(view.table.council, view.other)}",
                className="scope",
            ),
        ],
        className="working",
    )


def _chart(view: FundingView) -> Component:
    table = view.table
    return chart.chart(
        view.figure,
        id=ids.Funding.LEAGUE,
        finding=league_wording.league_finding(table),
        how_to_read=league_wording.league_read(table, view.other),
        name=f"Core spending power per head of each area, {table.year}",
        table=chart.table(
            f"Core spending power per head, {table.year}, the highest first",
            ["Area", "Rank", "Per head"],
            [
                [area.name, league_wording.rank_in_group(area), league_wording.per_head(area)]
                for area in table.ranked
            ],
        ),
    )


def _table(view: FundingView, areas: Sequence[FundedArea], what: str) -> Component:
    table = view.table
    heads = [
        (f"Rank of {table.n}", NUMBER),
        ("Area", ""),
        ("Per head", "number bars"),
        ("More or less than ours", NUMBER),
        ("Worth to ours", NUMBER),
        ("Class", "class"),
        ("Rank in class", NUMBER),
        (f"Rank of all {table.n_of_all}", NUMBER),
    ]
    whole = table.n == table.n_of_all
    rows = [_row(view, area, with_all=not whole) for area in areas]
    cut = f"; bars are cut at {formatting.pounds(table.reach)}" if table.beyond else ""
    caption = f"Core spending power per head, {table.year}: {what}{cut}"
    return league.table(caption, heads[:-1] if whole else heads, rows)


def _row(view: FundingView, area: FundedArea, *, with_all: bool) -> Row:
    table = view.table
    cells = [
        league.bar(area, table.reach),
        league_wording.from_council(area),
        league_wording.worth(area),
        league.kind(area),
        league_wording.rank_of_class(table, area),
        league_wording.rank_of_all(area),
    ]
    return Row(
        league.name(area, table, other=view.other.code if view.other.worth else ""),
        cells if with_all else cells[:-1],
        is_council=area.code == table.council.code,
        before=league_wording.rank_in_group(area),
    )
