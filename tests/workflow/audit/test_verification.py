"""Whoever changes the database past the product is found out by the log."""

import hashlib
from collections.abc import Iterator
from datetime import timedelta

import pytest
from sqlalchemy import text

from db.loading import load_folder
from db.queries import audit
from db.session import Database
from domain.audit_chain import REFUSED
from domain.editions.terms import Stage
from domain.governance.terms import Action
from tests.builders import templates
from tests.builders.editions import a_folder
from tests.builders.scripted_history import a_logged_edition
from tests.builders.workflow import CLERK, OFFICER, UNTIL, act, an_edition
from tests.workflow.tampering import log_fault, numbers_of, tamper
from workflow import audit_log as audit_of
from workflow.audit_log import EntryDetails
from workflow.editions import rolling_forward
from workflow.editions.rolling_forward import NextYear
from workflow.governance import service
from workflow.governance.step_input import StepInput
from workflow.intake import loading


@pytest.mark.parametrize("stage", Stage)
def test_an_honest_edition_passes_at_every_stage(stages, database, stage):
    with database.session_scope() as session:
        a_logged_edition(session)
        an_edition(session, stage)
    assert log_fault(database) == ""


def test_every_action_leaves_what_the_log_says(published_database):
    assert log_fault(published_database) == ""
    with published_database.reading_scope() as session:
        done = {entry.action for entry, _ in audit.chain(session)}
    assert {action.value for action in Action} - done == {"withdraw"}


def test_a_withdrawn_edition_and_the_one_after_it_pass(published_database):
    with published_database.session_scope() as session:
        edition = an_edition(session, Stage.PUBLISHED)
        rolling_forward.roll_forward(session, 2022, NextYear.after(session, 2022), by=OFFICER)
        act(session, edition, Action.WITHDRAW, CLERK)
    assert log_fault(published_database) == ""
    tamper(
        published_database,
        "UPDATE notice SET text = 'Nothing.' WHERE id = (SELECT max(id) FROM notice)",
    )
    assert log_fault(published_database) == (
        f"entry {numbers_of(published_database, 'withdraw')[0]} says otherwise of notice 2 in the 2022 edition: "
        "its text"
    )


def test_a_change_that_lapsed_passes_and_is_compared(database):
    with database.session_scope() as session:
        a_logged_edition(session)
        edition = an_edition(session, Stage.AMENDMENT)
        act(session, edition, Action.PROPOSE_AMENDMENT, OFFICER)
        meeting = UNTIL + timedelta(days=14)
        step_input = StepInput(edition.version, meeting=meeting)
        late = UNTIL + timedelta(days=1)
        service.take_step(session, edition, Action.SEND_TO_COUNCIL, CLERK, step_input, today=late)
    assert log_fault(database) == ""
    tamper(database, "UPDATE change SET state = 'signed'")
    assert "says otherwise of change 1 in the 2022 edition: its state" in log_fault(database)


def test_an_edition_that_was_loaded_again_is_compared_from_then_on(database, tmp_path):
    with database.session_scope() as session:
        folder = a_folder(tmp_path)
        loading.load(session, folder.path)
        folder.write_narrative("2022", "introduction", "Another beginning.")
        loading.load(session, folder.path)
    assert log_fault(database) == ""


def test_an_edition_without_an_entry_and_without_a_revision_is_passed_over(database, tmp_path):
    with database.session_scope() as session:
        load_folder(session, a_folder(tmp_path).path)
    assert log_fault(database) == ""


RECOMPUTED = "UPDATE frozen_version SET content = :content, digest = :digest WHERE name = :name"


def recompute(database: Database, name: str, old: str, new: str) -> None:
    """Give a version another content, with the digest of it."""
    with database.engine.connect() as connection:
        wanted = text("SELECT content FROM frozen_version WHERE name = :name")
        was = connection.execute(wanted, {"name": name}).scalar_one()
    content = was.replace(old, new)
    assert content != was
    digest = hashlib.sha256(content.encode()).hexdigest()
    tamper(database, RECOMPUTED, content=content, digest=digest, name=name)


