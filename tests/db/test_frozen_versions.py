"""Frozen versions stay as they were frozen, whichever way somebody tries to change one."""

import json

import pytest
from sqlalchemy import delete, insert, select, text, update
from sqlalchemy.exc import DatabaseError

from db.models import AppendOnly, Edition, FrozenVersion
from domain.editions.content import canonical, digest_of
from domain.editions.terms import Stage
from tests.builders.stages import stages_in
from workflow.editions import frozen_versions

TABLE = FrozenVersion.__table__
COLUMNS = ", ".join(column.name for column in TABLE.columns)
EMPTIED = COLUMNS.replace("content", "'{}'")
BULK = [
    update(FrozenVersion).values(content="{}"),
    update(FrozenVersion).where(FrozenVersion.name == "A").values(name="Z"),
    delete(FrozenVersion),
    delete(FrozenVersion).where(FrozenVersion.name == "B"),
]
CORE = [
    update(TABLE).values(content="{}"),
    update(TABLE).values(digest="0" * 64),
    delete(TABLE),
    text("UPDATE frozen_version SET content = '{}'"),
    text("DELETE FROM frozen_version"),
    text("DELETE FROM edition"),
]


@pytest.fixture
def approved(databases):
    """An approved edition, with versions A, B and C."""
    with stages_in(databases).at(Stage.APPROVED) as database:
        yield database


def kept(database) -> list[tuple]:
    with database.reading_scope() as session:
        return [tuple(row) for row in session.execute(select(TABLE).order_by(TABLE.c.id))]


def change(row: FrozenVersion, column: str) -> None:
    setattr(row, column, type(getattr(row, column))(99))


def a_version(session) -> FrozenVersion:
    return session.scalars(select(FrozenVersion).limit(1)).one()


def test_every_version_reads_back_to_its_digest(approved):
    with approved.reading_scope() as session:
        versions = session.scalars(select(FrozenVersion).order_by(FrozenVersion.id)).all()
        assert [version.name for version in versions] == ["A", "B", "C"]
        for version in versions:
            assert digest_of(frozen_versions.content_in(version)) == version.digest
            assert canonical(json.loads(version.content)) == version.content


@pytest.mark.parametrize(
    "column", ["content", "digest", "name", "round", "revision_id", "by_name", "edition_id"]
)
def test_no_column_of_a_version_can_be_changed_through_its_object(approved, column):
    before = kept(approved)
    with pytest.raises(AppendOnly), approved.session_scope() as session:
        change(a_version(session), column)
    assert kept(approved) == before


def test_a_version_cannot_be_deleted_through_its_object(approved):
    before = kept(approved)
    with pytest.raises(AppendOnly), approved.session_scope() as session:
        session.delete(a_version(session))
    assert kept(approved) == before


def test_an_edition_cannot_take_its_versions_along_when_it_is_deleted(approved):
    before = kept(approved)
    with pytest.raises(DatabaseError), approved.session_scope() as session:
        session.delete(session.scalars(select(Edition)).one())
    assert kept(approved) == before


@pytest.mark.parametrize("statement", BULK, ids=str)
def test_the_session_refuses_to_change_many_versions_at_once(approved, statement):
    before = kept(approved)
    with pytest.raises(AppendOnly), approved.session_scope() as session:
        session.execute(statement)
    assert kept(approved) == before


@pytest.mark.parametrize("statement", CORE, ids=str)
def test_the_database_itself_refuses_to_change_a_version(approved, statement):
    before = kept(approved)
    with pytest.raises(DatabaseError), approved.session_scope() as session:
        session.execute(statement)
    assert kept(approved) == before


@pytest.mark.parametrize("statement", CORE, ids=str)
def test_a_connection_without_a_session_is_refused_as_well(approved, statement):
    before = kept(approved)
    with pytest.raises(DatabaseError), approved.engine.begin() as connection:
        connection.execute(statement)
    assert kept(approved) == before


@pytest.mark.parametrize("unique", ["id", "name"])
def test_a_second_version_cannot_take_the_place_of_one(approved, unique):
    before = kept(approved)
    with approved.reading_scope() as session:
        row = dict(session.execute(select(TABLE).limit(1)).mappings().one())
    other = {"id": {"name": "Z"}, "name": {"id": 99}}[unique]
    with pytest.raises(DatabaseError), approved.session_scope() as session:
        session.execute(insert(FrozenVersion).values({**row, **other, "content": "{}"}))
    assert kept(approved) == before


def test_a_replacing_insert_does_not_walk_past_the_guards_of_sqlite(sqlite_databases):
    with stages_in(sqlite_databases).at(Stage.APPROVED) as approved:
        before = kept(approved)
        replacing = (
            f"INSERT OR REPLACE INTO frozen_version ({COLUMNS}) "
            f"SELECT {EMPTIED} FROM frozen_version"
        )
        with pytest.raises(DatabaseError), approved.session_scope() as session:
            session.execute(text(replacing))
        assert kept(approved) == before


@pytest.mark.parametrize(
    "statement",
    [
        "TRUNCATE frozen_version",
        "TRUNCATE edition CASCADE",
        f"INSERT INTO frozen_version ({COLUMNS}) SELECT {COLUMNS} FROM frozen_version "
        "ON CONFLICT (id) DO UPDATE SET content = '{}'",
    ],
)
def test_emptying_and_upserting_are_refused_by_postgresql(postgresql_databases, statement):
    with stages_in(postgresql_databases).at(Stage.APPROVED) as approved:
        before = kept(approved)
        with pytest.raises(DatabaseError), approved.session_scope() as session:
            session.execute(text(statement))
        assert kept(approved) == before


def test_a_version_that_was_changed_behind_the_product_s_back_is_not_used(sqlite_databases):
    with stages_in(sqlite_databases).at(Stage.APPROVED) as approved:
        with approved.engine.begin() as connection:
            connection.exec_driver_sql("DROP TRIGGER frozen_version_is_not_changed")
            connection.exec_driver_sql("UPDATE frozen_version SET content = '{}'")
        with approved.reading_scope() as session, pytest.raises(frozen_versions.NotIntact):
            frozen_versions.content_in(a_version(session))
