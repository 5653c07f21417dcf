"""The list of dashboards by outcome, with the plan's aims."""

from collections.abc import Mapping, Sequence
from itertools import groupby

from dash import html
from dash.development.base_component import Component

from domain.indicators import indicator_wording
from domain.indicators.counting import Counts
from domain.indicators.indicator import Dashboard
from layouts.indicators.parts import counts as counts_part
from layouts.indicators.parts import proportion_bar
from layouts.shell import PageContent

Aims = Sequence[tuple[str, str]]


def page(
    *,
    plan: str,
    whole: Counts,
    outcomes: Sequence[tuple[str, str, Sequence[Dashboard], Aims]],
    counts: Mapping[str, Counts],
) -> PageContent:
    """Lay out the list. Each outcome is its name, kind, dashboards, and aims by sub-outcome."""
    content = [
        html.H1("Dashboards"),
        html.P(
            f"{len(counts)} dashboards hold {whole.total} indicators, grouped by the outcomes of "
            f"the {plan}. {indicator_wording.quartile_summary(whole)}",
            className="lead",
        ),
        *(_outcome(name, kind, within, aims, counts) for name, kind, within, aims in outcomes),
    ]
    return PageContent("Dashboards", content, menu="/dashboards")


def _outcome(
    name: str,
    kind: str,
    dashboards: Sequence[Dashboard],
    aims: Aims,
    counts: Mapping[str, Counts],
) -> Component:
    return html.Section(
        [
            html.H2(name),
            html.P(f"{kind[:1].upper()}{kind[1:]}", className="label"),
            html.Ul(
                [_dashboard(dashboard, counts[dashboard.slug]) for dashboard in dashboards],
                className="outcomes",
            ),
            _aims(aims) if aims else None,
        ]
    )


def _dashboard(dashboard: Dashboard, counts: Counts) -> Component:
    return html.Li(
        [
            html.H3(html.A(dashboard.name, href=f"/dashboards/{dashboard.slug}")),
            proportion_bar.bar(counts, small=True),
            html.P(counts_part.directions_in_words(counts), className="told"),
        ]
    )


def _aims(aims: Aims) -> Component:
    groups = [
        html.Div([html.H4(sub_outcome), html.Ul([html.Li(aim) for _, aim in within])])
        for sub_outcome, within in groupby(aims, key=lambda aim: aim[0])
    ]
    return html.Details([html.Summary("What the Strategic Plan aims for"), *groups])
