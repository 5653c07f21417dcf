"""Scripted histories of the small edition: every action, over two rounds, until withdrawal."""

from collections.abc import Callable, Iterator
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import Comment, Edition
from domain.editions.content import digest_of_answer
from domain.editions.terms import Stage
from domain.governance.terms import Action, CommentKind
from domain.terms import RecordedEvent
from tests.builders.workflow import (
    CHIEF,
    CLERK,
    INTRODUCTION,
    LEADER,
    OFFICER,
    SCRUTINEER,
    SMOKING,
    act,
    an_edition,
    loaded,
    saving,
)
from workflow import audit_log
from workflow.access import COMMAND_LINE, Actor
from workflow.audit_log import EntryDetails

ScriptedStep = tuple[Action, Actor, dict[str, Any]]


def a_logged_edition(session: Session) -> Edition:
    """Return the small edition, with its loading recorded in the audit log."""
    edition = loaded(session)
    details = EntryDetails("edition:2022", "The 2022 edition", after={"files": edition.digest})
    audit_log.record(session, COMMAND_LINE, RecordedEvent.LOAD_EDITION.value, details)
    return edition


def the_whole_way(session: Session) -> Edition:
    """Return the edition published and corrected, after every kind of step except withdrawal."""
    edition = a_logged_edition(session)
    for stage in (Stage.REVISION, Stage.CABINET, Stage.AMENDMENT, Stage.PUBLISHED):
        _take(session, edition, STEPS_BEFORE[stage])
        an_edition(session, stage)
    _take(session, edition, _corrections)
    return edition


def second_round_at(session: Session, stage: Stage) -> Edition:
    """Return the edition at a stage of its second round, with an open item where the stage has any."""
    edition = a_logged_edition(session)
    for next_stage in (Stage.REVISION, Stage.CABINET):
        _take(session, edition, STEPS_BEFORE[next_stage])
        an_edition(session, next_stage)
    _take(session, edition, _before_amendment)
    is_after_amendment = ORDER.index(stage) > ORDER.index(Stage.AMENDMENT)
    an_edition(session, Stage.AMENDMENT if is_after_amendment else stage)
    if is_after_amendment:
        _take(session, edition, _before_publication)
        an_edition(session, Stage.PUBLISHED if stage is Stage.WITHDRAWN else stage)
    _take(session, edition, LEFT_OPEN.get(stage, _no_steps))
    return edition


def _take(
    session: Session, edition: Edition, steps: Callable[[Session, Edition], Iterator[ScriptedStep]]
) -> None:
    for action, actor, step_input in steps(session, edition):
        act(session, edition, action, actor, **step_input)


def _no_steps(session: Session, edition: Edition) -> Iterator[ScriptedStep]:
    yield from ()


def _before_revision(session: Session, edition: Edition) -> Iterator[ScriptedStep]:
    yield Action.EDIT, OFFICER, saving(session, edition, INTRODUCTION, body="Another text.")
    yield Action.EDIT, OFFICER, saving(session, edition, SMOKING, value="11%", direction="rule")
    yield Action.SEND_TO_SCRUTINY, OFFICER, {}
    yield Action.RECALL, OFFICER, {}
    yield Action.SEND_TO_SCRUTINY, OFFICER, {}
    yield Action.COMMENT, SCRUTINEER, {}
    yield Action.COMMENT, SCRUTINEER, {"place": SMOKING, "kind": CommentKind.VIEW}
    yield Action.ADD_TO_COMMENT, SCRUTINEER, {"number": 1, "text": "One more word."}
    yield Action.ADD_TO_COMMENT, SCRUTINEER, {"number": 1, "text": "And another."}


def _before_cabinet(session: Session, edition: Edition) -> Iterator[ScriptedStep]:
    yield Action.ANSWER_COMMENT, OFFICER, {"number": 1, "text": "An answer."}
    comment = session.scalars(select(Comment).where(Comment.number == 1)).one()
    read = digest_of_answer(comment.answer)
    yield Action.ANSWER_COMMENT, OFFICER, {"number": 1, "text": "A better one.", "digest": read}


def _before_amendment(session: Session, edition: Edition) -> Iterator[ScriptedStep]:
    yield Action.REFER_BACK, CLERK, {}


def _before_publication(session: Session, edition: Edition) -> Iterator[ScriptedStep]:
    yield Action.PROPOSE_AMENDMENT, OFFICER, {}
    yield Action.CONSULT, CLERK, {}
    yield Action.REWORD_AMENDMENT, OFFICER, {}
    yield Action.SIGN_AMENDMENT, CHIEF, {}
    yield Action.REFUSE_AMENDMENT, CHIEF, {}
    yield Action.SEND_TO_COUNCIL, CLERK, {}
    yield Action.AMEND_BY_MOTION, CLERK, {}


def _corrections(session: Session, edition: Edition) -> Iterator[ScriptedStep]:
    yield Action.SIGN_CORRECTION, CHIEF, {}
    yield Action.REFUSE_CORRECTION, CHIEF, {}


STEPS_BEFORE = {
    Stage.REVISION: _before_revision,
    Stage.CABINET: _before_cabinet,
    Stage.AMENDMENT: _before_amendment,
    Stage.PUBLISHED: _before_publication,
}
"""The steps before the edition moves to each stage."""


def _open_comment(session: Session, edition: Edition) -> Iterator[ScriptedStep]:
    yield Action.COMMENT, SCRUTINEER, {"place": SMOKING}


def _open_edit(session: Session, edition: Edition) -> Iterator[ScriptedStep]:
    yield Action.EDIT, OFFICER, saving(session, edition, INTRODUCTION, body="In progress.")


def _open_amendment(session: Session, edition: Edition) -> Iterator[ScriptedStep]:
    yield Action.PROPOSE_AMENDMENT, OFFICER, {}
    yield Action.CONSULT, LEADER, {}


def _open_correction(session: Session, edition: Edition) -> Iterator[ScriptedStep]:
    yield from _corrections(session, edition)
    yield Action.PROPOSE_CORRECTION, OFFICER, {}


def _withdrawal(session: Session, edition: Edition) -> Iterator[ScriptedStep]:
    yield from _corrections(session, edition)
    yield Action.WITHDRAW, CLERK, {}


ORDER = tuple(Stage)
LEFT_OPEN = {
    Stage.DRAFTING: _open_edit,
    Stage.SCRUTINY: _open_comment,
    Stage.REVISION: _open_edit,
    Stage.AMENDMENT: _open_amendment,
    Stage.PUBLISHED: _open_correction,
    Stage.WITHDRAWN: _withdrawal,
}
"""The steps at a stage that leave something open there."""
