"""Accounts, for administrators: the list, and a form to add one."""

from collections.abc import Sequence
from dataclasses import dataclass

import dash_bootstrap_components as dbc
from dash import html
from dash.development.base_component import Component

from domain import formatting
from domain.people.role_wording import ROLES
from domain.terms import Role
from layouts.parts import fields
from layouts.shell import PageContent, hidden


@dataclass(frozen=True, slots=True)
class Account:
    """One person as the page shows them."""

    username: str
    name: str
    roles: frozenset[Role]
    disabled: bool
    email: str = ""


@dataclass(frozen=True, slots=True)
class Typed:
    """The typed values of a refused form for a new person."""

    username: str = ""
    name: str = ""
    roles: frozenset[Role] = frozenset()


def page(
    accounts: Sequence[Account],
    *,
    token: str,
    typed: Typed,
    refusal: str = "",
    notices: Sequence[str] = (),
) -> PageContent:
    """Lay out the accounts."""
    active = sum(1 for account in accounts if not account.disabled)
    content = [
        html.H1("People"),
        fields.refusal(refusal),
        html.P(
            f"{formatting.counted(active, 'person', 'people')} can sign in. Changing roles or a "
            "password, or disabling an account, signs that person out at once.",
            className="lead",
        ),
        html.H2("All accounts"),
        html.Ul([_account(account, token) for account in accounts], className="accounts"),
        html.H2("Add someone"),
        _adding(token, typed),
    ]
    return PageContent("People", content, menu="/people", notices=notices)


def _account(account: Account, token: str) -> Component:
    roles = [ROLES[role] for role in Role if role in account.roles]
    email = f" Notices go to {account.email}." if account.email else ""
    state = " Disabled." if account.disabled else ""
    return html.Li(
        [
            html.H3(account.name),
            html.P(
                f"User name: {account.username}. {formatting.listed(roles) or 'No role'}.{email}{state}"
            ),
            html.Details(
                [
                    html.Summary(f"Change {account.name}"),
                    _roles_form(account, token),
                    _email_form(account, token),
                    _password_form(account, token),
                    _switch_form(account, token),
                ]
            ),
        ]
    )


def _form(address: str, token: str, username: str, parts: Sequence[Component]) -> Component:
    carried = [hidden("csrf_token", token), fields.whose(username)]
    return html.Form([*carried, *parts], method="post", action=address, className="narrow")


def _roles_form(account: Account, token: str) -> Component:
    button = dbc.Button("Save roles", type="submit", color="primary", outline=True)
    parts = [_roles(account.roles, account.username), button]
    return _form("/people/roles", token, account.username, parts)


def _email_form(account: Account, token: str) -> Component:
    field = fields.email(
        "E-mail address for notices; leave it empty to send none",
        "email",
        account.email,
        key=f"-{account.username}",
    )
    button = dbc.Button("Save address", type="submit", color="primary", outline=True)
    return _form("/people/email", token, account.username, [field, button])


def _password_form(account: Account, token: str) -> Component:
    field = fields.password(
        "New password, 12 characters or more",
        "password",
        autocomplete="new-password",
        key=f"-{account.username}",
    )
    button = dbc.Button("Set password", type="submit", color="primary", outline=True)
    return _form("/people/password", token, account.username, [field, button])


def _switch_form(account: Account, token: str) -> Component:
    label, address = (
        ("Enable", "/people/enable") if account.disabled else ("Disable", "/people/disable")
    )
    button = dbc.Button(f"{label} {account.name}", type="submit", color="primary", outline=True)
    return _form(address, token, account.username, [button])


def _roles(roles: frozenset[Role], key: str) -> Component:
    boxes = dbc.Checklist(
        id=f"roles-{key}",
        name="role",
        options=[{"value": role.value, "label": ROLES[role]} for role in Role],
        value=[role.value for role in roles],
    )
    return html.Fieldset([html.Legend("Roles"), boxes])


def _adding(token: str, typed: Typed) -> Component:
    return html.Form(
        [
            hidden("csrf_token", token),
            fields.text("Name", "name", typed.name),
            fields.text("User name", "username", typed.username, autocomplete="username"),
            fields.password(
                "Password, 12 characters or more", "password", autocomplete="new-password"
            ),
            _roles(typed.roles, "new"),
            dbc.Button("Add person", type="submit", color="primary"),
        ],
        method="post",
        action="/people/add",
        className="narrow",
    )