def test_a_version_whose_digest_was_recomputed_is_named_with_the_entry_it_was_frozen_by(
    published_database,
):
    recompute(published_database, "C", "Adults who smoke", "Adults")
    assert log_fault(published_database) == (
        f"entry {numbers_of(published_database, Action.SEND_TO_COUNCIL)[0]} says otherwise of version C in the "
        "2022 edition: its digest"
    )


def test_first_texts_that_were_changed_with_the_tables_are_not_those_that_were_frozen(
    published_database,
):
    tamper(
        published_database,
        "UPDATE revision SET fields = replace(fields, '45.1%', '95.1%') WHERE number = 1",
        "UPDATE indicator SET value_text = '95.1%' WHERE slug = 'waste-recycled'",
    )
    assert log_fault(published_database) == (
        f"entry {numbers_of(published_database, Action.SEND_TO_SCRUTINY)[0]} says otherwise of version A in the "
        "2022 edition: its text at indicator:waste-recycled"
    )


def test_first_texts_that_were_changed_are_not_what_was_edited(published_database):
    tamper(
        published_database,
        'UPDATE revision SET fields = \'{"body": "No."}\' '
        "WHERE number = 1 AND place = 'section:introduction'",
    )
    assert log_fault(published_database) == (
        f"entry {numbers_of(published_database, Action.EDIT)[0]} does not follow from what stood before it at "
        "section:introduction"
    )


GONE = {
    "a comment": ("DELETE FROM comment WHERE number = 2", Action.COMMENT, "comment 2"),
    "a version": ("DELETE FROM frozen_version WHERE name = 'B'", "send_to_cabinet", "version B"),
    "a section": (
        "DELETE FROM section WHERE slug = 'introduction'",
        Action.SIGN_CORRECTION,
        "section:",
    ),
    "a decision": ("DELETE FROM decision", Action.RESOLVE, "decision of round 2"),
}


@pytest.mark.parametrize(("statement", "action", "thing"), GONE.values(), ids=GONE)
def test_what_is_gone_is_named_with_its_entry(published_database, statement, action, thing):
    tamper(published_database, statement)
    fault = log_fault(published_database)
    assert f"says otherwise: there is no {thing}" in fault
    assert int(fault.split()[1]) in numbers_of(published_database, action)


def test_first_texts_that_are_gone_leave_the_text_without_an_entry(published_database):
    tamper(published_database, "DELETE FROM revision WHERE place = 'indicator:waste-recycled'")
    assert (
        log_fault(published_database)
        == "there is no entry of indicator:waste-recycled in the 2022 edition"
    )


NEVER_SAID = {
    "a notice": "INSERT INTO notice (edition_id, version, text, at) "
    "SELECT edition_id, version, text, at FROM notice",
    "a comment": "INSERT INTO comment (edition_id, round, number, place, kind, text, by, by_name, "
    "drafted_at, submitted_at, digest, outcome, answer, answered_by_name) SELECT edition_id, "
    "round, 9, place, kind, text, by, by_name, drafted_at, submitted_at, digest, outcome, answer, "
    "answered_by_name FROM comment WHERE number = 1",
    "a section": "INSERT INTO section (edition_id, position, slug, document, title, outcome, "
    "sub_outcome, body) SELECT edition_id, 99, 'new', document, title, outcome, sub_outcome, body "
    "FROM section WHERE slug = 'introduction'",
}
NAMED = {"a notice": "notice 2", "a comment": "comment 9", "a section": "section:new"}


@pytest.mark.parametrize("what", NEVER_SAID)
def test_what_no_entry_says_is_named(published_database, what):
    tamper(published_database, NEVER_SAID[what])
    assert (
        log_fault(published_database) == f"there is no entry of {NAMED[what]} in the 2022 edition"
    )


