"""Moments, and words behind check constraints."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import func, inspect, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import IntegrityError, StatementError

from db.base import Base, Moment
from db.models import FailedSignIn, Indicator, RoleHeld
from tests.builders import a_person

SUMMER_TIME = timezone(timedelta(hours=1))
WHEN = datetime(2022, 9, 7, 15, 30, 12, 345678, tzinfo=SUMMER_TIME)
WORDS = [
    ("polarity", "up"),
    ("direction", "better"),
    ("rating", "good"),
    ("rule_method", "guess"),
    ("rule_tolerance_in", "pounds"),
]


def keep(database, when: datetime) -> None:
    with database.session_scope() as session:
        session.add(FailedSignIn(username="somebody", address="192.0.2.1", at=when))


def test_a_moment_comes_back_in_utc(database):
    keep(database, WHEN)
    with database.reading_scope() as session:
        kept = session.scalars(select(FailedSignIn.at)).one()
    assert kept == WHEN
    assert kept.utcoffset() == timedelta(0)


def test_a_moment_without_its_zone_is_refused_and_not_guessed(database):
    with pytest.raises(StatementError, match="a moment needs its time zone"):
        keep(database, datetime(2022, 9, 7, 15, 30))  # noqa: DTZ001 - the point of it
    with database.reading_scope() as session:
        assert session.scalar(select(func.count()).select_from(FailedSignIn)) == 0


def test_moments_of_different_zones_are_compared_as_moments(database):
    keep(database, WHEN)
    with database.reading_scope() as session:
        later = WHEN.astimezone(UTC) + timedelta(seconds=1)
        asked = select(func.count()).select_from(FailedSignIn)
        assert session.scalar(asked.where(FailedSignIn.at < later)) == 1
        assert session.scalar(asked.where(FailedSignIn.at > later)) == 0


@pytest.mark.parametrize("dialect", [sqlite.dialect(), postgresql.dialect()])
def test_no_moment_stays_no_moment(dialect):
    assert Moment().process_bind_param(None, dialect) is None
    assert Moment().process_result_value(None, dialect) is None


@pytest.mark.parametrize("dialect", [sqlite.dialect(), postgresql.dialect()])
@given(
    st.datetimes(
        datetime(1900, 1, 2),  # noqa: DTZ001 - hypothesis adds the zone
        datetime(2200, 1, 1),  # noqa: DTZ001 - likewise
        timezones=st.integers(-14, 14).map(lambda hours: timezone(timedelta(hours=hours))),
    )
)
def test_every_moment_comes_back_the_same(dialect, when):
    kept = Moment().process_bind_param(when, dialect)
    back = Moment().process_result_value(kept, dialect)
    assert back == when
    assert back.utcoffset() == timedelta(0)


@pytest.mark.parametrize(("column", "word"), WORDS)
def test_a_word_that_is_not_declared_is_refused_by_the_database(loaded_database, column, word):
    with (
        pytest.raises(IntegrityError, match=f"ck_indicator_{column}"),
        loaded_database.session_scope() as session,
    ):
        session.connection().exec_driver_sql(f"UPDATE indicator SET {column} = '{word}'")


def test_a_role_that_is_not_declared_is_refused_by_the_database(database, cheap_passwords):
    a_person(database)
    with (
        pytest.raises(IntegrityError, match="ck_role_held_role"),
        database.session_scope() as session,
    ):
        session.connection().exec_driver_sql("UPDATE role_held SET role = 'king'")


def test_a_word_that_is_not_declared_is_refused_before_the_database_sees_it(loaded_database):
    with pytest.raises(StatementError), loaded_database.session_scope() as session:
        session.execute(update(Indicator).values(polarity="up"))


def test_every_constraint_has_the_name_the_models_give_it(database):
    inspector = inspect(database.engine)
    for table in Base.metadata.sorted_tables:
        kinds = (
            inspector.get_check_constraints(table.name),
            inspector.get_unique_constraints(table.name),
            inspector.get_foreign_keys(table.name),
            [inspector.get_pk_constraint(table.name)],
        )
        names = {constraint["name"] for kind in kinds for constraint in kind}
        assert None not in names
        assert names == {constraint.name for constraint in table.constraints}


def test_roles_are_kept_as_readable_words(database, cheap_passwords):
    a_person(database)
    with database.reading_scope() as session:
        kept = session.connection().exec_driver_sql("SELECT role FROM role_held").scalars().all()
        assert kept == [held.value for held in session.scalars(select(RoleHeld.role))]
        assert kept == ["bi_officer"]
