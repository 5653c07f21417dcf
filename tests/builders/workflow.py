"""A small edition at any stage, reached by real steps, and the input that each step needs."""

import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.content import fields_at
from db.loading import load_folder
from db.models import Change, Comment, Edition, Motion, Person, RoleHeld
from db.queries import revisions
from domain.editions.kinds import EDITION
from domain.editions.places import section
from domain.editions.sections import RECOMMENDATIONS
from domain.editions.terms import Stage
from domain.governance.actions import ACTIONS, Subject
from domain.governance.terms import (
    Action,
    ChangeState,
    CommentKind,
    CommentOutcome,
    Consulted,
    Origin,
)
from domain.terms import RecordedEvent, Role
from tests.builders.editions import a_folder
from workflow.access import COMMAND_LINE, Actor
from workflow.editions import revision_history, rolling_forward
from workflow.governance import service, steps
from workflow.governance.readiness import unsigned_units
from workflow.governance.step_context import StepContext
from workflow.governance.step_input import DelegationInput, StepInput

YEAR = 2022
TODAY = date(2022, 10, 3)
MEETING = date(2022, 11, 9)
UNTIL = date(2022, 12, 7)
INTRODUCTION = section("introduction")
RECOMMENDED = section(RECOMMENDATIONS)
SMOKING = "indicator:smoking"
HEALTH = "dashboard:public-health"


def _player(number: int, username: str, *roles: Role) -> Actor:
    return Actor(number, username, username.replace("_", " ").title(), frozenset(roles))


SOMEBODY = {role: _player(number, role.value, role) for number, role in enumerate(Role, start=1)}
"""One actor for each role, with no other role."""
SECOND = _player(8, "second_officer", Role.BI_OFFICER)
OFFICER, SCRUTINEER, CLERK, LEADER, CHIEF = (
    SOMEBODY[role]
    for role in (
        Role.BI_OFFICER,
        Role.SCRUTINY,
        Role.DEMOCRATIC_SERVICES,
        Role.LEADER,
        Role.CHIEF_EXECUTIVE,
    )
)
EVERYBODY = (*SOMEBODY.values(), SECOND)

ONWARD = {
    Stage.DRAFTING: (Action.SEND_TO_SCRUTINY, OFFICER),
    Stage.SCRUTINY: (Action.REFER_TO_CABINET, CLERK),
    Stage.REVISION: (Action.SEND_TO_CABINET, OFFICER),
    Stage.CABINET: (Action.RESOLVE, CLERK),
    Stage.AMENDMENT: (Action.SEND_TO_COUNCIL, CLERK),
    Stage.COUNCIL: (Action.APPROVE, CLERK),
    Stage.APPROVED: (Action.PUBLISH, OFFICER),
    Stage.PUBLISHED: (Action.WITHDRAW, CLERK),
}
"""The step to the next stage, and who takes it."""

EVERYTHING: Mapping[str, Any] = {
    "text": "Somebody's words.",
    "reason": "There is a reason.",
    "kind": CommentKind.QUESTION,
    "outcome": CommentOutcome.DONE,
    "meeting": MEETING,
    "held": TODAY,
    "minute": "42",
    "resolutions": (("a", "Note the progress."), ("b", "Authorise the Chief Executive.")),
    "delegation": DelegationInput("b", UNTIL),
    "options_rejected": "none",
    "interests": "none",
    "dispensations": "none",
    "origin": Origin.LATE_DATA,
    "digest": "0" * 64,
    "view": Consulted.FOR,
    "evidence": "An e-mail of that day.",
    "mover": "Cllr Moss",
    "seconder": "Cllr Dale",
    "vote": "Carried, 30 to 12.",
    "notice": "A figure was corrected.",
}


def an_edition(session: Session, stage: Stage = Stage.DRAFTING) -> Edition:
    """Return the small edition, moved by real steps to a stage."""
    edition = session.scalar(select(Edition).where(Edition.year == YEAR)) or loaded(session)
    while edition.stage is not stage:
        action, actor = ONWARD[edition.stage]
        act(session, edition, action, actor)
    return edition


def act(
    session: Session, edition: Edition, action: Action, actor: Actor, **changes: Any
) -> StepInput:
    """Take a step with everything it needs and these changes; return its input."""
    step_input = replace(everything_needed(session, edition, action), **changes)
    service.take_step(session, edition, action, actor, step_input, today=TODAY)
    return step_input


def everything_needed(session: Session, edition: Edition, action: Action) -> StepInput:
    """Return the input of a step, after the steps that must come before it at this stage."""
    if any(step.action is action for step in steps.steps_from(edition.stage)):
        BEFORE.get(action, _no_steps)(session, edition)
    return StepInput(edition.version, **{**EVERYTHING, **_about(session, edition, action)})


def saving(session: Session, edition: Edition, place: str, **fields: str) -> dict[str, Any]:
    """Return the input that saves fields of a place at its present revision."""
    read = revision_history.number_of(session, edition, place)
    return {"place": place, "read": read, "fields": fields}


def unsigned(session: Session, edition: Edition) -> list[str]:
    """Return the units that are not signed off."""
    step = steps.steps_for(Action.SIGN_OFF_SECTION, edition.stage)[0]
    context = StepContext(session, edition, step, SECOND, StepInput(edition.version), TODAY)
    return [unit.place for unit in unsigned_units(context)]


