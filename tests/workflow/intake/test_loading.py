"""Loading is written down: once for each edition and for the comparison, where they changed."""

import shutil

import pytest
from sqlalchemy import select

from db.models import Revision
from domain.editions.terms import Stage
from domain.errors import Unreadable
from domain.governance.terms import Action
from domain.terms import Role
from readers.tables import FaultyTables
from tests.builders import a_comparison, a_folder, an_actor
from tests.builders.audit import entries
from tests.builders.editions import INDICATORS, TEXTS
from tests.builders.workflow import HEALTH, OFFICER, SECOND, act, an_edition
from tests.db.test_loading import contents
from workflow.intake import loading

EDITION, COMPARISON, SHARED = "edition:2022", "comparison", "shared"


@pytest.fixture
def folder(tmp_path):
    """A small edition, and a small comparison beside it."""
    made = a_folder(tmp_path)
    a_comparison(tmp_path)
    return made


def load(database, folder, **more) -> list[str]:
    with database.session_scope() as session:
        return loading.load(session, folder.path, **more)


def changes(database) -> list[tuple]:
    return [(each.action, each.subject, each.before, each.after) for each in entries(database)]


def test_loading_says_what_was_done_and_writes_down_each_part_once(database, folder):
    of_edition, of_comparison = load(database, folder)
    assert "2022 edition: 2 indicators, 2 dashboards" in of_edition
    assert "8 values of 2 benchmark indicators" in of_comparison
    edition, comparison = entries(database)
    assert (edition.action, edition.subject, edition.subject_title) == (
        "load_edition",
        EDITION,
        "The 2022 edition",
    )
    assert (comparison.action, comparison.subject, comparison.subject_title) == (
        "load_comparison",
        COMPARISON,
        loading.TITLES[COMPARISON],
    )
    for entry in (edition, comparison):
        assert entry.before == {}
        assert [len(digest) for digest in entry.after.values()] == [64]
        assert (entry.actor_name, entry.role, entry.outcome) == ("The command line", "", "done")
    assert edition.after != comparison.after


def test_loading_the_same_again_writes_nothing_down(database, folder):
    load(database, folder)
    before = entries(database)
    load(database, folder)
    assert entries(database) == before


def test_a_folder_without_a_comparison_is_one_entry(database, tmp_path):
    said = load(database, a_folder(tmp_path))
    assert said[-1] == "There is no folder “comparison” in it: the comparison stays as it was."
    assert [entry.subject for entry in entries(database)] == [EDITION]


def test_every_edition_of_a_folder_has_an_entry_of_its_own(database, folder):
    shutil.copytree(folder.path / "2022", folder.path / "2021")
    folder.put("2021/edition.csv", 2, year="2021")
    load(database, folder)
    assert {entry.subject for entry in entries(database)} == {"edition:2021", EDITION, COMPARISON}
    folder.write_narrative("2021", "introduction", "Something else.\n")
    load(database, folder)
    assert [entry.subject for entry in entries(database)][3:] == ["edition:2021"]


@pytest.mark.parametrize(
    "change",
    [
        lambda folder: folder.put("2022/indicators.csv", 2, value="46.0%"),
        lambda folder: folder.put("2022/sections.csv", 2, title="Opening"),
        lambda folder: folder.write_narrative("2022", "introduction", "Something else.\n"),
    ],
    ids=["a figure", "a heading", "a text"],
)
def test_a_changed_edition_is_written_down_with_its_files_before_and_after(
    database, folder, change
):
    load(database, folder)
    (_, _, _, first), _ = changes(database)
    change(folder)
    load(database, folder)
    action, subject, before, after = changes(database)[-1]
    assert len(entries(database)) == 3
    assert (action, subject, before) == ("load_edition", EDITION, first)
    assert after != before


def test_a_changed_comparison_is_written_down_alone(database, folder):
    load(database, folder)
    first = changes(database)[1][3]
    a_comparison(folder.path).put("benchmark_values.csv.gz", 2, value="12.5")
    load(database, folder)
    assert len(entries(database)) == 3
    action, subject, before, after = changes(database)[-1]
    assert (action, subject, before) == ("load_comparison", COMPARISON, first)
    assert after != before


@pytest.mark.parametrize(
    ("table", "column"), [("year_counts.csv", "improved"), ("sources.csv", "licence")]
)
def test_a_change_to_what_all_editions_share_is_written_down_too(database, folder, table, column):
    load(database, folder)
    folder.put(table, 2, **{column: "2"})
    said = load(database, folder)
    assert f"{loading.TITLES[SHARED]} were replaced." in said
    assert len(entries(database)) == 3
    last = entries(database)[-1]
    assert (last.action, last.subject) == ("load_edition", SHARED)
    assert last.subject_title == loading.TITLES[SHARED]
    assert [len(each["rows"]) for each in (last.before, last.after)] == [64, 64]
    assert last.before != last.after
    assert "already" in load(database, folder)[0]
    assert len(entries(database)) == 3


