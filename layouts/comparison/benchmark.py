"""One benchmark indicator: every council's value, the years before, the rank over time."""

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from dash import html
from dash.development.base_component import Component

from domain import formatting
from domain.comparison import benchmark_wording, comparison_wording
from domain.comparison.areas import Area, ComparatorGroup
from domain.comparison.benchmark_positions import BenchmarkPosition
from layouts.comparison import choices, ids
from layouts.comparison.choices import Choice
from layouts.parts import chart, section
from layouts.parts.chart import Figure
from layouts.shell import PageContent

PATH = "/comparison/indicators"
PAGE = "/comparison/indicator"
NEAREST = "nearest"


@dataclass(frozen=True, slots=True)
class CouncilValue:
    """One council's value; ``rank`` and ``quartile`` are empty outside the group."""

    name: str
    value: float
    rank: int | None
    quartile: int | None
    lower: float | None
    upper: float | None
    member: bool


@dataclass(frozen=True, slots=True)
class BenchmarkView:
    """The indicator in the chosen period, and the council's position in every period."""

    council: Area
    group: ComparatorGroup
    position: BenchmarkPosition
    best: str
    values: Sequence[CouncilValue]
    missing: str
    history: Sequence[BenchmarkPosition]
    strip: Figure
    lines: Figure | None
    ranks: Figure | None
    chosen: Sequence[Choice]
    keep: dict[str, str]


def page(view: BenchmarkView) -> PageContent:
    """Lay out the page."""
    indicator = view.position.series.indicator
    lead = benchmark_wording.benchmark_in_words(view.council.name, view.group, view.position)
    query = urlencode({**view.keep, "theme": indicator.theme.value})
    content = [
        section.links(section.COMPARISON, "", view.keep, about="Councils compared"),
        html.Nav(
            [
                html.A("Benchmark indicators", href=f"{PATH}?{query}"),
                f" › {comparison_wording.THEMES_LISTED[indicator.theme]}",
            ],
            className="crumbs",
            **{"aria-label": "Where you are"},
        ),
        html.H1(indicator.name),
        html.P(lead, className="lead"),
        choices.form(
            f"{PATH}/{indicator.slug}", view.chosen, about="Choose what is compared", page=PAGE
        ),
        _strip(view),
        _lines(view),
        _ranks(view),
        _about(view),
    ]
    return PageContent(indicator.name, content, menu="/comparison", description=lead)


def period_choice(periods: Sequence[str], nearest: str, chosen: str) -> Choice:
    """Return the choice of periods: the default, then the newest first."""
    options = [(NEAREST, f"As in average ranks: {nearest}"), *((p, p) for p in reversed(periods))]
    return Choice("Period", "period", chosen, options)


def _strip(view: BenchmarkView) -> Component:
    indicator, period = view.position.series.indicator, view.position.series.period.text
    unit = indicator.unit
    return chart.chart(
        view.strip,
        id=ids.Benchmark.STRIP,
        finding=benchmark_wording.strip_finding(view.position, view.best),
        how_to_read=benchmark_wording.how_to_read_strip(view.position, view.group, view.missing),
        name=f"{indicator.name}: every council's figure, {period}",
        table=chart.table(
            f"{indicator.name}, {period}: the group by rank, then other councils",
            ["Council", "Figure", "Interval", "Rank", "Quartile"],
            [
                [
                    council.name,
                    comparison_wording.figure(council.value, unit),
                    benchmark_wording.interval(council.lower, council.upper, unit),
                    formatting.ordinal(council.rank) if council.rank else "",
                    benchmark_wording.place_of(council.quartile, member=council.member),
                ]
                for council in view.values
            ],
        ),
    )


def _lines(view: BenchmarkView) -> Component | None:
    if view.lines is None:
        return None
    unit = view.position.series.indicator.unit
    return chart.chart(
        view.lines,
        id=ids.Benchmark.HISTORY,
        finding=benchmark_wording.value_finding(view.council.name, view.history),
        how_to_read=(
            "Periods as the publisher gives them. Where the publisher gives an interval for the "
            "council's figure it is drawn as a bar. The median is the group's, of those with a "
            "figure in each period."
        ),
        name=f"{view.position.series.indicator.name} over time",
        table=chart.table(
            "Figures by period",
            ["Period", view.council.name, "Group's median", "England", "n", "Interval"],
            [
                [
                    position.series.period.text,
                    comparison_wording.figure(position.value, unit),
                    comparison_wording.figure(position.median, unit),
                    comparison_wording.figure(position.england, unit),
                    position.n,
                    benchmark_wording.interval(*position.interval, unit),
                ]
                for position in view.history
            ],
        ),
        instead=chart.word_list(
            [
                (
                    position.series.period.text,
                    benchmark_wording.beside_others(view.council.name, position),
                )
                for position in view.history
            ]
        ),
    )


def _ranks(view: BenchmarkView) -> Component | None:
    if view.ranks is None:
        return None
    return chart.chart(
        view.ranks,
        id=ids.Benchmark.RANKS,
        finding=benchmark_wording.ranks_finding(view.history),
        how_to_read=(
            "The rank among the members of the group that have a figure in the period, the best on "
            "top. How many have one is in the table."
        ),
        name=f"{view.council.name}'s rank on {view.position.series.indicator.name} over time",
        table=chart.table(
            "Rank by period",
            ["Period", "Rank", "Of", "Quartile"],
            [
                [
                    position.series.period.text,
                    formatting.ordinal(position.rank)
                    if position.rank
                    else comparison_wording.NOT_RANKED,
                    position.n,
                    comparison_wording.QUARTERS[position.quartile] if position.quartile else "",
                ]
                for position in view.history
            ],
        ),
        instead=chart.word_list(
            [
                (
                    position.series.period.text,
                    f"{formatting.ordinal(position.rank)} of {position.n}"
                    if position.rank
                    else comparison_wording.NOT_RANKED,
                )
                for position in view.history
            ]
        ),
    )


def _about(view: BenchmarkView) -> Component:
    indicator = view.position.series.indicator
    facts = [
        ("Publisher", indicator.publisher),
        ("Source", indicator.source),
        ("Theme", f"{comparison_wording.THEMES_LISTED[indicator.theme]}: {indicator.subject}"),
        ("Which direction is good", comparison_wording.GOOD[indicator.polarity].capitalize()),
        ("Function of county councils", "Yes" if indicator.county_function else "No"),
        ("Counts in average ranks", benchmark_wording.counting_in_words(indicator)),
        ("Periods", indicator.note or "As published"),
    ]
    return html.Div(
        [
            html.H2("About this indicator"),
            html.Dl([html.Div([html.Dt(name), html.Dd(text)]) for name, text in facts]),
        ]
    )
