"""A demonstration: the shipped edition, a person for each role, a secret of its own."""

import secrets
from collections.abc import Iterator
from pathlib import Path

from sqlalchemy.orm import Session

from app.settings import FOLDER, SHORTEST_SECRET
from db.migrating import is_pending, migrate
from db.queries import areas, governance, people
from db.session import Database
from domain.editions.terms import Stage
from domain.errors import NotFound
from domain.formatting import counted
from domain.people.demonstration import PASSWORD, PEOPLE
from workflow.editions import rolling_forward
from workflow.editions.rolling_forward import NextYear
from workflow.intake import loading
from workflow.people import accounts as service
from workflow.people import sessions

DATA = FOLDER / "data"
SHIPPED = 2022


def prepare(database: Database) -> Iterator[str]:
    """Create the parts of a demonstration that are missing, yielding a sentence for each."""
    if is_pending(database):
        yield "Making the tables of the database…"
        migrate(database)
    if not _is_complete(database):
        yield "Loading the 2022 edition and the figures of 152 councils…"
        with database.session_scope() as session:
            yield from loading.load(session, DATA)
    with database.session_scope() as session:
        added = add_people(session)
        sentences = begin_next(session)
    if added:
        yield f"Added {counted(added, 'person', 'people')}: there is one for each role at least."
    yield from sentences


def begin_next(session: Session) -> list[str]:
    """Make the edition after the shipped one, for officers to work on; return what was done."""
    if any(status.year > SHIPPED for status in governance.everything(session)):
        return []
    officer = people.by_username(session, PEOPLE[0][0])
    if officer is None:
        raise NotFound(f"There is no person “{PEOPLE[0][0]}”.")
    following = NextYear.after(session, SHIPPED)
    rolling_forward.roll_forward(session, SHIPPED, following, by=sessions.actor_for(officer))
    return [f"Began the {SHIPPED + 1} edition; it is in drafting."]


def _is_complete(database: Database) -> bool:
    """Return whether the shipped edition has its steps, and there are councils."""
    with database.reading_scope() as session:
        try:
            shipped = governance.status_of(session, SHIPPED)
            areas.release(session)
        except NotFound:
            return False
        return shipped.stage is not Stage.DRAFTING


def add_people(session: Session) -> int:
    """Add the people who are missing; return how many."""
    missing = [row for row in PEOPLE if people.by_username(session, row[0]) is None]
    for username, name, role in missing:
        service.add(session, username, name, [role], PASSWORD, demonstration=True)
    return len(missing)


def secret_beside(database_file: Path) -> str:
    """Return the demonstration's own random secret, which the first start creates and stores."""
    secret_file = database_file.with_name("demonstration-secret")
    secret = secret_file.read_text(encoding="ascii") if secret_file.exists() else ""
    if len(secret) >= SHORTEST_SECRET:
        return secret
    secret_file.parent.mkdir(parents=True, exist_ok=True)
    new_file = secret_file.with_suffix(".new")
    new_file.touch(mode=0o600)
    new_file.write_text(secrets.token_urlsafe(48), encoding="ascii")
    new_file.replace(secret_file)
    return secret_file.read_text(encoding="ascii")