@pytest.mark.parametrize(
    ("table", "column"), [("year_counts.csv", "improved"), ("sources.csv", "licence")]
)
def test_a_change_that_was_taken_back_is_written_down_twice(database, folder, table, column):
    load(database, folder)
    before = (folder.path / table).read_bytes()
    folder.put(table, 2, **{column: "2"})
    load(database, folder)
    (folder.path / table).write_bytes(before)
    load(database, folder)
    there, back = entries(database)[2:]
    assert (there.before, there.after) == (back.after, back.before)


def test_what_editions_share_may_be_written_otherwise_without_being_a_change(database, folder):
    load(database, folder)
    table = folder.path / "year_counts.csv"
    heads, *rows = table.read_text(encoding="utf-8").splitlines()
    quoted = [",".join(f'"{cell}"' for cell in row.split(",")) for row in rows]
    table.write_text("\n".join([heads, *quoted, ""]), encoding="utf-8")
    load(database, folder)
    assert len(entries(database)) == 2


@pytest.mark.parametrize("table", ["2022/edition.csv", "comparison/spending.csv.gz"])
def test_a_fault_in_any_table_leaves_nothing_written_down(database, folder, table):
    column = {"2022/edition.csv": "year", "comparison/spending.csv.gz": "pounds"}[table]
    folder.put(table, 2, **{column: "many"})
    with pytest.raises(FaultyTables):
        load(database, folder)
    assert entries(database) == []


def test_somebody_who_loads_is_named(database, folder):
    load(database, folder, by=an_actor(Role.BI_OFFICER, username="olive"))
    assert {entry.actor for entry in entries(database)} == {"olive"}


def refused(database, folder) -> str:
    """What is said of loading a folder whose edition was worked on; nothing of it is loaded."""
    before = contents(database)
    with pytest.raises(Unreadable) as refusal:
        load(database, folder)
    assert contents(database) == before
    return str(refusal.value)


@pytest.fixture
def changed(folder):
    """The small edition with other figures, other sources, and another edition beside it."""
    shutil.copytree(folder.path / "2022", folder.path / "2021")
    folder.put("2021/edition.csv", 2, year="2021")
    folder.put("2022/indicators.csv", 2, value="46.0%")
    folder.put("sources.csv", 2, licence="Another licence")
    return folder


@pytest.mark.parametrize("stage", [stage for stage in Stage if stage is not Stage.DRAFTING])
def test_an_edition_that_left_drafting_is_not_replaced_by_loading(stages, changed, stage):
    with stages.at(stage) as database:
        told = refused(database, changed)
    assert "The 2022 edition" in told
    assert f"is in {stage.value}" in told


@pytest.mark.parametrize(
    ("action", "actor", "given"),
    [
        (Action.EDIT, OFFICER, {}),
        (Action.SIGN_OFF_SECTION, SECOND, {"place": HEALTH}),
    ],
    ids=["edited", "signed off"],
)
def test_a_draft_that_somebody_worked_on_is_not_replaced_by_loading(
    stages_on_both, changed, action, actor, given
):
    with stages_on_both.at(Stage.DRAFTING) as database:
        with database.session_scope() as session:
            act(session, an_edition(session), action, actor, **given)
        assert "is in drafting" in refused(database, changed)


def test_a_draft_that_nobody_worked_on_is_replaced_by_loading(stages_on_both, changed):
    with stages_on_both.at(Stage.DRAFTING) as database:
        said = load(database, changed)
    assert "Replaced the 2022 edition: 2 indicators, 2 dashboards." in said


@pytest.mark.parametrize("stage", Stage)
def test_an_edition_whose_files_are_the_same_stands_where_it_stood(stages, folder, stage):
    with stages.at(stage) as database:
        assert "already" in load(database, folder)[0]
        with database.reading_scope() as session:
            assert an_edition(session, stage).stage is stage


def test_without_the_folder_of_the_edition_in_the_way_the_rest_is_loaded(stages, changed):
    shutil.rmtree(changed.path / "2022")
    with stages.at(Stage.PUBLISHED) as database:
        assert load(database, changed)[0] == "Loaded the 2021 edition: 2 indicators, 2 dashboards."


def test_what_is_loaded_has_a_first_revision_of_every_place(database, folder):
    load(database, folder)
    with database.reading_scope() as session:
        kept = session.scalars(select(Revision)).all()
        told = {(each.place, each.number, each.cause, each.by_name) for each in kept}
    places = [
        *(f"section:{slug}" for slug in (*TEXTS, "recommendations")),
        *(f"indicator:{each['slug']}" for each in INDICATORS),
    ]
    assert told == {(place, 1, "load_edition", "The command line") for place in places}


def test_an_edition_loaded_anew_has_the_revisions_of_its_new_files_alone(database, folder):
    load(database, folder)
    folder.write_narrative("2022", "introduction", "Something else.\n")
    load(database, folder)
    with database.reading_scope() as session:
        kept = session.scalars(select(Revision).where(Revision.place == "section:introduction"))
        assert [each.fields["body"] for each in kept] == ["Something else.\n"]
