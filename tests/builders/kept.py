"""A database's rows in a file, and a database made of such a file at the migration of its day.

A file is JSON, packed: the migration, and the rows of each table. The figures of other councils
are left out: a frozen version holds what it uses of them.
"""

import json
import lzma
import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from typing import Any

from alembic import command
from alembic.migration import MigrationContext
from sqlalchemy import Column, Connection, Date, DateTime, MetaData, Table, insert, select, text

from db.migrating import configuration, migrate
from db.session import Database
from domain.editions.kinds import SCHEMAS
from domain.editions.schemas import Schemas
from tests.builders.databases import Databases

FOLDER = Path(__file__).resolve().parents[1] / "fixtures"
LEFT_OUT = {
    "alembic_version",
    "area",
    "area_change",
    "benchmark_indicator",
    "benchmark_value",
    "comparator_group",
    "comparison_release",
    "core_spending_power",
    "deprivation",
    "group_member",
    "population",
    "service",
    "spending",
}
"""Alembic's own table, and those of the comparison of councils."""

Row = dict[str, Any]


def keep(database: Database, file: Path) -> None:
    """Write a database's rows into a file."""
    with database.engine.begin() as connection:
        migration = MigrationContext.configure(connection).get_current_revision()
        rows = {table.name: list(_rows_of(connection, table)) for table in _tables(connection)}
    tables = {name: found for name, found in rows.items() if found}
    whole = json.dumps({"migration": migration, "tables": tables}, ensure_ascii=False, indent=0)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(lzma.compress(whole.encode(), preset=9 | lzma.PRESET_EXTREME))


def files() -> list[Path]:
    """Return every file that was kept, the oldest schema's first."""
    found = FOLDER.glob("schema_*/*.json.xz")
    return sorted(found, key=lambda file: (int(file.parent.name.partition("_")[2]), file.name))


def name_of(file: Path) -> str:
    """Return what a test calls a file."""
    return f"{file.parent.name}/{file.name.partition('.')[0]}"


@contextmanager
def upgraded(file: Path, databases: Databases, schemas: Schemas = SCHEMAS) -> Iterator[Database]:
    """Yield a file's database after all migrations, opened with these schemas of content."""
    with databases.copy_of(_template(file, databases)) as copy:
        url = copy.engine.url.render_as_string(hide_password=False)
        opened = Database(url, schemas)
        yield opened
        opened.close()


@cache
def _template(file: Path, databases: Databases) -> str:
    kept = f"{file.parent.name}_{file.name.partition('.')[0].replace('-', '_')}"
    name = f"kept_{kept}_{os.getpid()}"  # every process makes its own: they share a server
    databases.make(name)
    database = Database(databases.url(name))
    _fill(database, file)
    migrate(database)
    database.close()
    return name


@contextmanager
def database_from(file: Path, databases: Databases) -> Iterator[Database]:
    """Yield a database of one's own with a file's rows, at the migration that the file was made at."""
    with databases.empty() as database:
        _fill(database, file)
        yield database


def _fill(database: Database, file: Path) -> None:
    kept = json.loads(lzma.decompress(file.read_bytes()))
    _migrate_to(database, kept["migration"])
    with database.engine.begin() as connection:
        _put(connection, kept["tables"])


def _migrate_to(database: Database, migration: str) -> None:
    config = configuration()
    with database.engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, migration)


def _tables(connection: Connection) -> list[Table]:
    """Return the tables as the database has them, those that others point at first."""
    metadata = MetaData()
    metadata.reflect(connection)
    return [table for table in metadata.sorted_tables if table.name not in LEFT_OUT]


def _rows_of(connection: Connection, table: Table) -> Iterator[Row]:
    for row in connection.execute(select(table).order_by(*table.primary_key)).mappings():
        yield {name: _written(value) for name, value in row.items()}


def _written(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value


def _put(connection: Connection, rows: dict[str, list[Row]]) -> None:
    for table in _tables(connection):
        if table.name in rows:
            connection.execute(
                insert(table), [_read(connection, table, row) for row in rows[table.name]]
            )
            _count_on(connection, table)


def _read(connection: Connection, table: Table, row: Row) -> Row:
    return {name: _value(connection, table.columns[name], value) for name, value in row.items()}


def _value(connection: Connection, column: Column[Any], value: Any) -> Any:
    """Return a value as its column takes it. SQLite keeps moments in UTC without saying so."""
    if value is None:
        return None
    if isinstance(column.type, DateTime):
        moment = datetime.fromisoformat(value)
        return moment if connection.dialect.name == "sqlite" else moment.replace(tzinfo=UTC)
    return date.fromisoformat(value) if isinstance(column.type, Date) else value


def _count_on(connection: Connection, table: Table) -> None:
    """Let PostgreSQL number the next row after the last one."""
    if connection.dialect.name == "postgresql" and "id" in table.columns:
        connection.execute(
            text(
                f"SELECT setval(pg_get_serial_sequence('\"{table.name}\"', 'id'), max(id)) "
                f'FROM "{table.name}"'
            )
        )
