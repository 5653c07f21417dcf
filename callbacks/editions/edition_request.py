"""What the pages of an edition on its way share: which edition, and who may see it."""

from sqlalchemy.orm import Session

from callbacks.request_context import current_actor
from callbacks.wiring import Address
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
    """Return what is on record of the address's edition, for someone who may read it as it stands.

    One that may not be read is answered for like one that is not there.
    """
    year = year_of(address)
    found = governance.record_of(session, year)
    if not may_read(found.status.stage):
        raise NotFound(f"There is no edition of {year}.")
    return found


def content_now(session: Session, found: GovernanceRecord) -> Content:
    """Return what is written in an edition now, in the documents that are due at its stage."""
    content = content_of(session, governance.edition(session, found.status.year))
    return due_at(found.status.stage, content)


def may_read(stage: Stage) -> bool:
    """Return whether the person asking may read an edition that stands at a stage."""
    return readership.may_read(current_actor(), stage)


def steps_now(stage: Stage) -> list[Step]:
    """Return the steps that the person asking could take at a stage, one row for each action."""
    roles = current_actor().roles
    found: dict[Action, Step] = {}
    for step in steps_from(stage):
        if step.role in roles:
            found.setdefault(step.action, step)
    return list(found.values())


def reason_unavailable(
    session: Session, found: GovernanceRecord, step: Step, *, number: int = 0, place: str = ""
) -> str:
    """Return why a step of theirs would be refused to the person asking now; empty where it would not."""
    return availability.reason_unavailable(
        session, found.status.year, step, current_actor(), number=number, place=place
    )


def can_take(action: Action, stage: Stage) -> bool:
    """Return whether the person asking could take an action at a stage."""
    return any(step.action is action for step in steps_now(stage))
