"""The rules of approving an edition, each over what is on record."""

from datetime import date, timedelta

import pytest

from domain.governance import rules
from domain.governance.record import Delegation
from domain.governance.terms import ChangeKind, ChangeState, CommentKind, Consulted
from tests.builders.approval import LATER, a_change, a_comment, a_unit, a_view, a_wording

UNTIL = date(2022, 12, 7)


def test_a_view_counts_for_the_wording_that_it_was_given_on():
    assert rules.current_view(a_change()) is None
    assert rules.current_view(a_change(a_view("old"))) is None
    assert rules.current_view(a_change(a_view("new"), a_view("old"))) == a_view("new")


def test_of_two_views_of_one_wording_the_newer_counts():
    newer = a_view("new", Consulted.AGAINST, words="On reflection.")
    change = a_change(a_view("new"), newer)
    assert rules.current_view(change) is newer
    assert rules.current_views(change) == [a_view("new"), newer]


def test_a_view_does_not_count_again_when_a_change_is_worded_as_before():
    wordings = (a_wording("new"), a_wording("other"), a_wording("new", at=LATER))
    before, after = a_view("new"), a_view("new", at=LATER)
    change = a_change(before, after, wordings=wordings)
    assert [rules.counts(view, change) for view in (before, after)] == [False, True]
    assert rules.current_view(a_change(before, wordings=wordings)) is None


def test_whoever_wrote_any_wording_of_a_change_has_worded_it():
    change = a_change(wordings=(a_wording("old", "chief"), a_wording("new", "officer")))
    assert rules.is_own_wording(change, "chief")
    assert rules.is_own_wording(change, "officer")
    assert not rules.is_own_wording(change, "leader")


def test_whoever_gave_a_view_that_no_longer_counts_has_given_none():
    assert rules.has_given_view(a_change(a_view("new", by="chief")), "chief")
    assert not rules.has_given_view(a_change(a_view("old", by="chief")), "chief")
    assert not rules.has_given_view(a_change(a_view("new")), "chief")


def test_the_open_changes_are_those_of_the_round_and_kind_that_are_not_decided():
    changes = [
        a_change(number=1),
        a_change(number=2, kind=ChangeKind.CORRECTION),
        a_change(number=3, state=ChangeState.SIGNED),
        a_change(number=4, state=ChangeState.REFUSED),
        a_change(number=5, round=2),
    ]
    assert [change.number for change in rules.open_changes(changes, 1)] == [1, 2]
    assert rules.open_changes(changes, 2, ChangeKind.CORRECTION) == []
    delegated = rules.open_changes(changes, 1, ChangeKind.DELEGATED)
    assert [change.number for change in delegated] == [1]


@pytest.mark.parametrize(
    ("kind", "needs"),
    [
        (CommentKind.VIEW, False),
        (CommentKind.QUESTION, True),
        (CommentKind.REQUEST, True),
        (CommentKind.CORRECTION, True),
    ],
)
def test_every_kind_of_comment_but_a_view_needs_a_reply_until_it_has_one(kind, needs):
    assert rules.needs_reply(a_comment(kind)) is needs
    assert not rules.needs_reply(a_comment(kind, answered_at=LATER))
    assert not rules.needs_reply(a_comment(kind, number=None, submitted_at=None))


def test_every_kind_of_comment_is_tried():
    assert len(CommentKind) == 4


def test_only_the_comments_of_the_present_round_are_waited_for():
    first, second = a_comment(), a_comment(number=2, round=2)
    assert rules.awaiting_reply([first, second, a_comment(CommentKind.VIEW)], 1) == [first]


def test_a_unit_is_somebody_s_own_work_when_they_edited_it():
    assert rules.is_own_work(a_unit(), "officer")
    assert not rules.is_own_work(a_unit(), "second")


def test_the_units_not_signed_off_are_those_without_a_signature():
    signed = a_unit(signed_by="Second")
    assert rules.is_signed_off(signed)
    assert rules.unsigned([a_unit(), signed]) == [a_unit()]


@pytest.mark.parametrize(
    ("unit", "username", "waits"),
    [
        (a_unit(), "second", True),
        (a_unit(), "officer", False),
        (a_unit(signed_by="Second"), "second", False),
        (a_unit(is_empty=True), "second", False),
    ],
    ids=["written by another", "own work", "signed off", "nothing written"],
)
def test_a_unit_waits_for_an_officer_who_did_not_write_it(unit, username, waits):
    assert rules.waits_for_sign_off(unit, username) is waits


def test_a_delegation_holds_through_its_last_day():
    delegation = Delegation("b", (), UNTIL)
    assert not rules.delegation_has_ended(delegation, UNTIL)
    assert rules.delegation_has_ended(delegation, UNTIL + timedelta(days=1))
    assert not rules.delegation_has_ended(None, UNTIL)


@pytest.mark.parametrize(
    ("scope", "covered"),
    [
        ((), True),
        (("indicator:smoking",), True),
        (("dashboard:public-health", "section:introduction"), True),
        (("section:introduction",), False),
    ],
)
def test_a_delegation_covers_what_its_scope_names_or_anything(scope, covered):
    delegation = Delegation("b", scope, UNTIL)
    is_within = rules.is_within(delegation, "indicator:smoking", "dashboard:public-health")
    assert is_within is covered


def test_a_minute_can_be_recorded_from_the_day_of_its_meeting_on():
    days = [UNTIL + timedelta(days=days) for days in (-1, 0, 1)]
    assert [rules.can_be_minuted(UNTIL, today) for today in days] == [False, True, True]
