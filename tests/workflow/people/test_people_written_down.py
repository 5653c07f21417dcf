"""Changes to accounts: each is written down with who made it, and nothing of a password."""

import pytest

from db.queries import people as queries
from domain.errors import CompendiumError
from domain.terms import Role
from tests.builders import A_PASSWORD, ANOTHER_PASSWORD, HERE, a_person, an_actor
from tests.builders.audit import entries, exported
from tests.builders.database_faults import DatabaseFault, failing
from workflow.access import COMMAND_LINE
from workflow.people import accounts

pytestmark = pytest.mark.usefixtures("cheap_passwords")

ADMINISTRATOR = an_actor(Role.ADMINISTRATOR, username="boss")
CHANGES = {
    "disable_person": (accounts.disable, ()),
    "enable_person": (accounts.enable, ()),
    "set_roles": (accounts.set_roles, ([Role.LEADER],)),
    "set_password": (accounts.set_password, (ANOTHER_PASSWORD,)),
}


@pytest.fixture
def database(sqlite_database):
    """SQLite alone: people and the log are tried on both kinds."""
    return sqlite_database


def do(database, service, *given, **more) -> None:
    with database.session_scope() as session:
        service(session, *given, **more)


def add(database, username="officer", **more) -> None:
    do(database, accounts.add, username, "An Officer", [Role.BI_OFFICER], A_PASSWORD, **more)


def changeable(database, action: str) -> None:
    """Bring the officer to where this action changes something: only the disabled are enabled."""
    if action == "enable_person":
        do(database, accounts.disable, "officer")


def changed(database) -> tuple:
    """What the last entry says changed."""
    last = entries(database)[-1]
    return last.action, last.before, last.after


def test_an_added_account_is_written_down_with_its_name_and_roles(database):
    add(database)
    (entry,) = entries(database)
    assert (entry.subject, entry.subject_title) == ("person:officer", "An Officer")
    assert changed(database) == (
        "add_person",
        {},
        {"name": "An Officer", "roles": ["bi_officer"], "can_sign_in": True},
    )


def test_disabling_and_enabling_say_whether_the_person_can_sign_in(database):
    add(database)
    do(database, accounts.disable, "officer")
    assert changed(database) == ("disable_person", {"can_sign_in": True}, {"can_sign_in": False})
    do(database, accounts.enable, "officer")
    assert changed(database) == ("enable_person", {"can_sign_in": False}, {"can_sign_in": True})


def test_new_roles_are_written_down_beside_the_old_ones(database):
    add(database)
    do(database, accounts.set_roles, "officer", [Role.SCRUTINY, Role.LEADER, Role.LEADER])
    assert changed(database) == (
        "set_roles",
        {"roles": ["bi_officer"]},
        {"roles": ["leader", "scrutiny"]},
    )
    do(database, accounts.set_roles, "officer", [])
    assert changed(database) == ("set_roles", {"roles": ["leader", "scrutiny"]}, {"roles": []})


@pytest.mark.parametrize("action", ["disable_person", "enable_person", "set_roles"])
def test_asking_again_for_what_is_so_already_leaves_no_entry(database, action):
    add(database)
    changeable(database, action)
    service, given = CHANGES[action]
    do(database, service, "officer", *given)
    before = entries(database), state(database)
    do(database, service, "officer", *given)
    assert (entries(database), state(database)) == before


def test_setting_the_same_password_again_is_written_down_for_it_ends_what_is_open(database):
    add(database)
    for _ in range(2):
        do(database, accounts.set_password, "officer", ANOTHER_PASSWORD)
    assert [entry.action for entry in entries(database)][1:] == ["set_password"] * 2


def test_a_new_password_is_written_down_without_any_word_of_it(database):
    add(database)
    do(database, accounts.set_password, "officer", ANOTHER_PASSWORD)
    assert changed(database) == ("set_password", {}, {})


