"""What is kept, what is not, and what may be written."""

import pytest
from sqlalchemy import func, select, text, update
from sqlalchemy.exc import DBAPIError

from db.models import FailedSignIn, Source
from db.session import Database, one_at_a_time


def a_source(name: str = "2022/edition.csv") -> Source:
    return Source(position=1, table=name, holds="", source="", licence="", note="")


def fail_half_way(session) -> None:
    add(session)
    raise RuntimeError("half way")


def add_the_same_twice(session) -> None:
    add(session)
    add(session)


def add_impatiently(session) -> None:
    session.execute(text("SET LOCAL lock_timeout = '50ms'"))
    one_at_a_time(session, FailedSignIn)


def sources(database) -> int:
    with database.reading_scope() as session:
        return session.scalar(select(func.count()).select_from(Source))


def test_what_was_done_is_kept_when_all_went_well(database):
    with database.session_scope() as session:
        session.add(a_source())
    assert sources(database) == 1


def test_nothing_is_kept_when_something_raises(database):
    with pytest.raises(RuntimeError, match="half way"), database.session_scope() as session:
        fail_half_way(session)
    assert sources(database) == 0


def test_nothing_is_kept_when_the_last_of_several_changes_is_refused(database):
    with pytest.raises(DBAPIError), database.session_scope() as session:
        add_the_same_twice(session)
    assert sources(database) == 0


def test_what_was_read_can_be_used_after_its_session(database):
    with database.session_scope() as session:
        source = a_source()
        session.add(source)
    assert source.table == "2022/edition.csv"


def add(session) -> None:
    session.add(a_source("2022/rules.csv"))
    session.flush()


def change(session) -> None:
    session.execute(update(Source).values(note="changed"))


def remove(session) -> None:
    session.execute(text("DELETE FROM source"))


def drop(session) -> None:
    session.execute(text("DROP TABLE source"))


def commit_first(session) -> None:
    session.commit()
    add(session)


def test_what_was_only_read_can_be_used_after_its_session_too(database):
    with database.session_scope() as session:
        session.add(a_source())
    with database.reading_scope() as session:
        source = session.scalars(select(Source)).one()
    assert source.table == "2022/edition.csv"


@pytest.mark.parametrize("write", [add, change, remove, drop, commit_first])
def test_a_reading_session_cannot_write(database, write):
    with database.session_scope() as session:
        session.add(a_source())
    with pytest.raises(DBAPIError, match=r"read-?only"), database.reading_scope() as session:
        write(session)
    assert sources(database) == 1


def test_a_database_can_be_written_to_again_after_it_was_read(database):
    assert sources(database) == 0
    with database.session_scope() as session:
        session.add(a_source())
    assert sources(database) == 1


def test_a_reading_session_sees_one_state_however_long_it_lasts(postgresql_database):
    with postgresql_database.reading_scope() as session:
        before = session.scalar(select(func.count()).select_from(Source))
        with postgresql_database.session_scope() as other:
            other.add(a_source())
        assert session.scalar(select(func.count()).select_from(Source)) == before
    assert sources(postgresql_database) == before + 1


def test_a_table_changed_by_one_at_a_time_lets_nobody_else_in(postgresql_database):
    with postgresql_database.session_scope() as session:
        one_at_a_time(session, FailedSignIn)
        with (
            pytest.raises(DBAPIError, match="lock timeout"),
            postgresql_database.session_scope() as other,
        ):
            add_impatiently(other)


def test_a_file_s_writing_sessions_follow_one_another_anyway(sqlite_database):
    with sqlite_database.session_scope() as session:
        one_at_a_time(session, FailedSignIn)
        session.add(a_source())
    assert sources(sqlite_database) == 1


def test_foreign_keys_are_enforced(database):
    with (
        pytest.raises(DBAPIError, match=r"(?i)foreign key"),
        database.session_scope() as session,
    ):
        session.execute(text("INSERT INTO role_held (person_id, role) VALUES (99, 'member')"))


def test_a_file_is_kept_without_a_write_ahead_log(sqlite_database):
    with sqlite_database.reading_scope() as session:
        settings = {
            name: session.connection().exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys", "recursive_triggers")
        }
    assert settings == {
        "journal_mode": "delete",
        "synchronous": 3,
        "foreign_keys": 1,
        "recursive_triggers": 1,
    }


def test_a_database_is_not_touched_before_it_is_used(tmp_path):
    Database(f"sqlite:///{tmp_path / 'new.sqlite'}").close()
    assert list(tmp_path.iterdir()) == []
