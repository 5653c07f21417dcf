"""The sign-in page."""

from collections.abc import Sequence

import dash_bootstrap_components as dbc
from dash import html
from dash.development.base_component import Component

from layouts.parts import fields
from layouts.shell import PageContent, hidden


def page(
    *,
    token: str,
    onward: str,
    username: str = "",
    refusal: str = "",
    people: Sequence[tuple[str, str]] = (),
    password: str = "",
    notices: Sequence[str] = (),
) -> PageContent:
    """Lay out the form. In a demonstration, ``people`` (user name, role) share ``password``."""
    form = html.Form(
        [
            hidden("csrf_token", token),
            hidden("next", onward),
            fields.text("User name", "username", username, autocomplete="username"),
            fields.password("Password", "password", autocomplete="current-password"),
            dbc.Button("Sign in", type="submit", color="primary"),
        ],
        method="post",
        action="/sign-in",
        className="narrow",
    )
    content = [
        html.H1("Sign in"),
        fields.refusal(refusal),
        html.P("Everything published can be read without signing in.", className="lead"),
        form,
        _demonstration(people, password) if people else None,
    ]
    return PageContent("Sign in", content, menu="/sign-in", notices=notices)


def _demonstration(people: Sequence[tuple[str, str]], password: str) -> Component:
    return html.Section(
        [
            html.H2("People of this demonstration"),
            html.P(["All of them have the password ", html.Code(password), "."]),
            html.Ul([html.Li([html.Code(name), f": {role}"]) for name, role in people]),
        ]
    )