@pytest.mark.parametrize("action", CHANGES)
def test_a_change_by_an_administrator_names_them_and_the_role_they_used(database, action):
    add(database, by=ADMINISTRATOR)
    changeable(database, action)
    service, given = CHANGES[action]
    do(database, service, "officer", *given, by=ADMINISTRATOR)
    first, *_, last = entries(database)
    assert [first.action, last.action] == ["add_person", action]
    for entry in (first, last):
        assert (entry.actor, entry.actor_name, entry.role, entry.outcome) == (
            "boss",
            "An Officer",
            "administrator",
            "done",
        )
        assert (entry.subject, entry.reason, entry.authority) == ("person:officer", "", "")


@pytest.mark.parametrize("action", CHANGES)
def test_a_change_that_names_nobody_is_the_command_line_s(database, action):
    add(database)
    changeable(database, action)
    service, given = CHANGES[action]
    do(database, service, "officer", *given)
    assert {(entry.actor, entry.actor_name, entry.role) for entry in entries(database)} == {
        ("-", "The command line", "")
    }
    assert not COMMAND_LINE.signed_in


def test_one_s_own_new_password_is_written_down_as_one_s_own_doing(database):
    a_person(database)
    accounts.change_own_password(database, an_actor(), A_PASSWORD, ANOTHER_PASSWORD, HERE)
    entry = entries(database)[-1]
    assert (entry.action, entry.actor, entry.subject) == (
        "set_password",
        "officer",
        "person:officer",
    )
    assert entry.role == ""


def test_no_password_and_no_hash_of_one_is_ever_in_the_log(database):
    add(database)
    for service, given in CHANGES.values():
        do(database, service, "officer", *given)
        with database.reading_scope() as session:
            kept = queries.by_username(session, "officer").password_hash
        log = exported(database)
        assert len(log.splitlines()) > 1
        assert [
            word for word in (A_PASSWORD, ANOTHER_PASSWORD, kept, "argon2") if word in log
        ] == []


@pytest.mark.parametrize(
    ("service", "given"),
    [
        (accounts.add, ("boss", "Another", [], A_PASSWORD)),
        (accounts.add, ("B@D", "Another", [], A_PASSWORD)),
        (accounts.add, ("another", "Another", [], "short")),
        (accounts.disable, ("boss",)),
        (accounts.disable, ("nobody",)),
        (accounts.enable, ("nobody",)),
        (accounts.set_roles, ("boss", [Role.MEMBER])),
        (accounts.set_roles, ("nobody", [Role.MEMBER])),
        (accounts.set_password, ("boss", "short")),
    ],
)
def test_a_change_that_is_refused_leaves_no_entry(database, service, given):
    a_person(database, "boss", [Role.ADMINISTRATOR])
    before = entries(database)
    with pytest.raises(CompendiumError):
        do(database, service, *given)
    assert entries(database) == before


def test_a_wrong_present_password_leaves_no_entry(database):
    a_person(database)
    before = entries(database)
    with pytest.raises(CompendiumError):
        accounts.change_own_password(database, an_actor(), "a wrong one", ANOTHER_PASSWORD, HERE)
    assert entries(database) == before


def test_a_fault_after_a_change_leaves_neither_the_change_nor_its_entry(database):
    add(database)
    before = entries(database)

    def disable_and_fail() -> None:
        with database.session_scope() as session:
            accounts.disable(session, "officer")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        disable_and_fail()
    assert entries(database) == before
    with database.reading_scope() as session:
        assert queries.by_username(session, "officer").disabled_at is None


@pytest.mark.parametrize("action", CHANGES)
def test_a_change_that_cannot_be_written_down_is_not_made(database, action):
    add(database)
    changeable(database, action)
    before = entries(database), state(database)
    service, given = CHANGES[action]
    with pytest.raises(DatabaseFault), failing(database, "INSERT INTO audit_entry"):
        do(database, service, "officer", *given)
    assert (entries(database), state(database)) == before


def state(database) -> tuple:
    with database.reading_scope() as session:
        person = queries.by_username(session, "officer")
        return person.roles, person.password_hash, person.disabled_at
