"""What the Cabinet decides, and what it delegates."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import delete, select

from db.models import Decision, Meeting
from db.queries import governance
from domain.editions.terms import Stage
from domain.errors import NotFound
from domain.governance.terms import Action, Body
from tests.builders.audit import entries
from tests.builders.workflow import (
    CHIEF,
    CLERK,
    HEALTH,
    INTRODUCTION,
    LEADER,
    OFFICER,
    SMOKING,
    TODAY,
    UNTIL,
    YEAR,
    act,
    an_edition,
    everything_needed,
    open_change,
    saving,
)
from workflow.errors import Conflict, Incomplete, OutsideDelegation, Refused
from workflow.governance import service
from workflow.governance.step_input import DelegationInput


@pytest.fixture
def cabinet(stages):
    with stages.at(Stage.CABINET) as database:
        yield database


@pytest.fixture
def session(cabinet):
    with cabinet.session_scope() as opened:
        yield opened


def resolve(session, **other) -> None:
    act(session, an_edition(session, Stage.CABINET), Action.RESOLVE, CLERK, **other)


def propose(session, place: str, *, today: date = TODAY, **step_input) -> None:
    edition = an_edition(session, Stage.AMENDMENT)
    field = "body" if place.startswith("section:") else "commentary"
    needed = everything_needed(session, edition, Action.PROPOSE_AMENDMENT)
    written = saving(session, edition, place, **{field: "Better."})
    asked = replace(needed, **{**written, **step_input})
    service.take_step(session, edition, Action.PROPOSE_AMENDMENT, OFFICER, asked, today=today)


def test_the_decision_is_kept_with_what_the_law_wants_of_it(cabinet):
    with cabinet.session_scope() as session:
        resolve(session)
    with cabinet.reading_scope() as session:
        (decided,) = governance.record_of(session, YEAR).decisions
    assert (decided.on, decided.minute, decided.reasons) == (TODAY, "42", "There is a reason.")
    assert (decided.options_rejected, decided.interests) == ("none", "none")
    assert [
        (resolution.letter, resolution.recommended, resolution.text)
        for resolution in decided.resolutions
    ] == [
        ("a", "Note it.", "Note the progress."),
        ("b", "Authorise.", "Authorise the Chief Executive."),
    ]
    assert decided.delegation is not None
    assert entries(cabinet)[-1].authority == "Cabinet, minute 42"


@pytest.mark.parametrize(
    ("resolutions", "message"),
    [
        ((("b", "Note."),), "Resolutions are lettered"),
        ((("a", "Note."), ("c", "Ask.")), "Resolutions are lettered"),
        ((("a", "Note."), ("b", " ")), "has no text"),
    ],
)
def test_resolutions_stand_under_their_letters_in_order(session, resolutions, message):
    with pytest.raises(Incomplete, match=message):
        resolve(session, resolutions=resolutions)


@pytest.mark.parametrize(
    ("delegation", "message"),
    [
        (DelegationInput("c", UNTIL), r"there is no \(c\)"),
        (DelegationInput("b", TODAY - timedelta(days=1)), "end before"),
        (DelegationInput("b", TODAY + timedelta(days=731)), "two years"),
        (DelegationInput("a", UNTIL), r"Resolution \(a\)"),
        (DelegationInput("b", UNTIL, ("edition",)), "A scope"),
    ],
)
def test_a_delegation_is_one_of_the_resolutions_with_a_scope_and_an_end(
    session, delegation, message
):
    with pytest.raises(Incomplete, match=message):
        resolve(session, delegation=delegation)


def test_a_scope_names_what_is_there(session):
    with pytest.raises(NotFound):
        resolve(session, delegation=DelegationInput("b", UNTIL, ("section:nothing",)))


@pytest.mark.parametrize(
    ("scope", "place", "within"),
    [
        ((), INTRODUCTION, True),
        ((INTRODUCTION,), INTRODUCTION, True),
        ((SMOKING,), SMOKING, True),
        ((HEALTH,), SMOKING, True),
        ((HEALTH,), "indicator:waste-recycled", False),
        ((INTRODUCTION,), "section:clean-green", False),
        ((SMOKING,), INTRODUCTION, False),
    ],
)
def test_amendments_are_made_inside_the_scope_alone(session, scope, place, within):
    resolve(session, delegation=DelegationInput("b", UNTIL, scope))
    if within:
        propose(session, place)
        return
    with pytest.raises(OutsideDelegation, match=r"resolution \(b\)"):
        propose(session, place)


def test_the_number_of_a_change_does_not_carry_another_text_past_the_scope(session):
    resolve(session, delegation=DelegationInput("b", UNTIL, (SMOKING,)))
    propose(session, SMOKING)
    number = open_change(session, an_edition(session, Stage.AMENDMENT)).number
    with pytest.raises(OutsideDelegation, match="“Introduction, 2022”"):
        propose(session, INTRODUCTION, number=number)


def test_the_number_of_a_change_does_not_carry_an_old_reading_past_the_check(session):
    resolve(session)
    propose(session, SMOKING)
    number = open_change(session, an_edition(session, Stage.AMENDMENT)).number
    with pytest.raises(Conflict):
        propose(session, INTRODUCTION, number=number, read=0)
    with pytest.raises(Refused, match=f"Change {number}"):
        propose(session, SMOKING, number=number)


def test_a_delegation_ends_after_its_last_day(session):
    resolve(session)
    propose(session, INTRODUCTION, today=UNTIL)
    with pytest.raises(Refused, match="7 December 2022"):
        propose(session, SMOKING, today=UNTIL + timedelta(days=1))


def test_the_report_to_the_cabinet_is_not_amended(session):
    resolve(session)
    with pytest.raises(Refused, match="on record"):
        propose(session, "section:recommendations")


def test_an_amendment_is_signed_on_the_authority_of_its_resolution(cabinet):
    with cabinet.session_scope() as session:
        resolve(session)
        propose(session, INTRODUCTION)
        edition = an_edition(session, Stage.AMENDMENT)
        act(session, edition, Action.CONSULT, LEADER)
        act(session, edition, Action.SIGN_AMENDMENT, CHIEF)
    assert entries(cabinet)[-1].authority == "Cabinet, minute 42, resolution (b)"


def test_what_is_referred_back_begins_the_next_round_where_versions_have_new_names(cabinet):
    with cabinet.session_scope() as session:
        edition = an_edition(session, Stage.CABINET)
        act(session, edition, Action.REFER_BACK, CLERK)
        assert (edition.stage, edition.round) == (Stage.DRAFTING, 2)
        an_edition(session, Stage.CABINET)
        act(session, edition, Action.RESOLVE, CLERK)
        an_edition(session, Stage.PUBLISHED)
    with cabinet.reading_scope() as session:
        record = governance.record_of(session, YEAR)
    names = [version.name for version in record.versions]
    assert names == ["A", "B", "A2", "B2", "C"]
    assert record.status.published == "C"
    assert [(meeting.body, meeting.round) for meeting in record.meetings] == [
        (Body.SCRUTINY, 1),
        (Body.CABINET, 1),
        (Body.SCRUTINY, 2),
        (Body.CABINET, 2),
        (Body.COUNCIL, 2),
    ]


def test_without_a_meeting_on_record_the_decision_is_of_the_day_it_is_recorded(session):
    session.execute(delete(Meeting))
    resolve(session)
    assert session.scalars(select(Decision)).one().on == TODAY
