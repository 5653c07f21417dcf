"""Databases in which something happens at the worst moment."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import event

from db.session import Database


class BrokenOff(Exception):
    """The database did not do what was asked of it."""


@contextmanager
def failing(database: Database, part: str) -> Iterator[None]:
    """Let every statement fail meanwhile that has these words in it."""

    def fail(_connection: Any, _cursor: Any, statement: str, *_: Any) -> None:
        if part in statement:
            raise BrokenOff("the database broke off")

    with _listening(database, fail):
        yield


@contextmanager
def done_twice(database: Database, part: str) -> Iterator[None]:
    """Let somebody else do the same just before, the first time a statement has these words."""
    done: list[str] = []

    def do_first(_connection: Any, cursor: Any, statement: str, given: Any, *_: Any) -> None:
        if part in statement and not done:
            done.append(statement)
            cursor.execute(statement, given)
            cursor.fetchall()

    with _listening(database, do_first):
        yield
    assert done


@contextmanager
def _listening(database: Database, act: Callable[..., None]) -> Iterator[None]:
    event.listen(database.engine, "before_cursor_execute", act)
    try:
        yield
    finally:
        event.remove(database.engine, "before_cursor_execute", act)
