"""A demonstration's walk: an edition taken along by the real steps, where nothing is made up."""

from datetime import date

import pytest
from sqlalchemy import select

from db.content import all_fields
from db.models import Edition, SignOff
from db.queries import governance
from domain.editions.places import section
from domain.editions.terms import Stage
from domain.errors import CompendiumError
from domain.governance.terms import Action, CommentKind
from tests.builders.workflow import OFFICER, YEAR, saving
from workflow.editions.rolling_forward import NextYear, roll_forward
from workflow.governance import service
from workflow.governance.step_input import StepInput
from workflow.intake.scripted_walk import (
    ORDER,
    Script,
    ScriptedWalk,
    actors_of_record,
    without_figures,
)

SCRIPT = Script(
    scrutiny_on=date(2023, 11, 8),
    cabinet_on=date(2023, 11, 24),
    council_on=date(2023, 12, 6),
    comments=((CommentKind.REQUEST, "Say more."), (CommentKind.VIEW, "It is short.")),
    answers={},
    recommendations=("Note it.", "Authorise the Chief Executive to amend."),
    delegation_in="b",
    motion="That it be approved.",
    unknown="Not known.",
    texts=without_figures,
)


@pytest.fixture
def session(stages):
    with stages.at(Stage.PUBLISHED) as database, database.session_scope() as opened:
        following = NextYear.after(opened, YEAR)
        roll_forward(opened, YEAR, following, by=OFFICER)
        yield opened


@pytest.fixture
def edition(session) -> Edition:
    return session.scalars(select(Edition).where(Edition.year == YEAR + 1)).one()


def walk(session, edition) -> ScriptedWalk:
    return ScriptedWalk(session, edition, actors_of_record(), SCRIPT)


def test_an_empty_edition_is_walked_through_every_stage_to_its_publication(session, edition):
    assert list(walk(session, edition).to(Stage.PUBLISHED)) == list(ORDER[1:])
    record = governance.record_of(session, YEAR + 1)
    assert [version.name for version in record.versions] == ["A", "B", "C"]
    assert record.motion.carried_on == SCRIPT.council_on


def test_what_a_demonstration_writes_says_that_it_is_one_and_holds_no_figure(session, edition):
    list(walk(session, edition).to(Stage.SCRUTINY))
    for place, fields in all_fields(session, edition):
        text = fields["body"] if "body" in fields else fields["value"]
        assert text == "N/A" or "by the demonstration" in text or "recommendations" in place


def test_a_walk_goes_on_from_where_another_ended(session, edition):
    for stage in (Stage.DRAFTING, Stage.REVISION, Stage.CABINET, Stage.PUBLISHED):
        list(walk(session, edition).to(stage))
        assert edition.stage is stage


def test_what_was_answered_and_recommended_before_a_walk_is_left_as_it_is(session, edition):
    list(walk(session, edition).to(Stage.REVISION))
    one = walk(session, edition)
    one._recommend()
    before = governance.remarks(session, YEAR + 1)
    list(walk(session, edition).to(Stage.CABINET))
    assert [remark.answer for remark in before] == ["", ""]
    answered = [remark.answer for remark in governance.remarks(session, YEAR + 1)]
    assert answered == ["Not known.", ""]


def test_a_walk_does_not_go_back(session, edition):
    list(walk(session, edition).to(Stage.SCRUTINY))
    with pytest.raises(CompendiumError, match="scrutiny already"):
        list(walk(session, edition).to(Stage.DRAFTING))


def test_nobody_walks_to_a_withdrawal(session, edition):
    with pytest.raises(CompendiumError):
        list(walk(session, edition).to(Stage.WITHDRAWN))


def edited(session, edition, who) -> None:
    place = section("introduction")
    step_input = saving(session, edition, place, body=f"What {who.name} wrote.")
    taken = StepInput(edition.version, **step_input)
    service.take_step(session, edition, Action.EDIT, who, taken, today=date(2023, 10, 2))


def test_what_the_second_officer_has_edited_the_first_signs_off(session, edition):
    edited(session, edition, actors_of_record().second)
    list(walk(session, edition).to(Stage.SCRUTINY))
    signed = session.scalars(select(SignOff).where(SignOff.unit == "section:introduction")).all()
    assert [entry.by for entry in signed if entry.edition_id == edition.id] == ["record-officer"]


def test_a_walk_stops_where_both_officers_have_edited_and_names_them(session, edition):
    edited(session, edition, actors_of_record().officer)
    edited(session, edition, actors_of_record().second)
    message = "“Introduction” was edited by A second officer .* and by An officer"
    with pytest.raises(CompendiumError, match=message):
        list(walk(session, edition).to(Stage.SCRUTINY))
