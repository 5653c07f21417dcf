"""Meetings: freezing their papers, and recording their minutes."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from db.models import FrozenVersion, Meeting
from domain.editions.documents import due_at
from domain.governance.step_wording import BODIES
from domain.governance.terms import Body
from domain.governance.working_days import are_late
from workflow.audit_log import EntryDetails
from workflow.editions import freezing
from workflow.errors import Incomplete
from workflow.governance.step_context import StepContext


def send(context: StepContext, body: Body) -> EntryDetails:
    """Freeze the edition for a body's meeting, and name the meeting."""
    content = due_at(context.step.at, freezing.present_content(context.session, context.edition))
    name = freezing.next_of(context.session, context.edition, context.step.freezes)
    frozen = freezing.freeze(context.session, context.edition, name, content, by=context.actor)
    return context.entry_details(after={**arrange(context, body), **named(frozen)})


def arrange(context: StepContext, body: Body) -> dict[str, Any]:
    """Set the day of a meeting; return the details for the log."""
    on = context.step_input.meeting
    if on is None:
        raise Incomplete("Give the date of the meeting.", says_nothing_changed=False)
    row = meeting_of(context, body)
    if row is None:
        row = Meeting(
            edition_id=context.edition.id, round=context.edition.round, body=body, on=on, minute=""
        )
        context.session.add(row)
    row.on = on
    return {"meeting": on.isoformat(), "papers_late": are_late(on, context.today)}


def named(frozen: FrozenVersion) -> dict[str, Any]:
    """Return what the log says of a version."""
    return {"version": frozen.name, "digest": frozen.digest}


@dataclass(frozen=True, slots=True)
class Minuted:
    """A meeting that took place: its minute as an authority, and its day where that was corrected."""

    authority: str
    before: Mapping[str, str]
    after: Mapping[str, str]


def record(context: StepContext, body: Body) -> Minuted:
    """Record the minute of a meeting, and the day on which it was held."""
    minute, held_on = context.step_input.minute.strip(), context.step_input.held
    authority = f"{BODIES[body]}, minute {minute}"
    row = meeting_of(context, body)
    if row is None:
        return Minuted(authority, {}, {})
    row.minute = minute
    if held_on is None or held_on == row.on:
        return Minuted(authority, {}, {})
    named_day, row.on = row.on, held_on
    return Minuted(authority, {"meeting": named_day.isoformat()}, {"meeting": held_on.isoformat()})


def meeting_of(context: StepContext, body: Body) -> Meeting | None:
    """Return a body's meeting in the present round."""
    return context.session.scalar(
        select(Meeting).where(
            Meeting.edition_id == context.edition.id,
            Meeting.round == context.edition.round,
            Meeting.body == body,
        )
    )
