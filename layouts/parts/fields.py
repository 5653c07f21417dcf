"""Fields of posted forms, each with its label, and the refusal above them."""

from collections.abc import Sequence

import dash_bootstrap_components as dbc
from dash import html
from dash.development.base_component import Component


def text(label: str, name: str, value: str = "", *, autocomplete: str = "off") -> Component:
    """Return a line of text."""
    return _field(label, name, "text", value, autocomplete)


def line(label: str, name: str, value: str = "", *, told: str = "", most: int = 200) -> Component:
    """Return a line of text that the product itself checks, with a word on what to write."""
    box = dbc.Input(
        id=f"field-{name}",
        name=name,
        type="text",
        value=value,
        autocomplete="off",
        maxlength=most,
    )
    return _labelled(label, name, box, told)


def area(
    label: str, name: str, value: str = "", *, told: str = "", rows: int = 5, key: str = ""
) -> Component:
    """Return several lines of text. ``key`` tells fields of the same name apart."""
    box = html.Textarea(
        value,
        id=f"field-{name}{key}",
        name=name,
        rows=rows,
        className="form-control",
    )
    return _labelled(label, f"{name}{key}", box, told)


def choice(
    label: str, name: str, options: Sequence[tuple[str, str]], value: str = "", *, told: str = ""
) -> Component:
    """Return one of several; ``options`` are value and label, in their order."""
    box = dbc.Select(
        id=f"field-{name}",
        name=name,
        options=[{"value": each, "label": words} for each, words in options],
        value=value,
    )
    return _labelled(label, name, box, told)


def day(label: str, name: str, value: str = "", *, told: str = "") -> Component:
    """Return a date."""
    box = dbc.Input(id=f"field-{name}", name=name, type="date", value=value)
    return _labelled(label, name, box, told)


def _labelled(label: str, name: str, box: Component, told: str) -> Component:
    words = html.Small(told) if told else None
    return html.Div([dbc.Label([label, words], html_for=f"field-{name}"), box], className="field")


def password(label: str, name: str, *, autocomplete: str, key: str = "") -> Component:
    """Return a password; it is never filled in by us."""
    return _field(label, name, "password", "", autocomplete, key)


def email(label: str, name: str, value: str = "", *, key: str = "") -> Component:
    """Return an e-mail address, which may be left empty."""
    place = f"field-{name}{key}"
    box = dbc.Input(
        id=place, name=name, type="email", value=value, autocomplete="off", maxlength=120
    )
    return html.Div([dbc.Label(label, html_for=place), box], className="field")


def whose(username: str) -> Component:
    """Return the user name that a password form is about, for password managers and the form itself."""
    field = dbc.Input(type="text", name="username", value=username, autocomplete="username")
    return html.Div(field, hidden=True)


def refusal(told: str) -> Component | None:
    """Return what was refused, what was kept and what to do."""
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
