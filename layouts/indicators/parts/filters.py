"""The form that filters a table of indicators; its whole state is in the address."""

from collections.abc import Sequence

import dash_bootstrap_components as dbc
from dash import html
from dash.development.base_component import Component

from domain.indicators import indicator_wording
from domain.indicators.filtering import ANY, NOT_COMPARED, Filters
from domain.indicators.indicator import Dashboard
from domain.indicators.terms import Direction, Quartile, Rating, Verdict
from layouts.indicators import ids
from layouts.parts.at_once import AT_ONCE

Option = dict[str, str]


def form(
    filters: Filters, *, path: str, dashboards: Sequence[Dashboard] = (), sorting: bool = False
) -> Component:
    """Lay out the form with the values of the address."""
    fields = [
        _choice("Change", ids.Filters.DIRECTION, "direction", filters.direction, DIRECTIONS),
        _choice("Position", ids.Filters.QUARTILE, "quartile", filters.quartile, QUARTILES),
        _choice("Target", ids.Filters.TARGET, "target", filters.target, TARGETS),
        _choice("Rating", ids.Filters.RATING, "rating", filters.rating, RATINGS),
        _choice("Strategic Plan", ids.Filters.PLAN, "plan", filters.plan, PLAN),
    ]
    if dashboards:
        options = [_option(ANY, "All dashboards"), *(_option(d.slug, d.name) for d in dashboards)]
        fields.insert(
            0, _choice("Dashboard", ids.Filters.DASHBOARD, "dashboard", filters.dashboard, options)
        )
    fields.append(_find(filters.text))
    if sorting:
        fields.append(_choice("Order", ids.Filters.SORT, "sort", filters.sort, ORDERS))
    buttons = [dbc.Button("Show", type="submit", color="primary", outline=True)]
    if filters.narrowing or filters.sort:
        buttons.append(html.A("Show everything", href=path))
    return html.Form(
        [*fields, html.Div(buttons, className="buttons")],
        id=ids.Filters.FORM,
        method="get",
        action=f"{path}#{ids.Filters.RESULT}",
        autoComplete="off",
        className="filters",
        role="search",
        **{"aria-label": "Narrow the indicators", **AT_ONCE},
    )


def downloads(filters: Filters) -> Component:
    """Return links that download the same rows as files."""
    return html.P(
        [
            "Take these rows away: ",
            html.A("CSV", href=filters.address("/indicators.csv")),
            " · ",
            html.A("Excel workbook", href=filters.address("/indicators.xlsx")),
            ". The address of this page always gives the same view again, so it can be sent.",
        ],
        className="take",
    )


def _option(value: str, label: str) -> Option:
    return {"value": value, "label": label}


def _choice(
    label: str,
    id: str,
    name: str,
    value: str,
    options: list[Option],
) -> Component:
    return html.Div(
        [
            dbc.Label(label, html_for=id),
            dbc.Select(id=id, name=name, value=value or ANY, options=options),
        ],
        **{"data-usual": ANY},
    )


def _find(text: str) -> Component:
    return html.Div(
        [
            dbc.Label("Find words", html_for=ids.Filters.TEXT),
            dbc.Input(
                id=ids.Filters.TEXT,
                name="text",
                value=text,
                type="search",
                maxlength=100,
            ),
        ]
    )


DIRECTIONS = [
    _option(ANY, "All"),
    *(_option(member.value, indicator_wording.DIRECTIONS[member]) for member in Direction),
]
QUARTILES = [
    _option(ANY, "All"),
    *(_option(member.value, indicator_wording.QUARTILES[member]) for member in Quartile),
    _option(NOT_COMPARED, "Not compared"),
]
TARGETS = [
    _option(ANY, "All"),
    *(_option(member.value, indicator_wording.VERDICTS[member]) for member in Verdict),
]
RATINGS = [
    _option(ANY, "All"),
    *(_option(member.value, indicator_wording.RATINGS[member]) for member in Rating),
]
PLAN = [_option(ANY, "All"), _option("yes", "Named in the plan"), _option("no", "Not named")]
ORDERS = [
    _option(ANY, "As printed"),
    _option("name", "Name"),
    _option("better", "Improved most first"),
    _option("worse", "Worsened most first"),
    _option("best-quarter", "Best quarter first"),
    _option("lowest-quarter", "Lowest quarter first"),
]
