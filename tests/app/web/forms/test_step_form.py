"""A posted form, read: what cannot be read is named, and everything else is as it was typed."""

from datetime import date

import pytest
from werkzeug.datastructures import MultiDict

from app.web.forms.step_form import LARGEST, step_input_from
from domain.errors import Unreadable
from domain.governance.terms import CommentKind, CommentOutcome, Consulted, Origin
from workflow.errors import Incomplete
from workflow.governance.step_input import DelegationInput, StepInput

NUMBERS = ("version", "read", "number")
WORDS = {"kind": CommentKind, "outcome": CommentOutcome, "origin": Origin, "view": Consulted}
PLAIN = (
    "place", "text", "reason", "minute", "options_rejected", "interests", "dispensations",
    "digest", "evidence", "mover", "seconder", "vote", "notice",
)  # fmt: skip


def step_input(*pairs: tuple[str, str]) -> StepInput:
    return step_input_from(MultiDict(pairs))


def refusal(*pairs: tuple[str, str]) -> str:
    with pytest.raises((Incomplete, Unreadable)) as refused:
        step_input(*pairs)
    return str(refused.value)


def test_an_empty_form_gives_nothing():
    assert step_input() == StepInput(0, resolutions=[])


@pytest.mark.parametrize("name", PLAIN)
def test_words_are_taken_as_they_were_typed(name):
    assert getattr(step_input((name, " Some <b>words</b> ")), name) == " Some <b>words</b> "


def test_every_part_of_what_is_given_is_read_from_the_form():
    everything = {
        **dict.fromkeys(PLAIN, "x"),
        **dict.fromkeys(NUMBERS, "7"),
        **{name: next(iter(words)).value for name, words in WORDS.items()},
        "meeting": "2023-11-24",
        "held": "2023-11-24",
        "resolution": "Note it.",
        "delegation": "a",
        "until": "2023-12-06",
        "field-body": "A text.",
    }
    read, empty = step_input(*everything.items()), StepInput(0)
    same = [
        name
        for name in StepInput.__dataclass_fields__
        if getattr(read, name) == getattr(empty, name)
    ]
    assert same == []


def test_fields_of_a_text_are_told_from_others_by_what_stands_before_their_names():
    read = step_input(("field-body", "A text."), ("field-value", ""), ("body", "no"))
    assert read.fields == {"body": "A text.", "value": ""}


@pytest.mark.parametrize("name", NUMBERS)
def test_a_number_is_read(name):
    assert getattr(step_input((name, str(LARGEST))), name) == LARGEST
    assert getattr(step_input((name, "")), name) == 0


@pytest.mark.parametrize("name", NUMBERS)
@pytest.mark.parametrize(
    "typed", ["x", "-1", "1.5", "²", "٣", " 1", "1e3", str(LARGEST + 1), "9" * 5000]
)
def test_a_number_that_cannot_be_read_is_named(name, typed):
    told = refusal((name, typed))
    assert f"“{name}”" in told
    assert len(told) < 100


@pytest.mark.parametrize("name", ["meeting", "held", "until"])
@pytest.mark.parametrize(
    "typed", ["24/11/2023", "2023-02-30", "tomorrow", "2023", "0000-01-01", "x" * 9000]
)
def test_a_date_that_cannot_be_read_is_named(name, typed):
    told = refusal((name, typed), ("delegation", "a"), ("resolution", "Note it."))
    assert f"“{typed[:40]}”" in told
    assert len(told) < 120


def test_a_date_is_read():
    assert step_input(("meeting", " 2023-11-24 ")).meeting == date(2023, 11, 24)


@pytest.mark.parametrize("name", WORDS)
@pytest.mark.parametrize("typed", ["something else", "VIEW", " for", "x" * 9000])
def test_a_word_that_is_not_known_is_named_with_those_that_are(name, typed):
    told = refusal((name, typed))
    assert f"“{typed[:40]}”" in told
    assert f"the {name}" in told
    assert all(word.value in told for word in WORDS[name])
    assert len(told) < 200


@pytest.mark.parametrize("name", WORDS)
def test_every_word_that_is_known_is_read(name):
    for word in WORDS[name]:
        assert getattr(step_input((name, word.value)), name) is word


def test_resolutions_are_lettered_in_their_order_and_empty_ones_at_the_end_left_out():
    pairs = [("resolution", text) for text in ("Note it.", " Agree. ", "", " ")]
    assert step_input(*pairs).resolutions == [("a", "Note it."), ("b", "Agree.")]


def test_an_empty_resolution_between_others_keeps_its_letter():
    pairs = [("resolution", text) for text in ("Note it.", "", "Agree.")]
    assert step_input(*pairs).resolutions == [("a", "Note it."), ("b", ""), ("c", "Agree.")]


def test_as_many_resolutions_as_letters_are_read_and_one_more_is_refused():
    twenty_six = [("resolution", f"Number {n}.") for n in range(26)]
    assert step_input(*twenty_six).resolutions[-1] == ("z", "Number 25.")
    assert "letters" in refusal(*twenty_six, ("resolution", "One more."))


@pytest.mark.parametrize("letter", ["", "none"])
def test_nothing_is_delegated_where_no_resolution_is_chosen(letter):
    assert step_input(("delegation", letter), ("until", "2023-12-06")).delegation is None


@pytest.mark.parametrize("until", ["", "  "])
def test_a_delegation_needs_its_last_day(until):
    assert "until when" in refusal(("delegation", "b"), ("until", until))


def test_a_delegation_is_read_with_its_scope():
    read = step_input(
        ("delegation", "b"),
        ("until", "2023-12-06"),
        ("scope", "section:introduction"),
        ("scope", ""),
        ("scope", "dashboard:public-health"),
    )
    places = ("section:introduction", "dashboard:public-health")
    assert read.delegation == DelegationInput("b", date(2023, 12, 6), places)
