"""An edition that went the whole way, changed past the product."""

from collections.abc import Iterator

import pytest
from sqlalchemy import text

from db.queries import audit
from db.session import Database
from domain.audit_chain import verify
from tests.builders import templates
from tests.builders.databases import Databases
from workflow.audit import verification

TRIGGERS = (
    "audit_entry_is_not_changed",
    "audit_entry_is_not_removed",
    "frozen_version_is_not_changed",
    "frozen_version_is_not_removed",
)


@pytest.fixture(scope="session")
def published_template(sqlite_databases) -> str:
    return templates.went_the_whole_way(sqlite_databases)


@pytest.fixture
def published_database(sqlite_databases: Databases, published_template) -> Iterator[Database]:
    """A database of one's own with the edition published and corrected."""
    with sqlite_databases.copy_of(published_template) as database:
        yield database


def tamper(database: Database, *statements: str, **values: object) -> None:
    """Change the database past its guards, as someone who holds it can."""
    with database.engine.begin() as connection:
        if database.engine.dialect.name == "postgresql":
            connection.execute(text("SET session_replication_role = replica"))
        else:
            connection.exec_driver_sql("PRAGMA ignore_check_constraints = ON")
            for trigger in TRIGGERS:
                connection.exec_driver_sql(f"DROP TRIGGER IF EXISTS {trigger}")
        for statement in statements:
            assert connection.execute(text(statement), values).rowcount > 0, statement
    database.close()


def log_fault(database: Database) -> str:
    """What is found, in a log whose chain is right."""
    with database.reading_scope() as session:
        assert verify(audit.chain(session)).fault == ""
        return verification.first_difference(session)


def numbers_of(database: Database, action: str) -> list[int]:
    """The numbers of the entries of an action."""
    with database.reading_scope() as session:
        return [entry.number for entry, _ in audit.chain(session) if entry.action == action]
