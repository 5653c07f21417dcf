"""Somebody's own work: what they can do on each edition, what it waits for, their messages."""

from collections.abc import Callable, Mapping

from flask_wtf.csrf import generate_csrf
from sqlalchemy.orm import Session
from werkzeug.datastructures import MultiDict

from callbacks import request_context
from callbacks.editions.edition_request import may_read, reason_unavailable, steps_now
from callbacks.governance.edition_status import waiting_for, who_has_it
from callbacks.request_context import current_actor, reading
from callbacks.wiring import Address
from db.queries import governance, messages, revisions
from domain import formatting
from domain.editions.terms import Stage
from domain.errors import CompendiumError
from domain.governance import rules
from domain.governance.action_wording import WORDS
from domain.governance.actions import ACTIONS, Listing, Subject
from domain.governance.bodies import MEETS
from domain.governance.record import Amendment, GovernanceRecord
from domain.governance.step_wording import BODIES
from domain.governance.terms import Action
from layouts.governance import work as layout
from layouts.governance.work import Note, Task, Waiting
from layouts.shell import PageContent
from workflow import clock
from workflow.governance.steps import Needs, Step

MOST_MESSAGES = 30
NAMED_BESIDE = (Listing.ALTERNATIVE, Listing.OPTIONAL)
"""What can be done while an edition stands where it does, and need not be."""


def view(address: Address) -> PageContent:
    """Show what waits for the person asking."""
    del address
    actor = current_actor()
    with reading() as session:
        waiting = [
            _waiting(session, status.year)
            for status in governance.everything(session)
            if status.stage is not Stage.WITHDRAWN
        ]
        notes = [
            Note(row.text, row.link, row.at, row.seen_at is None)
            for row in messages.of_person(session, actor.person_id or 0, most=MOST_MESSAGES)
        ]
    return layout.page(
        actor.name,
        [edition for edition in waiting if edition.tasks or edition.also or edition.waits],
        notes,
        generate_csrf(),
        notices=request_context.notices(),
    )


def again(typed: MultiDict[str, str], refusal: CompendiumError) -> PageContent:
    """Raise the refusal: messages were not marked as read, and nothing was typed."""
    del typed
    raise refusal


def _waiting(session: Session, year: int) -> Waiting:
    record = governance.record_of(session, year)
    stage = record.status.stage
    if not may_read(stage):
        return Waiting(record, [], [], who_has_it(session, record), may_read=False)
    return _for_readers(session, record)


def _for_readers(session: Session, record: GovernanceRecord) -> Waiting:
    tasks, also = _tasks(session, record), _also(session, record)
    return Waiting(record, tasks, also, waiting_for(session, record), may_read=True)


def _tasks(session: Session, record: GovernanceRecord) -> list[Task]:
    """Return the tasks of the person asking; no step that would be refused now."""
    return [
        task
        for step in steps_now(record.status.stage)
        if ACTIONS[step.action].listing is Listing.AWAITED
        for task in TASKS[step.about](session, record, step)
    ]


def _also(session: Session, record: GovernanceRecord) -> list[Task]:
    """Return what the person asking can do and nobody waits for: listed, and not counted."""
    return [
        task
        for step in steps_now(record.status.stage)
        if ACTIONS[step.action].listing in NAMED_BESIDE
        and not reason_unavailable(session, record, step)
        for task in _form(session, record, step)
    ]


def _move(session: Session, record: GovernanceRecord, step: Step) -> list[Task]:
    if reason_unavailable(session, record, step):
        return []
    return _form(session, record, step)


def _form(session: Session, record: GovernanceRecord, step: Step) -> list[Task]:
    del session
    address = f"/editions/{record.status.year}/do/{step.action.value}"
    return [Task(f"{WORDS[step.action].name}{_once_met(record, step)}", address)]


def _once_met(record: GovernanceRecord, step: Step) -> str:
    """Return which meeting a minute waits for, where the meeting is to come."""
    if Needs.MINUTE not in step.needs:
        return ""
    meeting = record.meeting(MEETS[record.status.stage])
    if meeting is None or rules.can_be_minuted(meeting.on, clock.today_in_england()):
        return ""
    return f", once the {BODIES[meeting.body]} has met ({formatting.day(meeting.on)})"


def _to_write(session: Session, record: GovernanceRecord, step: Step) -> list[Task]:
    del session, step
    return [Task("Write text and figures", f"/editions/{record.status.year}/text")]


def _to_sign_off(session: Session, record: GovernanceRecord, step: Step) -> list[Task]:
    del step
    username = current_actor().username
    units = revisions.units(session, record.status.year)
    count = sum(rules.waits_for_sign_off(unit, username) for unit in units)
    if not count:
        return []
    words = (
        f"Sign off {formatting.counted(count, 'section or dashboard', 'sections and dashboards')}"
    )
    return [Task(words, f"/editions/{record.status.year}/text")]


def _to_answer(session: Session, record: GovernanceRecord, step: Step) -> list[Task]:
    del step
    base = f"/editions/{record.status.year}/do/answer_comment"
    return [
        Task(
            f"Answer comment {comment.number} on {comment.title}",
            f"{base}?number={comment.number}",
        )
        for comment in rules.awaiting_reply(
            governance.remarks(session, record.status.year), record.status.round
        )
    ]


def _changes(session: Session, record: GovernanceRecord, step: Step) -> list[Task]:
    kind = ACTIONS[step.action].kind
    undecided = rules.open_changes(record.changes, record.status.round, kind)
    base = f"/editions/{record.status.year}/changes"
    return [
        Task(f"{words} change {change.number}, {change.title}", f"{base}/{change.number}")
        for change in undecided
        if (words := _doing_to(session, record, step, change))
    ]


def _doing_to(session: Session, record: GovernanceRecord, step: Step, change: Amendment) -> str:
    """Return what the person asking is to do to a change: nobody signs their own wording."""
    if step.action is Action.CONSULT and rules.current_view(change) is not None:
        return ""
    if not reason_unavailable(session, record, step, number=change.number):
        return WORDS[step.action].task
    for other in steps_now(record.status.stage):
        refuses = other.action is ACTIONS[step.action].otherwise
        if refuses and not reason_unavailable(session, record, other, number=change.number):
            return "Refuse"
    return ""


TASKS: Mapping[Subject, Callable[[Session, GovernanceRecord, Step], list[Task]]] = {
    Subject.EDITION: _move,
    Subject.PLACE: _to_write,
    Subject.UNIT: _to_sign_off,
    Subject.COMMENT: _to_answer,
    Subject.DRAFT: _form,
    Subject.CHANGE: _changes,
}
"""What waits for somebody who may take an action, by what the action is about."""
