"""Whoever changes the database past the product is found out by the log."""

import hashlib
from collections.abc import Iterator
from datetime import timedelta

import pytest
from sqlalchemy import text

from db.loading import load_folder
from db.queries import audit
from db.session import Database
from domain.audit import REFUSED, verify
from domain.terms import Action, Stage
from tests.builders.databases import Databases, template_of
from tests.builders.editions import a_folder
from tests.builders.told import begun, the_whole_way
from tests.builders.workflow import CLERK, OFFICER, UNTIL, act, an_edition
from workflow import audit as audit_of
from workflow import loading, rolling, service, verifying
from workflow.audit import Told
from workflow.given import Given
from workflow.rolling import NextYear

TRIGGERS = (
    "audit_entry_is_not_changed",
    "audit_entry_is_not_removed",
    "frozen_version_is_not_changed",
    "frozen_version_is_not_removed",
)


def _fill(database: Database) -> None:
    with database.session_scope() as session:
        the_whole_way(session)


@pytest.fixture(scope="module")
def template(sqlite_databases) -> str:
    return template_of(sqlite_databases, "told", _fill)


@pytest.fixture
def told(sqlite_databases: Databases, template) -> Iterator[Database]:
    """A database of one's own with the edition published and corrected."""
    with sqlite_databases.copy_of(template) as database:
        yield database


def tamper(database: Database, *statements: str, **values: object) -> None:
    """Change the database past its guards, as someone who holds it can."""
    with database.engine.begin() as connection:
        if database.engine.dialect.name == "postgresql":
            connection.execute(text("SET session_replication_role = replica"))
        else:
            connection.exec_driver_sql("PRAGMA ignore_check_constraints = ON")
            for trigger in TRIGGERS:
                connection.exec_driver_sql(f"DROP TRIGGER IF EXISTS {trigger}")
        for statement in statements:
            assert connection.execute(text(statement), values).rowcount > 0, statement
    database.close()


def found(database: Database) -> str:
    """What is found, in a log whose chain is right."""
    with database.reading_scope() as session:
        assert verify(audit.chain(session)).fault == ""
        return verifying.first_difference(session)


def numbers_of(database: Database, action: str) -> list[int]:
    """The numbers of the entries of an action."""
    with database.reading_scope() as session:
        return [entry.number for entry, _ in audit.chain(session) if entry.action == action]


@pytest.mark.parametrize("stage", Stage)
def test_an_honest_edition_passes_at_every_stage(stages, database, stage):
    with database.session_scope() as session:
        begun(session)
        an_edition(session, stage)
    assert found(database) == ""


def test_every_action_leaves_what_the_log_says(told):
    assert found(told) == ""
    with told.reading_scope() as session:
        done = {entry.action for entry, _ in audit.chain(session)}
    assert {each.value for each in Action} - done == {"withdraw"}


def test_a_withdrawn_edition_and_the_one_after_it_pass(told):
    with told.session_scope() as session:
        edition = an_edition(session, Stage.PUBLISHED)
        rolling.roll_forward(session, 2022, NextYear.after(session, 2022), by=OFFICER)
        act(session, edition, Action.WITHDRAW, CLERK)
    assert found(told) == ""
    tamper(told, "UPDATE notice SET text = 'Nothing.' WHERE id = (SELECT max(id) FROM notice)")
    assert found(told) == (
        f"entry {numbers_of(told, 'withdraw')[0]} says otherwise of notice 2 in the 2022 edition: "
        "its text"
    )


def test_a_change_that_lapsed_passes_and_is_compared(database):
    with database.session_scope() as session:
        begun(session)
        edition = an_edition(session, Stage.AMENDMENT)
        act(session, edition, Action.PROPOSE_AMENDMENT, OFFICER)
        meeting = UNTIL + timedelta(days=14)
        given = Given(edition.version, meeting=meeting)
        late = UNTIL + timedelta(days=1)
        service.take_step(session, edition, Action.SEND_TO_COUNCIL, CLERK, given, today=late)
    assert found(database) == ""
    tamper(database, "UPDATE change SET state = 'signed'")
    assert "says otherwise of change 1 in the 2022 edition: its state" in found(database)


