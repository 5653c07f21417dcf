"""The small edition with its whole way written down: twice round, every action, until it is gone."""

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

Taken = tuple[Action, Actor, dict[str, Any]]


def begun(session: Session) -> Edition:
    """Return the small edition, loaded as the log says."""
    edition = loaded(session)
    told = EntryDetails("edition:2022", "The 2022 edition", after={"files": edition.digest})
    audit_log.record(session, COMMAND_LINE, RecordedEvent.LOAD_EDITION.value, told)
    return edition


def the_whole_way(session: Session) -> Edition:
    """Return the edition published and corrected, after every kind of step but its withdrawal."""
    edition = begun(session)
    for stage in (Stage.REVISION, Stage.CABINET, Stage.AMENDMENT, Stage.PUBLISHED):
        _take(session, edition, WAY[stage])
        an_edition(session, stage)
    _take(session, edition, _corrected)
    return edition


def standing_at(session: Session, stage: Stage) -> Edition:
    """Return the edition at a stage of its second round, with something open there where that can be."""
    edition = begun(session)
    for reached in (Stage.REVISION, Stage.CABINET):
        _take(session, edition, WAY[reached])
        an_edition(session, reached)
    _take(session, edition, _referred_back)
    is_amended = ORDER.index(stage) > ORDER.index(Stage.AMENDMENT)
    an_edition(session, Stage.AMENDMENT if is_amended else stage)
    if is_amended:
        _take(session, edition, _amended)
        an_edition(session, Stage.PUBLISHED if stage is Stage.WITHDRAWN else stage)
    _take(session, edition, OPEN.get(stage, _nothing))
    return edition


def _take(
    session: Session, edition: Edition, steps: Callable[[Session, Edition], Iterator[Taken]]
) -> None:
    for action, actor, given in steps(session, edition):
        act(session, edition, action, actor, **given)


def _nothing(session: Session, edition: Edition) -> Iterator[Taken]:
    yield from ()


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


def _commented(session: Session, edition: Edition) -> Iterator[Taken]:
    yield Action.COMMENT, SCRUTINEER, {"place": SMOKING}


def _edited(session: Session, edition: Edition) -> Iterator[Taken]:
    yield Action.EDIT, OFFICER, saving(session, edition, INTRODUCTION, body="In progress.")


def _amendment_proposed(session: Session, edition: Edition) -> Iterator[Taken]:
    yield Action.PROPOSE_AMENDMENT, OFFICER, {}
    yield Action.CONSULT, LEADER, {}


def _correction_proposed(session: Session, edition: Edition) -> Iterator[Taken]:
    yield from _corrected(session, edition)
    yield Action.PROPOSE_CORRECTION, OFFICER, {}


def _withdrawn(session: Session, edition: Edition) -> Iterator[Taken]:
    yield from _corrected(session, edition)
    yield Action.WITHDRAW, CLERK, {}


ORDER = tuple(Stage)
OPEN = {
    Stage.DRAFTING: _edited,
    Stage.SCRUTINY: _commented,
    Stage.REVISION: _edited,
    Stage.AMENDMENT: _amendment_proposed,
    Stage.PUBLISHED: _correction_proposed,
    Stage.WITHDRAWN: _withdrawn,
}
"""What is done at a stage and left open there."""
