"""How the figures are made."""

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from domain import formatting
from domain.indicators.indicator import Indicator
from layouts.indicators.parts import marks
from layouts.parts import chart
from layouts.shell import PageContent


def page(
    *,
    rows: Sequence[Indicator],
    rules: Sequence[tuple[str, int]],
    unread: Sequence[tuple[Indicator, str, str]],
) -> PageContent:
    """Lay out the methods.

    ``rules`` are sentences and how many indicators have each; ``unread`` the printed cells that
    are words: indicator, column, cell.
    """
    differing = [row for row in rows if row.rule_differs]
    content = [
        html.H1("How the figures are made"),
        html.P(
            "Every figure is exactly as the council printed it. What is added here is counted or "
            "judged by the rules on this page, and each page says which.",
            className="lead",
        ),
        html.P(
            [
                "Ranks, quartiles among councils, intervals and figures per head have ",
                html.A("a page of their own", href="/methods/comparison"),
                ".",
            ],
            className="prose",
        ),
        _section(
            "Direction of travel",
            "The arrow compares a figure with the one before and is judged by which direction is "
            "good. ▲ always means better: a crime rate that falls has improved. In this edition the "
            "published arrows are the officers' judgement, and all counts use them. Beside it "
            "each indicator has a declared rule, so that a reader can see where judgement and rule "
            "part.",
        ),
        _rules(rules, len(rows)),
        _differing(differing),
        _section(
            "Targets",
            "A target is at least or at most, by which direction is good; “<538.0” asks for less; a "
            "band such as “28%-40%” is met at its lenient end or better; “Year on year decrease” "
            "compares with the figure before. Words such as “MTFS” (the Medium Term Financial "
            "Strategy) are never judged, and neither is a number where no direction is "
            "stated as good.",
        ),
        _section(
            "Quarters",
            "Councils of the comparator group that have a figure are ranked from the best, and the "
            "ranks are cut into four quarters; 1st is the best. The positions shown are as "
            "published, with the year of the comparison. “1st/2nd” in the printed edition is not a "
            "quarter: it says that a survey's result is significantly better than the England "
            "average, and it is counted apart.",
        ),
        _section(
            "Periods",
            "A column headed with a year often holds another period: a calendar year, a month, "
            "three years together. The real period stands under the figure wherever it is not the "
            "column's. Where the edition states the present period and not the one before, the one "
            "before is given as not stated.",
        ),
        _section(
            "Counts",
            "A count is worked out from the rows each time and says which dashboards it is over. "
            "Counts of quarters leave out indicators that are not compared; counts of targets leave "
            "out those without a target or with one that cannot be judged.",
        ),
        _unread(unread),
    ]
    return PageContent("How the figures are made", content, menu="/methods")


def _section(heading: str, text: str) -> Component:
    return html.Section([html.H2(heading), html.P(text)], className="prose")


def _rules(rules: Sequence[tuple[str, int]], total: int) -> Component:
    return html.Section(
        [
            html.H3("The declared rules", id="rules"),
            html.P(
                "Percentages have a tolerance of half a percentage point, which agrees with the "
                "published arrows more often than a narrower or a wider one; other figures have one "
                "per cent, which covers rounding. No single tolerance reproduces all the published "
                "arrows. Figures of the residents' survey and "
                "counts of events move by chance, so there a change must be larger than chance "
                "explains 19 times in 20. Sources: the two-proportion test (Altman, Practical "
                "Statistics for Medical Research, 1991, chapter 10) and the comparison of two "
                "Poisson counts (Przyborowski and Wilenski, Biometrika 31, 1940), in its normal "
                "form.",
                className="prose",
            ),
            chart.table(f"Rules of the {total} indicators", ["Rule", "Indicators"], rules),
        ]
    )


def _differing(rows: Sequence[Indicator]) -> Component:
    return html.Section(
        [
            html.H3(f"Where arrow and rule differ: {len(rows)} indicators"),
            chart.table(
                "Indicators whose published arrow differs from the declared rule",
                ["Indicator", "Published", "By rule", "Why"],
                [
                    [
                        html.A(row.name, href=f"/indicators/{row.slug}"),
                        marks.direction(row.direction),
                        marks.direction(row.decision.direction),
                        row.decision.why,
                    ]
                    for row in rows
                ],
                numbers_from=None,
            ),
        ]
    )


def _unread(unread: Sequence[tuple[Indicator, str, str]]) -> Component:
    if not unread:
        return _section("Cells that are words", "Every printed cell could be read as a figure.")
    return html.Section(
        [
            html.H2("Cells that are words"),
            html.P(
                f"{formatting.counted(len(unread), 'printed cell says', 'printed cells say')} words "
                "where others have a figure. They are kept as printed."
            ),
            chart.table(
                "Printed cells that are words",
                ["Indicator", "Column", "As printed"],
                [[row.name, column, cell] for row, column, cell in unread],
                numbers_from=None,
            ),
        ],
        className="prose-head",
    )