def test_an_edition_that_was_loaded_again_is_compared_from_then_on(database, tmp_path):
    with database.session_scope() as session:
        folder = a_folder(tmp_path)
        loading.load(session, folder.path)
        folder.tell("2022", "introduction", "Another beginning.")
        loading.load(session, folder.path)
    assert found(database) == ""


def test_an_edition_without_an_entry_and_without_a_revision_is_passed_over(database, tmp_path):
    with database.session_scope() as session:
        load_folder(session, a_folder(tmp_path).path)
    assert found(database) == ""


TAMPERED = {
    "a figure": (
        "UPDATE indicator SET value_text = '99%' WHERE slug = 'smoking'",
        (Action.EDIT, "indicator:smoking", "value"),
    ),
    "a figure that nobody edited": (
        "UPDATE indicator SET target_text = '1%' WHERE slug = 'smoking'",
        ("load_edition", "indicator:smoking", "target"),
    ),
    "a rating": (
        "UPDATE indicator SET rating = 'issue' WHERE slug = 'smoking'",
        ("load_edition", "indicator:smoking", "rating"),
    ),
    "a section's text": (
        "UPDATE section SET body = 'All is well.' WHERE slug = 'introduction'",
        (Action.SIGN_CORRECTION, "section:introduction", "body"),
    ),
    "a revision's text": (
        'UPDATE revision SET fields = \'{"body": "No."}\' '
        "WHERE place = 'section:introduction' AND number = 3",
        (Action.SIGN_AMENDMENT, "revision 3 of section:introduction", "fields"),
    ),
    "a revision's writer": (
        "UPDATE revision SET by_name = 'Nobody' WHERE place = 'indicator:smoking' AND number = 2",
        (Action.EDIT, "revision 2 of indicator:smoking", "by_name"),
    ),
    "a sign-off": (
        "UPDATE sign_off SET by_name = 'Nobody' WHERE id = (SELECT min(id) FROM sign_off)",
        (Action.SIGN_OFF_SECTION, "sign-off 1", "by_name"),
    ),
    "the stage": (
        "UPDATE edition SET stage = 'drafting'",
        (Action.PUBLISH, "the standing", "stage"),
    ),
    "the round": ("UPDATE edition SET round = 1", (Action.REFER_BACK, "the standing", "round")),
    "what is published": (
        "UPDATE edition SET published = 'C'",
        (Action.SIGN_CORRECTION, "the standing", "published"),
    ),
    "the digest of the files": (
        "UPDATE edition SET digest = ''",
        ("load_edition", "the standing", "files"),
    ),
    "a version's content": (
        "UPDATE frozen_version SET content = replace(content, 'text', 'tale') WHERE name = 'C'",
        (Action.SEND_TO_COUNCIL, "version C", "content"),
    ),
    "a version's content, with no JSON": (
        "UPDATE frozen_version SET content = 'No.' WHERE name = 'C'",
        (Action.SEND_TO_COUNCIL, "version C", "content"),
    ),
    "a comment's text": (
        "UPDATE comment SET text = 'All is well.' WHERE number = 2",
        (Action.COMMENT, "comment 2", "text"),
    ),
    "a comment's kind": (
        "UPDATE comment SET kind = 'request' WHERE number = 2",
        (Action.COMMENT, "comment 2", "kind"),
    ),
    "a comment's place": (
        "UPDATE comment SET place = 'edition' WHERE number = 2",
        (Action.COMMENT, "comment 2", "place"),
    ),
    "a comment's version": (
        "UPDATE comment SET digest = '' WHERE number = 2",
        (Action.COMMENT, "comment 2", "digest"),
    ),
    "an addendum": (
        "UPDATE addendum SET text = 'Nothing.' WHERE text = 'And another.'",
        (Action.ADD_TO_COMMENT, "addendum 2 to comment 1", "text"),
    ),
    "an answer": (
        "UPDATE comment SET answer = 'No.' WHERE answer = 'A better one.'",
        (Action.ANSWER_COMMENT, "comment 1", "answer"),
    ),
    "a resolution": (
        "UPDATE resolution SET text = 'Do as you like.' WHERE letter = 'b'",
        (Action.RESOLVE, "decision of round 2", "resolutions"),
    ),
    "a delegation": (
        "UPDATE delegation SET until = '2030-01-01'",
        (Action.RESOLVE, "decision of round 2", "delegation"),
    ),
    "the reasons of a decision": (
        "UPDATE decision SET reasons = 'None.'",
        (Action.RESOLVE, "decision of round 2", "reasons"),
    ),
    "a minute": (
        "UPDATE meeting SET minute = '43' WHERE round = 1 AND body = 'cabinet'",
        (Action.REFER_BACK, "meeting of the cabinet in round 1", "minute"),
    ),
    "the vote": (
        "UPDATE motion SET vote = 'Carried by all.'",
        (Action.APPROVE, "motion of round 2", "vote"),
    ),
    "a change's wording": (
        'UPDATE change SET after = \'{"body": "No."}\' WHERE number = 2',
        (Action.PROPOSE_AMENDMENT, "change 2", "after"),
    ),
    "the digest of a change": (
        "UPDATE change SET digest = '' WHERE number = 2",
        (Action.PROPOSE_AMENDMENT, "change 2", "digest"),
    ),
    "why a change was refused": (
        "UPDATE change SET decision = 'For fun.' WHERE number = 2",
        (Action.REFUSE_AMENDMENT, "change 2", "decision"),
    ),
    "who moved a change": (
        "UPDATE change SET mover = 'Nobody' WHERE kind = 'motion'",
        (Action.AMEND_BY_MOTION, "change 3", "carried"),
    ),
    "the digest of a consultation": (
        "UPDATE consultation SET digest = '' WHERE change_id = (SELECT max(change_id) "
        "FROM consultation)",
        (Action.CONSULT, "view 1 of change 2", "digest"),
    ),
    "the view of a consultation": (
        "UPDATE consultation SET view = 'against' WHERE change_id = (SELECT max(change_id) "
        "FROM consultation)",
        (Action.CONSULT, "view 1 of change 2", "view"),
    ),
    "the first wording of a change": (
        "UPDATE wording SET reason = 'For fun.' WHERE id = (SELECT min(id) FROM wording)",
        (Action.PROPOSE_AMENDMENT, "wording 1 of change 1", "reason"),
    ),
    "a notice": (
        "UPDATE notice SET text = 'Nothing.'",
        (Action.SIGN_CORRECTION, "notice 1", "text"),
    ),
}


