"""Meetings: the papers that go to one, and the minute that comes from it."""

from typing import Any

from sqlalchemy import select

from db.models import FrozenVersion, Meeting
from domain.comparing_versions import without
from domain.terms import Body, Document
from domain.working_days import are_late
from workflow import freezing
from workflow.audit import Told
from workflow.errors import Incomplete
from workflow.taking import Taking


def send(taking: Taking, body: Body) -> Told:
    """Freeze the edition for a body's meeting, and name the meeting."""
    content = freezing.present_content(taking.session, taking.edition)
    if body is Body.SCRUTINY:
        content = without(content, Document.CABINET_REPORT)
    name = freezing.next_of(taking.session, taking.edition, taking.step.freezes)
    frozen = freezing.freeze(taking.session, taking.edition, name, content, by=taking.actor)
    return taking.told(after={**arrange(taking, body), **named(frozen)})


def arrange(taking: Taking, body: Body) -> dict[str, Any]:
    """Name the day of a meeting; what the log says of it."""
    on = taking.given.meeting
    if on is None:
        raise Incomplete("Give the date of the meeting.")
    row = meeting_of(taking, body)
    if row is None:
        row = Meeting(
            edition_id=taking.edition.id, round=taking.edition.round, body=body, on=on, minute=""
        )
        taking.session.add(row)
    row.on = on
    return {"meeting": on.isoformat(), "papers_late": are_late(on, taking.today)}


def named(frozen: FrozenVersion) -> dict[str, Any]:
    """What the log says of a version."""
    return {"version": frozen.name, "digest": frozen.digest}


def record(taking: Taking, body: Body) -> str:
    """Keep the minute of a meeting, and give it back as an authority."""
    minute = taking.given.minute.strip()
    row = meeting_of(taking, body)
    if row is not None:
        row.minute = minute
    return f"{BODIES[body]}, minute {minute}"


BODIES = {
    Body.SCRUTINY: "Scrutiny Commission",
    Body.CABINET: "Cabinet",
    Body.COUNCIL: "County Council",
}


def meeting_of(taking: Taking, body: Body) -> Meeting | None:
    """A body's meeting in the present round."""
    return taking.session.scalar(
        select(Meeting).where(
            Meeting.edition_id == taking.edition.id,
            Meeting.round == taking.edition.round,
            Meeting.body == body,
        )
    )
