"""Every step at every stage by every role, against a table written by hand from the domain."""

import pytest

from db.queries import governance
from domain.editions.terms import Stage
from domain.errors import NotPermitted
from domain.governance.terms import Action
from domain.terms import Role
from tests.builders.audit import entries
from tests.builders.workflow import (
    SOMEBODY,
    TODAY,
    YEAR,
    an_edition,
    everything_needed,
)
from workflow.governance import service
from workflow.governance.step_input import StepInput

TABLE = """
drafting   edit                bi_officer
revision   edit                bi_officer
drafting   sign_off_section    bi_officer
revision   sign_off_section    bi_officer
drafting   send_to_scrutiny    bi_officer                          -> scrutiny
scrutiny   recall              bi_officer                          -> drafting
scrutiny   comment             scrutiny
scrutiny   add_to_comment      scrutiny
scrutiny   refer_to_cabinet    democratic_services                 -> revision
revision   answer_comment      bi_officer
revision   send_to_cabinet     bi_officer                          -> cabinet
cabinet    resolve             democratic_services                 -> amendment
cabinet    refer_back          democratic_services                 -> drafting
council    refer_back          democratic_services                 -> drafting
amendment  propose_amendment   bi_officer, chief_executive
amendment  reword_amendment    bi_officer, chief_executive
amendment  consult             leader, democratic_services
amendment  sign_amendment      chief_executive
amendment  refuse_amendment    chief_executive
amendment  send_to_council     democratic_services                 -> council
council    amend_by_motion     democratic_services
council    approve             democratic_services                 -> approved
approved   publish             bi_officer                          -> published
published  propose_correction  bi_officer
published  sign_correction     chief_executive
published  refuse_correction   chief_executive
published  withdraw            democratic_services                 -> withdrawn
"""
"""Section 4 of the domain's document: where, what, by whom, and where it leads."""


def cells() -> dict[tuple[Stage, Action, Role], Stage]:
    """The cells in which a step succeeds, and where the edition stands after it."""
    table = {}
    for line in TABLE.strip().splitlines():
        row, _, to = line.partition("->")
        stage, action, roles = row.split(maxsplit=2)
        for role in roles.split(","):
            table[Stage(stage), Action(action), Role(role.strip())] = Stage(to.strip() or stage)
    return table


ALLOWED = cells()


def prepared(database, stage: Stage, action: Action) -> StepInput:
    with database.session_scope() as session:
        return everything_needed(session, an_edition(session, stage), action)


def status(database) -> tuple[Stage, int]:
    with database.reading_scope() as session:
        edition = governance.edition(session, YEAR)
        return edition.stage, edition.version


def succeeds(stages, stage: Stage, action: Action, role: Role) -> None:
    with stages.at(stage) as database:
        step_input = prepared(database, stage, action)
        before, (_, version) = entries(database), status(database)
        service.take(database, YEAR, action, SOMEBODY[role], step_input, today=TODAY)
        to = ALLOWED[stage, action, role]
        assert status(database) == (to, version + (to is not stage))
        (entry,) = entries(database)[len(before) :]
        assert (entry.action, entry.outcome) == (action.value, "done")
        assert (entry.actor, entry.role) == (role.value, role.value)


def is_refused(database, step_input: StepInput, action: Action, role: Role) -> None:
    before, stood = len(entries(database)), status(database)
    with pytest.raises(NotPermitted):
        service.take(database, YEAR, action, SOMEBODY[role], step_input, today=TODAY)
    assert status(database) == stood
    (entry,) = entries(database)[before:]
    assert (entry.action, entry.outcome) == (action.value, "refused")
    assert (entry.actor, entry.role) == (role.value, role.value)


@pytest.mark.parametrize("stage", list(Stage))
@pytest.mark.unmeasured
def test_exactly_the_steps_of_the_domain_can_be_taken(stages, stage):
    for action in Action:
        with stages.at(stage) as database:
            step_input = prepared(database, stage, action)
            for role in Role:
                if (stage, action, role) in ALLOWED:
                    succeeds(stages, stage, action, role)
                else:
                    is_refused(database, step_input, action, role)
