"""The table row of a posted form, and the handling that all posted forms share.

The gate has checked the token and the access before a form is served. A form that succeeds is
answered by a redirect; one that is refused comes back with the typed values (never a password)
and what to do.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from hashlib import sha256

from flask import Flask, redirect, request
from flask.typing import ResponseReturnValue
from werkzeug.datastructures import MultiDict

from app.web import statuses
from app.web.document import whole_page
from callbacks.request_context import current_actor
from domain.errors import CompendiumError
from domain.terms import Access
from layouts.shell import PageContent

Fields = MultiDict[str, str]
"""The fields of a form by name; a name may occur several times."""
TOKEN_FIELD = "csrf_token"  # noqa: S105 - the name of the field


@dataclass(frozen=True, slots=True)
class PostedForm:
    """One posted form.

    ``serve`` calls the service and returns the address to go on to. ``again`` draws the form's
    page with the typed values and the refusal.
    """

    name: str
    address: str
    access: Access
    serve: Callable[[Fields], str]
    again: Callable[[Fields, CompendiumError], PageContent]

    @property
    def endpoint(self) -> str:
        """Return Flask's name for the form."""
        return f"form:{self.name}"


def add_forms(server: Flask, forms: Sequence[PostedForm]) -> None:
    """Register the address of each form."""
    for form in forms:
        server.add_url_rule(form.address, form.endpoint, _view_of(form), methods=["POST"])


def _view_of(form: PostedForm) -> Callable[..., ResponseReturnValue]:
    def view(**parts: object) -> ResponseReturnValue:
        del parts  # the form's function reads the parts of the address from the request
        fields = request.form
        try:
            return redirect(form.serve(fields), code=303)
        except CompendiumError as refusal:
            return whole_page(form.again(fields, refusal)), statuses.of_form(refusal)

    return view


def year_in_address() -> int:
    """Return the year that the form's address names; 0 where it names none."""
    return int((request.view_args or {}).get("year", 0))


def posted_key(fields: Fields) -> str:
    """Return a key for one posting of a form: its own key and a digest of all its values.

    A form sent again from the page before with other values is another posting. Empty where the
    form has no key.
    """
    if not fields.get("key"):
        return ""
    content = sorted(item for item in fields.items(multi=True) if item[0] != TOKEN_FIELD)
    return sha256(repr((current_actor().username, content)).encode()).hexdigest()
