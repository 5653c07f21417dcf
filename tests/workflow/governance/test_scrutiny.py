"""The Commission's comments: drafts, what is submitted, what officers answer, its views."""

from dataclasses import replace

import pytest

from db import models
from db.content import fields_at
from db.queries import governance
from domain.editions.content import digest_of_answer
from domain.editions.field_input import LONGEST_TEXT
from domain.editions.kinds import EDITION
from domain.editions.places import section
from domain.editions.sections import VIEWS
from domain.editions.terms import Stage
from domain.errors import NotFound, NotPermitted, Unreadable
from domain.governance.record import Comment
from domain.governance.terms import Action, CommentKind, CommentOutcome
from domain.terms import Role
from tests.builders.audit import entries
from tests.builders.workflow import (
    CLERK,
    INTRODUCTION,
    OFFICER,
    SCRUTINEER,
    SMOKING,
    SOMEBODY,
    YEAR,
    act,
    an_edition,
    unsigned,
)
from workflow.access import Actor
from workflow.editions import freezing, frozen_versions
from workflow.errors import Incomplete, NothingToSave, Refused, Stale
from workflow.governance import comments
from workflow.governance.step_input import StepInput

COLLEAGUE = Actor(9, "colleague", "A Colleague", frozenset({Role.SCRUTINY}))
TO_SAY = StepInput(2, place=INTRODUCTION, kind=CommentKind.REQUEST, text="Say more.")


@pytest.fixture
def scrutiny(stages):
    with stages.at(Stage.SCRUTINY) as database:
        yield database


@pytest.fixture
def session(scrutiny):
    with scrutiny.session_scope() as opened:
        yield opened


def remarks(database) -> list[Comment]:
    with database.reading_scope() as session:
        return governance.remarks(session, YEAR)


def a_draft(database, actor: Actor, step_input: StepInput = TO_SAY) -> int:
    """Keep a draft, and say in which row."""
    comments.keep_draft(database, YEAR, actor, step_input)
    return remarks(database)[-1].row


def step(session, action: Action, actor: Actor, **other) -> None:
    edition = governance.edition(session, YEAR)
    act(session, edition, action, actor, **other)


@pytest.mark.parametrize("place", [EDITION, INTRODUCTION, SMOKING])
def test_a_comment_is_on_the_edition_a_section_or_an_indicator(session, place):
    step(session, Action.COMMENT, SCRUTINEER, place=place)
    (remark,) = governance.remarks(session, YEAR)
    assert (remark.place, remark.number, remark.by_name) == (place, 1, "Scrutiny")


@pytest.mark.parametrize("place", ["dashboard:public-health", "section:none", "indicator:none"])
def test_a_comment_is_on_nothing_else(session, place):
    with pytest.raises((Incomplete, NotFound)):
        step(session, Action.COMMENT, SCRUTINEER, place=place)


def test_a_comment_carries_the_digest_of_the_version_it_was_made_on(session):
    step(session, Action.COMMENT, SCRUTINEER)
    edition = governance.edition(session, YEAR)
    kept = session.get(models.Comment, 1)
    assert kept.digest == freezing.version_named(session, edition, "A").digest


def test_a_draft_of_one_s_own_becomes_the_comment(scrutiny):
    draft = a_draft(scrutiny, SCRUTINEER)
    again = replace(TO_SAY, number=draft, text="Say much more.")
    assert a_draft(scrutiny, SCRUTINEER, again) == draft
    assert [comment.text for comment in remarks(scrutiny)] == ["Say much more."]
    with scrutiny.session_scope() as session:
        step(session, Action.COMMENT, SCRUTINEER, number=draft)
    (remark,) = remarks(scrutiny)
    assert (remark.row, remark.number, remark.text) == (draft, 1, "Somebody's words.")


def test_a_draft_is_not_written_down_and_has_no_number(scrutiny):
    before = entries(scrutiny)
    a_draft(scrutiny, SCRUTINEER)
    (remark,) = remarks(scrutiny)
    assert (remark.number, remark.submitted_at) == (None, None)
    assert entries(scrutiny) == before


