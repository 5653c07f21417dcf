"""The current user's work: what they can do on each edition, what it waits for, messages."""

from collections.abc import Callable, Mapping

from flask_wtf.csrf import generate_csrf
from sqlalchemy.orm import Session
from werkzeug.datastructures import MultiDict

from callbacks import request_context
from callbacks.address import Address
from callbacks.editions.edition_request import may_read, reason_unavailable, steps_now
from callbacks.governance.edition_status import waiting_for, who_has_it
from callbacks.request_context import current_actor, reading
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
OPTIONAL_LISTINGS = (Listing.ALTERNATIVE, Listing.OPTIONAL)
"""Listings of steps that are possible at a stage but not required."""


def view(address: Address) -> PageContent:
    """Show what waits for the current user."""
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
    """Raise the refusal: the form has no typed text to keep."""
    del typed
    raise refusal


def _waiting(session: Session, year: int) -> Waiting:
    record = governance.record_of(session, year)
    stage = record.status.stage
    if not may_read(stage):
        return Waiting(record, [], [], who_has_it(session, record), may_read=False)
    return _for_readers(session, record)


def _for_readers(session: Session, record: GovernanceRecord) -> Waiting:
    tasks, optional_tasks = _tasks(session, record), _optional_tasks(session, record)
    return Waiting(record, tasks, optional_tasks, waiting_for(session, record), may_read=True)


def _tasks(session: Session, record: GovernanceRecord) -> list[Task]:
    """Return the tasks that wait for the current user, without steps that would be refused now."""
    return [
        task
        for step in steps_now(record.status.stage)
        if ACTIONS[step.action].listing is Listing.AWAITED
        for task in TASKS[step.about](session, record, step)
    ]


def _optional_tasks(session: Session, record: GovernanceRecord) -> list[Task]:
    """Return what the current user can do but need not; these tasks are listed but not counted."""
    return [
        task
        for step in steps_now(record.status.stage)
        if ACTIONS[step.action].listing in OPTIONAL_LISTINGS
        and not reason_unavailable(session, record, step)
        for task in _form_task(session, record, step)
    ]


def _step_tasks(session: Session, record: GovernanceRecord, step: Step) -> list[Task]:
    if reason_unavailable(session, record, step):
        return []
    return _form_task(session, record, step)


def _form_task(session: Session, record: GovernanceRecord, step: Step) -> list[Task]:
    del session
    address = f"/editions/{record.status.year}/do/{step.action.value}"
    return [Task(f"{WORDS[step.action].name}{_after_meeting(record, step)}", address)]


def _after_meeting(record: GovernanceRecord, step: Step) -> str:
    """Return a phrase on the meeting that a minute waits for, if it has not met yet."""
    if Needs.MINUTE not in step.needs:
        return ""
    meeting = record.meeting(MEETS[record.status.stage])
    if meeting is None or rules.can_be_minuted(meeting.on, clock.today_in_england()):
        return ""
    return f", once the {BODIES[meeting.body]} has met ({formatting.day(meeting.on)})"


def _writing_tasks(session: Session, record: GovernanceRecord, step: Step) -> list[Task]:
    del session, step
    return [Task("Write text and figures", f"/editions/{record.status.year}/text")]


def _sign_off_tasks(session: Session, record: GovernanceRecord, step: Step) -> list[Task]:
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


def _answer_tasks(session: Session, record: GovernanceRecord, step: Step) -> list[Task]:
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


def _change_tasks(session: Session, record: GovernanceRecord, step: Step) -> list[Task]:
    kind = ACTIONS[step.action].kind
    open_changes = rules.open_changes(record.changes, record.status.round, kind)
    base = f"/editions/{record.status.year}/changes"
    return [
        Task(f"{words} change {change.number}, {change.title}", f"{base}/{change.number}")
        for change in open_changes
        if (words := _task_on_change(session, record, step, change))
    ]


def _task_on_change(
    session: Session, record: GovernanceRecord, step: Step, change: Amendment
) -> str:
    """Return the verb of the current user's task on a change, or an empty string.

    Nobody signs their own wording, but they can refuse it.
    """
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
    Subject.EDITION: _step_tasks,
    Subject.PLACE: _writing_tasks,
    Subject.UNIT: _sign_off_tasks,
    Subject.COMMENT: _answer_tasks,
    Subject.DRAFT: _form_task,
    Subject.CHANGE: _change_tasks,
}
"""The function that lists the tasks of an action, by the action's subject."""
