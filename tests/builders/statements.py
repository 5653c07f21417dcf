"""The statements that a database is sent."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import event

from db.session import Database

COUNTED = ("SELECT", "INSERT", "UPDATE", "DELETE", "LOCK")


@contextmanager
def counted(database: Database) -> Iterator[list[str]]:
    """Return the statements sent meanwhile, without those that begin or set up a connection."""
    statements: list[str] = []

    def note(_connection, _cursor, statement: str, *_rest: object) -> None:
        if statement.split(maxsplit=1)[0] in COUNTED:
            statements.append(statement)

    event.listen(database.engine, "before_cursor_execute", note)
    try:
        yield statements
    finally:
        event.remove(database.engine, "before_cursor_execute", note)
