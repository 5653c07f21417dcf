"""The gate in front of every request: who is asking, and may they pass this door.

Everything is refused unless it is declared: pages in ``PAGES``, posted forms in ``ACTIONS``,
downloads in ``DOWNLOADS``, and the few addresses of Dash listed here.
"""

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from dash import Dash
from flask import Flask, abort, g, redirect, request, session
from flask.typing import ResponseReturnValue
from flask_login import LoginManager, UserMixin, current_user
from flask_wtf.csrf import CSRFError, CSRFProtect

from app import upkeep
from app.actions import ACTIONS
from app.downloads import DOWNLOADS
from app.pages import CALLBACKS, PAGES, endpoint_of
from callbacks.asking import reading
from domain.terms import Access
from workflow import people, policy
from workflow.policy import NOBODY, Actor

UPDATE = "/_dash-update-component"
DASH_DOORS: Mapping[str, Access] = {
    "_dash_assets.static": Access.PUBLISHED,
    "/_dash-component-suites/<string:package_name>/<path:fingerprinted_path>": Access.PUBLISHED,
    "/_dash-layout": Access.PUBLISHED,
    "/_dash-dependencies": Access.PUBLISHED,
    UPDATE: Access.PUBLISHED,  # each callback's own access is looked up by its output
    "/<path:path>": Access.PUBLISHED,  # answers that there is nothing here
}
CLOSED = frozenset({"/_reload-hash", "/_favicon.ico"})
"""Addresses that Dash opens and the product does not use."""

DOORS: Mapping[str, Access] = {
    **DASH_DOORS,
    **upkeep.DOORS,
    **{endpoint_of(page): page.access for page in PAGES},
    **{f"action:{action.name}": action.access for action in ACTIONS},
    **{f"download:{download.name}": download.access for download in DOWNLOADS},
}


class SignedIn(UserMixin):
    """A browser that has signed in: its token, and whose it is."""

    def __init__(self, token: str, actor: Actor) -> None:
        """Keep the token as Flask-Login's id."""
        self.id = token
        self.actor = actor


def guard(app: Dash) -> None:
    """Put the gate in front of everything that the server answers."""
    server: Flask = app.server
    manager = LoginManager(server)
    manager.session_protection = None
    manager.user_loader(_who_holds)
    csrf: CSRFProtect = server.extensions["csrf"]

    @server.before_request
    def gate() -> ResponseReturnValue | None:
        g.actor = current_user.actor if current_user.is_authenticated else NOBODY
        if request.endpoint is None:
            return None  # no such address, or not with this method: Flask says so itself
        if request.endpoint not in DOORS:
            abort(403)
        if request.endpoint.startswith("action:"):
            _check_form_is_ours(csrf)
        if request.endpoint == UPDATE:
            _check_callback(server)
        return _pass_or_sign_in(DOORS[request.endpoint])


def _who_holds(token: str) -> SignedIn | None:
    with reading() as reader:
        actor = people.actor_of(reader, token)
    return SignedIn(token, actor) if actor else None


def _pass_or_sign_in(access: Access) -> ResponseReturnValue | None:
    if policy.may(g.actor, access):
        return None
    if not g.actor.signed_in and request.method == "GET":
        return redirect(f"/sign-in?next={request.path}")
    policy.require(g.actor, access)
    return None


def _check_form_is_ours(csrf: CSRFProtect) -> None:
    site = request.headers.get("Sec-Fetch-Site", "same-origin")
    origin = request.headers.get("Origin")
    foreign = origin is not None and urlsplit(origin).netloc != request.host
    if site not in ("same-origin", "none") or foreign:
        abort(400)
    try:
        csrf.protect()
    except CSRFError:
        session.pop("csrf_token", None)
        abort(400)


def _check_callback(server: Flask) -> None:
    body = request.get_json(silent=True)
    if not isinstance(body, dict) or not _well_formed(body):
        abort(400)
    access = server.extensions[CALLBACKS].get(body["output"])
    if access is None or not policy.may(g.actor, access):
        abort(403)


def _well_formed(body: Mapping[str, Any]) -> bool:
    """Whether the parts that Dash reads are of the kinds that it expects."""
    return (
        isinstance(body.get("output"), str)
        and isinstance(body.get("outputs"), dict)
        and _properties(body.get("inputs"))
        and _properties(body.get("state", []))
        and isinstance(body.get("changedPropIds", []), list)
        and all(isinstance(each, str) for each in body.get("changedPropIds", []))
    )


def _properties(given: object) -> bool:
    return isinstance(given, list) and all(
        isinstance(each, dict)
        and isinstance(each.get("id"), str)
        and isinstance(each.get("property"), str)
        for each in given
    )
