"""A demonstration is made once, and left as it is after that."""

import stat
from pathlib import Path

import pytest
from alembic import command
from sqlalchemy import text

from app import demonstration
from db.migrating import configuration
from db.queries import editions, governance, indicators, sections
from db.queries import people as queries
from db.session import Database
from domain.editions.terms import Document, Stage
from domain.errors import NotFound
from domain.people.demonstration import PASSWORD, PEOPLE
from domain.terms import Role
from tests.app.markup import read
from tests.app.product import Browser, a_product
from tests.builders import ANOTHER_PASSWORD, templates
from tests.builders.audit import entries
from workflow.people import accounts

pytestmark = pytest.mark.unmeasured


@pytest.fixture
def prepared(sqlite_databases):
    """A demonstration of one's own, as it was just made."""
    with sqlite_databases.copy_of(templates.demonstrated(sqlite_databases)) as database:
        yield database


def everything(database) -> bytes:
    """The whole database; SQLite leaves its file alone where nothing is written."""
    return Path(database.engine.url.database).read_bytes()


def test_a_second_start_changes_nothing_and_says_nothing(prepared):
    before = everything(prepared)
    assert list(demonstration.prepare(prepared)) == []
    assert everything(prepared) == before


def test_what_was_changed_in_a_demonstration_stays_changed(prepared):
    with prepared.session_scope() as session:
        accounts.set_password(session, "member", ANOTHER_PASSWORD)
        accounts.disable(session, "clerk")
    before = everything(prepared)
    assert list(demonstration.prepare(prepared)) == []
    assert everything(prepared) == before


def test_there_is_a_person_for_each_role_and_a_second_officer_to_sign_off(prepared):
    with prepared.reading_scope() as session:
        people_made = queries.demonstration(session)
        assert sorted(role for person in people_made for role in person.roles) == sorted(
            [*Role, Role.BI_OFFICER]
        )


def test_2022_is_published_as_a_record_and_2023_begun_from_it(prepared):
    with prepared.reading_scope() as session:
        following, shipped = governance.everything(session)
        assert (shipped.year, shipped.stage, shipped.record) == (2022, Stage.PUBLISHED, True)
        assert (following.year, following.stage, following.record) == (2023, Stage.DRAFTING, False)
        begun = indicators.of_edition(session, 2023)
        assert len(begun) == 243
        assert {str(row.value) for row in begun} == {""}
        assert editions.latest(session).year == 2022


@pytest.mark.parametrize("stage", [Stage.COUNCIL, Stage.WITHDRAWN])
def test_wherever_the_editions_stand_a_start_changes_nothing_and_says_nothing(prepared, stage):
    with prepared.session_scope() as session:
        session.execute(text("UPDATE edition SET stage = :stage"), {"stage": stage.value})
    before = everything(prepared)
    assert list(demonstration.prepare(prepared)) == []
    assert everything(prepared) == before


def test_somebody_who_is_missing_is_added_and_the_others_are_left_alone(prepared):
    with prepared.session_scope() as session:
        session.execute(text("DELETE FROM person WHERE username = 'second'"))
    (added,) = demonstration.prepare(prepared)
    assert "1 person" in added
    assert list(demonstration.prepare(prepared)) == []


def test_without_the_officer_the_next_edition_is_not_begun(sqlite_database):
    with (
        sqlite_database.session_scope() as session,
        pytest.raises(NotFound, match="“officer”"),
    ):
        demonstration.begin_next(session)


def test_a_demonstration_shows_who_can_sign_in_and_says_what_it_is(prepared):
    app = a_product(prepared.engine.url.render_as_string(), demonstration=True)
    browser = Browser(app)
    page = read(browser.text("/sign-in")).one("main").text
    assert PASSWORD in page
    assert [username for username, _, _ in PEOPLE if username not in page] == []
    assert "Demonstration copy" in read(browser.text("/")).text
    for username, _, _ in PEOPLE:
        assert browser.sign_in(username, PASSWORD).status_code == 303


def test_the_secret_is_random_kept_and_readable_by_its_owner_alone(tmp_path):
    beside = tmp_path / "new" / "compendium.sqlite"
    secret = demonstration.secret_beside(beside)
    assert len(secret) >= 48
    assert demonstration.secret_beside(beside) == secret
    assert demonstration.secret_beside(tmp_path / "compendium.sqlite") != secret
    file = beside.with_name("demonstration-secret")
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a_secret_cut_short_by_a_crash_is_made_again(tmp_path):
    beside = tmp_path / "compendium.sqlite"
    (tmp_path / "demonstration-secret").write_text("", encoding="ascii")
    secret = demonstration.secret_beside(beside)
    assert len(secret) >= 32
    assert demonstration.secret_beside(beside) == secret


def test_what_a_demonstration_was_made_of_is_written_down(prepared):
    written = [entry.action for entry in entries(prepared) if not entry.role]
    assert written == [
        "load_edition",
        "load_comparison",
        *["add_person"] * len(PEOPLE),
        "roll_forward",
    ]


def test_the_steps_of_2022_are_written_down_as_those_of_a_record(prepared):
    steps = [entry for entry in entries(prepared) if entry.role]
    assert {entry.actor_name.rpartition(" ")[2] for entry in steps} == {"(record)"}
    moves = [entry.action for entry in steps if "stage" in entry.after]
    assert moves == [
        "send_to_scrutiny",
        "refer_to_cabinet",
        "send_to_cabinet",
        "resolve",
        "send_to_council",
        "approve",
        "publish",
    ]


def take_back(database: Database, revision: str) -> None:
    """Let a demonstration be as one that was made when this was the newest migration."""
    with database.session_scope() as session:
        session.execute(text("DELETE FROM edition WHERE year > 2022"))
        session.execute(text("DELETE FROM person WHERE username = 'second'"))
        session.execute(text("UPDATE edition SET digest = :old"), {"old": "0" * 64})
    config = configuration()
    with database.engine.begin() as connection:
        config.attributes["connection"] = connection
        command.downgrade(config, revision)


@pytest.mark.parametrize("revision", ["0003", "0004"], ids=["the narrative", "the workflow"])
def test_a_demonstration_from_before_there_was_something_is_given_it(prepared, revision):
    take_back(prepared, revision)
    assert [sentence.partition(" ")[0] for sentence in demonstration.prepare(prepared)] == [
        "Making", "Loading", "Replaced", "The", "Took", "Added", "Began",
    ]  # fmt: skip
    with prepared.reading_scope() as session:
        assert len(sections.of_document(session, 2022, Document.DELIVERY_REPORT)) == 28
    assert list(demonstration.prepare(prepared)) == []
