"""The record of an edition whose papers are published: its steps, taken when it is loaded."""

import shutil
from datetime import date

import pytest

from db.models import FrozenVersion
from db.queries import editions, governance
from domain.editions.terms import Stage
from domain.errors import CompendiumError, Unreadable
from domain.governance.record import Comment, GovernanceRecord
from domain.governance.terms import Body, CommentKind, CommentOutcome
from domain.terms import Role
from readers.tables import FaultyTables
from tests.builders import a_folder, templates
from tests.builders.audit import entries
from tests.db.test_loading import contents
from workflow.intake import loading
from workflow.intake.records import UNKNOWN

PROCESS = "2022/process.csv"
ANSWER, SECOND = 7, 9
"""Lines of the small table: the answer to the request, the recommendation that delegates."""
TOOK = "Took the 2022 edition through 7 stages, as its papers tell."


@pytest.fixture
def folder(tmp_path):
    return a_folder(tmp_path).with_papers()


def load(database, folder) -> list[str]:
    with database.session_scope() as session:
        return loading.load(session, folder.path)


@pytest.fixture(scope="module")
def taken_on(databases, migrated_template, tmp_path_factory):
    """A database that the small edition was loaded into with its papers, for reading."""
    with databases.copy_of(migrated_template) as database:
        load(database, a_folder(tmp_path_factory.mktemp("papers")).with_papers())
        yield database


def record(database, year: int = 2022) -> GovernanceRecord:
    with database.reading_scope() as session:
        return governance.record_of(session, year)


def remarks(database) -> list[Comment]:
    with database.reading_scope() as session:
        return governance.remarks(session, 2022)


def test_an_edition_whose_papers_are_told_of_is_published_when_it_is_loaded(database, folder):
    assert load(database, folder)[-1] == TOOK
    kept = record(database).status
    assert (kept.stage, kept.record, kept.round) == (Stage.PUBLISHED, True, 1)
    assert kept.published == "C"
    with database.reading_scope() as session:
        assert editions.latest(session).year == 2022


def test_an_edition_without_such_papers_is_a_draft(database, tmp_path):
    assert TOOK not in load(database, a_folder(tmp_path))
    kept = record(database).status
    assert (kept.stage, kept.record, kept.published) == (Stage.DRAFTING, False, "")


def test_of_two_editions_the_one_with_papers_alone_is_taken_on(database, folder):
    shutil.copytree(folder.path / "2022", folder.path / "2023")
    folder.put("2023/edition.csv", 2, year="2023")
    (folder.path / "2023" / "process.csv").unlink()
    load(database, folder)
    assert record(database).status.stage is Stage.PUBLISHED
    assert record(database, 2023).status.stage is Stage.DRAFTING


def test_the_bodies_met_on_the_days_of_the_papers(taken_on):
    assert {met.body: met.on for met in record(taken_on).meetings} == {
        Body.SCRUTINY: date(2022, 11, 9),
        Body.CABINET: date(2022, 11, 25),
        Body.COUNCIL: date(2022, 12, 7),
    }


def test_the_commission_s_points_and_the_answers_are_those_of_the_papers(taken_on):
    view, request = remarks(taken_on)
    assert (view.number, view.kind, view.text) == (1, CommentKind.VIEW, "Recycling does well.")
    assert (view.answer, view.outcome) == ("", CommentOutcome.OPEN)
    assert (request.kind, request.text) == (CommentKind.REQUEST, "Say more about smoking.")
    assert (request.answer, request.outcome) == ("The next edition will.", CommentOutcome.NEXT_YEAR)


def test_a_view_may_be_answered_too(database, folder):
    folder.put(PROCESS, ANSWER, key="1", text="It does.")
    load(database, folder)
    view, request = remarks(database)
    assert (view.answer, view.outcome) == ("It does.", CommentOutcome.DONE)
    assert request.answer == UNKNOWN


def test_the_cabinet_resolved_what_was_recommended_and_delegated_amendments(taken_on):
    decision = record(taken_on).decision
    assert [(each.letter, each.text) for each in decision.resolutions] == [
        ("a", "Note the progress."),
        ("b", "Authorise the Chief Executive to amend."),
    ]
    assert all(each.text == each.recommended for each in decision.resolutions)
    assert decision.delegation.letter == "b"
    assert decision.delegation.until == date(2022, 12, 7)


