"""What single steps do and refuse, beyond what the table says."""

from dataclasses import replace

import pytest
from sqlalchemy import select, update

from db.models import Edition, Indicator, Message, Motion, Person, Section, SignOff
from db.queries import governance
from domain.editions.terms import Stage
from domain.errors import CompendiumError, NotFound
from domain.governance import rules
from domain.governance.terms import Action, ChangeState, Consulted
from domain.terms import Role
from tests.builders.audit import entries
from tests.builders.workflow import (
    CHIEF,
    CLERK,
    INTRODUCTION,
    LEADER,
    OFFICER,
    SECOND,
    SMOKING,
    SOMEBODY,
    TODAY,
    YEAR,
    act,
    an_edition,
    everything_needed,
    newest_in,
    open_change,
    saving,
)
from workflow import clock
from workflow.editions import freezing, frozen_versions, revision_history
from workflow.errors import Incomplete, NotConsulted, NothingToSave, OwnWork, Refused, Stale
from workflow.governance import guards, service, steps
from workflow.governance.service import Form
from workflow.governance.step_input import StepInput
from workflow.intake import scripted_walk
from workflow.messages import outbox


@pytest.fixture
def begun(stages):
    """A session on an edition at a stage."""
    opened = []

    def at(stage: Stage):
        database = stages.at(stage)
        scope = database.__enter__().session_scope()
        opened.extend([database, scope])
        session = scope.__enter__()
        return session, an_edition(session, stage)

    yield at
    for context in reversed(opened):
        context.__exit__(None, None, None)


def test_saving_what_stands_there_already_is_no_step(begun):
    session, edition = begun(Stage.DRAFTING)
    same = saving(session, edition, INTRODUCTION, body="What the council did.")
    act(session, edition, Action.EDIT, OFFICER, **same)
    again = saving(session, edition, INTRODUCTION, body="What the council did. ")
    with pytest.raises(NothingToSave):
        act(session, edition, Action.EDIT, OFFICER, **again)


def test_an_indicator_is_edited_with_its_arrow_by_the_rule(begun):
    session, edition = begun(Stage.DRAFTING)
    given = saving(session, edition, "indicator:waste-recycled", value="40%", direction="rule")
    act(session, edition, Action.EDIT, OFFICER, **given)
    row = session.scalars(select(Indicator).where(Indicator.slug == "waste-recycled")).one()
    assert (row.value_text, row.direction.value) == ("40%", "worsened")


@pytest.mark.parametrize("place", [SMOKING, "edition"])
def test_sections_and_dashboards_are_signed_off_and_nothing_else(begun, place):
    session, edition = begun(Stage.DRAFTING)
    with pytest.raises(Incomplete, match="Sections and dashboards"):
        act(session, edition, Action.SIGN_OFF_SECTION, SECOND, place=place)


def test_the_number_of_a_change_does_not_let_somebody_sign_off_their_own_work(begun):
    session, edition = begun(Stage.DRAFTING)
    act(session, edition, Action.EDIT, OFFICER)
    own = {
        "place": INTRODUCTION,
        "read": newest_in(session, edition, INTRODUCTION),
    }
    with pytest.raises(OwnWork):
        act(session, edition, Action.SIGN_OFF_SECTION, OFFICER, number=1, **own)


def test_a_refusal_names_a_few_of_the_sections_and_counts_the_rest(begun, monkeypatch):
    session, edition = begun(Stage.DRAFTING)
    needed = replace(everything_needed(session, edition, Action.RECALL), version=edition.version)
    with pytest.raises(Refused, match="Public Health dashboard"):
        service.take_step(session, edition, Action.SEND_TO_SCRUTINY, OFFICER, needed, today=TODAY)
    monkeypatch.setattr(guards, "MOST_NAMED", 2)
    with pytest.raises(Refused, match="Introduction, Clean & Green and 3 more"):
        service.take_step(session, edition, Action.SEND_TO_SCRUTINY, OFFICER, needed, today=TODAY)


