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
from domain.governance.record import MEETS, Amendment, GovernanceRecord
from domain.governance.step_wording import ACTIONS, BODIES
from domain.governance.terms import Action, ChangeKind, ChangeState
from layouts.governance import work as layout
from layouts.governance.work import Note, Task, Waiting
from layouts.shell import PageContent
from workflow import clock
from workflow.governance.steps import Needs, Step

MOST_MESSAGES = 30
OF_CHANGES = {
    Action.CONSULT: "Record the Leader's view of",
    Action.SIGN_AMENDMENT: "Sign or refuse",
    Action.SIGN_CORRECTION: "Sign or refuse",
}
AT_ANY_TIME = frozenset(
    {
        Action.RECALL,
        Action.REFER_BACK,
        Action.PROPOSE_AMENDMENT,
        Action.AMEND_BY_MOTION,
        Action.PROPOSE_CORRECTION,
        Action.WITHDRAW,
    }
)
"""What can be done while an edition stands where it does, and need not be."""
REFUSING = {
    Action.SIGN_AMENDMENT: Action.REFUSE_AMENDMENT,
    Action.SIGN_CORRECTION: Action.REFUSE_CORRECTION,
}
"""What the same person can still do where they may not sign."""


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
        [each for each in waiting if each.tasks or each.also or each.waits],
        notes,
        generate_csrf(),
        notices=request_context.notices(),
    )


def again(typed: MultiDict[str, str], refusal: CompendiumError) -> PageContent:
    """Marking messages as read was refused; there is nothing typed to keep."""
    del typed
    raise refusal


def _waiting(session: Session, year: int) -> Waiting:
    found = governance.record_of(session, year)
    stage = found.status.stage
    if not may_read(stage):
        return Waiting(found, [], [], who_has_it(session, found), may_read=False)
    return _for_readers(session, found)


def _for_readers(session: Session, found: GovernanceRecord) -> Waiting:
    tasks, also = _tasks(session, found), _also(session, found)
    return Waiting(found, tasks, also, waiting_for(session, found), may_read=True)


def _tasks(session: Session, found: GovernanceRecord) -> list[Task]:
    """What the person asking can do now: no step that would be refused whatever is typed."""
    return [
        task
        for step in steps_now(found.status.stage)
        for task in TASKS.get(step.action, _move if step.moves else _nothing)(session, found, step)
    ]


def _also(session: Session, found: GovernanceRecord) -> list[Task]:
    """What could be done and waits for nobody: it is named, and not counted."""
    return [
        task
        for step in steps_now(found.status.stage)
        if step.action in AT_ANY_TIME and not reason_unavailable(session, found, step)
        for task in _form(session, found, step)
    ]


def _move(session: Session, found: GovernanceRecord, step: Step) -> list[Task]:
    if step.action in AT_ANY_TIME or reason_unavailable(session, found, step):
        return []
    return _form(session, found, step)


def _form(session: Session, found: GovernanceRecord, step: Step) -> list[Task]:
    del session
    address = f"/editions/{found.status.year}/do/{step.action.value}"
    return [Task(f"{ACTIONS[step.action]}{_once_met(found, step)}", address)]


def _once_met(found: GovernanceRecord, step: Step) -> str:
    """What a minute waits for: the meeting that it is of, where that is still to come."""
    if Needs.MINUTE not in step.needs:
        return ""
    met = found.meeting(MEETS[found.status.stage])
    if met is None or met.on <= clock.today_in_england():
        return ""
    return f", once the {BODIES[met.body]} has met ({formatting.day(met.on)})"


def _nothing(session: Session, found: GovernanceRecord, step: Step) -> list[Task]:
    """A step that is taken where its text stands, when somebody wants to."""
    del session, found, step
    return []


def _to_write(session: Session, found: GovernanceRecord, step: Step) -> list[Task]:
    del session, step
    return [Task("Write text and figures", f"/editions/{found.status.year}/text")]


def _to_sign_off(session: Session, found: GovernanceRecord, step: Step) -> list[Task]:
    del step
    mine = current_actor().username
    count = sum(
        1
        for unit in revisions.units(session, found.status.year)
        if not unit.signed_by and mine not in unit.editors and not unit.is_empty
    )
    if not count:
        return []
    told = (
        f"Sign off {formatting.counted(count, 'section or dashboard', 'sections and dashboards')}"
    )
    return [Task(told, f"/editions/{found.status.year}/text")]


def _to_answer(session: Session, found: GovernanceRecord, step: Step) -> list[Task]:
    del step
    base = f"/editions/{found.status.year}/do/answer_comment"
    return [
        Task(f"Answer comment {each.number} on {each.title}", f"{base}?number={each.number}")
        for each in governance.remarks(session, found.status.year)
        if each.wants_answer and each.round == found.status.round
    ]


def _changes(session: Session, found: GovernanceRecord, step: Step) -> list[Task]:
    kind = ChangeKind.CORRECTION if step.action is Action.SIGN_CORRECTION else ChangeKind.DELEGATED
    open_ones = [
        each for each in found.changes if each.kind is kind and each.state is ChangeState.OPEN
    ]
    tasks = [(each, _doing_to(session, found, step, each)) for each in open_ones]
    base = f"/editions/{found.status.year}/changes"
    return [
        Task(f"{told} change {each.number}, {each.title}", f"{base}/{each.number}")
        for each, told in tasks
        if told
    ]


def _doing_to(session: Session, found: GovernanceRecord, step: Step, change: Amendment) -> str:
    """What waits to be done to a change; signing one's own wording does not, refusing it does."""
    if step.action is Action.CONSULT and change.consulted is not None:
        return ""
    if not reason_unavailable(session, found, step, number=change.number):
        return OF_CHANGES[step.action]
    for other in steps_now(found.status.stage):
        refuses = other.action is REFUSING.get(step.action)
        if refuses and not reason_unavailable(session, found, other, number=change.number):
            return "Refuse"
    return ""


TASKS: Mapping[Action, Callable[[Session, GovernanceRecord, Step], list[Task]]] = {
    Action.EDIT: _to_write,
    Action.SIGN_OFF_SECTION: _to_sign_off,
    Action.ANSWER_COMMENT: _to_answer,
    Action.COMMENT: _form,
    **dict.fromkeys(OF_CHANGES, _changes),
}
"""What waits for somebody who may take an action; a move to another stage always does."""
