"""Where notices to a person are sent."""

import pytest

from db.queries import people as queries
from domain.errors import CompendiumError, NotFound
from domain.terms import RecordedEvent, Role
from tests.builders import A_PASSWORD, a_person, an_actor, is_signed_in, signed_in
from tests.builders.audit import entries
from workflow.people import accounts

ADDRESS = "jane.smith@leics.gov.uk"
pytestmark = pytest.mark.usefixtures("cheap_passwords")


def email_of(database, username="officer") -> str:
    with database.reading_scope() as session:
        return queries.by_username(session, username).email


def set_email(database, address, **more) -> str:
    with database.session_scope() as session:
        return accounts.set_email(session, "officer", address, **more)


def test_somebody_can_be_added_with_an_address(sqlite_database):
    with sqlite_database.session_scope() as session:
        accounts.add(session, "jane", "Jane Smith", [], A_PASSWORD, email=f" {ADDRESS} ")
    assert email_of(sqlite_database, "jane") == ADDRESS
    assert entries(sqlite_database)[-1].after["email"] == ADDRESS


def test_nobody_is_added_with_an_unfit_one(sqlite_database):
    with (
        pytest.raises(CompendiumError, match="“jane”"),
        sqlite_database.session_scope() as session,
    ):
        accounts.add(session, "jane", "Jane Smith", [], A_PASSWORD, email="jane")
    assert entries(sqlite_database) == []


def test_an_address_is_set_changed_and_taken_away_and_each_time_written_down(sqlite_database):
    a_person(sqlite_database)
    admin = an_actor(Role.ADMINISTRATOR, username="admin")
    assert set_email(sqlite_database, ADDRESS, by=admin) == ADDRESS
    assert set_email(sqlite_database, " other@leics.gov.uk ") == "other@leics.gov.uk"
    assert set_email(sqlite_database, " ") == ""
    assert email_of(sqlite_database) == ""
    notices = [
        (entry.actor, entry.role, entry.subject, entry.before, entry.after)
        for entry in entries(sqlite_database)
        if entry.action == RecordedEvent.SET_EMAIL
    ]
    other = "other@leics.gov.uk"
    assert notices == [
        ("admin", "administrator", "person:officer", {"email": ""}, {"email": ADDRESS}),
        ("-", "", "person:officer", {"email": ADDRESS}, {"email": other}),
        ("-", "", "person:officer", {"email": other}, {"email": ""}),
    ]


def test_the_same_address_again_is_not_written_down(sqlite_database):
    a_person(sqlite_database)
    set_email(sqlite_database, ADDRESS)
    before = entries(sqlite_database)
    set_email(sqlite_database, ADDRESS)
    assert entries(sqlite_database) == before


def test_an_unfit_address_changes_nothing(sqlite_database):
    a_person(sqlite_database)
    set_email(sqlite_database, ADDRESS)
    with pytest.raises(CompendiumError, match="“jane”"):
        set_email(sqlite_database, "jane")
    assert email_of(sqlite_database) == ADDRESS


def test_nobody_is_signed_out_by_a_new_address(sqlite_database):
    a_person(sqlite_database)
    token = signed_in(sqlite_database)
    set_email(sqlite_database, ADDRESS)
    assert is_signed_in(sqlite_database, token)


def test_somebody_who_is_not_there_has_no_address(sqlite_database):
    with pytest.raises(NotFound), sqlite_database.session_scope() as session:
        accounts.set_email(session, "nobody", ADDRESS)
