"""Fields of posted forms, each with its label, and the refusal above them."""

from collections.abc import Sequence

import dash_bootstrap_components as dbc
from dash import html
from dash.development.base_component import Component


def text(label: str, name: str, value: str = "", *, autocomplete: str = "off") -> Component:
    """Return a line of text."""
    return _field(label, name, "text", value, autocomplete)


def line(label: str, name: str, value: str = "", *, hint: str = "", most: int = 200) -> Component:
    """Return a line of text that the product itself checks, with a hint on what to write."""
    box = dbc.Input(
        id=f"field-{name}",
        name=name,
        type="text",
        value=value,
        autocomplete="off",
        maxlength=most,
    )
    return _labelled(label, name, box, hint)


def area(
    label: str, name: str, value: str = "", *, hint: str = "", rows: int = 5, key: str = ""
) -> Component:
    """Return several lines of text. ``key`` distinguishes fields of the same name."""
    box = html.Textarea(
        value,
        id=f"field-{name}{key}",
        name=name,
        rows=rows,
        className="form-control",
    )
    return _labelled(label, f"{name}{key}", box, hint)


def choice(
    label: str, name: str, options: Sequence[tuple[str, str]], value: str = "", *, hint: str = ""
) -> Component:
    """Return a choice of one option; ``options`` are (value, label) pairs."""
    box = dbc.Select(
        id=f"field-{name}",
        name=name,
        options=[{"value": option, "label": text} for option, text in options],
        value=value,
    )
    return _labelled(label, name, box, hint)


def day(label: str, name: str, value: str = "", *, hint: str = "") -> Component:
    """Return a date."""
    box = dbc.Input(id=f"field-{name}", name=name, type="date", value=value)
    return _labelled(label, name, box, hint)


def _labelled(label: str, name: str, box: Component, hint: str) -> Component:
    hint_text = html.Small(hint) if hint else None
    return html.Div(
        [dbc.Label([label, hint_text], html_for=f"field-{name}"), box], className="field"
    )


def password(label: str, name: str, *, autocomplete: str, key: str = "") -> Component:
    """Return a password field; it is never filled in by the product."""
    return _field(label, name, "password", "", autocomplete, key)


def email(label: str, name: str, value: str = "", *, key: str = "") -> Component:
    """Return an e-mail address, which may be left empty."""
    field_id = f"field-{name}{key}"
    box = dbc.Input(
        id=field_id, name=name, type="email", value=value, autocomplete="off", maxlength=120
    )
    return html.Div([dbc.Label(label, html_for=field_id), box], className="field")


def whose(username: str) -> Component:
    """Return the hidden user name of a password form, for password managers and the form itself."""
    field = dbc.Input(type="text", name="username", value=username, autocomplete="username")
    return html.Div(field, hidden=True)


def refusal(message: str) -> Component | None:
    """Return the message of a refusal: what was refused, what was saved and what to do."""
    if not message:
        return None
    return html.Div(
        [html.H2("This was not done"), html.P(message)], className="refusal", role="alert"
    )


def _field(
    label: str, name: str, kind: str, value: str, autocomplete: str, key: str = ""
) -> Component:
    field_id = f"field-{name}{key}"
    return html.Div(
        [
            dbc.Label(label, html_for=field_id),
            dbc.Input(
                id=field_id,
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
