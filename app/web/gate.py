"""The check of every request: who sends it, and whether they may use its address.

An address is refused unless it is declared: pages in ``PAGES``, posted forms in ``FORMS``, files
and data in ``ROUTES``, and the few addresses of Dash listed here.
"""

from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

from dash import Dash
from flask import Flask, abort, g, redirect, request
from flask.typing import ResponseReturnValue
from flask_login import LoginManager, UserMixin, current_user
from flask_wtf.csrf import CSRFError, CSRFProtect

from app.web.forms.table import FORMS
from app.web.pages import CALLBACKS, PAGES, endpoint_of
from app.web.routes import ROUTES
from callbacks.request_context import reading
from domain.terms import Access
from workflow.access import NOBODY, Actor, may, require
from workflow.people import sessions

UPDATE = "/_dash-update-component"
DASH_ROUTES: Mapping[str, Access] = {
    "_dash_assets.static": Access.PUBLISHED,
    "/_dash-component-suites/<string:package_name>/<path:fingerprinted_path>": Access.PUBLISHED,
    "/_dash-layout": Access.PUBLISHED,
    "/_dash-dependencies": Access.PUBLISHED,
    UPDATE: Access.PUBLISHED,  # the access of each callback is looked up by its output
    "/<path:path>": Access.PUBLISHED,  # the answer is that there is nothing here
}
CLOSED = frozenset({"/_reload-hash", "/_favicon.ico"})
"""Addresses that Dash opens and the product does not use."""

ACCESS: Mapping[str, Access] = {
    **DASH_ROUTES,
    **{endpoint_of(page): page.access for page in PAGES},
    **{form.endpoint: form.access for form in FORMS},
    **{route.endpoint: route.access for route in ROUTES},
}
"""The access that each endpoint needs. An endpoint without a row is refused."""
WITH_TOKEN = frozenset(
    {
        *(form.endpoint for form in FORMS),
        *(route.endpoint for route in ROUTES if route.method != "GET"),
    }
)
"""The endpoints that change something; they need the token of a page of the product."""


class SignedIn(UserMixin):
    """A browser that has signed in: its token and its actor."""

    def __init__(self, token: str, actor: Actor) -> None:
        """Store the token as Flask-Login's id."""
        self.id = token
        self.actor = actor


def guard(app: Dash) -> None:
    """Add the gate to everything that the server answers."""
    server: Flask = app.server
    manager = LoginManager(server)
    manager.session_protection = None
    manager.user_loader(_who_holds)
    csrf: CSRFProtect = server.extensions["csrf"]

    @server.before_request
    def gate() -> ResponseReturnValue | None:
        g.actor = current_user.actor if current_user.is_authenticated else NOBODY
        if request.endpoint is None:
            return None  # no such address, or not with this method: Flask answers
        if "\0" in request.path:
            abort(404)  # no address of the product holds one, and PostgreSQL cannot search for it
        if request.endpoint not in ACCESS:
            abort(403)
        _check_what_is_sent(app, csrf, request.endpoint)
        return _pass_or_sign_in(ACCESS[request.endpoint])


def _who_holds(token: str) -> SignedIn | None:
    with reading() as reader:
        actor = sessions.actor_of(reader, token)
    return SignedIn(token, actor) if actor else None


def _pass_or_sign_in(access: Access) -> ResponseReturnValue | None:
    reads = request.method in ("GET", "HEAD")
    if reads and not g.actor.signed_in and not may(g.actor, access):
        return redirect(f"/sign-in?next={quote(_wanted(), safe='/')}")
    require(g.actor, access)
    return None


def _wanted() -> str:
    """Return the address of the request with its query string."""
    query = request.query_string.decode("utf-8", "replace")
    return f"{request.path}?{query}" if query else request.path


def _check_what_is_sent(app: Dash, csrf: CSRFProtect, endpoint: str) -> None:
    if endpoint in WITH_TOKEN:
        _check_form_of_own_page(csrf)
    if endpoint == UPDATE:
        _check_callback(app)


def _check_form_of_own_page(csrf: CSRFProtect) -> None:
    site = request.headers.get("Sec-Fetch-Site", "same-origin")
    origin = request.headers.get("Origin")
    foreign = origin is not None and origin.partition("://")[2] != request.host
    unkept = any("\0" in word for words in request.form.listvalues() for word in words)
    if site not in ("same-origin", "none") or foreign or unkept:
        abort(400)
    try:
        csrf.protect()
    except CSRFError:
        abort(400)


def _check_callback(app: Dash) -> None:
    body = _sent()
    if not isinstance(body, dict) or not isinstance(body.get("output"), str):
        abort(400)
    access = app.server.extensions[CALLBACKS].get(body["output"])
    if access is None or not may(g.actor, access):
        abort(403)
    if not _fits(body, app.callback_map[body["output"]]):
        abort(400)


def _sent() -> object:
    if "Content-Encoding" in request.headers:
        return None  # Dash would unpack and read another body than the one checked here
    try:
        return request.get_json(silent=True)
    except RecursionError:  # lists in lists, deeper than Python reads
        return None


def _fits(body: Mapping[str, Any], declared: Mapping[str, Any]) -> bool:
    """Return whether a body has the form in which the product's pages call this callback."""
    outputs = body.get("outputs")
    changed = body.get("changedPropIds", [])
    return (
        isinstance(outputs, dict)
        and f"{outputs.get('id')}.{outputs.get('property')}" == body["output"]
        and _are(declared["inputs"], body.get("inputs"))
        and _are(declared["state"], body.get("state", []))
        and isinstance(changed, list)
        and all(isinstance(entry, str) for entry in changed)
    )


def _are(declared: list[Mapping[str, str]], sent: object) -> bool:
    """Return whether these are the declared properties in their order, with texts as their values."""
    if not isinstance(sent, list) or not all(isinstance(entry, dict) for entry in sent):
        return False
    properties = [{"id": entry.get("id"), "property": entry.get("property")} for entry in sent]
    return properties == declared and all(_is_words(entry.get("value")) for entry in sent)


def _is_words(value: object) -> bool:
    words = value if isinstance(value, list) else [value]
    return value is None or all(isinstance(word, str) and _is_text(word) for word in words)


def _is_text(word: str) -> bool:
    """Return whether a text can be encoded; half a surrogate pair cannot."""
    return not any("\ud800" <= character <= "\udfff" for character in word)
