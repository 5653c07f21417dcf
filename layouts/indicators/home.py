"""The overview: what the product is, how the year went, and the council's position."""

from collections.abc import Sequence
from dataclasses import dataclass

from dash import html
from dash.development.base_component import Component

from domain import formatting
from domain.indicators import indicator_wording
from domain.indicators.counting import Counts
from domain.indicators.indicator import Dashboard, Indicator
from domain.indicators.terms import Direction
from layouts.indicators.parts import counts as counts_part
from layouts.indicators.parts import marks, proportion_bar
from layouts.shell import PageContent


@dataclass(frozen=True, slots=True)
class OutcomeSummary:
    """One outcome: its name, its dashboards and their counts together."""

    name: str
    dashboards: Sequence[Dashboard]
    counts: Counts


@dataclass(frozen=True, slots=True)
class Card:
    """A statement: a label with its period, one large figure, its unit, two sentences."""

    label: str
    figure: str
    unit: str
    text: str
    link: str
    link_text: str


@dataclass(frozen=True, slots=True)
class Overview:
    """The content of the overview. ``headline`` counts as the printed report does."""

    title: str
    council: str
    data_year: str
    approved: str
    whole: Counts
    headline: Counts
    left_out: Sequence[str]
    outcomes: Sequence[OutcomeSummary]
    cards: Sequence[Card]
    improved: Sequence[Indicator]
    worsened: Sequence[Indicator]
    exceptional: Sequence[Indicator]
    issues: Sequence[Indicator]


def page(overview: Overview) -> PageContent:
    """Lay out the overview."""
    content = [
        html.P(overview.title, className="label"),
        html.H1(f"{indicator_wording.count_heading(overview.whole)} in {overview.data_year}"),
        html.P(
            f"{indicator_wording.direction_summary(overview.whole)} {indicator_wording.quartile_summary(overview.whole)}",
            className="lead",
        ),
        proportion_bar.bar(overview.whole),
        _scope(overview.whole, overview.headline, overview.left_out),
        _what_this_is(overview.council, overview.data_year, overview.approved),
        html.Div([_card(card) for card in overview.cards], className="cards"),
        html.H2("By outcome"),
        html.Ul([_outcome(outcome) for outcome in overview.outcomes], className="outcomes"),
        html.H2("What changed most"),
        html.P(
            "Change in per cent of the figure before, counted so that more is better whichever "
            "way the measure runs. Small figures can move far; each name leads to the whole story.",
            className="how",
        ),
        html.Div(
            [
                html.Section(
                    [
                        html.H3("Improved most"),
                        counts_part.changes(
                            overview.improved, furthest=_largest(overview.improved)
                        ),
                    ]
                ),
                html.Section(
                    [
                        html.H3("Worsened most"),
                        counts_part.changes(
                            overview.worsened, furthest=_largest(overview.worsened)
                        ),
                    ]
                ),
            ],
            className="two",
        ),
        html.H2("What officers single out"),
        html.Div(
            [
                _singled_out("Performance issues", overview.issues, "issue"),
                _singled_out("Exceptional performance", overview.exceptional, "exceptional"),
            ],
            className="two",
        ),
    ]
    return PageContent(
        overview.title,
        content,
        menu="/",
        description=indicator_wording.direction_summary(overview.whole),
    )


def _largest(rows: Sequence[Indicator]) -> float:
    return max((abs(row.better_by or 0) for row in rows), default=1)


def _scope(whole: Counts, headline: Counts, left_out: Sequence[str]) -> Component:
    directions = headline.directions
    sentence = (
        f"Counted over {whole.scope}. The printed compendium leaves out {formatting.listed(left_out)}: "
        f"{directions[Direction.IMPROVED]} improved, {directions[Direction.NO_CHANGE]} no real change, "
        f"{directions[Direction.WORSENED]} worsened, {directions[Direction.UNDETERMINED]} cannot be told. "
    )
    return html.P([sentence, html.A("Choose the scope", href="/improvement")], className="scope")


def _what_this_is(council: str, data_year: str, approved: str) -> Component:
    return html.P(
        f"Every year {council} reports how it is doing against its Strategic Plan. These pages "
        f"hold the figures of that report for {data_year}: each measure, how it changed, whether "
        "its target was met and how it compares with other councils. The report went to the "
        f"County Council on {approved}.",
        className="about",
    )


def _card(card: Card) -> Component:
    return html.Section(
        [
            html.H2(card.label),
            html.P([html.B(card.figure), f" {card.unit}"], className="large"),
            html.P([card.text, " ", html.A(card.link_text, href=card.link)]),
        ],
        className="card-plain",
    )


def _outcome(outcome: OutcomeSummary) -> Component:
    links: list[Component | str] = []
    for dashboard in outcome.dashboards:
        links += [html.A(dashboard.name, href=f"/dashboards/{dashboard.slug}"), " · "]
    return html.Li(
        [
            html.Div([html.H3(outcome.name), html.P(links[:-1])]),
            proportion_bar.bar(outcome.counts, small=True),
            html.P(counts_part.directions_in_words(outcome.counts), className="told"),
        ]
    )


def _singled_out(heading: str, rows: Sequence[Indicator], rating: str) -> Component:
    shown = [
        html.Li(
            [
                html.A(row.name, href=f"/indicators/{row.slug}"),
                html.P([marks.direction(row.direction), f" · {indicator_wording.position(row)}"]),
            ]
        )
        for row in rows[:MOST_LISTED]
    ]
    more = html.P(
        html.A(f"All {len(rows)} with this rating", href=f"/indicators?rating={rating}"),
    )
    return html.Section(
        [html.H3(f"{heading} ({len(rows)})"), html.Ul(shown, className="changes"), more]
    )


MOST_LISTED = 5
