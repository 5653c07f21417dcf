"""People: adding and disabling them, their roles and passwords."""

import pytest

from db.queries import people as queries
from domain.errors import CompendiumError, NotFound
from domain.terms import Role
from tests.builders import (
    A_PASSWORD,
    ANOTHER_PASSWORD,
    HERE,
    a_person,
    an_actor,
    is_signed_in,
    signed_in,
)
from workflow import clock
from workflow.people import accounts, passwords, sessions
from workflow.people.passwords import PasswordRefused
from workflow.people.sessions import SignInRefused, TooManyAttempts

pytestmark = pytest.mark.usefixtures("cheap_passwords")


def add(database, username="officer", name="An Officer", password=A_PASSWORD, **others):
    with database.session_scope() as session:
        return accounts.add(session, username, name, [Role.BI_OFFICER], password, **others)


def everyone(database) -> list[str]:
    with database.reading_scope() as session:
        return [person.username for person in queries.everyone(session)]


def roles(database, username="officer") -> frozenset[Role]:
    with database.reading_scope() as session:
        return queries.by_username(session, username).roles


def do(database, service, *given):
    with database.session_scope() as session:
        return service(session, *given)


def test_somebody_added_can_sign_in_with_their_roles(database):
    with database.session_scope() as session:
        accounts.add(
            session,
            " Officer ",
            " Ann Archer ",
            [Role.LEADER, Role.MEMBER, Role.LEADER],
            A_PASSWORD,
        )
    token = signed_in(database)
    with database.reading_scope() as session:
        actor = sessions.actor_of(session, token)
    assert (actor.username, actor.name) == ("officer", "Ann Archer")
    assert actor.roles == {Role.LEADER, Role.MEMBER}
    assert actor.signed_in


@pytest.mark.parametrize(
    "username", ["", "a", "-ann", ".ann", "ann archer", "ann@example", "änn", "a" * 61, "ann\0"]
)
def test_an_unfit_user_name_is_refused(database, username):
    with pytest.raises(CompendiumError, match="2 to 60"):
        add(database, username)
    assert everyone(database) == []


@pytest.mark.parametrize("username", ["ab", "a" * 60, "0ann", "ann.archer_2-b"])
def test_a_fit_user_name_is_taken(database, username):
    add(database, username)
    assert everyone(database) == [username]


@pytest.mark.parametrize("username", ["officer", "OFFICER", " officer"])
def test_a_user_name_that_is_taken_is_refused(database, username):
    add(database)
    with pytest.raises(CompendiumError, match=r"already .* “officer”"):
        add(database, username)
    assert everyone(database) == ["officer"]


@pytest.mark.parametrize("name", ["", "  ", "x" * 121])
def test_a_person_needs_a_name_that_can_be_kept(database, name):
    with pytest.raises(CompendiumError, match="at most 120"):
        add(database, name=name)
    assert everyone(database) == []


def test_a_weak_password_is_refused_except_in_a_demonstration(database):
    with pytest.raises(PasswordRefused):
        add(database, password="short")
    assert everyone(database) == []
    add(database, password="short", demonstration=True)
    assert signed_in(database, password="short")


@pytest.mark.parametrize(
    ("service", "given"),
    [
        (accounts.disable, ()),
        (accounts.enable, ()),
        (accounts.set_roles, ([Role.MEMBER],)),
        (accounts.set_password, (ANOTHER_PASSWORD,)),
    ],
)
def test_nothing_can_be_done_to_a_person_who_is_not_there(database, service, given):
    with pytest.raises(NotFound, match="“nobody”"):
        do(database, service, "nobody", *given)


def test_somebody_disabled_cannot_sign_in_until_enabled_again(database):
    a_person(database)
    do(database, accounts.disable, "officer")
    with pytest.raises(SignInRefused, match=sessions.NOT_RIGHT):
        signed_in(database)
    do(database, accounts.enable, "officer")
    assert is_signed_in(database, signed_in(database))


def test_disabling_twice_keeps_the_first_moment(database, time_machine):
    a_person(database)
    time_machine.move_to("2022-09-01T12:00:00Z", tick=False)
    first = clock.now()
    do(database, accounts.disable, "officer")
    time_machine.move_to("2022-09-02T12:00:00Z", tick=False)
    do(database, accounts.disable, "officer")
    with database.reading_scope() as session:
        assert queries.by_username(session, "officer").disabled_at == first


