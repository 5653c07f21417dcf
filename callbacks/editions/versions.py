"""Versions of an edition: which ones the current user may read, and their content."""

from sqlalchemy.orm import Session

from callbacks.editions.edition_request import content_now
from callbacks.request_context import current_actor
from db.queries import governance
from domain.editions.content import Content
from domain.editions.frozen_content import DRAFT
from domain.editions.status import Version
from domain.errors import NotFound
from domain.governance.record import GovernanceRecord
from workflow.editions import frozen_versions, readership
from workflow.governance import policy


def may_read_draft(record: GovernanceRecord) -> bool:
    """Return whether the current user may read the present text."""
    return readership.may_read_draft(current_actor(), record.status.stage)


def readable(record: GovernanceRecord) -> list[Version]:
    """Return the frozen versions that the current user may read, the oldest first."""
    actor = current_actor()
    return [
        version
        for version in record.versions
        if policy.may_read_version(actor, record, version.name)
    ]


def names(record: GovernanceRecord) -> list[str]:
    """Return the names of the versions that the current user may read; the draft comes last."""
    frozen = [version.name for version in readable(record)]
    return [*frozen, DRAFT] if may_read_draft(record) else frozen


def content_at(session: Session, record: GovernanceRecord, name: str) -> Content:
    """Return the content of a version. Raises ``NotFound`` if the current user may not read it.

    A published version includes the report to the Cabinet, since that is what was approved.
    Older versions are converted to the newest schema, so that any two can be compared.
    """
    check_readable(record, name)
    if name == DRAFT:
        return content_now(session, record)
    return frozen_versions.content_to_read(
        session, governance.frozen_version(session, record.status.year, name)
    )


def check_readable(record: GovernanceRecord, name: str) -> None:
    """Raise ``NotFound`` if there is no such version or the current user may not read it."""
    if name not in names(record):
        raise NotFound(f"The {record.status.year} edition has no version {name[:12]}.")
