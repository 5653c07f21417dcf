"""Writing down: in the change's own transaction, one after the other, never to be changed."""

import threading

import pytest
from sqlalchemy import delete, insert, select, text, update
from sqlalchemy.exc import DatabaseError

from db.models import AppendOnly, AuditEntry
from db.queries import audit as queries
from domain.audit_chain import GENESIS, Verification, from_line, verify
from workflow import audit_log
from workflow.access import Actor
from workflow.audit_log import EntryDetails

OFFICER = Actor(1, "officer", "Olive Officer")
COLUMNS = ", ".join(column.name for column in AuditEntry.__table__.columns)


def write(database, number: int = 1, **given: object) -> None:
    with database.session_scope() as session:
        for place in range(number):
            details = EntryDetails("section:aims", "Aims", {"n": place}, {"n": place + 1}, **given)
            audit_log.record(session, OFFICER, "edit", details, role="bi_officer")


def rows(database) -> list[AuditEntry]:
    with database.reading_scope() as session:
        return list(session.scalars(select(AuditEntry).order_by(AuditEntry.number)))


def verified(database) -> Verification:
    with database.reading_scope() as session:
        return verify(queries.chain(session))


def test_an_entry_says_who_when_what_and_follows_the_one_before(database):
    write(database, 2)
    first, second = rows(database)
    assert (first.number, first.previous) == (1, GENESIS)
    assert (second.number, second.previous) == (2, first.hash)
    assert (first.actor, first.actor_name, first.role) == ("officer", "Olive Officer", "bi_officer")
    assert first.at.endswith("Z")
    assert first.outcome == "done"
    assert verified(database) == Verification(2, second.hash)


def test_only_what_changed_is_kept(database):
    with database.session_scope() as session:
        details = EntryDetails(
            "edition:2022", "2022", {"a": 1, "b": 2, "c": 3}, {"a": 1, "b": 9, "d": None}
        )
        audit_log.record(session, OFFICER, "edit", details)
    (entry,) = rows(database)
    assert (entry.before, entry.after) == ({"b": 2, "c": 3}, {"b": 9, "d": None})


def test_an_entry_goes_with_the_change_that_failed(database):
    def fail() -> None:
        with database.session_scope() as session:
            audit_log.record(session, OFFICER, "edit", EntryDetails("section:aims", "Aims"))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert rows(database) == []


def test_the_head_is_the_last_hash_and_an_empty_log_s_is_where_chains_begin(database):
    with database.reading_scope() as session:
        assert queries.head(session) == (0, GENESIS)
    write(database, 3)
    with database.reading_scope() as session:
        assert queries.head(session) == (3, rows(database)[-1].hash)


def test_an_export_reads_back_as_the_log(database):
    write(database, 3, reason="Zoë’s “reason”\nin two lines")
    with database.reading_scope() as session:
        lines = list(queries.export(session))
        assert [from_line(line) for line in lines] == list(queries.chain(session))


def test_an_object_cannot_be_changed_or_deleted(database):
    write(database)
    with pytest.raises(AppendOnly), database.session_scope() as session:
        session.scalar(select(AuditEntry)).reason = "another"
    with pytest.raises(AppendOnly), database.session_scope() as session:
        session.delete(session.scalar(select(AuditEntry)))
    assert verified(database).entries == 1


@pytest.mark.parametrize(
    "statement", [update(AuditEntry).values(reason="another"), delete(AuditEntry)], ids=str
)
def test_the_session_refuses_to_change_many_at_once(database, statement):
    write(database)
    with pytest.raises(AppendOnly), database.session_scope() as session:
        session.execute(statement)
    assert verified(database).entries == 1


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE audit_entry SET reason = 'another'",
        "DELETE FROM audit_entry",
        f"INSERT INTO audit_entry ({COLUMNS}) SELECT {COLUMNS} FROM audit_entry",
    ],
)
def test_the_database_itself_refuses(database, statement):
    write(database, 2)
    with pytest.raises(DatabaseError), database.session_scope() as session:
        session.execute(text(statement))
    assert verified(database).entries == 2


def test_a_replacing_insert_does_not_walk_past_sqlite_s_guards(sqlite_database):
    write(sqlite_database, 2)
    replacing = f"INSERT OR REPLACE INTO audit_entry ({COLUMNS}) SELECT {COLUMNS} FROM audit_entry"
    with pytest.raises(DatabaseError), sqlite_database.session_scope() as session:
        session.execute(text(replacing))
    assert verified(sqlite_database).entries == 2


def test_emptying_the_table_is_refused_by_postgresql(postgresql_database):
    write(postgresql_database, 2)
    with pytest.raises(DatabaseError), postgresql_database.session_scope() as session:
        session.execute(text("TRUNCATE audit_entry"))
    assert verified(postgresql_database).entries == 2


def test_an_entry_that_does_not_follow_is_refused(database):
    write(database, 1)
    (first,) = rows(database)
    given = {column.name: getattr(first, column.name) for column in AuditEntry.__table__.columns}
    for wrong in ({"number": 3}, {"number": 2, "previous": GENESIS}):
        with pytest.raises(DatabaseError), database.session_scope() as session:
            session.execute(insert(AuditEntry).values({**given, "hash": "0" * 64, **wrong}))
    assert verified(database).entries == 1


def test_eight_who_write_at_once_follow_one_another(database):
    together = threading.Barrier(8)

    def one() -> None:
        together.wait()
        write(database)

    writers = [threading.Thread(target=one) for _ in range(8)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    result = verified(database)
    assert (result.entries, result.fault) == (8, "")