def test_somebody_has_exactly_the_roles_they_were_given_last(database):
    a_person(database, roles=[Role.MEMBER, Role.SCRUTINY])
    do(database, accounts.set_roles, "officer", [Role.SCRUTINY, Role.LEADER, Role.LEADER])
    assert roles(database) == {Role.SCRUTINY, Role.LEADER}
    do(database, accounts.set_roles, "officer", [])
    assert roles(database) == set()


@pytest.mark.parametrize(
    ("service", "given"),
    [
        (accounts.disable, ()),
        (accounts.set_roles, ([Role.MEMBER],)),
        (accounts.set_roles, ([Role.BI_OFFICER],)),
        (accounts.set_password, (ANOTHER_PASSWORD,)),
    ],
)
def test_a_change_to_an_account_ends_every_sign_in_of_that_person_only(database, service, given):
    a_person(database)
    a_person(database, "other")
    tokens = [signed_in(database) for _ in range(3)]
    other = signed_in(database, "other")
    do(database, service, "officer", *given)
    assert [is_signed_in(database, token) for token in tokens] == [False] * 3
    assert is_signed_in(database, other)


def test_a_sign_in_from_before_a_disabling_does_not_come_back_with_the_account(database):
    a_person(database)
    token = signed_in(database)
    do(database, accounts.disable, "officer")
    do(database, accounts.enable, "officer")
    assert not is_signed_in(database, token)


def test_a_new_password_replaces_the_old_one(database):
    a_person(database)
    do(database, accounts.set_password, "officer", ANOTHER_PASSWORD)
    with pytest.raises(SignInRefused):
        signed_in(database)
    assert signed_in(database, password=ANOTHER_PASSWORD)


def test_an_unfit_new_password_changes_nothing(database):
    a_person(database)
    token = signed_in(database)
    with pytest.raises(PasswordRefused):
        do(database, accounts.set_password, "officer", "short")
    assert is_signed_in(database, token)
    assert signed_in(database)


def test_changing_one_s_own_password_keeps_only_this_browser_signed_in(database):
    a_person(database)
    old = [signed_in(database) for _ in range(2)]
    fresh = accounts.change_own_password(database, an_actor(), A_PASSWORD, ANOTHER_PASSWORD, HERE)
    assert [is_signed_in(database, token) for token in old] == [False, False]
    assert is_signed_in(database, fresh)
    assert signed_in(database, password=ANOTHER_PASSWORD)


def test_one_s_own_password_is_not_changed_without_the_present_one(database):
    a_person(database)
    token = signed_in(database)
    with pytest.raises(SignInRefused, match="present password"):
        accounts.change_own_password(
            database, an_actor(), "a wrong password", ANOTHER_PASSWORD, HERE
        )
    assert is_signed_in(database, token)
    assert signed_in(database)


def test_guessing_the_present_password_is_slowed_down_like_signing_in(database):
    a_person(database)
    for _ in range(sessions.MOST_FAILURES_A_NAME):
        with pytest.raises(SignInRefused, match="not right"):
            accounts.change_own_password(database, an_actor(), "a guess", ANOTHER_PASSWORD, HERE)
    with pytest.raises(TooManyAttempts):
        accounts.change_own_password(database, an_actor(), A_PASSWORD, ANOTHER_PASSWORD, HERE)


def test_only_a_hash_of_a_password_is_kept(database):
    person = add(database)
    assert A_PASSWORD not in person.password_hash
    assert passwords.matches(A_PASSWORD, person.password_hash)


def test_the_last_administrator_can_be_neither_disabled_nor_given_other_roles(database):
    a_person(database, "boss", [Role.ADMINISTRATOR])
    with pytest.raises(CompendiumError, match="the last administrator"):
        do(database, accounts.disable, "boss")
    with pytest.raises(CompendiumError, match="the last administrator"):
        do(database, accounts.set_roles, "boss", [Role.MEMBER])
    assert roles(database, "boss") == {Role.ADMINISTRATOR}
    assert signed_in(database, "boss")


def test_one_of_two_administrators_can_go(database):
    a_person(database, "boss", [Role.ADMINISTRATOR])
    a_person(database, "second", [Role.ADMINISTRATOR])
    do(database, accounts.disable, "second")
    with pytest.raises(CompendiumError, match="the last administrator"):
        do(database, accounts.set_roles, "boss", [])


@pytest.mark.parametrize("name", ["Bob\x01", "Nul\x00", "\u202eeht", "zero\u200bwidth", "\ud800"])
def test_a_name_with_characters_that_cannot_be_seen_is_refused(database, name):
    with pytest.raises(CompendiumError, match="can be seen"):
        add(database, name=name)
    assert everyone(database) == []
