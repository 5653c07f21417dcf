"""Somebody's own work: what they can do on each edition, what it waits for, their messages."""

from collections.abc import Callable, Mapping

from flask_wtf.csrf import generate_csrf
from sqlalchemy.orm import Session
from werkzeug.datastructures import MultiDict

from callbacks import asking
from callbacks.asking import current_actor, reading
from callbacks.processing import may_read, steps_now
from callbacks.waiting import held_up, waits_for, who_has_it
from callbacks.wiring import Address
from db.queries import messages, process, revisions
from domain import wording
from domain.errors import CompendiumError
from domain.process import Changed, Process
from domain.terms import Action, ChangeKind, ChangeState, CommentKind, Stage
from domain.wording_of_workflow import ACTIONS
from layouts import work as layout
from layouts.shell import Sheet
from layouts.work import Note, Task, Waiting

MOST = 30
OF_CHANGES = {
    Action.CONSULT: "Record the Leader's view of",
    Action.SIGN_AMENDMENT: "Sign or refuse",
    Action.SIGN_CORRECTION: "Sign or refuse",
}


def view(address: Address) -> Sheet:
    """Show what waits for the person asking."""
    del address
    actor = current_actor()
    with reading() as session:
        waiting = [
            _waiting(session, standing.year)
            for standing in process.everything(session)
            if standing.stage is not Stage.WITHDRAWN
        ]
        notes = [
            Note(row.text, row.link, row.at, row.seen_at is None)
            for row in messages.of_person(session, actor.person_id or 0, most=MOST)
        ]
    return layout.page(
        actor.name,
        [each for each in waiting if each.tasks or each.waits],
        notes,
        generate_csrf(),
        notices=asking.notices(),
    )


def again(typed: MultiDict[str, str], refusal: CompendiumError) -> Sheet:
    """Marking messages as read was refused; there is nothing typed to keep."""
    del typed
    raise refusal


def _waiting(session: Session, year: int) -> Waiting:
    found = process.process(session, year)
    stage = found.standing.stage
    if stage is Stage.PUBLISHED:
        return Waiting(found, _tasks(session, found), [], may_read=True)
    if not may_read(stage):
        return Waiting(found, [], who_has_it(session, found), may_read=False)
    return Waiting(found, _tasks(session, found), waits_for(session, found), may_read=True)


def _tasks(session: Session, found: Process) -> list[Task]:
    tasks = [
        task
        for step in steps_now(found.standing.stage)
        for task in TASKS.get(step.action, _move if step.moves else _nothing)(
            session, found, step.action
        )
    ]
    held = held_up(session, found)
    return [task for task in _without_upkeep(tasks, found) if not held or held not in task.link]


def _move(session: Session, found: Process, action: Action) -> list[Task]:
    del session
    address = f"/editions/{found.standing.year}/do/{action.value}"
    return [Task(ACTIONS[action], address)]


def _nothing(session: Session, found: Process, action: Action) -> list[Task]:
    """A step that is taken where its text stands, when somebody wants to."""
    del session, found, action
    return []


def _to_write(session: Session, found: Process, action: Action) -> list[Task]:
    del session, action
    return [Task("Write text and figures", f"/editions/{found.standing.year}/text")]


def _without_upkeep(tasks: list[Task], found: Process) -> list[Task]:
    """Withdrawing a published edition is possible and waits for nobody."""
    if found.standing.stage is not Stage.PUBLISHED:
        return tasks
    return [task for task in tasks if not task.link.endswith(Action.WITHDRAW.value)]


def _to_sign_off(session: Session, found: Process, action: Action) -> list[Task]:
    del action
    mine = current_actor().username
    count = sum(
        1
        for unit in revisions.units(session, found.standing.year)
        if not unit.signed_by and mine not in unit.editors and not unit.is_empty
    )
    if not count:
        return []
    told = f"Sign off {wording.counted(count, 'section or dashboard', 'sections and dashboards')}"
    return [Task(told, f"/editions/{found.standing.year}/text")]


def _to_answer(session: Session, found: Process, action: Action) -> list[Task]:
    del action
    base = f"/editions/{found.standing.year}/do/answer_comment"
    return [
        Task(f"Answer comment {each.number} on {each.title}", f"{base}?number={each.number}")
        for each in process.remarks(session, found.standing.year)
        if each.submitted_at
        and each.round == found.standing.round
        and each.kind is not CommentKind.VIEW
        and each.answered_at is None
    ]


def _changes(session: Session, found: Process, action: Action) -> list[Task]:
    del session
    kind = ChangeKind.CORRECTION if action is Action.SIGN_CORRECTION else ChangeKind.DELEGATED
    return [
        Task(
            f"{OF_CHANGES[action]} change {each.number}, {each.title}",
            f"/editions/{found.standing.year}/changes/{each.number}",
        )
        for each in found.changes
        if each.kind is kind and each.state is ChangeState.OPEN and _is_ready(each, action)
    ]


def _is_ready(change: Changed, action: Action) -> bool:
    if action is Action.CONSULT:
        return change.consulted is None
    return action is Action.SIGN_CORRECTION or change.consulted is not None


TASKS: Mapping[Action, Callable[[Session, Process, Action], list[Task]]] = {
    Action.EDIT: _to_write,
    Action.SIGN_OFF_SECTION: _to_sign_off,
    Action.ANSWER_COMMENT: _to_answer,
    Action.COMMENT: _move,
    **dict.fromkeys(OF_CHANGES, _changes),
}
"""What waits for somebody who may take an action; a move to another stage always does."""
