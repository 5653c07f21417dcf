"""The context of a request: the current user, the database and the settings."""

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
    """Return the user who sent the request, as the gate has set it."""
    actor: Actor = g.get("actor", NOBODY) if has_request_context() else NOBODY
    return actor


@contextmanager
def reading() -> Iterator[Session]:
    """Open a session that cannot write."""
    database: Database = current_app.extensions[DATABASE]
    with database.reading_scope() as session:
        yield session


def council() -> Council:
    """Return the council of the settings."""
    settings_council: Council = current_app.extensions[SETTINGS].council
    return settings_council


def product_address() -> str:
    """Return the product's address for links in files: from the settings, or from the request."""
    address: str = current_app.extensions[SETTINGS].address
    return address or request.host_url.rstrip("/")


def notices() -> list[str]:
    """Return the notices of the reader's last actions, without repetitions."""
    return list(dict.fromkeys(str(text) for text in get_flashed_messages()))


def demonstration() -> bool:
    """Return whether this is a demonstration, with people anyone can sign in as."""
    return bool(current_app.extensions[SETTINGS].demonstration)
