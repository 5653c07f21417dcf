"""The database of a command: named by the environment, or the demonstration's."""

import os
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager

from sqlalchemy.exc import ArgumentError, DatabaseError
from sqlalchemy.orm import Session

from app import settings
from db.migrating import is_pending
from db.session import Database
from domain.errors import BadSettings

Opening = Callable[[], AbstractContextManager[Session]]
"""What gives a session for the length of a block."""


class UnusableDatabase(BadSettings):
    """The database of the settings cannot be used."""

    code = "unusable-database"


@contextmanager
def reading() -> Iterator[Session]:
    """Open a session that reads."""
    with usable(), closing(database()) as opened, opened.reading_scope() as session:
        yield session


@contextmanager
def writing() -> Iterator[Session]:
    """Open a session that writes, and commits at its end."""
    with usable(), closing(database()) as opened, opened.session_scope() as session:
        yield session


@contextmanager
def usable() -> Iterator[None]:
    """Raise ``UnusableDatabase`` in place of what a database or its driver says."""
    try:
        yield
    except (ArgumentError, DatabaseError, ImportError) as error:
        why = str(error).partition("\n")[0]
        raise UnusableDatabase(
            f"The database of COMPENDIUM_DATABASE cannot be used: {why}"
        ) from error


def database(*, migrated: bool = True) -> Database:
    """Return the database of the environment, or the demonstration's where none is named.

    Raises ``BadSettings`` where it lacks a migration, unless it need not be ``migrated``.
    """
    address = os.environ.get("COMPENDIUM_DATABASE", "")
    if not address:
        file = settings.DEMONSTRATION_DATABASE
        file.parent.mkdir(parents=True, exist_ok=True)
        address = f"sqlite:///{file}"
    opened = Database(address)
    if migrated and is_pending(opened):
        raise BadSettings(
            "The database lacks a migration. Run “python -m app migrate” first.",
            says_nothing_changed=True,
        )
    return opened
