"""The user's own account: name, roles, permissions and password."""

from collections.abc import Sequence

import dash_bootstrap_components as dbc
from dash import html

from domain import formatting
from domain.people.role_wording import ROLES
from domain.terms import Access, Role
from layouts.parts import fields
from layouts.shell import PageContent, hidden


def page(
    *,
    name: str,
    username: str,
    roles: Sequence[Role],
    accesses: Sequence[Access],
    token: str,
    refusal: str = "",
    notices: Sequence[str] = (),
) -> PageContent:
    """Lay out the current user's account."""
    role_names = formatting.listed([ROLES[role] for role in roles]) or "no role"
    content = [
        html.H1(name),
        fields.refusal(refusal),
        html.P(f"You are signed in as {username}. You hold: {role_names}.", className="lead"),
        html.H2("What you may do"),
        html.Ul([html.Li(f"{access.value.capitalize()}.") for access in accesses]),
        html.P(
            "You stay signed in for twelve hours. Signing out, a new password or a change of your "
            "roles ends this in every browser at once.",
            className="prose",
        ),
        html.H2("Change your password"),
        html.Form(
            [
                hidden("csrf_token", token),
                fields.whose(username),
                fields.password("Present password", "old", autocomplete="current-password"),
                fields.password(
                    "New password, 12 characters or more", "new", autocomplete="new-password"
                ),
                fields.password("New password again", "again", autocomplete="new-password"),
                dbc.Button("Change password", type="submit", color="primary"),
            ],
            method="post",
            action="/account/password",
            className="narrow",
        ),
    ]
    return PageContent("Your account", content, menu="/account", notices=notices)
