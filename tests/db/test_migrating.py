"""Migrations make the tables that the models describe."""

import numpy as np
import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection, inspect, text

from db.base import Base
from db.columns import unpacked
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


OLD_VALUES = [
    ("jobs", "2020/21", "E10000018", 4.0, None, None),
    ("jobs", "2020/21", "E10000030", 0.0, -0.5, 0.5),
    ("jobs", "2021/22", "E10000030", -3.25, None, 1.0),
    ("roads", "2020", "E10000018", 7.0, 6.0, 8.0),
]
"""Rows of the table of values before they were held as columns."""


def test_benchmark_values_of_an_older_database_are_carried_into_columns_and_back(bare_database):
    with bare_database.engine.begin() as connection:
        steps = configuration()
        steps.attributes["connection"] = connection
        command.upgrade(steps, "0006")
        _insert_old_values(connection)
        command.upgrade(steps, "0007")
        grid = unpacked(connection.scalar(text("SELECT figures FROM comparison_release")))
        assert grid.areas == ("E10000018", "E10000030")
        assert grid.series == (("jobs", "2020/21"), ("jobs", "2021/22"), ("roads", "2020"))
        value, lower, upper = grid.figures
        np.testing.assert_array_equal(value, [[4, 0], [np.nan, -3.25], [7, np.nan]])
        np.testing.assert_array_equal(lower, [[np.nan, -0.5], [np.nan, np.nan], [6, np.nan]])
        np.testing.assert_array_equal(upper, [[np.nan, 0.5], [np.nan, 1], [8, np.nan]])
        command.downgrade(steps, "0006")
        rows = connection.execute(text(SELECT_OLD_VALUES)).all()
    assert [tuple(row) for row in rows] == OLD_VALUES


SELECT_OLD_VALUES = (
    "SELECT i.slug, v.period, v.area_code, v.value, v.lower, v.upper FROM benchmark_value v "
    "JOIN benchmark_indicator i ON i.id = v.indicator_id ORDER BY i.id, v.period, v.area_code"
)


def _insert_old_values(connection: Connection) -> None:
    connection.execute(text("INSERT INTO comparison_release VALUES ('the digest')"))
    for position, code in enumerate(("E10000018", "E10000030")):
        connection.execute(
            text(
                "INSERT INTO area (code, position, name, official_name, area_class, region) "
                "VALUES (:code, :position, :code, :code, 'county', '')"
            ),
            {"code": code, "position": position},
        )
    for number, slug in enumerate(("jobs", "roads"), start=1):
        connection.execute(
            text(
                "INSERT INTO benchmark_indicator (id, slug, name, theme, subject, county_function, "
                'polarity, unit, "primary", publisher, source, note) '
                "VALUES (:id, :slug, :slug, 'economy', '', true, 'high', '%', true, '', '', '')"
            ),
            {"id": number, "slug": slug},
        )
    for slug, *row in OLD_VALUES:
        names = ("period", "area_code", "value", "lower", "upper")
        connection.execute(
            text(
                "INSERT INTO benchmark_value VALUES ((SELECT id FROM benchmark_indicator "
                "WHERE slug = :slug), :period, :area_code, :value, :lower, :upper)"
            ),
            {"slug": slug, **dict(zip(names, row, strict=True))},
        )
