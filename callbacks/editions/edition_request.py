"""What the pages of an edition share: its year, its record, and what the current user may do."""

from sqlalchemy.orm import Session

from callbacks.address import Address
from callbacks.request_context import current_actor
from db.content import content_of
from db.queries import governance
from domain.editions.content import Content
from domain.editions.documents import due_at
from domain.editions.terms import Stage
from domain.errors import NotFound
from domain.governance.record import GovernanceRecord
from domain.governance.terms import Action
from workflow.editions import readership
from workflow.governance import availability
from workflow.governance.steps import Step, steps_from

YEAR_DIGITS = 4


def year_of(address: Address) -> int:
    """Return the year that the address names. Raises ``NotFound`` for anything else."""
    written = str(address.parts["year"])
    if not (written.isascii() and written.isdigit() and len(written) == YEAR_DIGITS):
        raise NotFound(f"There is no edition of “{written[:20]}”.")
    return int(written)


def record_at(session: Session, address: Address) -> GovernanceRecord:
    """Return the record of the address's edition, if the current user may read its present text.

    Raises ``NotFound`` otherwise, as for an edition that does not exist.
    """
    year = year_of(address)
    record = governance.record_of(session, year)
    if not may_read(record.status.stage):
        raise NotFound(f"There is no edition of {year}.")
    return record


def content_now(session: Session, record: GovernanceRecord) -> Content:
    """Return the present content of an edition: the documents that are due at its stage."""
    content = content_of(session, governance.edition(session, record.status.year))
    return due_at(record.status.stage, content)


def may_read(stage: Stage) -> bool:
    """Return whether the current user may read an edition at a stage."""
    return readership.may_read(current_actor(), stage)


def steps_now(stage: Stage) -> list[Step]:
    """Return the steps of the current user's roles at a stage, one for each action."""
    roles = current_actor().roles
    by_action: dict[Action, Step] = {}
    for step in steps_from(stage):
        if step.role in roles:
            by_action.setdefault(step.action, step)
    return list(by_action.values())


def reason_unavailable(
    session: Session, record: GovernanceRecord, step: Step, *, number: int = 0, place: str = ""
) -> str:
    """Return why a step would be refused to the current user now, or an empty string."""
    return availability.reason_unavailable(
        session, record.status.year, step, current_actor(), number=number, place=place
    )


def can_take(action: Action, stage: Stage) -> bool:
    """Return whether a role of the current user has an action at a stage."""
    return any(step.action is action for step in steps_now(stage))