def test_the_report_to_the_cabinet_need_not_be_written_before_scrutiny(begun):
    session, edition = begun(Stage.DRAFTING)
    needed = everything_needed(session, edition, Action.SEND_TO_SCRUTINY)
    signed = set(session.scalars(select(SignOff.unit)))
    assert "section:recommendations" not in signed
    service.take_step(session, edition, Action.SEND_TO_SCRUTINY, OFFICER, needed, today=TODAY)


def test_rewording_to_the_same_words_is_no_step(begun):
    session, edition = begun(Stage.AMENDMENT)
    act(session, edition, Action.PROPOSE_AMENDMENT, OFFICER)
    same = {"fields": {"body": "A better text."}}
    with pytest.raises(NothingToSave):
        act(session, edition, Action.REWORD_AMENDMENT, OFFICER, **same)


def test_rewording_voids_what_the_leader_said(begun):
    session, edition = begun(Stage.AMENDMENT)
    given = everything_needed(session, edition, Action.SIGN_AMENDMENT)
    act(session, edition, Action.REWORD_AMENDMENT, OFFICER)
    change = open_change(session, edition)
    (changed,) = governance.record_of(session, YEAR).changes
    assert rules.current_view(changed) is None
    assert [view.digest for view in changed.views] == [given.digest]
    newest = replace(given, digest=change.digest)
    with pytest.raises(NotConsulted):
        service.take_step(session, edition, Action.SIGN_AMENDMENT, CHIEF, newest, today=TODAY)


def test_the_leader_may_be_against_and_the_amendment_is_signed_all_the_same(begun):
    session, edition = begun(Stage.AMENDMENT)
    act(session, edition, Action.CONSULT, LEADER, view=Consulted.AGAINST)
    act(session, edition, Action.SIGN_AMENDMENT, CHIEF)
    (changed,) = governance.record_of(session, YEAR).changes
    assert changed.state is ChangeState.SIGNED
    assert rules.current_view(changed).view is Consulted.AGAINST
    (difference,) = changed.differences
    assert (difference.field, difference.after) == ("body", "A better text.")


def test_a_refused_amendment_changes_no_text_and_its_place_is_free_again(begun):
    session, edition = begun(Stage.AMENDMENT)
    act(session, edition, Action.REFUSE_AMENDMENT, CHIEF)
    assert revision_history.number_of(session, edition, INTRODUCTION) == 1
    act(session, edition, Action.PROPOSE_AMENDMENT, OFFICER)


def test_a_change_that_is_not_there_is_not_found(begun):
    session, edition = begun(Stage.AMENDMENT)
    for number in (0, 99):
        with pytest.raises(NotFound, match=f"change {number}"):
            act(session, edition, Action.SIGN_AMENDMENT, CHIEF, number=number)


def test_a_motion_s_amendment_is_not_signed_as_a_correction(begun):
    session, edition = begun(Stage.COUNCIL)
    act(session, edition, Action.AMEND_BY_MOTION, CLERK)
    an_edition(session, Stage.PUBLISHED)
    with pytest.raises(Refused, match="Change 1"):
        act(session, edition, Action.SIGN_CORRECTION, CHIEF, number=1)


def test_the_log_says_where_the_council_changed_the_text(stages):
    with stages.at(Stage.COUNCIL) as database:
        with database.session_scope() as session:
            act(session, an_edition(session, Stage.COUNCIL), Action.AMEND_BY_MOTION, CLERK)
        last = entries(database)[-1]
    assert (last.after["place"], last.after["body"]) == (INTRODUCTION, "A better text.")
    assert last.reason == "Moved by Cllr Moss, seconded by Cllr Dale. Carried, 30 to 12."


def test_a_text_that_no_step_made_goes_no_further(begun):
    session, edition = begun(Stage.AMENDMENT)
    session.execute(update(Section).values(body="Past the workflow."))
    with pytest.raises(Refused, match="tables"):
        act(session, edition, Action.SEND_TO_COUNCIL, CLERK)


def test_a_motion_that_names_another_digest_than_its_version_s_is_not_put(begun):
    session, edition = begun(Stage.COUNCIL)
    session.execute(update(Motion).values(digest="f" * 64))
    session.expire_all()
    with pytest.raises(frozen_versions.NotIntact, match="motion"):
        act(session, edition, Action.APPROVE, CLERK)


