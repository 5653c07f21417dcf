"""People who act at the same moment: one is first, and nothing of the others' is lost."""

from contextlib import contextmanager
from dataclasses import replace

import pytest
from sqlalchemy import func, select

from db.content import fields_at
from db.models import Consultation, FrozenVersion, Notice, Posted, Revision, SignOff
from db.queries import governance, revisions
from domain.editions.terms import Stage
from domain.errors import NotPermitted
from domain.governance.terms import Action
from tests.builders.workflow import (
    CHIEF,
    CLERK,
    INTRODUCTION,
    LEADER,
    OFFICER,
    SCRUTINEER,
    SECOND,
    YEAR,
    an_edition,
    everything_needed,
    newest_in,
    open_change,
    unsigned,
)
from tests.workflow.racing import EIGHT, at_once, context, done, winners
from workflow.errors import Conflict, Stale
from workflow.governance.service import Form

HALF = EIGHT // 2


@pytest.fixture
def begun(stages_on_both):
    """A database with the edition at a stage, and something prepared there."""

    @contextmanager
    def at(stage: Stage, prepare):
        with stages_on_both.at(stage) as database:
            with database.session_scope() as session:
                prepared = prepare(session, an_edition(session, stage))
            yield database, prepared

    return at


def needed(action: Action):
    return lambda session, edition: everything_needed(session, edition, action)


def count(database, model) -> int:
    with database.reading_scope() as session:
        return session.scalar(select(func.count()).select_from(model)) or 0


def stage_of(database) -> tuple[Stage, int]:
    with database.reading_scope() as session:
        edition = governance.edition(session, YEAR)
        return edition.stage, edition.version


def test_of_eight_saves_of_one_text_one_is_kept_and_seven_are_given_back_beside_it(begun):
    with begun(Stage.DRAFTING, needed(Action.EDIT)) as (database, given):
        texts = [f"The text of writer {number}." for number in range(EIGHT)]
        outcomes = at_once(
            [
                context(database, Action.EDIT, OFFICER, replace(given, fields={"body": text}))
                for text in texts
            ]
        )
        assert winners(outcomes) == 1
        kept = {"body": texts[outcomes.index(None)]}
        for refused in filter(None, outcomes):
            assert isinstance(refused, Conflict)
            assert (refused.now, refused.number) == (kept, 2)
            assert refused.base == {"body": "What the council did.\n"}
        (entry,) = done(database, Action.EDIT)
        assert entry.after == kept
        with database.reading_scope() as session:
            edition = governance.edition(session, YEAR)
            assert fields_at(session, edition, INTRODUCTION) == kept
            (last, _) = revisions.of_place(session, YEAR, INTRODUCTION)
            assert (last.number, last.fields) == (2, kept)


def test_a_text_saved_while_it_is_signed_off_is_never_left_signed_off_unread(begun):
    def prepare(session, edition):
        read = newest_in(session, edition, INTRODUCTION)
        signing = replace(
            everything_needed(session, edition, Action.SIGN_OFF_SECTION),
            place=INTRODUCTION,
            read=read,
        )
        return signing, everything_needed(session, edition, Action.EDIT)

    with begun(Stage.DRAFTING, prepare) as (database, (signing, saving_it)):
        outcomes = at_once(
            [
                *[context(database, Action.SIGN_OFF_SECTION, SECOND, signing)] * HALF,
                *[context(database, Action.EDIT, OFFICER, saving_it)] * HALF,
            ]
        )
        assert winners(outcomes[HALF:]) == 1
        assert all(isinstance(outcome, Stale) for outcome in filter(None, outcomes))
        assert len(done(database, Action.EDIT)) == 1
        signed = done(database, Action.SIGN_OFF_SECTION)
        assert len(signed) == winners(outcomes[:HALF]) == count(database, SignOff)
        with database.reading_scope() as session:
            assert INTRODUCTION in unsigned(session, governance.edition(session, YEAR))


def test_of_eight_signatures_of_one_amendment_one_counts(begun):
    with begun(Stage.AMENDMENT, needed(Action.SIGN_AMENDMENT)) as (database, given):
        before = count(database, Revision)
        outcomes = at_once([context(database, Action.SIGN_AMENDMENT, CHIEF, given)] * EIGHT)
        assert winners(outcomes) == 1
        assert all("was signed already" in str(outcome) for outcome in filter(None, outcomes))
        assert len(done(database, Action.SIGN_AMENDMENT)) == 1
        assert count(database, Revision) == before + 1


def test_one_signature_or_one_refusal_of_an_amendment_counts_and_not_both(begun):
    with begun(Stage.AMENDMENT, needed(Action.SIGN_AMENDMENT)) as (database, given):
        outcomes = at_once(
            [
                *[context(database, Action.SIGN_AMENDMENT, CHIEF, given)] * HALF,
                *[context(database, Action.REFUSE_AMENDMENT, CHIEF, given)] * HALF,
            ]
        )
        assert winners(outcomes) == 1
        signed, refused = (
            done(database, Action.SIGN_AMENDMENT),
            done(database, Action.REFUSE_AMENDMENT),
        )
        assert len(signed) + len(refused) == 1
        assert winners(outcomes[:HALF]) == len(signed)


