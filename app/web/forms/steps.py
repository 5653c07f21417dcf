"""The door for every step of an edition: one posted form, one service.

Beside it two doors that change no text: who has a place open, and a preview of Markdown.
"""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from hashlib import sha256

from flask import Flask, flash, jsonify, request
from flask.typing import ResponseReturnValue

from app.web.delivered_forms import mark_delivered
from app.web.forms.step_form import Form, step_input_from
from app.web.html import html_of
from callbacks.governance.step import leads_to
from callbacks.request_context import current_actor, database
from db.queries import governance
from domain.errors import NotFound
from domain.formatting import counted, day
from domain.governance.action_wording import WORDS
from domain.governance.terms import Action
from domain.governance.working_days import are_late, is_no_working_day, papers_due
from domain.terms import Access, Upkeep
from layouts.parts.markdown import markdown
from readers.intake.figures_file import read_figures
from workflow import access, clock
from workflow.editions import presence, rolling_forward
from workflow.editions.rolling_forward import NextYear
from workflow.errors import Incomplete
from workflow.governance import comments, notifications, service
from workflow.governance.step_input import StepInput
from workflow.intake import figures_upload

LONGEST_PREVIEW = 60_000


def take_step(form: Form) -> str:
    """Take the step that the address names, and say where its answer leads."""
    year, action = _asked()
    step_input = step_input_from(form)
    leads = leads_to(year, action, step_input.place, step_input.number)
    wanted = service.Form(_key(form), leads, WORDS[action].confirmation)
    done = service.take(database(), year, action, current_actor(), step_input, form=wanted)
    mark_delivered(form.get("key", ""))
    flash(done.said)
    for told in _of_the_day(step_input.meeting) if step_input.meeting else ():
        flash(told)
    return done.location


def _of_the_day(meeting: date) -> Iterator[str]:
    """What somebody should know of the day that they named for a meeting."""
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


def _key(form: Form) -> str:
    """What tells one posting of a form from another: the key it carries, and all that it says.

    A form sent again from the page before with other words is another posting.
    """
    if not form.get("key"):
        return ""
    said = sorted((name, text) for name, text in form.items(multi=True) if name != "csrf_token")
    return sha256(repr((current_actor().username, said)).encode()).hexdigest()


def keep_comment(form: Form) -> str:
    """Keep a comment as its author's own draft."""
    year = _year()
    comments.keep_draft(database(), year, current_actor(), step_input_from(form), key=_key(form))
    mark_delivered(form.get("key", ""))
    flash("The comment is kept as your draft. Nobody else sees it until it is submitted.")
    return f"/editions/{year}/comments"


def throw_away_comment(form: Form) -> str:
    """Forget a draft of one's own."""
    year = _year()
    comments.throw_away(database(), year, current_actor(), step_input_from(form).number)
    flash("The draft is thrown away.")
    return f"/editions/{year}/comments"


def bring_figures(form: Form) -> str:
    """Save a file of figures that was taken away and filled in."""
    year, file = _year(), request.files.get("file")
    if file is None or not file.filename:
        raise Incomplete("Choose the file first. Nothing was saved.")
    step_input = step_input_from(form)
    table = read_figures(file.read())
    saved = figures_upload.bring_figures(
        database(), year, current_actor(), table, version=step_input.version
    )
    flash(f"{counted(saved, 'indicator', 'indicators')} saved from the file.")
    return f"/editions/{year}/text"


def begin_next(form: Form) -> str:
    """Begin the next edition."""
    del form
    year, actor = _year(), current_actor()
    with service.refusals_written_down(
        database(), year + 1, Upkeep.ROLL_FORWARD, actor, StepInput(0)
    ):
        access.require(actor, Access.BEGINNING)
    with database().session_scope() as session:
        if any(each.year == year + 1 for each in governance.everything(session)):
            flash(f"The {year + 1} edition was begun already.")
            return f"/editions/{year + 1}"
        rolling_forward.roll_forward(session, year, NextYear.after(session, year), by=actor)
    flash(f"The {year + 1} edition is begun. Values, text and ratings begin empty.")
    return f"/editions/{year + 1}"


def mark_read(form: Form) -> str:
    """Mark one's own messages as read."""
    del form
    with database().session_scope() as session:
        notifications.mark_seen(session, current_actor().person_id or 0)
    return "/work"


def _asked() -> tuple[int, Action]:
    name = (request.view_args or {}).get("action", "")
    try:
        return _year(), Action(name)
    except ValueError:
        raise NotFound("There is no such step.") from None


def _year() -> int:
    return int((request.view_args or {}).get("year", 0))


def say_present(year: int) -> ResponseReturnValue:
    """Keep that the actor has a place open; answer who else has."""
    place = request.form.get("place", "")[:120]
    others = presence.say(database(), year, place, current_actor())
    return jsonify({"others": others})


def preview() -> ResponseReturnValue:
    """Markdown as readers will see it."""
    text = request.form.get("text", "")[:LONGEST_PREVIEW]
    return html_of(markdown(text, lowest=1))


LIVE: Mapping[str, tuple[str, Callable[..., ResponseReturnValue]]] = {
    "presence": ("/editions/<int(max=9999):year>/presence", say_present),
    "preview": ("/editions/preview", preview),
}
LIVE_ACCESS = Access.WORKING


def add_live_doors(server: Flask) -> None:
    """Register the two doors that a page's script posts to."""
    for name, (address, answer) in LIVE.items():
        server.add_url_rule(address, f"action:{name}", answer, methods=["POST"])