@pytest.mark.parametrize(("statement", "expected"), TAMPERED.values(), ids=TAMPERED)
def test_what_was_changed_past_the_product_is_named_with_its_entry(told, statement, expected):
    action, thing, name = expected
    tamper(told, statement)
    said = found(told)
    assert f"says otherwise of {thing} in the 2022 edition: its {name}" in said
    assert said.startswith("entry ")
    assert int(said.split()[1]) in numbers_of(told, action)


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


def test_a_version_whose_digest_was_recomputed_is_named_with_the_entry_it_was_frozen_by(told):
    recompute(told, "C", "Adults who smoke", "Adults")
    assert found(told) == (
        f"entry {numbers_of(told, Action.SEND_TO_COUNCIL)[0]} says otherwise of version C in the "
        "2022 edition: its digest"
    )


def test_first_texts_that_were_changed_with_the_tables_are_not_those_that_were_frozen(told):
    tamper(
        told,
        "UPDATE revision SET fields = replace(fields, '45.1%', '95.1%') WHERE number = 1",
        "UPDATE indicator SET value_text = '95.1%' WHERE slug = 'waste-recycled'",
    )
    assert found(told) == (
        f"entry {numbers_of(told, Action.SEND_TO_SCRUTINY)[0]} says otherwise of version A in the "
        "2022 edition: its text at indicator:waste-recycled"
    )


