"""Migrations make the tables that the models describe."""

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import inspect

from db.base import Base
from db.migrating import configuration, is_pending, migrate

TABLES = {table.name for table in Base.metadata.sorted_tables}


@pytest.fixture
def tables(bare_database):
    return lambda: set(inspect(bare_database.engine).get_table_names()) - {"alembic_version"}


def downgrade(database) -> None:
    config = configuration()
    with database.engine.begin() as connection:
        config.attributes["connection"] = connection
        command.downgrade(config, "base")


def differences(database) -> list[object]:
    with database.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        return compare_metadata(context, Base.metadata)


def test_migrations_and_models_agree(database):
    assert differences(database) == []


def test_migrations_go_up_and_down_and_up_again(bare_database, tables):
    migrate(bare_database)
    assert tables() == TABLES
    downgrade(bare_database)
    assert tables() == set()
    migrate(bare_database)
    assert tables() == TABLES
    assert differences(bare_database) == []


def test_a_database_says_whether_it_lacks_a_step(bare_database):
    assert is_pending(bare_database)
    migrate(bare_database)
    assert not is_pending(bare_database)
    downgrade(bare_database)
    assert is_pending(bare_database)


def test_migrating_twice_changes_nothing(bare_database, tables):
    migrate(bare_database)
    migrate(bare_database)
    assert tables() == TABLES
