"""Entries of the audit log in English."""

import pytest

from domain.terms import Upkeep
from domain.wording_of_audit import SENTENCES, changes, moment, sentence
from tests.builders.audit import an_entry

DIGEST = "0123456789abcdef" * 4


def of(action: str, title: str = "Olive Officer", **given: object):
    told = {"actor_name": "Alice Dunmore", "action": action, "subject_title": title}
    return an_entry(**{**told, **given})


@pytest.mark.parametrize(
    ("action", "title", "told"),
    [
        (Upkeep.ADD_PERSON, "Olive", "Alice Dunmore added an account for Olive."),
        (Upkeep.DISABLE_PERSON, "Olive", "Alice Dunmore stopped Olive from signing in."),
        (Upkeep.ENABLE_PERSON, "Olive", "Alice Dunmore let Olive sign in again."),
        (Upkeep.SET_ROLES, "Olive", "Alice Dunmore changed the roles of Olive."),
        (Upkeep.SET_PASSWORD, "Olive", "Alice Dunmore set a new password for Olive."),
        (
            Upkeep.LOAD_EDITION,
            "The 2022 edition",
            "Alice Dunmore loaded the 2022 edition from files.",
        ),
        (
            Upkeep.LOAD_COMPARISON,
            "The comparison of councils",
            "Alice Dunmore loaded the comparison of councils from files.",
        ),
    ],
)
def test_an_entry_says_who_did_what_to_what(action, title, told):
    assert sentence(of(action.value, title)) == told


@pytest.mark.parametrize("action", list(Upkeep))
def test_every_kind_of_upkeep_has_its_sentence_with_what_it_was_done_to(action):
    assert "{title}" in SENTENCES[action.value]
    assert "Olive Officer" in sentence(of(action.value))


def test_no_two_kinds_of_upkeep_on_a_person_read_alike():
    told = [sentence(of(action.value)) for action in Upkeep if action.value.startswith("set_")]
    assert len(told) == len(set(told)) == 2


def test_a_refused_attempt_says_that_it_was_refused():
    assert sentence(of("disable_person", outcome="refused")) == (
        "Alice Dunmore was refused: stopped Olive Officer from signing in."
    )


def test_who_has_no_name_is_called_by_the_user_name():
    assert sentence(of("enable_person", actor_name="", actor="alice")) == (
        "alice let Olive Officer sign in again."
    )


def test_only_an_article_at_the_beginning_of_a_title_becomes_small():
    assert sentence(of("load_edition", "Theodora")).startswith("Alice Dunmore loaded Theodora ")


@pytest.mark.parametrize("title", ["{title}", "{0}", "100%", "a {b} c"])
def test_a_title_is_said_as_it_stands(title):
    assert title in sentence(of("add_person", title))


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ({}, {}, []),
        ({}, {"name": "Olive"}, ["name: from nothing to Olive"]),
        ({"name": "Olive"}, {}, ["name: from Olive to nothing"]),
        ({"name": None}, {"name": ""}, ["name: from nothing to nothing"]),
        ({"can_sign_in": True}, {"can_sign_in": False}, ["can sign in: from yes to no"]),
        ({"roles": []}, {"roles": ["member"]}, ["roles: from nothing to member"]),
        (
            {"roles": ["leader"]},
            {"roles": ["bi_officer", "chief_executive"]},
            ["roles: from leader to bi officer, chief executive"],
        ),
        ({"files": "0" * 64}, {"files": DIGEST}, ["files: from 000000000000… to 0123456789ab…"]),
        ({}, {"files": DIGEST}, ["files: from nothing to 0123456789ab…"]),
        ({"n": 0}, {"n": 12}, ["n: from 0 to 12"]),
        ({"b": "x"}, {"a": "y"}, ["a: from nothing to y", "b: from x to nothing"]),
    ],
)
def test_what_changed_is_said_for_each_name_in_order(before, after, told):
    assert changes(of("set_roles", before=before, after=after)) == told


@pytest.mark.parametrize(
    ("at", "told"),
    [
        ("2022-11-09T10:30:00.000000Z", "9 November 2022, 10:30 UTC"),
        ("2022-01-31T00:05:59.999999Z", "31 January 2022, 00:05 UTC"),
        ("2023-12-01T23:59:59.000001Z", "1 December 2023, 23:59 UTC"),
    ],
)
def test_the_moment_of_an_entry_is_said_to_the_minute(at, told):
    assert moment(of("set_roles", at=at)) == told
