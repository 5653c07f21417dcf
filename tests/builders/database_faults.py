"""Faults of a database during a test: failing statements and concurrent changes."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import event

from db.session import Database


class DatabaseFault(Exception):
    """A statement that a test made fail."""


@contextmanager
def failing(database: Database, part: str) -> Iterator[None]:
    """Make every statement that contains a text fail inside the block."""

    def fail(_connection: Any, _cursor: Any, statement: str, *_: Any) -> None:
        if part in statement:
            raise DatabaseFault("the database broke off")

    with _listening(database, fail):
        yield


@contextmanager
def done_twice(database: Database, part: str) -> Iterator[None]:
    """Execute the first statement that contains a text twice, as a concurrent user would."""
    repeated: list[str] = []

    def do_first(_connection: Any, cursor: Any, statement: str, parameters: Any, *_: Any) -> None:
        if part in statement and not repeated:
            repeated.append(statement)
            cursor.execute(statement, parameters)
            cursor.fetchall()

    with _listening(database, do_first):
        yield
    assert repeated


@contextmanager
def _listening(database: Database, act: Callable[..., None]) -> Iterator[None]:
    event.listen(database.engine, "before_cursor_execute", act)
    try:
        yield
    finally:
        event.remove(database.engine, "before_cursor_execute", act)