def test_a_version_that_is_not_there_is_not_found(begun):
    session, edition = begun(Stage.COUNCIL)
    with pytest.raises(NotFound, match="has no version Z"):
        freezing.version_named(session, edition, "Z")


def test_corrections_are_versions_after_the_one_approved_each_with_its_notice(begun):
    session, edition = begun(Stage.PUBLISHED)
    for _ in range(3):
        read = revision_history.number_of(session, edition, INTRODUCTION)
        text = saving(session, edition, INTRODUCTION, body=f"Corrected after {read}.")
        act(session, edition, Action.PROPOSE_CORRECTION, OFFICER, **text)
        act(session, edition, Action.SIGN_CORRECTION, CHIEF)
    record = governance.record_of(session, YEAR)
    assert [version.name for version in record.versions][-4:] == ["C", "C.1", "C.2", "C.3"]
    assert [notice.version for notice in record.notices] == ["C.1", "C.2", "C.3"]
    assert record.status.published == "C.3"


def test_a_move_that_somebody_else_made_first_is_not_made_again(begun):
    session, edition = begun(Stage.APPROVED)
    (step,) = steps.steps_for(Action.PUBLISH, Stage.APPROVED)
    with pytest.raises(Stale, match="same moment"):
        service.move(session, edition, step, expected=edition.version - 1)


def test_an_edition_that_is_not_there_is_not_found(stages):
    with stages.at(Stage.DRAFTING) as database, pytest.raises(NotFound):
        service.take(database, 1999, Action.EDIT, OFFICER, StepInput(1))


def test_a_step_without_a_day_is_taken_today(begun):
    session, edition = begun(Stage.DRAFTING)
    given = everything_needed(session, edition, Action.EDIT)
    context = service.take_step(session, edition, Action.EDIT, OFFICER, given)
    assert context.today == clock.today_in_england()


def test_a_form_of_nobody_in_particular_is_not_remembered(stages):
    nobody = replace(OFFICER, person_id=None)
    with stages.at(Stage.DRAFTING) as database:
        with database.session_scope() as session:
            given = everything_needed(session, an_edition(session), Action.EDIT)
        service.take(database, YEAR, Action.EDIT, nobody, given, form=Form("k"), today=TODAY)
        with pytest.raises(Stale):
            service.take(database, YEAR, Action.EDIT, nobody, given, form=Form("k"), today=TODAY)


def test_a_step_is_told_to_those_concerned_and_not_to_who_took_it(begun):
    session, edition = begun(Stage.SCRUTINY)
    session.execute(update(Person).values(email="").where(Person.username != "leader"))
    act(session, edition, Action.RECALL, OFFICER)
    row = session.execute(
        select(Person.username, Message.text)
        .join(Person, Person.id == Message.person_id)
        .order_by(Message.id.desc())
    ).first()
    assert row == (SECOND.username, f"{OFFICER.name} called the 2022 edition back from Scrutiny.")


def test_mail_is_due_to_who_has_an_address_and_everything_told_can_be_marked_seen(begun):
    session, edition = begun(Stage.APPROVED)
    member = SOMEBODY[Role.MEMBER].person_id
    session.execute(update(Person).values(email="m@example.org").where(Person.id == member))
    act(session, edition, Action.PUBLISH, OFFICER)
    due = select(Message.person_id).where(Message.mail_due.is_not(None))
    assert set(session.scalars(due)) == {member}
    outbox.mark_seen(session, member)
    unseen = select(Message.person_id).where(Message.seen_at.is_(None))
    assert member not in set(session.scalars(unseen))


def test_an_edition_that_was_withdrawn_is_walked_nowhere(begun):
    session, edition = begun(Stage.WITHDRAWN)
    walk = scripted_walk.ScriptedWalk(
        session, edition, scripted_walk.actors_of_record(), script=SCRIPT
    )
    with pytest.raises(CompendiumError, match="published"):
        list(walk.to(Stage.PUBLISHED))
    assert session.scalars(select(Edition.stage)).one() is Stage.WITHDRAWN


SCRIPT = scripted_walk.Script(TODAY, TODAY, TODAY, (), {}, ("Note it.",), "", "", "unknown")