def test_a_view_given_while_the_text_is_reworded_is_of_the_text_that_was_read(begun):
    with begun(Stage.AMENDMENT, needed(Action.REWORD_AMENDMENT)) as (database, given):
        outcomes = at_once(
            [
                *[context(database, Action.CONSULT, LEADER, given)] * HALF,
                *[context(database, Action.REWORD_AMENDMENT, OFFICER, given)] * HALF,
            ]
        )
        assert winners(outcomes[HALF:]) == 1
        assert all(isinstance(outcome, Stale) for outcome in filter(None, outcomes))
        assert len(done(database, Action.CONSULT)) == winners(outcomes[:HALF])
        with database.reading_scope() as session:
            digests = set(session.scalars(select(Consultation.digest)))
            change = open_change(session, governance.edition(session, YEAR))
            assert digests <= {given.digest}
            assert change.digest != given.digest


def test_no_amendment_is_left_open_by_being_proposed_while_the_text_goes_to_the_council(begun):
    def prepare(session, edition):
        proposing = everything_needed(session, edition, Action.PROPOSE_AMENDMENT)
        return proposing, everything_needed(session, edition, Action.SEND_TO_COUNCIL)

    with begun(Stage.AMENDMENT, prepare) as (database, (proposing, sending)):
        outcomes = at_once(
            [
                *[context(database, Action.PROPOSE_AMENDMENT, OFFICER, proposing)] * HALF,
                *[context(database, Action.SEND_TO_COUNCIL, CLERK, sending)] * HALF,
            ]
        )
        assert winners(outcomes) == 1
        proposed, sent = winners(outcomes[:HALF]), winners(outcomes[HALF:])
        assert len(done(database, Action.PROPOSE_AMENDMENT)) == proposed
        assert len(done(database, Action.SEND_TO_COUNCIL)) == sent
        stage = {0: Stage.AMENDMENT, 1: Stage.COUNCIL}[sent]
        assert stage_of(database)[0] is stage
        losers = (Stale, NotPermitted)
        assert all(isinstance(outcome, losers) for outcome in filter(None, outcomes))
        with database.reading_scope() as session:
            assert bool(open_change(session, governance.edition(session, YEAR))) is bool(proposed)


def test_an_edition_that_eight_publish_is_published_once(begun):
    with begun(Stage.APPROVED, needed(Action.PUBLISH)) as (database, given):
        before = stage_of(database)[1]
        outcomes = at_once([context(database, Action.PUBLISH, OFFICER, given)] * EIGHT)
        assert winners(outcomes) == 1
        assert all(isinstance(outcome, Stale) for outcome in filter(None, outcomes))
        assert stage_of(database) == (Stage.PUBLISHED, before + 1)
        assert len(done(database, Action.PUBLISH)) == 1


def test_a_version_is_frozen_once_by_eight_who_send_the_draft_on(begun):
    with begun(Stage.DRAFTING, needed(Action.SEND_TO_SCRUTINY)) as (database, given):
        outcomes = at_once([context(database, Action.SEND_TO_SCRUTINY, OFFICER, given)] * EIGHT)
        assert winners(outcomes) == 1
        assert count(database, FrozenVersion) == len(done(database, Action.SEND_TO_SCRUTINY)) == 1


def commenting(database, given, times: int) -> list:
    """So many comments of one person, each in other words."""
    texts = [f"Comment {number}." for number in range(times)]
    return [
        context(database, Action.COMMENT, SCRUTINEER, replace(given, text=text)) for text in texts
    ]


def test_the_edition_is_recalled_or_commented_on_and_no_comment_is_lost(begun):
    with begun(Stage.SCRUTINY, needed(Action.COMMENT)) as (database, given):
        outcomes = at_once(
            [
                *commenting(database, given, HALF),
                *[context(database, Action.RECALL, OFFICER, given)] * HALF,
            ]
        )
        said, recalled = winners(outcomes[:HALF]), winners(outcomes[HALF:])
        assert (said, recalled) in {(HALF, 0), (0, 1)}
        assert len(done(database, Action.COMMENT)) == said
        assert len(done(database, Action.RECALL)) == recalled


def test_comments_submitted_at_once_are_all_kept_under_numbers_of_their_own(begun):
    with begun(Stage.SCRUTINY, needed(Action.COMMENT)) as (database, given):
        assert winners(at_once(commenting(database, given, EIGHT))) == EIGHT
        subjects = [entry.subject for entry in done(database, Action.COMMENT)]
        assert subjects == [f"comment:2022/{number}" for number in range(1, EIGHT + 1)]


def test_a_correction_that_is_signed_eight_times_is_one_new_version_with_one_notice(begun):
    with begun(Stage.PUBLISHED, needed(Action.SIGN_CORRECTION)) as (database, given):
        before = count(database, FrozenVersion)
        outcomes = at_once([context(database, Action.SIGN_CORRECTION, CHIEF, given)] * EIGHT)
        assert winners(outcomes) == 1
        assert len(done(database, Action.SIGN_CORRECTION)) == 1
        assert count(database, FrozenVersion) == before + 1
        assert count(database, Notice) == 1


def test_a_form_that_arrives_eight_times_is_dealt_with_once_and_answered_eight_times(begun):
    form = Form("a" * 32, "/editions/2022", "It was submitted.")
    with begun(Stage.SCRUTINY, needed(Action.COMMENT)) as (database, given):
        step = context(database, Action.COMMENT, SCRUTINEER, given, form)
        answers = []
        outcomes = at_once([lambda: answers.append(step())] * EIGHT)
        assert winners(outcomes) == EIGHT
        assert answers == [form] * EIGHT
        assert len(done(database, Action.COMMENT)) == count(database, Posted) == 1