def test_a_draft_that_arrives_twice_is_kept_once(scrutiny):
    for _ in range(2):
        comments.keep_draft(scrutiny, YEAR, SCRUTINEER, TO_SAY, key="a" * 32)
    assert len(remarks(scrutiny)) == 1


def test_a_draft_asks_for_what_a_comment_asks_for(scrutiny):
    for step_input in (replace(TO_SAY, text=" "), replace(TO_SAY, kind=None)):
        with pytest.raises(Incomplete):
            comments.keep_draft(scrutiny, YEAR, SCRUTINEER, step_input)
    with pytest.raises(Stale):
        comments.keep_draft(scrutiny, YEAR, SCRUTINEER, replace(TO_SAY, version=1))


def test_somebody_else_s_draft_stays_theirs(scrutiny):
    draft = a_draft(scrutiny, COLLEAGUE)
    with scrutiny.session_scope() as session:
        step(session, Action.COMMENT, SCRUTINEER, number=draft)
    other, own = remarks(scrutiny)
    assert (other.number, other.text) == (None, "Say more.")
    assert (own.number, own.by) == (1, "scrutiny")


def test_a_draft_from_before_a_referral_back_is_submitted_in_the_round_it_is_submitted_in(scrutiny):
    draft = a_draft(scrutiny, SCRUTINEER)
    with scrutiny.session_scope() as session:
        edition = an_edition(session, Stage.CABINET)
        act(session, edition, Action.REFER_BACK, CLERK)
        an_edition(session, Stage.SCRUTINY)
        step(session, Action.COMMENT, SCRUTINEER, number=draft)
        with pytest.raises(Refused, match="cannot be recalled"):
            step(session, Action.RECALL, OFFICER)
    assert [comment.round for comment in remarks(scrutiny) if comment.row == draft] == [2]


def test_what_was_submitted_can_be_added_to_and_not_changed(scrutiny):
    with scrutiny.session_scope() as session:
        step(session, Action.COMMENT, SCRUTINEER)
        step(session, Action.ADD_TO_COMMENT, COLLEAGUE, number=1, text="And this.")
    with scrutiny.session_scope() as session, pytest.raises(Stale, match="submitted already"):
        step(session, Action.COMMENT, SCRUTINEER, number=1, text="Something else.")
    (first,) = remarks(scrutiny)
    assert (first.number, first.text) == (1, "Somebody's words.")
    assert [(by, text) for by, _, text in first.addenda] == [("A Colleague", "And this.")]


def test_a_comment_that_is_not_there_cannot_be_added_to(session):
    with pytest.raises(NotFound, match="no comment 9 in this round"):
        step(session, Action.ADD_TO_COMMENT, SCRUTINEER, number=9)


def test_a_request_is_answered_with_what_becomes_of_it(session):
    step(session, Action.COMMENT, SCRUTINEER, kind=CommentKind.REQUEST)
    step(session, Action.REFER_TO_CABINET, CLERK)
    for outcome in (None, CommentOutcome.OPEN):
        with pytest.raises(Incomplete, match="request"):
            step(session, Action.ANSWER_COMMENT, OFFICER, number=1, outcome=outcome)
    step(session, Action.ANSWER_COMMENT, OFFICER, number=1, outcome=CommentOutcome.NEXT_YEAR)
    remark = governance.remarks(session, YEAR)[0]
    assert (remark.outcome, remark.answered_by_name) == (CommentOutcome.NEXT_YEAR, OFFICER.name)


def test_a_question_is_answered_by_its_answer(session):
    step(session, Action.COMMENT, SCRUTINEER)
    step(session, Action.REFER_TO_CABINET, CLERK)
    step(session, Action.ANSWER_COMMENT, OFFICER, number=1, outcome=None)
    assert governance.remarks(session, YEAR)[0].outcome is CommentOutcome.DONE


