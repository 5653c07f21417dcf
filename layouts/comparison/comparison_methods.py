"""How councils are compared: each method with an example from the figures and its source."""

from dataclasses import dataclass

from dash import html
from dash.development.base_component import Component

from domain import formatting
from domain.comparison import comparison_wording
from domain.comparison.areas import Area, ComparatorGroup, Geography
from domain.comparison.theme_ranks import COVERAGE, DRAWS
from domain.comparison.worked_examples import AverageExample, PerHead, RankExample
from domain.funding.spending import ServicePosition
from layouts.parts import chart, section
from layouts.shell import PageContent

PATH = "/methods/comparison"


@dataclass(frozen=True, slots=True)
class MethodsView:
    """The examples, all of one council among one group."""

    council: Area
    group: ComparatorGroup
    geography: Geography
    rank: RankExample
    average: AverageExample | None
    per_head: PerHead | None
    spending: ServicePosition
    like_with_like: ServicePosition
    keep: dict[str, str]


def page(view: MethodsView) -> PageContent:
    """Lay out the methods."""
    content = [
        section.links(section.COMPARISON, PATH, view.keep, about="Councils compared"),
        html.H1("How councils are compared"),
        html.P(
            "Every rank is worked out from published figures by the rules below. Each rule has an "
            f"example from the figures of {view.council.name}, so that it can be done again by hand.",
            className="lead",
        ),
        *_ranks(view),
        *_quartiles(view),
        *_theme_ranks(view),
        *_intervals(view),
        *_per_head(view),
        *_spending(view),
        *_cuts(view),
        *_missing(view),
        *_groups(view),
    ]
    return PageContent("How councils are compared", content, menu="/methods")


def _section(heading: str, *paragraphs: str) -> list[Component]:
    return [html.H2(heading), *(html.P(text, className="prose") for text in paragraphs)]


def _source(text: str) -> Component:
    return html.P(f"Source of the method: {text}", className="scope")


def _ranks(view: MethodsView) -> list[Component]:
    series = view.rank.series
    unit = series.indicator.unit
    areas = view.geography.areas
    return [
        *_section(
            "Rank",
            "The best figure has rank 1; which figure is best follows from whether higher or lower "
            "is better. Councils with the same figure share the better rank, and the next one is "
            "as far down as there are councils above it. A council without a figure has no rank.",
            f"Example: {series.indicator.name}, {series.period.text}, where "
            f"{comparison_wording.GOOD[series.indicator.polarity]}.",
        ),
        chart.table(
            f"The first ranks of {series.indicator.name}, {series.period.text}",
            ["Council", "Figure", "Rank"],
            [
                [
                    areas[row["area_code"]].name,
                    comparison_wording.figure(row["value"], unit),
                    formatting.ordinal(row["rank"]),
                ]
                for row in view.rank.first.to_dict("records")
            ],
            headed=True,
        ),
        _source("standard competition ranking, as in a league table of sport."),
    ]


def _quartiles(view: MethodsView) -> list[Component]:
    position = view.rank.position
    rank, n = position.rank or 0, position.n
    example = (
        f"Example: {view.council.name} is {formatting.ordinal(rank)} of {n} on the indicator above. "
        f"4 × ({rank} − 1) ÷ {n} = {4 * (rank - 1) / n:.2f}, so it is in quartile "
        f"{position.quartile}."
        if rank
        else f"{view.council.name} has no figure on any of the indicators, so it has no example here."
    )
    return [
        *_section(
            "Quartile",
            "Ranks are cut into four parts as even as whole councils allow. The council of rank r "
            "among n is in quartile ⌊4 × (r − 1) ÷ n⌋ + 1, where ⌊ ⌋ leaves off what is behind the "
            "point. n counts those with a figure, and is printed beside every quartile.",
            example,
        ),
        _source(
            "the council does not print its rule. This one gives all eight of its positions for "
            "spending in 2021/22, and 37 of the 45 positions for performance that could be tried."
        ),
    ]


def _theme_ranks(view: MethodsView) -> list[Component]:
    parts = _section(
        "Theme rank",
        "A council's ranks on a theme's indicators are averaged, and the averages are ranked. "
        "Overall is over all indicators; county council functions are those that county councils "
        "answer for, whatever their theme. Index scores, indicators nearly the same as another "
        "and those without a good direction do not count.",
        f"A council is ranked when it has figures for at least {COVERAGE:.0%} of the indicators. "
        "Each indicator is ranked among all members with a figure, the ones that are not ranked "
        "in the end included. One of the indicators, achievements in further education and skills, "
        "is published as a rate but holds counts, so that larger councils stand higher on it; it "
        "is kept among the others and marked on its page.",
        "Ranks over the years use the figures whose period ends in each year. A year is shown when "
        "half of the theme's indicators or more have one.",
    )
    if view.average is None:
        return parts
    average = view.average
    name = view.geography.areas[average.code].name
    sum_of = sum(rank for _, rank in average.ranks)
    return [
        *parts,
        html.P(
            f"Example: {comparison_wording.THEMES[average.theme]}. {name}'s {len(average.ranks)} "
            f"ranks add up to {sum_of}; {sum_of} ÷ {len(average.ranks)} = {average.average:.2f}, "
            f"which is {formatting.ordinal(average.rank)} of {average.n} averages.",
            className="prose",
        ),
        chart.table(
            f"{name}'s ranks in {comparison_wording.THEMES[average.theme]}",
            ["Indicator", "Rank"],
            [[name, formatting.ordinal(rank)] for name, rank in average.ranks],
            headed=True,
        ),
        _source(
            "the Performance Compendium ranks the average of ranks. The least share of figures is "
            "this product's."
        ),
    ]