def test_where_nothing_was_delegated_the_record_has_no_delegation(database, folder):
    folder.put(PROCESS, SECOND, text="Thank the officers.")
    load(database, folder)
    assert record(database).decision.delegation is None
    assert record(database).status.stage is Stage.PUBLISHED


def test_the_motion_names_the_version_that_was_published(taken_on):
    kept = record(taken_on)
    assert [version.name for version in kept.versions] == ["A", "B", "C"]
    assert kept.motion.text == "That the edition be approved."
    assert (kept.motion.version, kept.motion.digest) == ("C", kept.versions[-1].digest)
    assert kept.motion.carried_on == date(2022, 12, 7)


def test_what_the_papers_do_not_tell_is_said_to_be_unknown(taken_on):
    kept = record(taken_on)
    decision, motion = kept.decision, kept.motion
    assert {
        decision.minute,
        decision.reasons,
        decision.options_rejected,
        decision.interests,
        decision.dispensations,
        motion.minute,
    } == {UNKNOWN}
    assert motion.vote == f"Carried. {UNKNOWN}"
    assert (motion.mover, motion.seconder) == (f"Mover: {UNKNOWN}", f"Seconder: {UNKNOWN}")


def test_every_step_is_written_down_by_people_of_the_record_who_have_no_account(taken_on):
    steps = [entry for entry in entries(taken_on) if entry.role]
    assert {entry.role for entry in steps} == {
        Role.BI_OFFICER,
        Role.SCRUTINY,
        Role.DEMOCRATIC_SERVICES,
    }
    assert {entry.actor.split("-")[0] for entry in steps} == {"record"}
    assert all(entry.actor_name.endswith("(record)") for entry in steps)
    signing = {entry.actor for entry in steps if entry.action == "sign_off_section"}
    assert signing == {"record-second-officer"}


def test_loading_a_record_again_changes_nothing(database, folder):
    load(database, folder)
    before = contents(database)
    assert "already" in load(database, folder)[0]
    assert contents(database) == before


def test_papers_that_changed_after_they_were_loaded_are_refused(database, folder):
    load(database, folder)
    before = contents(database)
    folder.put(PROCESS, ANSWER, text="Something else.")
    with pytest.raises(Unreadable, match="is in published"):
        load(database, folder)
    assert contents(database) == before


def test_an_untouched_draft_is_replaced_and_taken_on_once_its_papers_are_known(database, tmp_path):
    folder = a_folder(tmp_path)
    load(database, folder)
    said = load(database, folder.with_papers())
    assert said[0] == "Replaced the 2022 edition: 2 indicators, 2 dashboards."
    assert said[-1] == TOOK


def test_a_fault_in_the_papers_loads_nothing(database, folder):
    before = contents(database)
    folder.put(PROCESS, ANSWER, key="9")
    with pytest.raises(FaultyTables, match=r"Nothing was loaded\. 1 thing is wrong:\n  2022/proc"):
        load(database, folder)
    assert contents(database) == before


def test_papers_of_an_edition_that_could_not_have_gone_on_load_nothing(database, folder):
    before = contents(database)
    folder.write_narrative("2022", "introduction", "TODO\n")
    with pytest.raises(CompendiumError, match="Introduction: “TODO”"):
        load(database, folder)
    assert contents(database) == before


@pytest.fixture
def shipped(sqlite_databases):
    """The shipped edition with its record, as a demonstration holds it."""
    with sqlite_databases.copy_of(templates.demonstrated(sqlite_databases)) as database:
        yield database


def test_the_record_of_the_shipped_edition_holds_what_its_papers_tell(shipped):
    kept = record(shipped)
    assert [each.letter for each in kept.decision.resolutions] == ["a", "b", "c", "d"]
    assert kept.decision.delegation.letter == "d"
    assert [remark.number for remark in remarks(shipped)] == [1, 2, 3, 4, 5, 6]
    draft, considered, approved = [version.digest for version in kept.versions]
    assert draft != considered == approved
    with shipped.reading_scope() as session:
        assert session.query(FrozenVersion).count() == 3
