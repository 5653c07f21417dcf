"""The table of steps, against what the domain's own document says of it."""

import itertools

import pytest

from domain.audit.replay import HANDLERS
from domain.editions.terms import Stage
from domain.errors import NotPermitted
from domain.governance.actions import Subject
from domain.governance.bodies import MEETS, VERSION_LETTERS
from domain.governance.terms import Action
from domain.terms import Role
from tests.builders import REPOSITORY
from workflow.governance.drawing import document
from workflow.governance.effects import EFFECTS
from workflow.governance.steps import STEPS, Needs, steps_for, steps_from

MOVES = {
    ("drafting", "scrutiny"): "bi_officer",
    ("scrutiny", "drafting"): "bi_officer",
    ("scrutiny", "revision"): "democratic_services",
    ("revision", "cabinet"): "bi_officer",
    ("cabinet", "amendment"): "democratic_services",
    ("cabinet", "drafting"): "democratic_services",
    ("amendment", "council"): "democratic_services",
    ("council", "drafting"): "democratic_services",
    ("council", "approved"): "democratic_services",
    ("approved", "published"): "bi_officer",
    ("published", "withdrawn"): "democratic_services",
}
"""Which stage may follow which, and who takes the edition there: DOMAIN, section 4."""


def test_the_moves_are_those_of_the_domain_and_no_others():
    moves = {(step.at.value, step.to.value): step.role.value for step in STEPS if step.moves}
    assert moves == MOVES


def test_no_row_stands_twice():
    rows = [(step.action, step.at, step.role) for step in STEPS]
    assert len(rows) == len(set(rows))


def test_an_administrator_and_a_member_take_no_step():
    context = {step.role for step in STEPS}
    assert context == set(Role) - {Role.ADMINISTRATOR, Role.MEMBER}


def test_every_action_has_a_step_and_every_step_needs_something():
    assert {step.action for step in STEPS} == set(Action)
    assert all(step.needs is not Needs.NOTHING for step in STEPS)


def test_every_action_has_a_row_wherever_it_is_done_or_replayed():
    assert set(EFFECTS) == set(Action)
    assert set(HANDLERS) == set(Action) - {Action.RECALL}


def test_what_is_done_to_an_edition_as_a_whole_moves_it_on_and_nothing_else_does():
    assert all(step.moves is (step.about is Subject.EDITION) for step in STEPS)


def test_text_changes_only_while_it_is_drafted_or_revised():
    assert {step.at for step in STEPS if step.action is Action.EDIT} == {
        Stage.DRAFTING,
        Stage.REVISION,
    }


def test_versions_are_frozen_on_the_way_to_each_body_and_nowhere_else():
    frozen = {step.to: step.freezes for step in STEPS if step.freezes and step.moves}
    assert frozen == {stage: VERSION_LETTERS[body] for stage, body in MEETS.items()}


@pytest.mark.parametrize(
    "action", [Action.SIGN_AMENDMENT, Action.SIGN_CORRECTION, Action.SIGN_OFF_SECTION]
)
def test_nobody_signs_off_their_own_work(action):
    assert all(Needs.NOT_OWN_WORK in step.needs for step in STEPS if step.action is action)


def test_amendments_need_a_delegation_and_a_signature_needs_consultation():
    for action in (Action.PROPOSE_AMENDMENT, Action.CONSULT, Action.SIGN_AMENDMENT):
        assert all(Needs.DELEGATION in step.needs for step in STEPS if step.action is action)
    for action in (Action.SIGN_AMENDMENT, Action.REFUSE_AMENDMENT):
        assert all(Needs.CONSULTATION in step.needs for step in STEPS if step.action is action)


@pytest.mark.parametrize(("action", "stage"), list(itertools.product(Action, Stage)))
def test_an_action_is_looked_up_where_it_may_be_taken_and_refused_elsewhere(action, stage):
    rows = [step for step in STEPS if (step.action, step.at) == (action, stage)]
    if rows:
        assert steps_for(action, stage) == rows
        assert set(rows) <= set(steps_from(stage))
    else:
        with pytest.raises(NotPermitted, match="Nothing was changed"):
            steps_for(action, stage)


def test_nothing_follows_withdrawal():
    assert steps_from(Stage.WITHDRAWN) == []


def test_the_drawn_document_is_up_to_date():
    kept = (REPOSITORY / "docs" / "workflow.md").read_text(encoding="utf-8")
    assert kept == document(), "write it again with: make docs"