def _intervals(view: MethodsView) -> list[Component]:
    parts = _section(
        "How sure a rank is",
        f"A theme's indicators are a choice: others could have been published. {DRAWS:,} times over, "
        "as many indicators as the theme has are drawn from it at random, some of them twice, some "
        "not at all, and all councils are ranked again. The interval leaves out the 5% of draws "
        "with the best ranks and the 5% with the lowest, so it holds 9 draws in 10. The draws "
        "begin from a fixed number and come out the same for the same figures. A draw that holds "
        "none of a council's figures leaves it out.",
        "The interval says how far the rank depends on which indicators were chosen. It says "
        "nothing of chance within each figure, and takes the indicators for independent, though "
        "some of them move together; real doubt is if anything larger. Beside it the pages say "
        "what happens when any one indicator is left out.",
    )
    if view.average is not None:
        average = view.average
        parts.append(
            html.P(
                f"Example: {view.geography.areas[average.code].name} is "
                f"{formatting.ordinal(average.rank)} in "
                f"{comparison_wording.THEMES[average.theme]}; "
                f"{comparison_wording.how_sure(average.low, average.high)}.",
                className="prose",
            )
        )
    parts.append(
        _source(
            "the percentile bootstrap (B. Efron, 1979) over indicators; that league tables should "
            "carry intervals: H. Goldstein and D. Spiegelhalter, League Tables and Their "
            "Limitations, Journal of the Royal Statistical Society A, 1996."
        )
    )
    return parts


def _per_head(view: MethodsView) -> list[Component]:
    parts = _section(
        "Per head",
        "Core spending power of 2021/22 is divided by the residents at the middle of 2019, by the "
        "first edition of the estimate: that gives the figure the council published. The middle "
        "of 2020 can be chosen instead. Spending of a year is divided by the residents of that "
        "year as revised after the Census 2021; for 2024/25 by those of 2023, the newest held.",
    )
    if view.per_head is not None:
        per_head = view.per_head
        text = "; ".join(
            f"£{per_head.pounds:,.0f} ÷ {people:,} residents of mid-{year} = {formatting.pounds(rate)}"
            for year, people, rate in per_head.bases
        )
        parts.append(html.P(f"Example: {view.council.name}, {text}.", className="prose"))
    parts.append(
        _source("MHCLG's settlement figures and the Office for National Statistics' estimates.")
    )
    return parts


def _spending(view: MethodsView) -> list[Component]:
    return [
        *_section(
            "Spending by service, and its quartiles",
            "The 1st quartile spends the most per head. The council's own method holds its outturn, "
            "which is what was spent, against what other councils planned in their budgets. Like "
            "with like holds outturn against outturn. The two can differ, and pages say which is "
            "which.",
            f"Example: public health. {_spent(view, view.spending)} by the council's method, and "
            f"{_spent(view, view.like_with_like)} like with like.",
        ),
        _source("the footnote of the Fair Funding dashboard, Performance Compendium 2022."),
    ]


def _spent(view: MethodsView, position: ServicePosition) -> str:
    own = position.of(view.council.code)
    if own is None:
        return f"{view.council.name} is not compared"
    return (
        f"{view.council.name} spent {formatting.pounds(own['per_head'])} per head, "
        f"{formatting.ordinal(own['rank'])} of {position.n}: quartile {own['quartile']}"
    )


def _cuts(_: MethodsView) -> list[Component]:
    return [
        *_section(
            "Medians, thirds and percentiles",
            "The lines of a chart of performance against spending are the medians of the ranks "
            "that are drawn. A council on a line is counted with the better half upwards, and with "
            "the right half across. The map cuts the ranked areas into thirds in the way quartiles "
            "are cut. A floor at the 25th percentile is the core spending power per head that a "
            "quarter of the areas that compare fall below; between two areas it lies on the "
            "straight line from one to the other.",
        ),
        _source(
            "the percentile is PERCENTILE.INC of spreadsheets, type 7 of Hyndman and Fan, 1996."
        ),
    ]


def _missing(view: MethodsView) -> list[Component]:
    text = comparison_wording.who_is_missing(
        view.geography, view.rank.missing, view.rank.series.period
    )
    return [
        *_section(
            "Missing figures",
            "A figure that was not published stays missing: nothing is estimated, carried over or "
            "set to nought. Pages give n, the number that have a figure, and name the members "
            "without one with the reason as far as it is known.",
            f"Example, the indicator of the ranks above: {text or 'every member has a figure.'}",
        ),
        _source("the tables as published; see Sources."),
    ]


def _groups(view: MethodsView) -> list[Component]:
    return [
        *_section(
            "Comparator groups and changes of area",
            "A group is a named set of areas on a day. Areas that only changed their code keep one "
            "code here. Northamptonshire was divided in April 2021 and Cumbria in April 2023: "
            "figures of the old areas are never divided and those of the new ones never added up. "
            "Which of them has a figure depends on the boundaries that its publisher used: most "
            "figures of before April 2021 are Northamptonshire's, most later ones its successors'. "
            "The group of before April 2021 holds Northamptonshire as one. North Yorkshire and "
            "Somerset took over their districts in April 2023: their benchmark figures go on under "
            "one code, but what they spend since then is for more services, stands under another "
            "code and is not compared with what they spent before.",
        ),
        chart.table(
            "Comparator groups",
            ["Group", "As of", "Areas", "How it was made"],
            [
                [group.name, formatting.day(group.as_of), group.n, group.basis]
                for group in view.geography.named_groups
            ],
            numbers_from=None,
            headed=True,
        ),
    ]
