"""Nobody signs off their own work, whichever roles they hold: the rule looks at the person."""

import itertools

import pytest
from sqlalchemy.orm import Session

from db.session import Database
from domain.editions.terms import Stage
from domain.errors import NotPermitted
from domain.governance.terms import Action
from domain.terms import Role
from tests.builders.workflow import (
    INTRODUCTION,
    SOMEBODY,
    TODAY,
    act,
    an_edition,
    everything_needed,
    newest_in,
    saving,
)
from workflow.access import Actor
from workflow.governance import service
from workflow.governance.step_input import StepInput

HATS = [frozenset(roles) for number in (1, 2) for roles in itertools.combinations(Role, number)]
"""Every role by itself, and every two in one person."""
AUTHOR = Actor(1, "author", "An Author", frozenset({Role.BI_OFFICER}))


def with_hats(username: str, roles: frozenset[Role]) -> Actor:
    return Actor(1, username, "Somebody", roles)


def a_section_written_by_the_author(session: Session) -> StepInput:
    edition = an_edition(session, Stage.DRAFTING)
    written = saving(session, edition, INTRODUCTION, body="The author's words.")
    act(session, edition, Action.EDIT, AUTHOR, **written)
    newest = newest_in(session, edition, INTRODUCTION)
    return StepInput(edition.version, place=INTRODUCTION, read=newest)


def an_amendment_by_the_author(session: Session) -> StepInput:
    edition = an_edition(session, Stage.AMENDMENT)
    act(session, edition, Action.PROPOSE_AMENDMENT, AUTHOR)
    return everything_needed(session, edition, Action.SIGN_AMENDMENT)


def an_amendment_reworded_by_the_author(session: Session) -> StepInput:
    edition = an_edition(session, Stage.AMENDMENT)
    act(session, edition, Action.PROPOSE_AMENDMENT, SOMEBODY[Role.BI_OFFICER])
    act(session, edition, Action.REWORD_AMENDMENT, AUTHOR)
    act(session, edition, Action.REWORD_AMENDMENT, LEADER_WHO_WRITES, fields={"body": "Again."})
    return everything_needed(session, edition, Action.SIGN_AMENDMENT)


LEADER_WHO_WRITES = Actor(5, "leader", "Leader", frozenset({Role.LEADER, Role.BI_OFFICER}))


def a_correction_by_the_author(session: Session) -> StepInput:
    edition = an_edition(session, Stage.PUBLISHED)
    act(session, edition, Action.PROPOSE_CORRECTION, AUTHOR)
    return everything_needed(session, edition, Action.SIGN_CORRECTION)


RULES = [
    (Stage.DRAFTING, Action.SIGN_OFF_SECTION, Role.BI_OFFICER, a_section_written_by_the_author),
    (Stage.AMENDMENT, Action.SIGN_AMENDMENT, Role.CHIEF_EXECUTIVE, an_amendment_by_the_author),
    (
        Stage.AMENDMENT,
        Action.SIGN_AMENDMENT,
        Role.CHIEF_EXECUTIVE,
        an_amendment_reworded_by_the_author,
    ),
    (Stage.PUBLISHED, Action.SIGN_CORRECTION, Role.CHIEF_EXECUTIVE, a_correction_by_the_author),
]


def may(database: Database, action: Action, actor: Actor, step_input: StepInput) -> bool:
    """Whether the step succeeds; nothing of it is kept."""
    with Session(database.engine) as session:
        try:
            service.take_step(
                session, service.locked(session, 2022), action, actor, step_input, today=TODAY
            )
        except NotPermitted:
            return False
        return True


def test_who_wrote_a_text_never_signs_it_whatever_roles_they_hold(stages):
    tried = signed_by_others = 0
    for stage, action, role, write in RULES:
        with stages.at(stage) as database:
            with database.session_scope() as session:
                step_input = write(session)
            for roles in HATS:
                assert not may(database, action, with_hats("author", roles), step_input)
                other = may(database, action, with_hats("another", roles), step_input)
                assert other is (role in roles)
                tried, signed_by_others = tried + 1, signed_by_others + other
    print(f"\nOwn work: {tried} tried, 0 signed; by others: {signed_by_others} signed.")
    assert tried == len(RULES) * 28


def test_who_gave_or_recorded_the_leader_s_view_does_not_sign_the_amendment(stages):
    with stages.at(Stage.AMENDMENT) as database:
        with database.session_scope() as session:
            edition = an_edition(session, Stage.AMENDMENT)
            step_input = everything_needed(session, edition, Action.SIGN_AMENDMENT)
        for roles in HATS:
            assert not may(database, Action.SIGN_AMENDMENT, with_hats("leader", roles), step_input)


def test_who_edited_before_the_last_version_was_frozen_may_sign_off_what_others_wrote_since(stages):
    with stages.at(Stage.DRAFTING) as database, database.session_scope() as session:
        edition = an_edition(session, Stage.DRAFTING)
        act(session, edition, Action.EDIT, AUTHOR)
        an_edition(session, Stage.REVISION)
        written = saving(session, edition, INTRODUCTION, body="Somebody else's words.")
        act(session, edition, Action.EDIT, SOMEBODY[Role.BI_OFFICER], **written)
        newest = newest_in(session, edition, INTRODUCTION)
        about = {"place": INTRODUCTION, "read": newest}
        with pytest.raises(NotPermitted):
            act(session, edition, Action.SIGN_OFF_SECTION, SOMEBODY[Role.BI_OFFICER], **about)
        act(session, edition, Action.SIGN_OFF_SECTION, AUTHOR, **about)
