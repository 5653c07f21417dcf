"""People, by the questions that signing in and the account pages ask."""

import pytest

from db.queries import people
from domain.terms import Role
from tests.builders import a_person
from workflow.people import accounts as service

pytestmark = pytest.mark.usefixtures("cheap_passwords")


def test_a_person_is_found_whatever_the_capitals_of_the_user_name(database):
    a_person(database, "officer")
    with database.reading_scope() as session:
        assert people.by_username(session, " Officer ").username == "officer"
        assert people.by_username(session, "nobody") is None


def test_everyone_comes_by_name_with_their_roles(database):
    with database.session_scope() as session:
        service.add(session, "zoe", "Ann Zeller", [Role.LEADER, Role.MEMBER], "x" * 12)
        service.add(session, "ann", "Zoe Archer", [], "x" * 12)
    with database.reading_scope() as session:
        everyone = people.everyone(session)
    assert [(person.name, person.roles) for person in everyone] == [
        ("Ann Zeller", {Role.LEADER, Role.MEMBER}),
        ("Zoe Archer", set()),
    ]


def test_the_people_of_a_demonstration_come_in_the_order_they_were_made(database):
    a_person(database, "real")
    with database.session_scope() as session:
        for username in ("zoe", "ann"):
            service.add(session, username, "A Name", [], "short", demonstration=True)
    with database.reading_scope() as session:
        assert [person.username for person in people.demonstration(session)] == ["zoe", "ann"]