def test_the_end_of_the_log_that_was_cut_off_is_found(published_database):
    tamper(
        published_database,
        "DELETE FROM audit_entry WHERE number > (SELECT max(number) FROM audit_entry) - 3",
    )
    assert "says otherwise of" in log_fault(published_database)


UNBEGUN = "there is no entry that the {} edition was begun by"


def test_a_log_that_was_emptied_is_found(published_database):
    tamper(published_database, "DELETE FROM audit_entry")
    assert log_fault(published_database) == UNBEGUN.format(2022)


def test_a_log_that_was_emptied_with_the_revisions_is_found_by_the_versions(published_database):
    tamper(published_database, "DELETE FROM audit_entry", "DELETE FROM revision")
    assert log_fault(published_database) == UNBEGUN.format(2022)


def test_an_edition_that_was_only_carried_over_needs_its_entry_too(published_database):
    with published_database.session_scope() as session:
        rolling_forward.roll_forward(session, 2022, NextYear.after(session, 2022), by=OFFICER)
    tamper(published_database, "DELETE FROM audit_entry WHERE action = 'roll_forward'")
    assert log_fault(published_database) == UNBEGUN.format(2023)


def test_an_edition_that_is_gone_is_named_with_its_beginning(published_database):
    tamper(published_database, "DELETE FROM edition")
    begun_by = numbers_of(published_database, "load_edition")[0]
    assert (
        log_fault(published_database)
        == f"entry {begun_by} says otherwise: there is no edition of 2022 now"
    )


def test_a_refusal_alone_begins_no_edition(database):
    with database.session_scope() as session:
        about = EntryDetails("edition:2031", "the 2031 edition")
        audit_of.record(session, OFFICER, Action.EDIT.value, about, outcome=REFUSED)
    assert log_fault(database) == ""


def test_what_cannot_be_read_is_said_so(published_database):
    tamper(published_database, "UPDATE edition SET stage = 'nowhere'")
    assert log_fault(published_database).startswith(
        "what stands of the 2022 edition cannot be read: "
    )


CONTRADICTIONS = {
    "a move": (
        EntryDetails("edition:2022", "", {"stage": "council"}, {"stage": "approved"}),
        Action.RECALL,
        "moves the 2022 edition from where it did not stand",
    ),
    "a version": (
        EntryDetails("edition:2022", "", after={"version": "C", "digest": "0" * 64}),
        Action.PUBLISH,
        "names a version C that was not frozen so",
    ),
}


@pytest.mark.parametrize(("about", "action", "why"), CONTRADICTIONS.values(), ids=CONTRADICTIONS)
def test_an_entry_that_does_not_follow_from_those_before_it_is_named(
    published_database, about, action, why
):
    with published_database.session_scope() as session:
        number = audit_of.record(session, OFFICER, action.value, about).number
    assert log_fault(published_database) == f"entry {number} {why}"


@pytest.fixture
def on_postgresql(postgresql_databases) -> Iterator[Database]:
    template = templates.went_the_whole_way(postgresql_databases)
    with postgresql_databases.copy_of(template) as database:
        yield database


def test_on_postgresql_what_was_changed_is_found_too(on_postgresql):
    assert log_fault(on_postgresql) == ""
    recompute(on_postgresql, "C", "Adults who smoke", "Adults")
    assert "says otherwise of version C in the 2022 edition: its digest" in log_fault(on_postgresql)
    tamper(on_postgresql, "UPDATE section SET body = 'No.' WHERE slug = 'recommendations'")
    tamper(on_postgresql, "UPDATE comment SET text = 'No.' WHERE number = 1")
    assert "says otherwise of comment 1 in the 2022 edition: its text" in log_fault(on_postgresql)
    tamper(on_postgresql, "DELETE FROM audit_entry")
    assert log_fault(on_postgresql) == UNBEGUN.format(2022)
