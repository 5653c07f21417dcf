"""The command that takes a demonstration's edition on."""

import itertools
from contextlib import ExitStack
from datetime import date

import pytest
from sqlalchemy import select

from app import demonstration
from app.commands import demo
from app.commands.cli import main
from db.models import AuditEntry, Comment, Decision, Motion, Section
from db.queries import governance
from db.queries import people as queries
from db.session import Database
from domain.editions.sections import RECOMMENDATIONS
from domain.editions.terms import Stage
from domain.governance.record import Delegation, GovernanceRecord
from domain.governance.terms import Action, Body, CommentKind
from tests.builders.databases import in_folder
from tests.builders.stages import stages_in
from tests.builders.workflow import CHIEF, CLERK, OFFICER, act, an_edition, saving
from tests.sampling import some
from workflow.intake.scripted_walk import ORDER
from workflow.people import accounts

pytestmark = pytest.mark.unmeasured

SATURDAY = date(2022, 10, 1)


@pytest.fixture(scope="module")
def stages(tmp_path_factory):
    return stages_in(in_folder(tmp_path_factory.mktemp("stages")))


@pytest.fixture(autouse=True)
def _a_day_of_ours(on_day):
    on_day(SATURDAY)


@pytest.fixture
def standing_at(stages, monkeypatch):
    """The small edition at a stage with the demonstration's people, which commands work on."""
    with ExitStack() as opened:

        def put(stage: Stage = Stage.DRAFTING, *, peopled: bool = True) -> Database:
            database = opened.enter_context(stages.at(stage))
            url = database.engine.url.render_as_string(hide_password=False)
            monkeypatch.setenv("COMPENDIUM_DATABASE", url)
            if peopled:
                _people(database)
            return database

        yield put


def _people(database: Database) -> None:
    """The demonstration's people, in place of those whose user names they have."""
    with database.session_scope() as session:
        for username in ("scrutiny", "leader", "member"):
            someone = queries.by_username(session, username)
            if someone:
                someone.username = f"other-{username}"
        demonstration.add_people(session)


def on_record(database: Database) -> GovernanceRecord:
    with database.reading_scope() as session:
        return governance.record_of(session, 2022)


def rows(database: Database, model) -> list:
    with database.reading_scope() as session:
        return list(session.scalars(select(model).order_by(model.id)))


@pytest.mark.parametrize("stage", ORDER[1:])
def test_an_edition_is_walked_to_a_stage_and_each_on_the_way_is_named(standing_at, said, stage):
    database = standing_at()
    told = said("demo", "walk", "2022", "--to", stage.value).splitlines()
    way = ORDER[1 : ORDER.index(stage) + 1]
    assert [line.partition(". ")[0] for line in told] == [
        f"The 2022 edition is in {each.value}" for each in way
    ]
    assert on_record(database).status.stage is stage
    assert on_record(database).status.version == 1 + len(way)


PAIRS = [pair for pair in itertools.combinations(ORDER, 2) if pair[0] is not ORDER[0]]
SOME_PAIRS = some(PAIRS, 5)


@pytest.mark.parametrize(
    ("begin", "end"),
    [pytest.param(*pair, marks=() if pair in SOME_PAIRS else pytest.mark.soak) for pair in PAIRS],
)
def test_a_walk_goes_on_from_where_another_ended(standing_at, said, begin, end):
    database = standing_at()
    said("demo", "walk", "2022", "--to", begin.value)
    said("demo", "walk", "2022", "--to", end.value)
    assert on_record(database).status.stage is end


@pytest.mark.parametrize("stage", ORDER[:-1])
def test_a_walk_takes_over_from_people_at_every_stage(standing_at, said, stage):
    database = standing_at(stage)
    said("demo", "walk", "2022", "--to", "published")
    assert on_record(database).status.stage is Stage.PUBLISHED


def test_an_edition_that_stands_there_already_is_left_alone(standing_at, said):
    database = standing_at()
    said("demo", "walk", "2022", "--to", "cabinet")
    entries = len(audited(database))
    assert "cabinet already" in said("demo", "walk", "2022", "--to", "cabinet")
    assert len(audited(database)) == entries


def audited(database: Database) -> list[AuditEntry]:
    with database.reading_scope() as session:
        return list(session.scalars(select(AuditEntry).order_by(AuditEntry.number)))


def test_it_is_the_demonstration_s_own_people_who_act(standing_at, said):
    database = standing_at()
    said("demo", "walk", "2022", "--to", "published")
    acted = {entry.actor for entry in audited(database) if entry.action in set(Action)}
    assert acted == {"officer", "second", "scrutiny", "clerk"}


def test_the_commission_has_a_view_a_question_and_a_request_and_all_are_dealt_with(
    standing_at, said
):
    database = standing_at()
    said("demo", "walk", "2022", "--to", "cabinet")
    comments = rows(database, Comment)
    assert [each.kind for each in comments] == [
        CommentKind.VIEW,
        CommentKind.QUESTION,
        CommentKind.REQUEST,
    ]
    assert [bool(each.answer) for each in comments] == [False, True, True]


def test_the_last_of_four_recommendations_delegates_until_the_council_meets(standing_at, said):
    database = standing_at()
    said("demo", "walk", "2022", "--to", "published")
    record = on_record(database)
    assert [each.letter for each in record.decision.resolutions] == ["a", "b", "c", "d"]
    assert record.delegation == Delegation("d", (), record.meeting(Body.COUNCIL).on)


