"""Every action has one row in each table: what it is about, and its words."""

import pytest

from domain.governance.action_wording import WORDS
from domain.governance.actions import (
    ACTIONS,
    Listing,
    Page,
    Subject,
    actions_on,
    is_about,
    words_a_change_to_sign,
)
from domain.governance.terms import Action, ChangeKind
from domain.terms import RecordedEvent


@pytest.mark.parametrize("table", [ACTIONS, WORDS], ids=["terms", "words"])
def test_every_action_has_a_row(table):
    assert set(table) == set(Action)


@pytest.mark.parametrize("action", Action)
def test_an_action_says_what_it_is_called_what_it_does_and_that_it_was_done(action):
    words = WORDS[action]
    assert all((words.name, words.explanation, words.confirmation, words.text))
    assert all(words.log)


@pytest.mark.parametrize("part", ["name", "explanation", "confirmation"])
def test_no_two_actions_are_worded_alike(part):
    assert len({getattr(words, part) for words in WORDS.values()}) == len(Action)


@pytest.mark.parametrize("action", Action)
def test_an_action_is_about_a_change_or_makes_one_exactly_where_it_has_a_kind(action):
    terms = ACTIONS[action]
    is_of_a_change = terms.about is Subject.CHANGE or terms.then is Page.CHANGES
    assert is_of_a_change is (terms.kind is not None)
    assert (terms.about is Subject.CHANGE) is (terms.offered is Page.CHANGE)


@pytest.mark.parametrize("action", Action)
def test_what_waits_on_a_change_has_words_for_the_work_list(action):
    terms = ACTIONS[action]
    is_task = terms.about is Subject.CHANGE and terms.listing is Listing.AWAITED
    assert bool(WORDS[action].task) is is_task


def test_what_can_be_done_otherwise_is_on_the_same_kind_of_change():
    pairs = {action: terms.otherwise for action, terms in ACTIONS.items() if terms.otherwise}
    assert pairs == {
        Action.SIGN_AMENDMENT: Action.REFUSE_AMENDMENT,
        Action.SIGN_CORRECTION: Action.REFUSE_CORRECTION,
    }
    assert all(ACTIONS[action].kind is ACTIONS[other].kind for action, other in pairs.items())


def test_the_actions_on_a_change_are_offered_in_the_order_of_the_table():
    assert actions_on(ChangeKind.DELEGATED) == [
        Action.CONSULT,
        Action.SIGN_AMENDMENT,
        Action.REFUSE_AMENDMENT,
        Action.REWORD_AMENDMENT,
    ]
    assert actions_on(ChangeKind.CORRECTION) == [
        Action.SIGN_CORRECTION,
        Action.REFUSE_CORRECTION,
    ]
    assert actions_on(ChangeKind.MOTION) == []


def test_upkeep_is_about_nothing_in_an_edition():
    assert is_about(Action.CONSULT, Subject.CHANGE)
    assert not is_about(Action.COMMENT, Subject.COMMENT)
    assert not any(is_about(upkeep, subject) for upkeep in RecordedEvent for subject in Subject)


def test_whoever_words_an_amendment_or_a_correction_words_what_is_signed_later():
    assert {action for action in Action if words_a_change_to_sign(action)} == {
        Action.PROPOSE_AMENDMENT,
        Action.REWORD_AMENDMENT,
        Action.PROPOSE_CORRECTION,
    }