def test_the_views_go_to_the_cabinet_as_a_section_and_are_replaced_in_the_next_round(session):
    edition = an_edition(session, Stage.SCRUTINY)
    act(session, edition, Action.REFER_TO_CABINET, CLERK, text="The first views.")
    an_edition(session, Stage.CABINET)
    act(session, edition, Action.REFER_BACK, CLERK)
    an_edition(session, Stage.SCRUTINY)
    act(session, edition, Action.REFER_TO_CABINET, CLERK, text="The second views.")
    session.refresh(edition)
    views = [views_section for views_section in edition.sections if views_section.slug == VIEWS]
    assert [(views_section.title, views_section.body) for views_section in views] == [
        ("Views of the Scrutiny Commission", "The second views.")
    ]
    version = freezing.version_named(session, edition, "B")
    assert frozen_versions.content_in(version)["sections"][VIEWS]["body"] == "The first views."


@pytest.mark.parametrize(
    ("views", "message"),
    [
        ("x" * (LONGEST_TEXT + 1), "60,001"),
        ("One.\n=======\nTwo.", "both of two texts"),
    ],
)
def test_views_that_no_section_could_hold_are_refused(session, views, message):
    edition = an_edition(session, Stage.SCRUTINY)
    with pytest.raises(Unreadable, match=message):
        act(session, edition, Action.REFER_TO_CABINET, CLERK, text=views)
    assert edition.stage is Stage.SCRUTINY


def test_views_are_kept_with_plain_line_ends_as_any_section_is(session):
    edition = an_edition(session, Stage.SCRUTINY)
    act(session, edition, Action.REFER_TO_CABINET, CLERK, text=" One. \r\n\r\nTwo. \n")
    assert fields_at(session, edition, section(VIEWS)) == {"body": "One.\n\nTwo."}


def test_a_recalled_draft_goes_to_the_commission_again_as_another_version(session):
    edition = an_edition(session, Stage.SCRUTINY)
    act(session, edition, Action.RECALL, OFFICER)
    act(session, edition, Action.EDIT, OFFICER)
    an_edition(session, Stage.SCRUTINY)
    assert [version.name for version in governance.record_of(session, YEAR).versions] == ["A", "A2"]
    assert governance.record_of(session, YEAR).status.round == 1


def test_a_step_that_is_not_permitted_says_where_it_belongs(session):
    edition = an_edition(session, Stage.SCRUTINY)
    with pytest.raises(NotPermitted, match="in drafting or in revision") as refused:
        act(session, edition, Action.EDIT, OFFICER)
    assert "the Scrutiny Commission" in str(refused.value)
    with pytest.raises(NotPermitted):
        act(session, edition, Action.COMMENT, SOMEBODY[Role.MEMBER])


def test_the_views_are_signed_off_like_any_other_section(session):
    edition = an_edition(session, Stage.REVISION)
    assert section(VIEWS) in unsigned(session, edition)


def test_the_report_to_the_cabinet_is_not_commented_on(session):
    with pytest.raises(Incomplete, match="report to the Cabinet"):
        step(session, Action.COMMENT, SCRUTINEER, place="section:recommendations")


def test_an_answer_does_not_overwrite_one_that_was_not_read(session):
    step(session, Action.COMMENT, SCRUTINEER)
    step(session, Action.REFER_TO_CABINET, CLERK)
    step(session, Action.ANSWER_COMMENT, OFFICER, number=1, text="First.")
    with pytest.raises(Stale, match="First"):
        step(session, Action.ANSWER_COMMENT, OFFICER, number=1, text="Second.", digest="")
    read = digest_of_answer("First.")
    step(session, Action.ANSWER_COMMENT, OFFICER, number=1, text="Second.", digest=read)
    assert governance.remarks(session, YEAR)[0].answer == "Second."


def test_the_same_words_are_not_submitted_twice_by_one_person(session):
    """A browser that goes back may send what it still holds as a new form."""
    edition = an_edition(session, Stage.SCRUTINY)
    act(session, edition, Action.COMMENT, SCRUTINEER)
    with pytest.raises(NothingToSave, match="comment 1"):
        act(session, edition, Action.COMMENT, SCRUTINEER)
    act(session, edition, Action.COMMENT, SCRUTINEER, text="Something else.")
