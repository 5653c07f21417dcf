"""Entries of the audit log in English."""

import re

import pytest

from domain.formatting import word_label
from domain.governance.entry_wording import ENTRY_WORDS, changes, grounds, moment, sentence
from domain.governance.terms import Action
from domain.terms import RecordedEvent
from tests.builders.audit import an_entry

DIGEST = "0123456789abcdef" * 4


def of(action: str, title: str = "Olive Officer", **given: object):
    defaults = {"actor_name": "Alice Dunmore", "action": action, "subject_title": title}
    return an_entry(**{**defaults, **given})


@pytest.mark.parametrize(
    ("action", "title", "expected"),
    [
        (RecordedEvent.ADD_PERSON, "Olive", "Alice Dunmore added an account for Olive."),
        (RecordedEvent.DISABLE_PERSON, "Olive", "Alice Dunmore stopped Olive from signing in."),
        (RecordedEvent.ENABLE_PERSON, "Olive", "Alice Dunmore let Olive sign in again."),
        (RecordedEvent.SET_ROLES, "Olive", "Alice Dunmore changed the roles of Olive."),
        (RecordedEvent.SET_PASSWORD, "Olive", "Alice Dunmore set a new password for Olive."),
        (
            RecordedEvent.LOAD_EDITION,
            "The 2022 edition",
            "Alice Dunmore loaded the 2022 edition from files.",
        ),
        (
            RecordedEvent.LOAD_COMPARISON,
            "The comparison of councils",
            "Alice Dunmore loaded the comparison of councils from files.",
        ),
    ],
)
def test_an_entry_says_who_did_what_to_what(action, title, expected):
    assert sentence(of(action.value, title)) == expected


EDITION, PLACE = "The 2023 edition", "Climate action, Delivery Report 2023"


@pytest.mark.parametrize(
    ("action", "title", "sentence_end"),
    [
        (Action.EDIT, PLACE, f"edited {PLACE}"),
        (Action.SIGN_OFF_SECTION, PLACE, f"signed off {PLACE}"),
        (Action.SEND_TO_SCRUTINY, EDITION, "sent the 2023 edition to Scrutiny"),
        (Action.RECALL, EDITION, "called the 2023 edition back from Scrutiny"),
        (Action.COMMENT, "comment 5, 2023", "submitted comment 5, 2023"),
        (Action.COMMENT, PLACE, f"submitted a comment on {PLACE}"),
        (Action.ADD_TO_COMMENT, "comment 5, 2023", "added to comment 5, 2023"),
        (Action.PROPOSE_AMENDMENT, f"change 2 to {PLACE}", f"proposed change 2 to {PLACE}"),
        (Action.SIGN_AMENDMENT, PLACE, f"signed a change to {PLACE}"),
        (Action.SIGN_CORRECTION, f"change 3 to {PLACE}", f"signed a correction, change 3 to {PLACE}"),
        (Action.AMEND_BY_MOTION, PLACE, f"recorded that the County Council made a change to {PLACE}"),
        (Action.REFER_TO_CABINET, EDITION, "passed on Scrutiny’s views of the 2023 edition for the Cabinet"),
        (Action.RESOLVE, EDITION, "recorded what the Cabinet decided about the 2023 edition"),
        (Action.CONSULT, PLACE, f"recorded the Leader’s view of a change to {PLACE}"),
        (Action.APPROVE, EDITION, "recorded that the County Council approved the 2023 edition"),
        (Action.PUBLISH, EDITION, "published the 2023 edition"),
        (Action.WITHDRAW, EDITION, "withdrew the 2023 edition from publication"),
        (RecordedEvent.ROLL_FORWARD, EDITION, "began the 2023 edition from the one before"),
    ],
)  # fmt: skip
def test_a_step_of_an_edition_is_told_as_a_resident_would_tell_it(action, title, sentence_end):
    assert sentence(of(action.value, title)) == f"Alice Dunmore {sentence_end}."


WORDS = [*Action, *RecordedEvent]


@pytest.mark.parametrize("action", WORDS)
@pytest.mark.parametrize("outcome", ["done", "refused"])
def test_every_action_has_its_sentence_with_what_it_was_done_to(action, outcome):
    text = sentence(of(action.value, outcome=outcome))
    assert re.search("{(title|comment|change)}", ENTRY_WORDS[action].what)
    assert text.startswith("Alice Dunmore ")
    assert "Olive Officer" in text
    assert "the step “" not in text
    assert text.count(".") == 1


def test_there_is_no_sentence_for_what_is_no_action_and_each_has_a_word_of_its_own():
    assert len(WORDS) == len({words.value for words in WORDS})
    assert set(ENTRY_WORDS) == set(WORDS)


def test_no_two_actions_read_alike_but_the_loading_of_two_things():
    sentences = [
        sentence(of(action.value))
        for action in WORDS
        if action is not RecordedEvent.LOAD_COMPARISON
    ]
    assert len(set(sentences)) == len(sentences)


