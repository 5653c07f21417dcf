"""The doors for change: each posted form's address, who may post it, and what it does.

A form is answered by a redirect. One that is refused comes back with what was typed (never
a password) and what to do.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from flask import Flask, flash, redirect, request, session
from flask.typing import ResponseReturnValue
from werkzeug.datastructures import MultiDict

from app.web import statuses
from app.web.document import whole_page
from app.web.forms import steps
from app.web.pages import page_at
from callbacks.editions import text
from callbacks.governance import comments, edition, step, work
from callbacks.people import account, people, sign_in
from callbacks.request_context import current_actor, database, reading
from domain.errors import CompendiumError
from domain.terms import Access, Role
from layouts.shell import PageContent
from workflow.access import may
from workflow.people import accounts as service
from workflow.people import sessions

Form = MultiDict[str, str]
TOKEN = "_user_id"  # noqa: S105 - where Flask-Login keeps a signed-in browser's id


def _sign_in(form: Form) -> str:
    token = sessions.sign_in(
        database(), form.get("username", ""), form.get("password", ""), request.remote_addr or ""
    )
    _begin(token)
    wanted = form.get("next", "")
    return wanted if _is_ours(wanted) else _home_of(token)


def _is_ours(wanted: str) -> bool:
    """Whether an address to go on to is one of our pages, with nothing odd behind its "?"."""
    path, _, asked = wanted.partition("?")
    return page_at(path) is not None and re.fullmatch(r"[\w=&%:.+-]*", asked, re.ASCII) is not None


def _home_of(token: str) -> str:
    """Where somebody who signs in begins: at their work, if they take part in editions."""
    with reading() as session:
        actor = sessions.actor_of(session, token)
    return "/work" if actor and may(actor, Access.WORKING) else "/account"


def _sign_out(form: Form) -> str:
    del form
    token = session.get(TOKEN, "")
    with database().session_scope() as writing:
        sessions.sign_out(writing, token)
    session.clear()
    flash("You are signed out.")
    return "/sign-in"


def _change_password(form: Form) -> str:
    if form.get("new") != form.get("again"):
        raise CompendiumError("The two new passwords are not the same.", says_nothing_changed=True)
    token = service.change_own_password(
        database(),
        current_actor(),
        form.get("old", ""),
        form.get("new", ""),
        request.remote_addr or "",
    )
    _begin(token)
    flash("Your password is changed. Every other browser of yours is signed out.")
    return "/account"


def _add_person(form: Form) -> str:
    with database().session_scope() as writing:
        person = service.add(
            writing,
            form.get("username", ""),
            form.get("name", ""),
            _roles(form),
            form.get("password", ""),
            by=current_actor(),
        )
    flash(f"{person.name} can now sign in as {person.username}.")
    return "/people"


def _set_roles(form: Form) -> str:
    with database().session_scope() as writing:
        service.set_roles(writing, form.get("username", ""), _roles(form), by=current_actor())
    flash(f"The roles of {form.get('username')} are changed, and that person is signed out.")
    return "/people"


def _disable(form: Form) -> str:
    if form.get("username") == current_actor().username:
        raise CompendiumError("You cannot disable your own account.", says_nothing_changed=True)
    with database().session_scope() as writing:
        service.disable(writing, form.get("username", ""), by=current_actor())
    flash(f"{form.get('username')} can no longer sign in.")
    return "/people"


def _enable(form: Form) -> str:
    with database().session_scope() as writing:
        service.enable(writing, form.get("username", ""), by=current_actor())
    flash(f"{form.get('username')} can sign in again.")
    return "/people"


def _set_password(form: Form) -> str:
    with database().session_scope() as writing:
        service.set_password(
            writing, form.get("username", ""), form.get("password", ""), by=current_actor()
        )
    flash(f"{form.get('username')} has a new password, and is signed out.")
    return "/people"


def _set_email(form: Form) -> str:
    username = form.get("username", "")
    with database().session_scope() as writing:
        address = service.set_email(writing, username, form.get("email", ""), by=current_actor())
    flash(
        f"Notices to {username} are sent to {address}."
        if address
        else f"{username} has no e-mail address: notices are shown here alone."
    )
    return "/people"


def _roles(form: Form) -> list[Role]:
    asked = set(form.getlist("role"))
    return [role for role in Role if role.value in asked]


def _begin(token: str) -> None:
    """Give the browser a fresh session that holds only this token."""
    session.clear()
    session.permanent = True
    session[TOKEN] = token


@dataclass(frozen=True, slots=True)
class Action:
    """One posted form. ``again`` draws its page with what was typed and the refusal."""

    name: str
    address: str
    access: Access
    do: Callable[[Form], str]
    again: Callable[[Form, CompendiumError], PageContent]


# fmt: off
ACTIONS = (
    Action("step",            "/editions/<int(max=9999):year>/do/<action>", Access.OWN_ACCOUNT, steps.take_step, step.again),
    Action("keep-comment",    "/editions/<int(max=9999):year>/comments/keep", Access.WORKING, steps.keep_comment, comments.again),
    Action("throw-away-comment", "/editions/<int(max=9999):year>/comments/throw-away", Access.WORKING, steps.throw_away_comment, comments.again),
    Action("bring-figures",   "/editions/<int(max=9999):year>/figures", Access.OWN_ACCOUNT, steps.bring_figures, text.again),
    Action("read-messages",   "/messages/read", Access.WORKING, steps.mark_read, work.again),
    Action("begin-next",      "/editions/<int(max=9999):year>/next", Access.OWN_ACCOUNT, steps.begin_next, edition.again),
    Action("sign-in",         "/sign-in",          Access.SIGN_IN,     _sign_in,         sign_in.again),
    Action("sign-out",        "/sign-out",         Access.OWN_ACCOUNT, _sign_out,        account.again),
    Action("change-password", "/account/password", Access.OWN_ACCOUNT, _change_password, account.again),
    Action("add-person",      "/people/add",       Access.ACCOUNTS,    _add_person,      people.again),
    Action("set-roles",       "/people/roles",     Access.ACCOUNTS,    _set_roles,       people.again),
    Action("disable-person",  "/people/disable",   Access.ACCOUNTS,    _disable,         people.again),
    Action("enable-person",   "/people/enable",    Access.ACCOUNTS,    _enable,          people.again),
    Action("set-password",    "/people/password",  Access.ACCOUNTS,    _set_password,    people.again),
    Action("set-email",       "/people/email",     Access.ACCOUNTS,    _set_email,       people.again),
)
# fmt: on


def add_actions(server: Flask) -> None:
    """Register each form's door."""
    for action in ACTIONS:
        server.add_url_rule(
            action.address, f"action:{action.name}", _taking(action), methods=["POST"]
        )


def _taking(action: Action) -> Callable[..., ResponseReturnValue]:
    def take(**parts: object) -> ResponseReturnValue:
        del parts  # the service asks the request for what its address holds
        form = request.form
        try:
            return redirect(action.do(form), code=303)
        except CompendiumError as refusal:
            return whole_page(action.again(form, refusal)), statuses.of_form(refusal)

    return take
