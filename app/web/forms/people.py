"""Posted forms of accounts: signing in and out, one's own password, and other people's accounts."""

import re

from flask import flash, request, session

from app.web.database import database
from app.web.forms.posting import Fields
from app.web.pages import page_at
from callbacks.request_context import current_actor, reading
from domain.errors import CompendiumError
from domain.terms import Access, Role
from workflow.access import may
from workflow.people import accounts, sessions

TOKEN = "_user_id"  # noqa: S105 - where Flask-Login keeps a signed-in browser's id


def sign_in(fields: Fields) -> str:
    """Sign in, and return the page that was asked for."""
    token = sessions.sign_in(
        database(),
        fields.get("username", ""),
        fields.get("password", ""),
        request.remote_addr or "",
    )
    _begin(token)
    wanted = fields.get("next", "")
    return wanted if _is_page(wanted) else _home_of(token)


def _is_page(wanted: str) -> bool:
    """Return whether an address is that of a page, with nothing but parameters after its "?"."""
    path, _, query = wanted.partition("?")
    return page_at(path) is not None and re.fullmatch(r"[\w=&%:.+-]*", query, re.ASCII) is not None


def _home_of(token: str) -> str:
    """Return the first page after signing in: the work of those who take part in editions."""
    with reading() as reader:
        actor = sessions.actor_of(reader, token)
    return "/work" if actor and may(actor, Access.WORKING) else "/account"


def sign_out(fields: Fields) -> str:
    """Sign out."""
    del fields
    token = session.get(TOKEN, "")
    with database().session_scope() as writing:
        sessions.sign_out(writing, token)
    session.clear()
    flash("You are signed out.")
    return "/sign-in"


def change_password(fields: Fields) -> str:
    """Change one's own password."""
    if fields.get("new") != fields.get("again"):
        raise CompendiumError("The two new passwords are not the same.", says_nothing_changed=True)
    token = accounts.change_own_password(
        database(),
        current_actor(),
        fields.get("old", ""),
        fields.get("new", ""),
        request.remote_addr or "",
    )
    _begin(token)
    flash("Your password is changed. Every other browser of yours is signed out.")
    return "/account"


def add_person(fields: Fields) -> str:
    """Add a person who can sign in."""
    with database().session_scope() as writing:
        person = accounts.add(
            writing,
            fields.get("username", ""),
            fields.get("name", ""),
            _roles(fields),
            fields.get("password", ""),
            by=current_actor(),
        )
    flash(f"{person.name} can now sign in as {person.username}.")
    return "/people"


def set_roles(fields: Fields) -> str:
    """Set a person's roles."""
    with database().session_scope() as writing:
        accounts.set_roles(writing, fields.get("username", ""), _roles(fields), by=current_actor())
    flash(f"The roles of {fields.get('username')} are changed, and that person is signed out.")
    return "/people"


def disable_person(fields: Fields) -> str:
    """Prevent a person from signing in."""
    if fields.get("username") == current_actor().username:
        raise CompendiumError("You cannot disable your own account.", says_nothing_changed=True)
    with database().session_scope() as writing:
        accounts.disable(writing, fields.get("username", ""), by=current_actor())
    flash(f"{fields.get('username')} can no longer sign in.")
    return "/people"


def enable_person(fields: Fields) -> str:
    """Allow a person to sign in again."""
    with database().session_scope() as writing:
        accounts.enable(writing, fields.get("username", ""), by=current_actor())
    flash(f"{fields.get('username')} can sign in again.")
    return "/people"


def set_password(fields: Fields) -> str:
    """Set a person's password."""
    with database().session_scope() as writing:
        accounts.set_password(
            writing, fields.get("username", ""), fields.get("password", ""), by=current_actor()
        )
    flash(f"{fields.get('username')} has a new password, and is signed out.")
    return "/people"


def set_email(fields: Fields) -> str:
    """Set a person's e-mail address, or none."""
    username = fields.get("username", "")
    with database().session_scope() as writing:
        address = accounts.set_email(writing, username, fields.get("email", ""), by=current_actor())
    flash(
        f"Notices to {username} are sent to {address}."
        if address
        else f"{username} has no e-mail address: notices are shown here alone."
    )
    return "/people"


def _roles(fields: Fields) -> list[Role]:
    chosen = set(fields.getlist("role"))
    return [role for role in Role if role.value in chosen]


def _begin(token: str) -> None:
    """Start a fresh session in the browser that holds only this token."""
    session.clear()
    session.permanent = True
    session[TOKEN] = token
