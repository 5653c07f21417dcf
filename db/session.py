"""Engines and sessions. No other module commits or rolls back."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.orm import Session

from db.base import Base
from domain.editions.kinds import SCHEMAS
from domain.editions.schemas import Schemas

SCHEMAS_USED = "schemas"
"""The name under which a session's ``info`` holds the schemas of content."""
SQLITE_SETTINGS = (
    "PRAGMA journal_mode=DELETE",
    "PRAGMA synchronous=EXTRA",
    "PRAGMA foreign_keys=ON",
    "PRAGMA recursive_triggers=ON",
    "PRAGMA busy_timeout=10000",
)


class Database:
    """One database. ``session_scope`` writes; ``reading_scope`` cannot.

    SQLite runs without its write-ahead log, which the library of many systems can corrupt
    (docs/decisions/0004-sqlite-without-wal.md), and with transactions that this module begins. Its
    sessions read and write content in the shapes of ``schemas``.
    """

    def __init__(self, url: str, schemas: Schemas = SCHEMAS) -> None:
        """Connect lazily to ``url``."""
        self._info = {SCHEMAS_USED: schemas}
        self.engine: Engine = create_engine(url, pool_pre_ping=not url.startswith("sqlite"))
        if self.engine.dialect.name == "sqlite":
            event.listen(self.engine, "connect", _set_up_sqlite)
        event.listen(self.engine, "begin", _begin)
        self._reading = self.engine.execution_options(read_only=True)

    @contextmanager
    def session_scope(self) -> Iterator[Session]:
        """Commit at the end; roll everything back after an exception."""
        with self._opened(self.engine) as session, session.begin():
            yield session

    @contextmanager
    def reading_scope(self) -> Iterator[Session]:
        """Read one consistent state. The database itself refuses a write."""
        with self._opened(self._reading) as session:
            yield session

    def close(self) -> None:
        """Close all connections."""
        self.engine.dispose()

    def _opened(self, engine: Engine) -> Session:
        return Session(engine, expire_on_commit=False, info=self._info)


def schemas_of(session: Session) -> Schemas:
    """Return the schemas of content that a session was opened with."""
    schemas: Schemas = session.info.get(SCHEMAS_USED, SCHEMAS)
    return schemas


def one_at_a_time(session: Session, model: type[Base]) -> None:
    """Lock this table against changes by others until the session ends.

    SQLite's writing sessions run one after another anyway.
    """
    if session.get_bind().dialect.name == "postgresql":
        session.execute(text(f"LOCK TABLE {model.__tablename__} IN SHARE ROW EXCLUSIVE MODE"))


def _set_up_sqlite(connection: Any, _record: object) -> None:
    connection.isolation_level = None
    for setting in SQLITE_SETTINGS:
        connection.execute(setting)


def _begin(connection: Connection) -> None:
    read_only = connection.get_execution_options().get("read_only", False)
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(f"PRAGMA query_only={'ON' if read_only else 'OFF'}")
        connection.exec_driver_sql("BEGIN" if read_only else "BEGIN IMMEDIATE")
    elif read_only:
        connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
