"""Posted forms of editions: making the next one, and requests of the editor's script."""

from flask import flash, jsonify, request
from flask.typing import ResponseReturnValue

from app.web.database import database
from app.web.forms.posting import Fields, year_in_address
from app.web.html import html_of
from callbacks.request_context import current_actor
from db.queries import governance
from domain.terms import Access, RecordedEvent
from layouts.parts.markdown import markdown
from workflow import access
from workflow.editions import presence, rolling_forward
from workflow.editions.rolling_forward import NextYear
from workflow.governance import service
from workflow.governance.step_input import StepInput

LONGEST_PREVIEW = 60_000


def begin_next(fields: Fields) -> str:
    """Make the next edition."""
    del fields
    year, actor = year_in_address(), current_actor()
    with service.refusals_written_down(
        database(), year + 1, RecordedEvent.ROLL_FORWARD, actor, StepInput(0)
    ):
        access.require(actor, Access.BEGINNING)
    with database().session_scope() as session:
        if any(edition.year == year + 1 for edition in governance.everything(session)):
            flash(f"The {year + 1} edition was begun already.")
            return f"/editions/{year + 1}"
        rolling_forward.roll_forward(session, year, NextYear.after(session, year), by=actor)
    flash(f"The {year + 1} edition is begun. Values, text and ratings begin empty.")
    return f"/editions/{year + 1}"


def say_present(year: int) -> ResponseReturnValue:
    """Record that the actor has a place open; answer with the others who have."""
    place = request.form.get("place", "")[:120]
    others = presence.report_open(database(), year, place, current_actor())
    return jsonify({"others": others})


def preview() -> ResponseReturnValue:
    """Answer with Markdown as readers will see it."""
    text = request.form.get("text", "")[:LONGEST_PREVIEW]
    return html_of(markdown(text, lowest=1))
