"""Improvement and reduction: the counts over a scope that the reader chooses, and in words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import dash_bootstrap_components as dbc
from dash import html
from dash.development.base_component import Component

from domain.indicators import indicator_wording
from domain.indicators.counting import Counts
from domain.indicators.indicator import Dashboard, Indicator
from layouts.indicators import ids
from layouts.indicators.parts import counts as counts_part
from layouts.indicators.parts import proportion_bar
from layouts.parts import chart
from layouts.parts.at_once import AT_ONCE
from layouts.parts.chart import Figure
from layouts.shell import PageContent

PATH = "/improvement"


@dataclass(frozen=True, slots=True)
class Years:
    """The counts since 2018: their chart, its figures, its finding and the notes on it."""

    figure: Figure
    rows: Sequence[Sequence[object]]
    finding: str
    notes: Sequence[str]


def page(
    *,
    dashboards: Sequence[Dashboard],
    chosen: Sequence[Dashboard],
    whole: Counts,
    counts: Mapping[str, Counts],
    rows: Sequence[Indicator],
    years: Years,
) -> PageContent:
    """Lay out the page for the chosen dashboards."""
    content = [
        html.H1("Improvement and reduction"),
        html.P(
            f"{indicator_wording.direction_summary(whole)} {indicator_wording.quartile_summary(whole)} {indicator_wording.target_summary(whole)}",
            className="lead",
        ),
        proportion_bar.bar(whole),
        html.P(
            f"Counted over {whole.scope}. Of these, {whole.with_direction} have a direction.",
            className="scope",
            role="status",
        ),
        _scope(dashboards, chosen),
        html.H2("Dashboard by dashboard"),
        counts_part.table([(d, counts[d.slug]) for d in chosen], whole),
        html.Section(_since_2018(years), id=ids.Improvement.SINCE_2018),
        html.H2("In words"),
        html.P(
            "What each dashboard shows, with the indicators by name, as it is printed in the report.",
            className="how",
        ),
        *(_paragraph(d, rows, counts[d.slug]) for d in chosen),
    ]
    return PageContent(
        "Improvement and reduction",
        content,
        menu=PATH,
        description=indicator_wording.direction_summary(whole),
    )


def _since_2018(years: Years) -> list[Component]:
    heads = ["Edition", "Improved", "No real change", "Worsened", "Cannot be told", "Rank", "Paper"]
    return [
        chart.chart(
            years.figure,
            id=ids.Improvement.YEARS,
            finding=years.finding,
            how_to_read="Each bar is one year's edition as the council printed it, so its scope is "
            "that edition's own.",
            name="Indicators by direction in each edition since 2018",
            table=chart.table("Indicators by direction in each edition", heads, years.rows),
        ),
        html.Ul([html.Li(note) for note in years.notes], className="notes"),
    ]


def _scope(dashboards: Sequence[Dashboard], chosen: Sequence[Dashboard]) -> Component:
    printed = "&".join(f"dashboard={d.slug}" for d in dashboards if d.counted_in_headline)
    boxes = dbc.Checklist(
        id=ids.Improvement.SCOPE,
        name="dashboard",
        options=[{"value": d.slug, "label": d.name} for d in dashboards],
        value=[d.slug for d in chosen],
        class_name="boxes",
    )
    return html.Details(
        [
            html.Summary("Choose the scope"),
            html.P(
                [
                    html.A(f"All {len(dashboards)} dashboards", href=PATH),
                    " · ",
                    html.A("As the printed compendium counts", href=f"{PATH}?{printed}"),
                ]
            ),
            html.Form(
                [
                    html.Fieldset(
                        [
                            html.Legend("Dashboards to count (with none ticked, all are counted)"),
                            boxes,
                        ]
                    ),
                    dbc.Button("Count these", type="submit", color="primary", outline=True),
                ],
                method="get",
                action=PATH,
                autoComplete="off",
                **AT_ONCE,
            ),
        ],
        open=len(chosen) != len(dashboards),
        className="scope-choice",
    )


def _paragraph(dashboard: Dashboard, rows: Sequence[Indicator], counts: Counts) -> Component:
    within = [row for row in rows if row.dashboard.slug == dashboard.slug]
    return html.Section(
        [
            html.H3(html.A(dashboard.name, href=f"/dashboards/{dashboard.slug}")),
            html.P(indicator_wording.direction_summary(counts)),
            *(
                html.P([html.B(f"{direction}: "), f"{'; '.join(names)}."])
                for direction, names in indicator_wording.named_by_direction(within)
            ),
        ],
        className="in-words",
    )