def newest_in(session: Session, edition: Edition, unit: str) -> int:
    """Return the id of the newest revision in a unit."""
    return revisions.unit(session, edition.year, unit).newest


def sign_off_all(session: Session, edition: Edition) -> None:
    """Sign off all remaining units as the second officer."""
    for place in unsigned(session, edition):
        read = newest_in(session, edition, place)
        act(session, edition, Action.SIGN_OFF_SECTION, SECOND, place=place, read=read)


def open_change(session: Session, edition: Edition) -> Change | None:
    """Return the newest open change."""
    return session.scalar(
        select(Change)
        .where(Change.edition_id == edition.id, Change.state == ChangeState.OPEN)
        .order_by(Change.number.desc())
        .limit(1)
    )


def motion_of(session: Session, edition: Edition) -> Motion | None:
    """Return the motion of the present round."""
    return session.scalar(
        select(Motion).where(Motion.edition_id == edition.id, Motion.round == edition.round)
    )


def _about(session: Session, edition: Edition, action: Action) -> dict[str, Any]:
    if action in (Action.APPROVE, Action.PUBLISH):
        motion = motion_of(session, edition)
        return {"digest": motion.digest} if motion else {}
    if action is Action.SIGN_OFF_SECTION:
        return {"place": HEALTH, "read": newest_in(session, edition, HEALTH)}
    if action is Action.COMMENT:
        return {"place": EDITION}
    if action in (Action.ADD_TO_COMMENT, Action.ANSWER_COMMENT):
        return {"number": max(_numbers(session, edition), default=1)}
    revision = revision_history.number_of(session, edition, INTRODUCTION)
    written = saving(
        session, edition, INTRODUCTION, body=f"A{' still' * (revision - 1)} better text."
    )
    return {**written, **_change(session, edition, action)}


def _change(session: Session, edition: Edition, action: Action) -> dict[str, Any]:
    change = open_change(session, edition) if ACTIONS[action].about is Subject.CHANGE else None
    if change is None:
        return {}
    subject = {"number": change.number, "digest": change.digest}
    return {**subject, "fields": {"body": "Quite another text."}}


def _no_steps(session: Session, edition: Edition) -> None:
    """Take no step."""


def _comment(session: Session, edition: Edition) -> None:
    if not _numbers(session, edition):
        act(session, edition, Action.COMMENT, SCRUTINEER)


def _answer_and_sign(session: Session, edition: Edition) -> None:
    for number in _numbers(session, edition, Comment.answered_at.is_(None)):
        act(session, edition, Action.ANSWER_COMMENT, OFFICER, number=number)
    if not fields_at(session, edition, RECOMMENDED)["body"]:
        written = saving(session, edition, RECOMMENDED, body="Note it.\n\nAuthorise.")
        act(session, edition, Action.EDIT, OFFICER, **written)
    sign_off_all(session, edition)


def _propose(session: Session, edition: Edition) -> None:
    if open_change(session, edition) is None:
        act(session, edition, Action.PROPOSE_AMENDMENT, OFFICER)


def _consult(session: Session, edition: Edition) -> None:
    _propose(session, edition)
    change = open_change(session, edition)
    if change and change.digest not in {view.digest for view in change.consultations}:
        act(session, edition, Action.CONSULT, LEADER)


def _correct(session: Session, edition: Edition) -> None:
    if open_change(session, edition) is None:
        act(session, edition, Action.PROPOSE_CORRECTION, OFFICER)


def _numbers(session: Session, edition: Edition, *also: Any) -> list[int]:
    """Return the numbers of the submitted comments of the present round."""
    rows = session.scalars(
        select(Comment.number).where(
            Comment.edition_id == edition.id,
            Comment.round == edition.round,
            Comment.submitted_at.is_not(None),
            *also,
        )
    )
    return [number for number in rows if number]


BEFORE: Mapping[Action, Callable[[Session, Edition], None]] = {
    Action.SEND_TO_SCRUTINY: sign_off_all,
    Action.ADD_TO_COMMENT: _comment,
    Action.REFER_TO_CABINET: _comment,
    Action.SEND_TO_CABINET: _answer_and_sign,
    Action.REWORD_AMENDMENT: _propose,
    Action.CONSULT: _propose,
    Action.SIGN_AMENDMENT: _consult,
    Action.REFUSE_AMENDMENT: _consult,
    Action.SIGN_CORRECTION: _correct,
    Action.REFUSE_CORRECTION: _correct,
}


@contextmanager
def small_tables() -> Iterator[Path]:
    """Yield a folder with the tables of the small edition."""
    with tempfile.TemporaryDirectory() as folder:
        yield a_folder(Path(folder)).path


def loaded(session: Session) -> Edition:
    """Load the small edition and add a person for each role; return the edition."""
    with small_tables() as tables:
        load_folder(session, tables)
    edition = session.scalars(select(Edition).where(Edition.year == YEAR)).one()
    rolling_forward.keep_all(session, edition, by=COMMAND_LINE, cause=RecordedEvent.LOAD_EDITION)
    session.add_all(
        Person(
            id=actor.person_id,
            username=actor.username,
            name=actor.name,
            password_hash="",
            roles_held=[RoleHeld(role=role) for role in actor.roles],
        )
        for actor in EVERYBODY
    )
    session.flush()
    return edition
