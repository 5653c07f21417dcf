"""Amendments: what voids a view, what lapses, and what a motion must have."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from db.queries import governance
from domain.editions.terms import Stage
from domain.governance import rules
from domain.governance.actions import ACTIONS
from domain.governance.terms import Action, ChangeState
from domain.terms import Role
from tests.builders.workflow import (
    CHIEF,
    CLERK,
    LEADER,
    OFFICER,
    TODAY,
    UNTIL,
    YEAR,
    act,
    an_edition,
    everything_needed,
    open_change,
)
from workflow.errors import Incomplete, NotConsulted, Refused
from workflow.governance import service

YESTERDAY = TODAY - timedelta(days=1)
AFTER = UNTIL + timedelta(days=1)


@pytest.fixture
def amendment(stages):
    with stages.at(Stage.AMENDMENT) as database:
        yield database


@pytest.fixture
def session(amendment):
    with amendment.session_scope() as opened:
        yield opened


def take(session, edition, action, actor, *, today: date = TODAY, **given) -> None:
    needed = replace(everything_needed(session, edition, action), **given)
    service.take_step(session, edition, action, actor, needed, today=today)


def test_a_view_does_not_come_back_to_life_when_the_first_wording_does(session):
    edition = an_edition(session, Stage.AMENDMENT)
    act(session, edition, Action.PROPOSE_AMENDMENT, OFFICER)
    change = open_change(session, edition)
    first, reason, digest = dict(change.after), change.reason, change.digest
    act(session, edition, Action.CONSULT, LEADER)
    act(session, edition, Action.REWORD_AMENDMENT, OFFICER)
    take(session, edition, Action.REWORD_AMENDMENT, OFFICER, fields=first, reason=reason)
    assert change.digest == digest
    seen = governance.record_of(session, YEAR).changes[0]
    assert rules.current_view(seen) is None
    with pytest.raises(NotConsulted):
        take(session, edition, Action.SIGN_AMENDMENT, CHIEF)


def test_what_is_open_when_the_delegation_ends_lapses_and_holds_nothing_up(session):
    edition = an_edition(session, Stage.AMENDMENT)
    act(session, edition, Action.PROPOSE_AMENDMENT, OFFICER)
    meeting = AFTER + timedelta(days=7)
    with pytest.raises(Refused, match="still open: 1"):
        take(session, edition, Action.SEND_TO_COUNCIL, CLERK, today=UNTIL, meeting=meeting)
    take(session, edition, Action.SEND_TO_COUNCIL, CLERK, today=AFTER, meeting=meeting)
    seen = governance.record_of(session, YEAR).changes[0]
    assert seen.state is ChangeState.REFUSED
    assert seen.decision.startswith("It lapsed")


@pytest.mark.parametrize("action", [Action.APPROVE, Action.AMEND_BY_MOTION])
@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"vote": "lost, 0 for and 55 against"}, "was lost"),
        ({"vote": "Not carried"}, "was lost"),
        ({"mover": "Mrs Page", "seconder": " mrs page "}, "are two people"),
    ],
)
def test_a_motion_is_carried_and_has_a_mover_and_a_seconder(stages, action, given, message):
    with stages.at(Stage.COUNCIL) as database, database.session_scope() as session:
        edition = an_edition(session, Stage.COUNCIL)
        with pytest.raises(Incomplete, match=message):
            take(session, edition, action, CLERK, **given)


@pytest.mark.parametrize(
    ("today", "meeting", "message"),
    [
        (YESTERDAY, YESTERDAY, "must come after"),
        (TODAY, YESTERDAY, "is over already"),
        (TODAY, TODAY + timedelta(days=731), "two years off"),
    ],
)
def test_a_meeting_comes_after_the_one_before_it_and_within_two_years(
    session, today, meeting, message
):
    edition = an_edition(session, Stage.AMENDMENT)
    with pytest.raises(Incomplete, match=message):
        take(session, edition, Action.SEND_TO_COUNCIL, CLERK, today=today, meeting=meeting)


def test_those_before_whom_a_paper_comes_are_told_of_it():
    assert {Role.LEADER, Role.CHIEF_EXECUTIVE} <= ACTIONS[Action.SEND_TO_CABINET].hear
    assert Role.MEMBER in ACTIONS[Action.SEND_TO_COUNCIL].hear
