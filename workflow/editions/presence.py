"""The people who have a text open for editing."""

from datetime import timedelta

from sqlalchemy import delete
from sqlalchemy.orm import Session

from db.models import Presence
from db.queries import governance, revisions
from db.session import Database
from domain.errors import NotFound
from workflow.access import Actor
from workflow.clock import now
from workflow.editions import readership

DELETED_AFTER = timedelta(hours=1)


def report_open(database: Database, year: int, place: str, actor: Actor) -> list[str]:
    """Record that a person has a place open now; return the names of the others who have.

    Raises ``NotFound`` for an unknown place, or an edition that the actor may not read.
    """
    with database.session_scope() as session:
        edition = governance.edition(session, year)
        if not readership.may_read(actor, edition.stage):
            raise NotFound(f"There is no edition of {year}.")
        revisions.title_at(session, year, place)
        _store(session, edition.id, place, actor)
        return [name for name in revisions.present(session, year, place) if name != actor.name]


def _store(session: Session, edition_id: int, place: str, actor: Actor) -> None:
    session.execute(delete(Presence).where(Presence.at < now() - DELETED_AFTER))
    row = session.get(Presence, (edition_id, place, actor.username))
    if row is None:
        row = Presence(
            edition_id=edition_id, place=place, by=actor.username, by_name=actor.name, at=now()
        )
        session.add(row)
    row.at = now()
    session.flush()
