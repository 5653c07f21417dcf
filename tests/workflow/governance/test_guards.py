"""Every guard stands for something: without it, and it alone, what it refuses would be done."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from db.content import fields_at
from db.models import AuditEntry, Delegation, Edition
from db.queries import governance
from domain.editions.terms import Stage
from domain.errors import NotPermitted
from domain.governance.terms import Action
from domain.terms import Role
from tests.builders.workflow import (
    CHIEF,
    CLERK,
    INTRODUCTION,
    LEADER,
    MEETING,
    OFFICER,
    RECOMMENDED,
    SCRUTINEER,
    SECOND,
    SOMEBODY,
    TODAY,
    YEAR,
    act,
    an_edition,
    everything_needed,
    motion_of,
    newest_in,
    open_change,
    saving,
    sign_off_all,
)
from tests.workflow.wrongs import Wrong, needed, prepared, take
from workflow.errors import Conflict, Incomplete, NotConsulted, OwnWork, Refused, Stale
from workflow.governance import guards, policy, service, steps
from workflow.governance.step_input import StepInput
from workflow.governance.steps import STEPS, Needs


class NeverOld(int):
    """A version that passes for the present one, whichever that is."""

    def __ne__(self, other: object) -> bool:
        return False

    __hash__ = int.__hash__


def a_text_read_too_early(session: Session, edition: Edition) -> StepInput:
    old = everything_needed(session, edition, Action.EDIT)
    act(session, edition, Action.EDIT, SECOND)
    return replace(old, fields={"body": "Not having read theirs."})


def a_wording_consulted_on_after_it_was_read(session: Session, edition: Edition) -> StepInput:
    old = everything_needed(session, edition, Action.SIGN_AMENDMENT)
    act(session, edition, Action.REWORD_AMENDMENT, OFFICER)
    act(session, edition, Action.CONSULT, LEADER)
    return old


def an_amendment_without_a_delegation(session: Session, edition: Edition) -> StepInput:
    act(session, edition, Action.RESOLVE, CLERK, delegation=None)
    return everything_needed(session, edition, Action.PROPOSE_AMENDMENT)


def a_second_amendment_of_one_text(session: Session, edition: Edition) -> StepInput:
    act(session, edition, Action.PROPOSE_AMENDMENT, OFFICER)
    return everything_needed(session, edition, Action.PROPOSE_AMENDMENT)


def a_section_of_one_s_own(session: Session, edition: Edition) -> StepInput:
    act(session, edition, Action.EDIT, OFFICER)
    read = newest_in(session, edition, INTRODUCTION)
    step_input = everything_needed(session, edition, Action.SIGN_OFF_SECTION)
    return replace(step_input, place=INTRODUCTION, read=read)


def a_section_not_signed_off(session: Session, edition: Edition) -> StepInput:
    step_input = everything_needed(session, edition, Action.SEND_TO_SCRUTINY)
    act(session, edition, Action.EDIT, OFFICER)
    return step_input


def a_text_not_finished(session: Session, edition: Edition) -> StepInput:
    unfinished = saving(session, edition, INTRODUCTION, body="TBC")
    act(session, edition, Action.EDIT, OFFICER, **unfinished)
    return everything_needed(session, edition, Action.SEND_TO_SCRUTINY)


def a_draft_commented_on(session: Session, edition: Edition) -> StepInput:
    act(session, edition, Action.COMMENT, SCRUTINEER)
    return everything_needed(session, edition, Action.RECALL)


def a_question_without_an_answer(session: Session, edition: Edition) -> StepInput:
    recommending = saving(session, edition, RECOMMENDED, body="Note it.")
    act(session, edition, Action.EDIT, OFFICER, **recommending)
    sign_off_all(session, edition)
    return StepInput(edition.version, meeting=MEETING)


def an_amendment_nobody_was_consulted_on(session: Session, edition: Edition) -> StepInput:
    act(session, edition, Action.PROPOSE_AMENDMENT, OFFICER)
    change = open_change(session, edition)
    step_input = everything_needed(session, edition, Action.PROPOSE_AMENDMENT)
    return replace(step_input, number=change.number, digest=change.digest)


def an_amendment_left_open(session: Session, edition: Edition) -> StepInput:
    act(session, edition, Action.PROPOSE_AMENDMENT, OFFICER)
    return everything_needed(session, edition, Action.SEND_TO_COUNCIL)


def a_version_before_the_motion_was_amended(session: Session, edition: Edition) -> StepInput:
    digest = motion_of(session, edition).digest
    act(session, edition, Action.AMEND_BY_MOTION, CLERK)
    return replace(everything_needed(session, edition, Action.APPROVE), digest=digest)


S, A = Stage, Action
OVER = TODAY.replace(day=1)
# fmt: off
WRONGS = {
    Needs.DIGEST_OF_TEXT: Wrong(S.AMENDMENT, A.SIGN_AMENDMENT, CHIEF, a_wording_consulted_on_after_it_was_read, Stale),
    Needs.VERSION_READ: Wrong(S.DRAFTING, A.EDIT, OFFICER, a_text_read_too_early, Conflict),
    Needs.DELEGATION: Wrong(S.CABINET, A.PROPOSE_AMENDMENT, OFFICER, an_amendment_without_a_delegation, Refused),
    Needs.BEFORE_AND_AFTER: Wrong(S.AMENDMENT, A.PROPOSE_AMENDMENT, CHIEF, a_second_amendment_of_one_text, Refused),
    Needs.NOT_OWN_WORK: Wrong(S.DRAFTING, A.SIGN_OFF_SECTION, OFFICER, a_section_of_one_s_own, OwnWork),
    Needs.SECTIONS_SIGNED_OFF: Wrong(S.DRAFTING, A.SEND_TO_SCRUTINY, OFFICER, a_section_not_signed_off, Refused),
    Needs.CHECKLIST: Wrong(S.DRAFTING, A.SEND_TO_SCRUTINY, OFFICER, a_text_not_finished, Refused),
    Needs.MEETING: Wrong(S.DRAFTING, A.SEND_TO_SCRUTINY, OFFICER, needed(A.SEND_TO_SCRUTINY, meeting=OVER), Incomplete),
    Needs.MINUTE: Wrong(S.CABINET, A.RESOLVE, CLERK, needed(A.RESOLVE, held=None), Incomplete),
    Needs.NO_COMMENT_YET: Wrong(S.SCRUTINY, A.RECALL, OFFICER, a_draft_commented_on, Refused),
    Needs.COMMENTS_ANSWERED: Wrong(S.REVISION, A.SEND_TO_CABINET, OFFICER, a_question_without_an_answer, Refused),
    Needs.CONSULTATION: Wrong(S.AMENDMENT, A.SIGN_AMENDMENT, CHIEF, an_amendment_nobody_was_consulted_on, NotConsulted),
    Needs.NO_OPEN_AMENDMENT: Wrong(S.AMENDMENT, A.SEND_TO_COUNCIL, CLERK, an_amendment_left_open, Refused),
    Needs.DIGEST_OF_VERSION: Wrong(S.COUNCIL, A.APPROVE, CLERK, a_version_before_the_motion_was_amended, Refused),
}
# fmt: on
"""For each guard, what it alone keeps from being done."""


def refuse_then_let_through(
    stages, monkeypatch, wrong: Wrong, switch_off: Callable[[pytest.MonkeyPatch], None]
) -> None:
    with prepared(stages, wrong) as (database, step_input):
        with pytest.raises(wrong.refusal):
            take(database, wrong, step_input)
        with monkeypatch.context() as patched:
            switch_off(patched)
            take(database, wrong, step_input)


def test_every_guard_alone_keeps_something_from_being_done(stages, monkeypatch):
    kills = 0
    for need in guards.GUARDS:
        refuse_then_let_through(
            stages,
            monkeypatch,
            WRONGS[need],
            lambda patched, need=need: patched.setitem(guards.GUARDS, need, lambda context: None),
        )
        kills += 1
    print(f"\nGuards: {len(guards.GUARDS)}; kills: {kills}.")
    assert kills == len(guards.GUARDS)


def test_the_checklist_says_how_many_things_are_to_be_mended(stages):
    wrong = WRONGS[Needs.CHECKLIST]
    with prepared(stages, wrong) as (database, step_input), pytest.raises(Refused) as refused:
        take(database, wrong, step_input)
    assert "1 thing to mend" in str(refused.value)
    assert "“TBC”" in str(refused.value)


def test_only_the_check_of_roles_keeps_a_member_from_publishing(stages, monkeypatch):
    wrong = Wrong(S.APPROVED, A.PUBLISH, SOMEBODY[Role.MEMBER], needed(A.PUBLISH), NotPermitted)
    refuse_then_let_through(
        stages,
        monkeypatch,
        wrong,
        lambda patched: patched.setattr(policy, "step_of", lambda actor, steps: steps[0]),
    )


def test_only_the_check_of_stages_keeps_a_text_before_the_cabinet_from_being_edited(
    stages, monkeypatch
):
    wrong = Wrong(S.CABINET, A.EDIT, OFFICER, needed(A.EDIT), NotPermitted)

    def anywhere(action: Action, stage: Stage) -> list[steps.Step]:
        return [step for step in STEPS if step.action is action]

    refuse_then_let_through(
        stages, monkeypatch, wrong, lambda patched: patched.setattr(steps, "steps_for", anywhere)
    )


def test_only_the_check_of_versions_keeps_a_comment_off_a_draft_its_author_has_not_seen(stages):
    def read_before_the_recall(session: Session, edition: Edition) -> StepInput:
        old = everything_needed(session, edition, A.COMMENT)
        act(session, edition, A.RECALL, OFFICER)
        an_edition(session, S.SCRUTINY)
        return old

    wrong = Wrong(S.SCRUTINY, A.COMMENT, SCRUTINEER, read_before_the_recall, Stale)
    with prepared(stages, wrong) as (database, step_input):
        with pytest.raises(Stale):
            take(database, wrong, step_input)
        take(database, wrong, replace(step_input, version=NeverOld(step_input.version)))


def test_a_text_edited_at_the_same_time_is_given_back_beside_the_one_that_stands(stages):
    with prepared(stages, WRONGS[Needs.VERSION_READ]) as (database, step_input):
        with pytest.raises(Conflict) as refused:
            take(database, WRONGS[Needs.VERSION_READ], step_input)
        assert refused.value.base == {"body": "What the council did.\n"}
        assert refused.value.now == {"body": "A better text."}
        assert refused.value.number == 2
        with database.reading_scope() as session:
            edition = governance.edition(session, YEAR)
            assert fields_at(session, edition, INTRODUCTION) == refused.value.now


def test_a_signature_without_a_delegation_would_name_no_authority(stages, monkeypatch):
    with stages.at(Stage.AMENDMENT) as database, database.session_scope() as session:
        edition = an_edition(session, Stage.AMENDMENT)
        step_input = everything_needed(session, edition, Action.SIGN_AMENDMENT)
        session.execute(delete(Delegation))
        session.expire_all()
        monkeypatch.setitem(guards.GUARDS, Needs.DELEGATION, lambda context: None)
        service.take_step(session, edition, Action.SIGN_AMENDMENT, CHIEF, step_input, today=TODAY)
        last = session.scalars(select(AuditEntry).order_by(AuditEntry.number.desc())).first()
        assert (last.action, last.authority) == ("sign_amendment", "")
