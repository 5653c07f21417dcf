"""What is done over the web and by commands is written down with who did it."""

import pytest

from db.session import Database
from domain.audit_chain import Entry
from domain.terms import Role
from tests.app.product import Browser, database_of
from tests.app.web.test_gate import refusal
from tests.builders import A_PASSWORD, ANOTHER_PASSWORD, a_folder
from tests.builders.audit import entries, exported

NEW = {"username": "someone", "name": "Some One", "role": ["member"], "password": A_PASSWORD}
FORMS = {
    "add_person": ("/people/add", NEW),
    "set_roles": ("/people/roles", {"username": "member", "role": ["scrutiny"]}),
    "disable_person": ("/people/disable", {"username": "member"}),
    "enable_person": ("/people/enable", {"username": "member"}),
    "set_password": ("/people/password", {"username": "member", "password": ANOTHER_PASSWORD}),
}
COMMANDS = {
    "add_person": ("add", "visitor", "A Visitor", "member"),
    "set_roles": ("role", "member", "scrutiny"),
    "disable_person": ("disable", "member"),
    "enable_person": ("enable", "member"),
    "set_password": ("password", "member"),
}


@pytest.fixture
def admin(own_app) -> Browser:
    return Browser(own_app).sign_in_as(Role.ADMINISTRATOR)


def of(url: str) -> list[Entry]:
    """What is written down in the database that commands use."""
    database = Database(url)
    found = entries(database)
    database.close()
    return found


@pytest.mark.parametrize("action", FORMS)
def test_a_form_of_the_administrator_is_written_down_as_theirs(admin, action):
    if action == "enable_person":
        admin.post(*FORMS["disable_person"])
    before = entries(database_of(admin.app))
    address, given = FORMS[action]
    assert admin.post(address, given).status_code == 303
    *earlier, entry = entries(database_of(admin.app))
    assert earlier == before
    assert (entry.action, entry.actor, entry.role) == (action, "administrator", "administrator")
    assert entry.subject == f"person:{given['username']}"


def test_one_s_own_new_password_is_written_down_as_one_s_own(own_app):
    browser = Browser(own_app).sign_in_as(Role.MEMBER)
    new = {"old": A_PASSWORD, "new": ANOTHER_PASSWORD, "again": ANOTHER_PASSWORD}
    assert browser.post("/account/password", new).status_code == 303
    entry = entries(database_of(own_app))[-1]
    assert (entry.action, entry.actor, entry.role) == ("set_password", "member", "")
    assert entry.subject == "person:member"


@pytest.mark.parametrize(
    ("address", "given"),
    [
        ("/people/add", {**NEW, "username": "member"}),
        ("/people/add", {**NEW, "password": "short"}),
        ("/people/roles", {"username": "administrator", "role": ["member"]}),
        ("/people/disable", {"username": "administrator"}),
        ("/people/disable", {"username": "nobody"}),
        ("/people/password", {"username": "member", "password": "short"}),
        ("/account/password", {"old": "x", "new": ANOTHER_PASSWORD, "again": ANOTHER_PASSWORD}),
    ],
)
def test_a_form_that_is_refused_leaves_no_entry(admin, address, given):
    before = entries(database_of(admin.app))
    assert refusal(admin.post(address, given))
    assert entries(database_of(admin.app)) == before


def test_signing_in_and_out_and_reading_leave_no_entry(own_app):
    before = entries(database_of(own_app))
    browser = Browser(own_app).sign_in_as(Role.SCRUTINY)
    browser.get("/audit-log")
    browser.post("/sign-out")
    assert entries(database_of(own_app)) == before


def test_after_every_form_no_password_is_in_the_log(admin):
    for address, given in FORMS.values():
        admin.post(address, given)
    log = exported(database_of(admin.app))
    assert len(log.splitlines()) == len(Role) + len(FORMS)
    assert [word for word in (A_PASSWORD, ANOTHER_PASSWORD, "argon2") if word in log] == []


@pytest.mark.parametrize("action", ["disable_person", "enable_person", "set_roles"])
def test_a_form_sent_twice_is_written_down_once(admin, action):
    admin.post(*FORMS["disable_person"])
    admin.post(*FORMS[action])
    before = entries(database_of(admin.app))
    assert admin.post(*FORMS[action]).status_code == 303
    assert entries(database_of(admin.app)) == before


@pytest.mark.parametrize("action", COMMANDS)
def test_a_command_on_people_is_written_down_as_the_command_line_s(loaded, said, typing, action):
    if action == "enable_person":
        said("person", *COMMANDS["disable_person"])
    before = of(loaded)
    typing(ANOTHER_PASSWORD)
    said("person", *COMMANDS[action])
    *earlier, entry = of(loaded)
    assert earlier == before
    assert (entry.action, entry.actor, entry.actor_name, entry.role) == (
        action,
        "-",
        "The command line",
        "",
    )
    assert entry.subject == f"person:{COMMANDS[action][1]}"


@pytest.mark.parametrize(
    "command", [("add", "member", "Another"), ("disable", "administrator"), ("enable", "nobody")]
)
def test_a_command_that_is_refused_leaves_no_entry(loaded, refused, typing, command):
    before = of(loaded)
    typing(A_PASSWORD)
    refused("person", *command)
    assert of(loaded) == before


def test_loading_by_a_command_is_written_down_once(url, said, tables):
    said("migrate")
    said("load", str(tables.path.parent))
    said("load", str(tables.path.parent))
    assert [(each.action, each.actor_name) for each in of(url)] == [
        ("load_edition", "The command line"),
        ("load_comparison", "The command line"),
    ]


def test_loading_that_fails_by_a_command_leaves_no_entry(url, said, refused, tmp_path):
    folder = a_folder(tmp_path / "faulty")
    folder.put("2022/sections.csv", 2, position="first")
    said("migrate")
    refused("load", str(folder.path))
    assert of(url) == []