@pytest.mark.parametrize("action", ["seal_edition", "", "{title}", "{0}"])
def test_a_word_of_another_version_of_the_product_can_still_be_read(action):
    text = sentence(of(action, EDITION))
    assert text == (
        f"Alice Dunmore took the step “{action.replace('_', ' ')}” on the 2023 edition."
    )
    assert "tried to take the step “" in sentence(of(action, EDITION, outcome="refused"))


@pytest.mark.parametrize(
    ("reason", "ending"),
    [
        ("", "refused."),
        ("The checklist has errors.", "refused: The checklist has errors."),
        (" It is in cabinet. Nothing was changed. ", "refused: It is in cabinet. Nothing was changed."),
    ],
)  # fmt: skip
def test_a_refused_attempt_says_that_and_why_it_was_refused(reason, ending):
    entry = of(Action.SEND_TO_SCRUTINY.value, EDITION, outcome="refused", reason=reason)
    assert sentence(entry) == (
        f"Alice Dunmore tried to send the 2023 edition to Scrutiny, which was {ending}"
    )


def test_a_refused_attempt_on_an_account_reads_like_any_other():
    assert sentence(of("disable_person", outcome="refused")) == (
        "Alice Dunmore tried to stop Olive Officer from signing in, which was refused."
    )


def test_every_action_can_be_told_from_the_others_in_a_list():
    names = [word_label(action) for action in WORDS]
    assert len(set(names)) == len(names)
    assert word_label("send_to_scrutiny") == "Send to scrutiny"


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({}, []),
        ({"reason": "A late figure."}, ["reason: A late figure."]),
        ({"reason": "Why", "authority": "Minute 5"}, ["reason: Why", "authority: Minute 5"]),
        ({"reason": "Why", "authority": "Minute 5", "outcome": "refused"}, ["authority: Minute 5"]),
    ],
)
def test_reason_and_authority_are_told_where_they_were_given_and_not_told_yet(given, expected):
    assert grounds(of("edit", **given)) == expected


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
    ("before", "after", "expected"),
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
        ({}, {"origin": "late_data"}, ["origin: from nothing to late data"]),
        ({}, {"text": "A late_data text"}, ["text: from nothing to A late_data text"]),
        ({"stage": "drafting"}, {"stage": "scrutiny"}, ["stage: from drafting to scrutiny"]),
        ({"vote": {}}, {"vote": {"for": 30, "on_time": True}}, ["vote: from nothing to for 30; on time yes"]),
        ({}, {"of": [{"a": 1}, {"b": []}]}, ["of: from nothing to a 1, b nothing"]),
        ({}, {"text": "x" * 301}, [f"text: from nothing to {'x' * 300}…"]),
        ({}, {"text": "x" * 300}, [f"text: from nothing to {'x' * 300}"]),
        ({}, {"of": [{"a": "x" * 200}, "y" * 200]}, [f"of: from nothing to a {'x' * 200}, {'y' * 96}…"]),
        ({"of": ["x"] * 101}, {}, [f"of: from {'x, ' * 99}x,… to nothing"]),
        ({}, {"of": {"a": "x" * 900}}, [f"of: from nothing to a {'x' * 298}…"]),
        ({}, {"of": ["x" * 31, "y" * 31]}, [f"of: from nothing to {'x' * 31}, {'y' * 31}"]),
        ({"b": "x"}, {"a": "y"}, ["a: from nothing to y", "b: from x to nothing"]),
    ],
)  # fmt: skip
def test_what_changed_is_said_for_each_name_in_order(before, after, expected):
    assert changes(of("set_roles", before=before, after=after)) == expected


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        ("2022-11-09T10:30:00.000000Z", "9 November 2022, 10:30 UTC"),
        ("2022-01-31T00:05:59.999999Z", "31 January 2022, 00:05 UTC"),
        ("2023-12-01T23:59:59.000001Z", "1 December 2023, 23:59 UTC"),
    ],
)
def test_the_moment_of_an_entry_is_said_to_the_minute(at, expected):
    assert moment(of("set_roles", at=at)) == expected


def test_of_what_was_refused_nothing_changed():
    tried = {"before": {"n": 0}, "after": {"number": 1}, "outcome": "refused"}
    assert changes(of("answer_comment", **tried)) == []


@pytest.mark.parametrize("name", ["subject_title", "actor_name", "reason", "authority"])
@pytest.mark.parametrize("outcome", ["done", "refused"])
def test_whatever_an_entry_holds_no_more_than_its_beginning_is_told(name, outcome):
    entry = an_entry(**{"outcome": outcome, name: "x" * 90_000})
    text = f"{sentence(entry)} {grounds(entry)}"
    assert "x" * 300 + "…" in text or (name, outcome) == ("reason", "done")
    assert "x" * 301 not in text
