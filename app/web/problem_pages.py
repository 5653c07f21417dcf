"""Pages for errors: not found, not permitted, invalid requests, failures of the product."""

from dash.exceptions import DependencyException
from flask import Flask, request
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import HTTPException

from app.web import statuses
from app.web.document import whole_page
from app.web.forms.step_form import FIELD
from callbacks.problems import in_words
from domain.errors import CompendiumError
from layouts import problem

TITLES = {
    400: "The request could not be read",
    403: "You cannot open this",
    404: "There is nothing at this address",
    405: "This address does not take that",
    413: "That is too large",
    429: "Too many attempts",
    500: "Something went wrong",
}
TITLED_BY_ADDRESS = 404
NOT_DONE = "This was not done"
WRITTEN = frozenset(
    {
        "text", "reason", "notice", "resolution", "options_rejected", "interests",
        "dispensations", "evidence", "minute", "mover", "seconder", "vote",
    }
)  # fmt: skip
"""The fields of the workflow's forms that hold text which a person wrote."""


def add_problem_pages(server: Flask) -> None:
    """Answer every error with a page that says what happened and where to go."""
    server.register_error_handler(HTTPException, of_http)
    server.register_error_handler(DependencyException, of_missing_script)
    server.register_error_handler(Exception, of_exception)


def of_http(error: HTTPException) -> ResponseReturnValue:
    """Return a page for an error of Flask."""
    status = error.code or 500
    text = problem.WORDS.get(status, "The request was not carried out, and nothing was changed.")
    return problem_page(status, text)


def of_missing_script(error: Exception) -> ResponseReturnValue:
    """Return a page for an unknown script of Dash."""
    del error
    return problem_page(404, problem.WORDS[404])


def of_exception(error: Exception) -> ResponseReturnValue:
    """Return a page for the product's errors and for unexpected ones."""
    words = in_words(error)
    if isinstance(error, CompendiumError):
        status = statuses.of_page(error)
        return problem_page(status, words, title=NOT_DONE if _was_to_be_done(status) else "")
    return problem_page(500, words)


def _was_to_be_done(status: int) -> bool:
    """Return whether a form was posted to an existing address."""
    return request.method == "POST" and status != TITLED_BY_ADDRESS


def problem_page(status: int, text: str, *, title: str = "") -> ResponseReturnValue:
    """Return a whole page with this status, under its usual title by default."""
    title = title or TITLES.get(status, "The request was refused")
    return whole_page(problem.sheet(title, text, _typed())), status


def _typed() -> list[tuple[str, str]]:
    """Return the typed texts of a refused form, so that nothing written is lost with a session."""
    try:
        form = request.form
    except HTTPException:
        return []  # the body could not be read, which is why it was refused
    return [
        (name.removeprefix(FIELD).replace("_", " "), text)
        for name, text in form.items(multi=True)
        if (name in WRITTEN or name.startswith(FIELD)) and text.strip()
    ]
