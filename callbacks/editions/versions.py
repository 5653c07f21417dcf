"""What the pages of versions share: which ones the person asking may read, and what they hold."""

from sqlalchemy.orm import Session

from callbacks.editions.edition_request import content_now
from callbacks.request_context import current_actor
from db.queries import governance as queries
from domain.editions.content import Content
from domain.editions.frozen_content import DRAFT
from domain.editions.status import Version
from domain.errors import NotFound
from domain.governance.record import GovernanceRecord
from workflow.editions import frozen_versions, readership
from workflow.governance import policy


def may_read_draft(found: GovernanceRecord) -> bool:
    """Return whether the person asking may read the text as it stands now."""
    return readership.may_read_draft(current_actor(), found.status.stage)


def readable(found: GovernanceRecord) -> list[Version]:
    """Return the frozen versions that the person asking may read, in the order they were frozen."""
    actor = current_actor()
    return [each for each in found.versions if policy.may_read_version(actor, found, each.name)]


def names(found: GovernanceRecord) -> list[str]:
    """Return the names of everything that the person asking may read; the present text comes last."""
    frozen = [each.name for each in readable(found)]
    return [*frozen, DRAFT] if may_read_draft(found) else frozen


def content_at(session: Session, found: GovernanceRecord, name: str) -> Content:
    """Return what a version holds for the person asking. Raises ``NotFound`` where they may not read it.

    A published version is shown whole, the report to the Cabinet included: it is what was approved.
    An older version is in the newest schema too, so that any two can be compared.
    """
    check_readable(found, name)
    if name == DRAFT:
        return content_now(session, found)
    return frozen_versions.content_to_read(session, queries.kept(session, found.status.year, name))


def check_readable(found: GovernanceRecord, name: str) -> None:
    """Raise ``NotFound`` where the person asking may not read a version, or there is none."""
    if name not in names(found):
        raise NotFound(f"The {found.status.year} edition has no version {name[:12]}.")