def test_first_texts_that_were_changed_are_not_what_was_edited(told):
    tamper(
        told,
        'UPDATE revision SET fields = \'{"body": "No."}\' '
        "WHERE number = 1 AND place = 'section:introduction'",
    )
    assert found(told) == (
        f"entry {numbers_of(told, Action.EDIT)[0]} does not follow from what stood before it at "
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
def test_what_is_gone_is_named_with_its_entry(told, statement, action, thing):
    tamper(told, statement)
    said = found(told)
    assert f"says otherwise: there is no {thing}" in said
    assert int(said.split()[1]) in numbers_of(told, action)


def test_first_texts_that_are_gone_leave_the_text_without_an_entry(told):
    tamper(told, "DELETE FROM revision WHERE place = 'indicator:waste-recycled'")
    assert found(told) == "there is no entry of indicator:waste-recycled in the 2022 edition"


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
def test_what_no_entry_says_is_named(told, what):
    tamper(told, NEVER_SAID[what])
    assert found(told) == f"there is no entry of {NAMED[what]} in the 2022 edition"


def test_the_end_of_the_log_that_was_cut_off_is_found(told):
    tamper(told, "DELETE FROM audit_entry WHERE number > (SELECT max(number) FROM audit_entry) - 3")
    assert "says otherwise of" in found(told)


def test_a_log_that_was_emptied_is_found(told):
    tamper(told, "DELETE FROM audit_entry")
    assert found(told) == "there is no entry that the 2022 edition was begun by"


def test_a_log_that_was_emptied_with_the_revisions_is_found_by_the_versions(told):
    tamper(told, "DELETE FROM audit_entry", "DELETE FROM revision")
    assert found(told) == "there is no entry that the 2022 edition was begun by"


def test_an_edition_that_was_only_carried_over_needs_its_entry_too(told):
    with told.session_scope() as session:
        rolling.roll_forward(session, 2022, NextYear.after(session, 2022), by=OFFICER)
    tamper(told, "DELETE FROM audit_entry WHERE action = 'roll_forward'")
    assert found(told) == "there is no entry that the 2023 edition was begun by"


def test_an_edition_that_is_gone_is_named_with_its_beginning(told):
    tamper(told, "DELETE FROM edition")
    begun_by = numbers_of(told, "load_edition")[0]
    assert found(told) == f"entry {begun_by} says otherwise: there is no edition of 2022 now"


def test_a_refusal_alone_begins_no_edition(database):
    with database.session_scope() as session:
        about = Told("edition:2031", "the 2031 edition")
        audit_of.record(session, OFFICER, Action.EDIT.value, about, outcome=REFUSED)
    assert found(database) == ""


def test_what_cannot_be_read_is_said_so(told):
    tamper(told, "UPDATE edition SET stage = 'nowhere'")
    assert found(told).startswith("what stands of the 2022 edition cannot be read: ")


CONTRADICTIONS = {
    "a move": (
        Told("edition:2022", "", {"stage": "council"}, {"stage": "approved"}),
        Action.RECALL,
        "moves the 2022 edition from where it did not stand",
    ),
    "a version": (
        Told("edition:2022", "", after={"version": "C", "digest": "0" * 64}),
        Action.PUBLISH,
        "names a version C that was not frozen so",
    ),
}


@pytest.mark.parametrize(("about", "action", "why"), CONTRADICTIONS.values(), ids=CONTRADICTIONS)
def test_an_entry_that_does_not_follow_from_those_before_it_is_named(told, about, action, why):
    with told.session_scope() as session:
        number = audit_of.record(session, OFFICER, action.value, about).number
    assert found(told) == f"entry {number} {why}"


@pytest.fixture
def on_postgresql(postgresql_databases) -> Iterator[Database]:
    template = template_of(postgresql_databases, "told", _fill)
    with postgresql_databases.copy_of(template) as database:
        yield database


def test_on_postgresql_what_was_changed_is_found_too(on_postgresql):
    assert found(on_postgresql) == ""
    recompute(on_postgresql, "C", "Adults who smoke", "Adults")
    assert "says otherwise of version C in the 2022 edition: its digest" in found(on_postgresql)
    tamper(on_postgresql, "UPDATE section SET body = 'No.' WHERE slug = 'recommendations'")
    tamper(on_postgresql, "UPDATE comment SET text = 'No.' WHERE number = 1")
    assert "says otherwise of comment 1 in the 2022 edition: its text" in found(on_postgresql)
    tamper(on_postgresql, "DELETE FROM audit_entry")
    assert found(on_postgresql) == "there is no entry that the 2022 edition was begun by"
