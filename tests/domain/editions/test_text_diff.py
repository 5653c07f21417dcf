"""Two texts word by word, and two put together."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.editions.text_diff import (
    CONTEXT,
    LEFT_OUT,
    MAX_COMPARED,
    Run,
    RunKind,
    merge,
    shortened,
    word_by_word,
)

SAME, REMOVED, ADDED = RunKind.SAME, RunKind.REMOVED, RunKind.ADDED
texts = st.text(alphabet="ab .!?\n£%,-’1", max_size=60)


def runs_of(before: str, after: str) -> list[tuple[RunKind, str]]:
    return [(run.kind, run.text) for run in word_by_word(before, after)]


@given(texts, texts)
def test_what_stayed_and_was_removed_is_the_old_text_and_with_what_was_added_the_new(before, after):
    runs = word_by_word(before, after)
    assert "".join(run.text for run in runs if run.kind is not ADDED) == before
    assert "".join(run.text for run in runs if run.kind is not REMOVED) == after


@given(texts)
def test_nothing_differs_between_a_text_and_itself(text):
    assert runs_of(text, text) == ([(SAME, text)] if text else [])


@pytest.mark.parametrize(
    ("before", "after", "runs"),
    [
        (
            "The old road is long.",
            "The new road is long.",
            [(SAME, "The "), (REMOVED, "old"), (ADDED, "new"), (SAME, " road is long.")],
        ),
        ("One. Two.", "One. Two. Three.", [(SAME, "One. Two."), (ADDED, " Three.")]),
        (
            "One. Two. Three.",
            "One. Three.",
            [(SAME, "One. "), (REMOVED, "Two. "), (SAME, "Three.")],
        ),
        ("It fell to £1,234.5m.", "It fell to £1,234.6m.", None),
        ("5,109", "5,000", [(REMOVED, "5,109"), (ADDED, "5,000")]),
        ("12.5%", "-12.5%", [(REMOVED, "12.5%"), (ADDED, "-12.5%")]),
        ("", "New.", [(ADDED, "New.")]),
        ("Old.", "", [(REMOVED, "Old.")]),
    ],
)
def test_words_and_figures_differ_as_wholes(before, after, runs):
    figures = [
        (SAME, "It fell to "),
        (REMOVED, "£1,234.5m"),
        (ADDED, "£1,234.6m"),
        (SAME, "."),
    ]
    assert runs_of(before, after) == (runs or figures)


def test_sentences_that_share_next_to_nothing_stand_one_in_place_of_the_other():
    before, after = "This was put here for show.", "Net zero was out of reach in the county."
    assert runs_of(before, after) == [(REMOVED, before), (ADDED, after)]


def test_words_that_go_on_alike_are_one_run():
    runs = word_by_word("One. Two a b c d. Three.", "One. Two a b c e. Three.")
    assert [run.text for run in runs] == ["One. Two a b c ", "d", "e", ". Three."]


def test_a_stretch_too_long_to_compare_is_written_anew():
    words = int(MAX_COMPARED**0.5) + 2
    before, after = ("the cat " * words, "the dog " * words)
    assert runs_of(before, after) == [(REMOVED, before), (ADDED, after)]


def test_a_long_row_of_dots_is_one_run():
    dots = "." * 60_000
    assert runs_of(dots, "x") == [(REMOVED, dots), (ADDED, "x")]


def test_an_unchanged_stretch_is_cut_to_the_words_beside_a_change():
    long = "word " * 200
    runs = shortened(word_by_word(f"{long}old {long}", f"{long}new {long}"))
    first, removed, added, last = runs
    assert (removed.text, added.text) == ("old", "new")
    assert first.text.startswith(f"{LEFT_OUT} word")
    assert first.text.endswith("word ")
    assert last.text.startswith(" word")
    assert last.text.endswith(f"word {LEFT_OUT}")
    assert all(len(run.text) < 2 * CONTEXT for run in runs)


def test_a_stretch_between_two_changes_keeps_both_its_ends():
    middle = Run(SAME, " ".join(str(number) for number in range(400)))
    runs = [Run(ADDED, "a"), middle, Run(REMOVED, "b")]
    cut = shortened(runs)[1].text
    head, tail = cut.split(f" {LEFT_OUT} ")
    assert middle.text.startswith(f"{head} ")
    assert middle.text.endswith(f" {tail}")


@pytest.mark.parametrize(
    "runs", [[], [Run(SAME, "word " * 500)], [Run(SAME, "a"), Run(ADDED, "b")]]
)
def test_what_is_short_or_did_not_change_is_left_as_it_is(runs):
    assert shortened(runs) == runs


BASE = "One is here. Two is here. Three is here."


@pytest.mark.parametrize(
    ("own", "other", "text"),
    [
        (BASE, BASE, BASE),
        (BASE.replace("One", "A"), BASE, BASE.replace("One", "A")),
        (BASE, BASE.replace("Three", "C"), BASE.replace("Three", "C")),
        (
            BASE.replace("One", "A"),
            BASE.replace("Three", "C"),
            "A is here. Two is here. C is here.",
        ),
        (BASE.replace("Two", "B"), BASE.replace("Two", "B"), BASE.replace("Two", "B")),
    ],
)
def test_what_only_one_of_two_changed_is_taken(own, other, text):
    merged = merge(BASE, own, other)
    assert (merged.text, merged.conflicts) == (text, 0)


def test_where_both_changed_the_same_sentence_both_stand_ours_first():
    merged = merge(BASE, BASE.replace("Two", "B"), BASE.replace("Two", "Z"))
    assert merged.conflicts == 1
    lines = merged.text.splitlines()
    assert lines[1:6] == [
        "<<<<<<< yours",
        "B is here.",
        "=======",
        "Z is here.",
        ">>>>>>> theirs",
    ]
    assert lines[0].strip() == "One is here."
    assert lines[6] == "Three is here."


@given(texts, texts)
def test_nothing_that_somebody_wrote_alone_is_lost_in_a_merge(base, other):
    assert merge(base, base, other).text == other
    assert merge(base, other, base).text == other
