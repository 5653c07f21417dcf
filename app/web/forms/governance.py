"""Posted forms of the approval: every step of an edition, and drafts of comments."""

from collections.abc import Iterator
from datetime import date

from flask import flash, request

from app.web.database import database
from app.web.delivered_forms import mark_delivered
from app.web.forms.posting import Fields, posted_key, year_in_address
from app.web.forms.step_form import step_input_from
from callbacks.governance.step import next_address
from callbacks.request_context import current_actor
from domain.errors import NotFound
from domain.formatting import day
from domain.governance.action_wording import WORDS
from domain.governance.terms import Action
from domain.governance.working_days import are_late, is_no_working_day, papers_due
from workflow import clock
from workflow.governance import comments, service


def take_step(fields: Fields) -> str:
    """Take the step in the address, and return the address of its answer."""
    year, action = year_in_address(), _action_in_address()
    step_input = step_input_from(fields)
    location = next_address(year, action, step_input.place, step_input.number)
    form = service.Form(posted_key(fields), location, WORDS[action].confirmation)
    done = service.take(database(), year, action, current_actor(), step_input, form=form)
    mark_delivered(fields.get("key", ""))
    flash(done.message)
    for sentence in _of_the_day(step_input.meeting) if step_input.meeting else ():
        flash(sentence)
    return done.location


def _action_in_address() -> Action:
    name = (request.view_args or {}).get("action", "")
    try:
        return Action(name)
    except ValueError:
        raise NotFound("There is no such step.") from None


def _of_the_day(meeting: date) -> Iterator[str]:
    """Yield notes on the day that was chosen for a meeting."""
    if are_late(meeting, clock.today_in_england()):
        yield (
            f"The papers are late: to be public five clear working days before, they had to be out "
            f"by {day(papers_due(meeting))}."
        )
    holiday = is_no_working_day(meeting)
    if holiday:
        yield (
            f"{day(meeting)} is {holiday}, no working day. If the meeting is held on another day, "
            "that day is given with its minute."
        )


def keep_comment(fields: Fields) -> str:
    """Save a comment as its author's own draft."""
    year, step_input = year_in_address(), step_input_from(fields)
    comments.keep_draft(database(), year, current_actor(), step_input, key=posted_key(fields))
    mark_delivered(fields.get("key", ""))
    flash("The comment is kept as your draft. Nobody else sees it until it is submitted.")
    return f"/editions/{year}/comments"


def throw_away_comment(fields: Fields) -> str:
    """Delete a draft of one's own."""
    year = year_in_address()
    comments.throw_away(database(), year, current_actor(), step_input_from(fields).number)
    flash("The draft is thrown away.")
    return f"/editions/{year}/comments"
