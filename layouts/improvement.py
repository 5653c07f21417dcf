"""Improvement and reduction: the counts over a scope the reader chooses, and in words."""

from collections.abc import Mapping, Sequence

import dash_bootstrap_components as dbc
import plotly.graph_objects as go
from dash import html
from dash.development.base_component import Component

from domain import wording
from domain.counting import Counts
from domain.indicators import Dashboard, Indicator
from layouts import ids
from layouts.parts import chart
from layouts.parts import counts as counts_part
from layouts.parts import proportion_bar
from layouts.shell import Sheet

PATH = "/improvement"


def page(
    *,
    dashboards: Sequence[Dashboard],
    chosen: Sequence[Dashboard],
    whole: Counts,
    counts: Mapping[str, Counts],
    rows: Sequence[Indicator],
    years: go.Figure,
    year_rows: Sequence[Sequence[object]],
    year_finding: str,
    year_notes: Sequence[str],
) -> Sheet:
    """Lay out the page for the chosen dashboards. ``year_rows`` are the chart's own figures."""
    content = [
        html.H1("Improvement and reduction"),
        html.P(
            f"{wording.travelled(whole)} {wording.standing(whole)} {wording.aimed(whole)}",
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
        html.H2("In words"),
        *(_paragraph(d, rows, counts[d.slug]) for d in chosen),
        chart.chart(
            years,
            id=ids.Improvement.YEARS,
            finding=year_finding,
            how_to_read="Each bar is one year's edition as the council printed it, so its scope is "
            "that edition's own: schools and crime are left out throughout.",
            name="Indicators by direction in each edition since 2018",
            table=chart.table(
                "Indicators by direction in each edition",
                ["Edition", "Improved", "No real change", "Worsened", "Cannot be told", "Rank", "Paper"],
                year_rows,
            ),
        ),
        html.Ul([html.Li(note) for note in year_notes], className="notes"),
    ]
    return Sheet(
        "Improvement and reduction", content, menu=PATH, description=wording.travelled(whole)
    )


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
                    html.Fieldset([html.Legend("Dashboards to count"), boxes]),
                    dbc.Button("Count these", type="submit", color="primary", outline=True),
                ],
                method="get",
                action=PATH,
            ),
        ],
        open=len(chosen) != len(dashboards),
        className="scope-choice",
    )


def _paragraph(dashboard: Dashboard, rows: Sequence[Indicator], counts: Counts) -> Component:
    within = [row for row in rows if row.dashboard.slug == dashboard.slug]
    (opening, _), *parts = wording.paragraph(dashboard.name, within, counts)
    sentences: list[Component | str] = []
    for said, names in parts:
        sentences += [html.B(f"{said}: "), "; ".join(names), ". "]
    return html.Section(
        [
            html.H3(html.A(dashboard.name, href=f"/dashboards/{dashboard.slug}")),
            html.P([f"{opening.partition(': ')[2].capitalize()} ", *sentences], className="prose"),
        ]
    )
