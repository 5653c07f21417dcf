"""The small edition with its whole way written down: twice round, every action, until it is gone."""

from collections.abc import Iterator
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

Taken = tuple[Action, Actor, dict[str, Any]]


def begun(session: Session) -> Edition:
    """The small edition, loaded as the log says."""
    edition = loaded(session)
    told = EntryDetails("edition:2022", "The 2022 edition", after={"files": edition.digest})
    audit_log.record(session, COMMAND_LINE, RecordedEvent.LOAD_EDITION.value, told)
    return edition


def the_whole_way(session: Session) -> Edition:
    """The edition published and corrected, after every kind of step but its withdrawal."""
    edition = begun(session)
    for stage in (Stage.REVISION, Stage.CABINET, Stage.AMENDMENT, Stage.PUBLISHED):
        for action, actor, given in WAY[stage](session, edition):
            act(session, edition, action, actor, **given)
        an_edition(session, stage)
    for action, actor, given in _corrected(session, edition):
        act(session, edition, action, actor, **given)
    return edition


def _scrutinised(session: Session, edition: Edition) -> Iterator[Taken]:
    yield Action.EDIT, OFFICER, saving(session, edition, INTRODUCTION, body="Another text.")
    yield Action.EDIT, OFFICER, saving(session, edition, SMOKING, value="11%", direction="rule")
    yield Action.SEND_TO_SCRUTINY, OFFICER, {}
    yield Action.RECALL, OFFICER, {}
    yield Action.SEND_TO_SCRUTINY, OFFICER, {}
    yield Action.COMMENT, SCRUTINEER, {}
    yield Action.COMMENT, SCRUTINEER, {"place": SMOKING, "kind": CommentKind.VIEW}
    yield Action.ADD_TO_COMMENT, SCRUTINEER, {"number": 1, "text": "One more word."}
    yield Action.ADD_TO_COMMENT, SCRUTINEER, {"number": 1, "text": "And another."}


def _answered(session: Session, edition: Edition) -> Iterator[Taken]:
    yield Action.ANSWER_COMMENT, OFFICER, {"number": 1, "text": "An answer."}
    comment = session.scalars(select(Comment).where(Comment.number == 1)).one()
    read = digest_of_answer(comment.answer)
    yield Action.ANSWER_COMMENT, OFFICER, {"number": 1, "text": "A better one.", "digest": read}


def _referred_back(session: Session, edition: Edition) -> Iterator[Taken]:
    yield Action.REFER_BACK, CLERK, {}


def _amended(session: Session, edition: Edition) -> Iterator[Taken]:
    yield Action.PROPOSE_AMENDMENT, OFFICER, {}
    yield Action.CONSULT, CLERK, {}
    yield Action.REWORD_AMENDMENT, OFFICER, {}
    yield Action.SIGN_AMENDMENT, CHIEF, {}
    yield Action.REFUSE_AMENDMENT, CHIEF, {}
    yield Action.SEND_TO_COUNCIL, CLERK, {}
    yield Action.AMEND_BY_MOTION, CLERK, {}


def _corrected(session: Session, edition: Edition) -> Iterator[Taken]:
    yield Action.SIGN_CORRECTION, CHIEF, {}
    yield Action.REFUSE_CORRECTION, CHIEF, {}


WAY = {
    Stage.REVISION: _scrutinised,
    Stage.CABINET: _answered,
    Stage.AMENDMENT: _referred_back,
    Stage.PUBLISHED: _amended,
}
"""What is done before the edition is taken on to each stage."""
