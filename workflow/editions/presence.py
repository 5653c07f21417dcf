"""Who has a text open for editing."""

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

FORGOTTEN = timedelta(hours=1)


def say(database: Database, year: int, place: str, actor: Actor) -> list[str]:
    """Keep that someone has a place open now; names the others who have.

    Raises ``NotFound`` for a place that is not there, or an edition that the actor may not read.
    """
    with database.session_scope() as session:
        found = governance.edition(session, year)
        if not readership.may_read(actor, found.stage):
            raise NotFound(f"There is no edition of {year}.")
        revisions.title_at(session, year, place)
        _keep(session, found.id, place, actor)
        return [name for name in revisions.present(session, year, place) if name != actor.name]


def _keep(session: Session, edition_id: int, place: str, actor: Actor) -> None:
    session.execute(delete(Presence).where(Presence.at < now() - FORGOTTEN))
    row = session.get(Presence, (edition_id, place, actor.username))
    if row is None:
        row = Presence(
            edition_id=edition_id, place=place, by=actor.username, by_name=actor.name, at=now()
        )
        session.add(row)
    row.at = now()
    session.flush()
