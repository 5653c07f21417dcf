"""One indicator: its figures, its direction, its history."""

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from domain import formatting
from domain.indicators import indicator_wording
from domain.indicators.indicator import Indicator
from domain.indicators.terms import Verdict
from layouts.indicators import ids
from layouts.indicators.parts import marks
from layouts.parts import chart
from layouts.parts.chart import Figure
from layouts.shell import PageContent


def page(
    row: Indicator,
    *,
    edition: int,
    values: Figure | None,
    value_rows: Sequence[Sequence[object]],
    history: Sequence[tuple[int, Indicator]],
    before: Indicator | None,
    after: Indicator | None,
) -> PageContent:
    """Lay out one indicator. ``value_rows`` are the chart's figures: what, period, figure."""
    content = [
        _crumbs(row),
        html.H1(row.name),
        html.P(indicator_wording.sentence(row), className="lead"),
        html.P([marks.plan_flag(row), " ", marks.rating(row.rating)], className="flags"),
        html.Div(_cards(row), className="cards three"),
        _picture(row, values, value_rows),
        _commentary(row),
        _arrow(row),
        _facts(row),
        _history(history, edition),
        _onward(before, after),
    ]
    return PageContent(
        row.name, content, menu="/dashboards", description=indicator_wording.sentence(row)
    )


def _crumbs(row: Indicator) -> Component:
    dashboard = row.dashboard
    return html.Nav(
        [
            html.A("Dashboards", href="/dashboards"),
            " › ",
            html.A(dashboard.name, href=f"/dashboards/{dashboard.slug}"),
            f" › {row.section}" if row.section else None,
        ],
        className="crumbs",
        **{"aria-label": "Where you are"},
    )


def _cards(row: Indicator) -> list[Component]:
    return [
        _card(
            "Direction of travel",
            marks.direction(row.direction),
            indicator_wording.change_in_words(row),
        ),
        _card(
            "Target",
            html.Span(indicator_wording.target_in_words(row)),
            f"{indicator_wording.VERDICTS[row.judged.verdict]}. {row.judged.why}"
            if row.judged.verdict is not Verdict.NO_TARGET
            else "No target is set.",
        ),
        _card(
            "Position among other councils",
            marks.quarter(row),
            f"{indicator_wording.position(row)}.",
        ),
    ]


def _card(label: str, mark: Component, text: str) -> Component:
    return html.Section(
        [html.H2(label), html.P(mark, className="medium"), html.P(text)], className="card-plain"
    )


def _picture(
    row: Indicator, values: Figure | None, value_rows: Sequence[Sequence[object]]
) -> Component | None:
    if values is None:
        return None
    return chart.chart(
        values,
        id=ids.Indicator.VALUES,
        finding=indicator_wording.change_in_words(row).rstrip("."),
        how_to_read=f"{indicator_wording.POLARITIES[row.polarity]}. The bars begin at 0."
        + (" The dashed line is the target." if row.target.amount else ""),
        name=f"Figures of {row.name}",
        table=chart.table(
            f"Figures of {row.name}", ["Figure", "Period", "Value"], value_rows, numbers_from=2
        ),
    )


def _commentary(row: Indicator) -> Component | None:
    if not row.commentary:
        return None
    return html.Section([html.H2("Commentary"), html.P(row.commentary, className="prose")])


def _arrow(row: Indicator) -> Component:
    differs = (
        html.P(indicator_wording.difference_explained(row))
        if row.rule_differs
        else html.P(f"The declared rule says the same as the published arrow. {row.decision.why}")
    )
    return html.Section(
        [
            html.H2("How the arrow was decided"),
            html.P(
                [
                    "Published: ",
                    marks.direction(row.direction),
                    ". By the declared rule: ",
                    marks.direction(row.decision.direction),
                    ".",
                ]
            ),
            html.P(["The rule: ", str(row.rule), " ", html.A("All rules", href="/methods#rules")]),
            differs,
        ],
        className="prose",
    )


def _facts(row: Indicator) -> Component:
    facts = [
        ("Figure as printed", row.value.text or "nothing printed"),
        ("Period", row.period),
        ("Figure before as printed", row.previous.text or "nothing printed"),
        ("Period of the figure before", row.previous_period or "not stated in the edition"),
        ("Target as printed", row.target.text or "nothing printed"),
        ("Quartile as printed", row.quartile.text or "nothing printed"),
        ("Polarity", indicator_wording.POLARITIES[row.polarity]),
        ("Compared with", row.comparator if row.quartile.position else "not compared"),
        ("Source", row.source or "not named in the edition"),
        ("Row of the edition", f"{row.number}"),
    ]
    return html.Section(
        [
            html.H2("The figures as published"),
            html.Dl([html.Div([html.Dt(name), html.Dd(text)]) for name, text in facts]),
        ]
    )


def _history(history: Sequence[tuple[int, Indicator]], edition: int) -> Component:
    rows = [
        [
            str(year),
            indicator.value.text or formatting.NOT_AVAILABLE,
            indicator.period,
            indicator_wording.DIRECTIONS[indicator.direction],
            indicator_wording.position(indicator),
        ]
        for year, indicator in history
    ]
    only = (
        html.P(f"The edition of {edition} is the only one kept here so far.", className="how")
        if len(history) == 1
        else None
    )
    return html.Section(
        [
            html.H2("In each edition"),
            chart.table(
                "This indicator in each edition",
                ["Edition", "Figure", "Period", "Direction", "Position"],
                rows,
                numbers_from=None,
            ),
            only,
        ]
    )


def _onward(before: Indicator | None, after: Indicator | None) -> Component:
    links: list[Component | str] = []
    if before:
        links += [
            "Before it in the dashboard: ",
            html.A(before.name, href=f"/indicators/{before.slug}"),
            ". ",
        ]
    if after:
        links += ["After it: ", html.A(after.name, href=f"/indicators/{after.slug}"), "."]
    return html.P(links, className="onward")
