"""The real edition with the record of its steps and a later correction."""

from collections.abc import Iterator
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.content import fields_at
from db.models import Change, Edition
from domain.governance.terms import Action
from domain.terms import Role
from tests.builders.editions import DATA
from tests.builders.people import an_actor
from workflow.editions import revision_history
from workflow.governance import service
from workflow.governance.step_input import StepInput
from workflow.intake import loading

TODAY = date(2023, 1, 9)
CORRECTED = "section:corporate-risks"
"""A section that has no page of its own."""


def the_real_record(session: Session) -> None:
    """Load the shipped files as the command does, and correct a published section."""
    loading.load(session, DATA)
    correct_the_record(session)


def correct_the_record(session: Session) -> None:
    """Correct a section of the published record of 2022."""
    edition = session.scalars(select(Edition).where(Edition.year == 2022)).one()
    for action, role, step_input in _correction_steps(session, edition):
        actor = an_actor(role, username=role.value)
        step = StepInput(edition.version, **step_input)
        service.take_step(session, edition, action, actor, step, today=TODAY)


def _correction_steps(session: Session, edition: Edition) -> Iterator[tuple[Action, Role, dict]]:
    body = f"{fields_at(session, edition, CORRECTED)['body']}\nA sentence that was left out."
    read = revision_history.number_of(session, edition, CORRECTED)
    proposed = {
        "place": CORRECTED,
        "read": read,
        "fields": {"body": body},
        "reason": "It was left out.",
        "notice": "A sentence was put back.",
    }
    yield Action.PROPOSE_CORRECTION, Role.BI_OFFICER, proposed
    change = session.scalars(select(Change).where(Change.edition_id == edition.id)).one()
    signed = {
        "number": change.number,
        "digest": change.digest,
        "notice": "A sentence was put back.",
    }
    yield Action.SIGN_CORRECTION, Role.CHIEF_EXECUTIVE, signed
