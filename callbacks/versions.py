"""What the pages of versions share: which ones the person asking may read, and what they hold."""

from sqlalchemy.orm import Session

from callbacks.asking import current_actor
from callbacks.processing import content_now
from db.queries import process as queries
from domain.content import Content
from domain.errors import NotFound
from domain.process import Process, Version
from domain.versions import DRAFT
from workflow import freezing, policy


def may_read_draft(found: Process) -> bool:
    """Whether the person asking may read the text as it stands now."""
    return policy.may_read_draft(current_actor(), found.standing.stage)


def readable(found: Process) -> list[Version]:
    """The frozen versions that the person asking may read, in the order they were frozen."""
    actor = current_actor()
    return [each for each in found.versions if policy.may_read_version(actor, found, each.name)]


def names(found: Process) -> list[str]:
    """The names of everything that the person asking may read; the present text comes last."""
    frozen = [each.name for each in readable(found)]
    return [*frozen, DRAFT] if may_read_draft(found) else frozen


def content_at(session: Session, found: Process, name: str) -> Content:
    """What a version holds for the person asking. Raises ``NotFound`` where they may not read it.

    A published version is shown whole, the report to the Cabinet included: it is what was approved.
    """
    year = found.standing.year
    if name not in names(found):
        raise NotFound(f"The {year} edition has no version {name[:12]}.")
    if name == DRAFT:
        return content_now(session, found)
    return freezing.content_in(queries.kept(session, year, name))
