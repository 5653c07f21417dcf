"""Fields of posted forms, each with its label, and the refusal above them."""

import dash_bootstrap_components as dbc
from dash import html
from dash.development.base_component import Component


def text(label: str, name: str, value: str = "", *, autocomplete: str = "off") -> Component:
    """A line of text."""
    return _field(label, name, "text", value, autocomplete)


def password(label: str, name: str, *, autocomplete: str, key: str = "") -> Component:
    """A password; it is never filled in by us."""
    return _field(label, name, "password", "", autocomplete, key)


def whose(username: str) -> Component:
    """The user name that a password form is about, for password managers and the form itself."""
    field = dbc.Input(type="text", name="username", value=username, autocomplete="username")
    return html.Div(field, hidden=True)


def refusal(told: str) -> Component | None:
    """What was refused, what was kept and what to do."""
    if not told:
        return None
    return html.Div([html.H2("This was not done"), html.P(told)], className="refusal", role="alert")


def _field(
    label: str, name: str, kind: str, value: str, autocomplete: str, key: str = ""
) -> Component:
    place = f"field-{name}{key}"
    return html.Div(
        [
            dbc.Label(label, html_for=place),
            dbc.Input(
                id=place,
                name=name,
                type=kind,
                value=value,
                autocomplete=autocomplete,
                required=True,
                maxlength=200,
            ),
        ],
        className="field",
    )
