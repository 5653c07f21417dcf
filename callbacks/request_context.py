"""Who is using the page, and on which database."""

from collections.abc import Iterator
from contextlib import contextmanager

from flask import current_app, g, get_flashed_messages, has_request_context, request
from sqlalchemy.orm import Session

from db.session import Database
from domain.council import Council
from workflow.access import NOBODY, Actor

DATABASE = "compendium.database"
SETTINGS = "compendium.settings"


def current_actor() -> Actor:
    """Who is asking; set by the gate in front of every request."""
    actor: Actor = g.get("actor", NOBODY) if has_request_context() else NOBODY
    return actor


@contextmanager
def reading() -> Iterator[Session]:
    """Open a session that cannot write."""
    database: Database = current_app.extensions[DATABASE]
    with database.reading_scope() as session:
        yield session


def council() -> Council:
    """The council whose figures these are."""
    found: Council = current_app.extensions[SETTINGS].council
    return found


def address_of_our_own() -> str:
    """The product's address for links that leave it: as set, otherwise as it was asked."""
    set_by_hand: str = current_app.extensions[SETTINGS].address
    return set_by_hand or request.host_url.rstrip("/")


def notices() -> list[str]:
    """What the reader's last actions have to tell them, each thing once."""
    return list(dict.fromkeys(str(told) for told in get_flashed_messages()))


def demonstration() -> bool:
    """Whether this is a demonstration, with people anyone can sign in as."""
    return bool(current_app.extensions[SETTINGS].demonstration)
