"""Databases stored in files as fixtures, and databases made from such files at their migration.

A file is compressed JSON: the migration, and the rows of each table. The figures of other councils
are left out, because a frozen version holds those that it uses.
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
EXCLUDED_TABLES = {
    "alembic_version",
    "area",
    "area_change",
    "benchmark_indicator",
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


def store(database: Database, file: Path) -> None:
    """Write a database's rows into a file."""
    with database.engine.begin() as connection:
        migration = MigrationContext.configure(connection).get_current_revision()
        rows = {table.name: list(_rows_of(connection, table)) for table in _tables(connection)}
    tables = {name: table_rows for name, table_rows in rows.items() if table_rows}
    whole = json.dumps({"migration": migration, "tables": tables}, ensure_ascii=False, indent=0)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(lzma.compress(whole.encode(), preset=9 | lzma.PRESET_EXTREME))


def files() -> list[Path]:
    """Return every stored file, the oldest schema's first."""
    stored = FOLDER.glob("schema_*/*.json.xz")
    return sorted(stored, key=lambda file: (int(file.parent.name.partition("_")[2]), file.name))


def name_of(file: Path) -> str:
    """Return the name of a file in tests."""
    return f"{file.parent.name}/{file.name.partition('.')[0]}"


@contextmanager
def upgraded(file: Path, databases: Databases, schemas: Schemas = SCHEMAS) -> Iterator[Database]:
    """Yield a file's database after all migrations, opened with the given schemas of content."""
    with databases.copy_of(_template(file, databases)) as copy:
        url = copy.engine.url.render_as_string(hide_password=False)
        opened = Database(url, schemas)
        yield opened
        opened.close()


@cache
def _template(file: Path, databases: Databases) -> str:
    label = f"{file.parent.name}_{file.name.partition('.')[0].replace('-', '_')}"
    name = f"kept_{label}_{os.getpid()}"  # every process makes its own: they share a server
    databases.make(name)
    database = Database(databases.url(name))
    _fill(database, file)
    migrate(database)
    database.close()
    return name


@contextmanager
def database_from(file: Path, databases: Databases) -> Iterator[Database]:
    """Yield a new database with a file's rows, at the file's migration."""
    with databases.empty() as database:
        _fill(database, file)
        yield database


def _fill(database: Database, file: Path) -> None:
    content = json.loads(lzma.decompress(file.read_bytes()))
    _migrate_to(database, content["migration"])
    with database.engine.begin() as connection:
        _insert_rows(connection, content["tables"])


def _migrate_to(database: Database, migration: str) -> None:
    config = configuration()
    with database.engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, migration)


def _tables(connection: Connection) -> list[Table]:
    """Return the tables of the database in the order of their foreign keys."""
    metadata = MetaData()
    metadata.reflect(connection)
    return [table for table in metadata.sorted_tables if table.name not in EXCLUDED_TABLES]


def _rows_of(connection: Connection, table: Table) -> Iterator[Row]:
    for row in connection.execute(select(table).order_by(*table.primary_key)).mappings():
        yield {name: _json_value(value) for name, value in row.items()}


def _json_value(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value


def _insert_rows(connection: Connection, rows: dict[str, list[Row]]) -> None:
    for table in _tables(connection):
        if table.name in rows:
            connection.execute(
                insert(table), [_row_from_json(connection, table, row) for row in rows[table.name]]
            )
            _advance_sequence(connection, table)


def _row_from_json(connection: Connection, table: Table, row: Row) -> Row:
    return {
        name: _column_value(connection, table.columns[name], value) for name, value in row.items()
    }


def _column_value(connection: Connection, column: Column[Any], value: Any) -> Any:
    """Return a value in its column's type. SQLite stores times in UTC without a time zone."""
    if value is None:
        return None
    if isinstance(column.type, DateTime):
        moment = datetime.fromisoformat(value)
        return moment if connection.dialect.name == "sqlite" else moment.replace(tzinfo=UTC)
    return date.fromisoformat(value) if isinstance(column.type, Date) else value


def _advance_sequence(connection: Connection, table: Table) -> None:
    """Set PostgreSQL's sequence to the table's highest id."""
    if connection.dialect.name == "postgresql" and "id" in table.columns:
        connection.execute(
            text(
                f"SELECT setval(pg_get_serial_sequence('\"{table.name}\"', 'id'), max(id)) "
                f'FROM "{table.name}"'
            )
        )