def test_every_text_says_that_it_is_a_demonstration(standing_at, said):
    database = standing_at()
    with database.session_scope() as session:
        edition = an_edition(session)
        for row in session.scalars(select(Section).where(Section.edition_id == edition.id)):
            row.body = ""
    said("demo", "walk", "2022", "--to", "published")
    (decision,), (motion,) = rows(database, Decision), rows(database, Motion)
    texts = [
        *(each.body for each in rows(database, Section)),
        *(each.text for each in rows(database, Comment)),
        *(each.answer for each in rows(database, Comment) if each.answer),
        *(each.text for each in on_record(database).decision.resolutions),
        *(each.minute for each in on_record(database).meetings),
        decision.reasons,
        decision.options_rejected,
        decision.interests,
        motion.text,
        motion.mover,
        motion.vote,
    ]
    assert [text for text in texts if "emonstration" not in text] == []


def test_no_papers_are_late(standing_at, said):
    database = standing_at()
    said("demo", "walk", "2022", "--to", "published")
    late = [entry.after["papers_late"] for entry in audited(database) if "meeting" in entry.after]
    assert late == [False, False, False]
    days = [met.on for met in on_record(database).meetings]
    assert days == sorted(days)
    assert days[0] == date(2022, 10, 11)


def test_recommendations_that_an_officer_wrote_are_kept(standing_at, said):
    database = standing_at()
    with database.session_scope() as session:
        edition = an_edition(session)
        given = saving(
            session, edition, f"section:{RECOMMENDATIONS}", body="Note it.\n\nThank all."
        )
        act(session, edition, Action.EDIT, OFFICER, **given)
    said("demo", "walk", "2022", "--to", "published")
    record = on_record(database)
    assert [each.text for each in record.decision.resolutions] == ["Note it.", "Thank all."]
    assert record.delegation is None


def test_an_edition_that_came_back_is_walked_through_its_second_round(standing_at, said):
    database = standing_at()
    said("demo", "walk", "2022", "--to", "cabinet")
    with database.session_scope() as session:
        act(session, an_edition(session, Stage.CABINET), Action.REFER_BACK, CLERK)
    said("demo", "walk", "2022", "--to", "published")
    record = on_record(database)
    assert (record.status.round, record.status.published) == (2, "C")
    assert [each.name for each in record.versions] == ["A", "B", "A2", "B2", "C"]


def test_what_people_left_open_stops_a_walk_at_the_stage_before(standing_at, capsys):
    database = standing_at(Stage.AMENDMENT)
    with database.session_scope() as session:
        act(session, an_edition(session, Stage.AMENDMENT), Action.PROPOSE_AMENDMENT, CHIEF)
    before = audited(database)
    assert main(["demo", "walk", "2022", "--to", "published"]) == 1
    assert "Amendments still open: 1." in capsys.readouterr().err
    assert on_record(database).status.stage is Stage.AMENDMENT
    assert [entry.hash for entry in audited(database)] == [entry.hash for entry in before]


def test_what_goes_wrong_within_a_stage_leaves_the_edition_at_the_one_before(
    standing_at, capsys, monkeypatch
):
    database = standing_at()
    monkeypatch.setattr(demo, "UNKNOWN", "x" * 3000)  # too long for a minute's reference
    before = len(audited(database))
    assert main(["demo", "walk", "2022", "--to", "cabinet"]) == 1
    captured = capsys.readouterr()
    assert captured.out.startswith("The 2022 edition is in scrutiny.")
    assert "The minute is longer than" in captured.err
    assert on_record(database).status.stage is Stage.SCRUTINY
    assert rows(database, Comment) == []
    assert len(audited(database)) > before


@pytest.mark.parametrize("stage", ["withdrawn", "Cabinet", "nothing", ""])
def test_a_stage_that_no_walk_leads_to_is_refused_with_those_there_are(standing_at, capsys, stage):
    standing_at()
    with pytest.raises(SystemExit) as left:
        main(["demo", "walk", "2022", "--to", stage])
    assert left.value.code == 2
    told = capsys.readouterr().err
    assert f"“{stage}”" in told
    assert "drafting, scrutiny," in told


@pytest.mark.parametrize(("stage", "to"), [("cabinet", "scrutiny"), ("published", "drafting")])
def test_nothing_is_walked_back(standing_at, said, refused, stage, to):
    database = standing_at()
    said("demo", "walk", "2022", "--to", stage)
    told = refused("demo", "walk", "2022", "--to", to)
    assert f"{stage} already" in told
    assert f"walked to {to}" in told
    assert on_record(database).status.stage.value == stage


def test_an_edition_that_was_withdrawn_is_walked_nowhere(standing_at, refused):
    standing_at(Stage.WITHDRAWN)
    assert "published" in refused("demo", "walk", "2022", "--to", "published")


def test_an_edition_that_is_not_there_is_said_so(standing_at, refused):
    standing_at()
    assert "2030" in refused("demo", "walk", "2030", "--to", "cabinet")


def test_a_database_without_the_demonstration_s_people_is_left_alone(standing_at, refused):
    database = standing_at(peopled=False)
    told = refused("demo", "walk", "2022", "--to", "cabinet")
    assert "officer, second, scrutiny" in told
    assert on_record(database).status.stage is Stage.DRAFTING


def test_somebody_who_can_no_longer_sign_in_does_not_act(standing_at, refused):
    database = standing_at()
    with database.session_scope() as session:
        accounts.disable(session, "second")
    assert "not all here: second." in refused("demo", "walk", "2022", "--to", "cabinet")


def test_the_next_edition_of_the_real_one_is_walked_to_its_publication(loaded, said):
    database = Database(loaded)
    with database.session_scope() as session:
        for username in ("scrutiny", "leader", "member"):
            queries.by_username(session, username).username = f"other-{username}"
        demonstration.add_people(session)
        demonstration.begin_next(session)
    assert len(said("demo", "walk", "2023", "--to", "published").splitlines()) == 7
    with database.reading_scope() as session:
        assert governance.status_of(session, 2023).published == "C"
    database.close()
