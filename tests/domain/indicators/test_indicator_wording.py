"""Figures and judgements in plain English, singular and plural."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain import formatting
from domain.indicators import indicator_wording
from domain.indicators.terms import Direction, Quartile, Rating, Verdict
from domain.people.role_wording import ROLES
from domain.terms import Polarity, Role
from tests.builders import an_indicator, some_counts

UP, SAME, DOWN, UNKNOWN = (
    Direction.IMPROVED,
    Direction.NO_CHANGE,
    Direction.WORSENED,
    Direction.UNDETERMINED,
)


@pytest.mark.parametrize(
    ("words", "terms"),
    [
        (indicator_wording.SYMBOLS, Direction),
        (indicator_wording.DIRECTIONS, Direction),
        (indicator_wording.QUARTILES, Quartile),
        (indicator_wording.RATINGS, Rating),
        (indicator_wording.RATING_SYMBOLS, Rating),
        (indicator_wording.VERDICTS, Verdict),
        (indicator_wording.POLARITIES, Polarity),
        (ROLES, Role),
    ],
)
def test_every_term_has_words_of_its_own(words, terms):
    assert set(words) == set(terms)
    assert len(set(words.values())) == len(terms)


def test_a_day_is_written_out():
    assert formatting.day(date(2022, 12, 7)) == "7 December 2022"


@pytest.mark.parametrize(
    ("number", "words"),
    [(0, "0 indicators"), (1, "1 indicator"), (2, "2 indicators"), (1243, "1,243 indicators")],
)
def test_one_is_singular_and_everything_else_plural(number, words):
    assert formatting.counted(number, "indicator", "indicators") == words


@pytest.mark.parametrize(
    ("parts", "words"),
    [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")],
)
def test_a_list_ends_with_and(parts, words):
    assert formatting.listed(parts) == words


def test_a_list_can_be_joined_by_something_else():
    assert formatting.listed(["a, b", "c", "d"], joint="; ") == "a, b; c and d"


@pytest.mark.parametrize(
    ("directions", "words"),
    [
        (
            {UP: 94, SAME: 44, DOWN: 79, UNKNOWN: 26},
            "Of 243 indicators, 94 improved, 79 worsened and 44 show no real change; for 26 it "
            "cannot be told.",
        ),
        ({SAME: 1}, "Of 1 indicator, 1 shows no real change."),
        ({UP: 2, SAME: 1}, "Of 3 indicators, 2 improved and 1 shows no real change."),
        ({DOWN: 2, UNKNOWN: 1}, "Of 3 indicators, 2 worsened; for 1 it cannot be told."),
        ({UNKNOWN: 2}, "Of 2 indicators, it cannot be told of any whether it improved."),
        ({}, "Of 0 indicators, it cannot be told of any whether it improved."),
    ],
)
def test_directions_are_told_in_one_sentence(directions, words):
    assert indicator_wording.direction_summary(some_counts(directions)) == words


@given(st.fixed_dictionaries({direction: st.integers(0, 300) for direction in Direction}))
def test_a_sentence_of_directions_names_every_count_that_is_not_nothing(directions):
    sentence = indicator_wording.direction_summary(some_counts(directions))
    numbers = [directions[direction] for direction in (UP, DOWN, SAME) if directions[direction]]
    assert all(f"{number} " in sentence for number in numbers)
    assert sentence.endswith(".")


@pytest.mark.parametrize(
    ("quartiles", "words"),
    [
        (
            {Quartile.FIRST: 58, Quartile.FOURTH: 22, Quartile.SURVEY_BETTER: 5},
            "Of the 80 compared with other councils, 58 are in the best quarter and 22 in the "
            "lowest.",
        ),
        (
            {Quartile.FIRST: 1},
            "One of them is compared with other councils: 1st, best quarter.",
        ),
        ({Quartile.SURVEY_BETTER: 5}, "None of them has a quarter position among other councils."),
    ],
)
def test_standing_is_told_with_its_base(quartiles, words):
    assert indicator_wording.quartile_summary(some_counts(quartiles=quartiles)) == words


@pytest.mark.parametrize(
    ("targets", "words"),
    [
        (
            {Verdict.MET: 36, Verdict.MISSED: 21, Verdict.NOT_JUDGED: 10},
            "Of 57 targets that can be judged, 36 were met.",
        ),
        ({Verdict.MET: 1}, "The one target that can be judged was met."),
        ({Verdict.MISSED: 1}, "The one target that can be judged was missed."),
        ({Verdict.MET: 4}, "All 4 targets that can be judged were met."),
        ({Verdict.MISSED: 2}, "Of 2 targets that can be judged, none was met."),
        ({Verdict.NOT_JUDGED: 2}, "None of them has a target that can be judged."),
    ],
)
def test_targets_are_told_with_their_base(targets, words):
    assert indicator_wording.target_summary(some_counts(targets=targets)) == words


@pytest.mark.parametrize(
    ("directions", "words"),
    [
        ({UP: 2, DOWN: 1}, "More measures improved than worsened"),
        ({UP: 1, DOWN: 2}, "More measures worsened than improved"),
        ({UP: 2, DOWN: 2}, "As many measures improved as worsened"),
        ({}, "It cannot be told of any measure whether it improved"),
        ({UNKNOWN: 3}, "It cannot be told of any measure whether it improved"),
        ({SAME: 2, UNKNOWN: 3}, "No measure improved or worsened"),
    ],
)
def test_a_heading_says_which_are_more(directions, words):
    assert indicator_wording.count_heading(some_counts(directions)) == words


@pytest.mark.parametrize(
    ("period", "words"),
    [
        ("2021/22", "in 2021/22"),
        ("year to Mar 2022", "in the year to Mar 2022"),
        ("to 3 Aug 2022", "up to 3 Aug 2022"),
        ("31 Dec 2021", "on 31 Dec 2021"),
        ("week 1 2020 to week 30 2022", "from week 1 2020 to week 30 2022"),
    ],
)
def test_a_period_stands_in_a_sentence_as_it_is_said(period, words):
    assert indicator_wording.in_period(period) == words


def test_a_half_per_cent_is_rounded_up():
    assert formatting.per_cent(62.5) == "63%"


def test_the_heading_of_a_strip_counts_the_whole_dashboard_as_its_sentence_does():
    better, worse = an_indicator(), an_indicator(direction=DOWN, value="40")
    hidden = an_indicator(direction=UNKNOWN)
    assert (
        indicator_wording.strip_heading([hidden])
        == "As many moved the right way as the wrong way: 0 each"
    )
    assert indicator_wording.strip_heading([better, worse]) == (
        "As many moved the right way as the wrong way: 1 each"
    )
    assert indicator_wording.strip_heading([better, better, worse, hidden]) == (
        "More moved the right way than the wrong way: 2 against 1"
    )
    assert indicator_wording.strip_heading([worse, hidden]) == (
        "More moved the wrong way than the right way: 1 against 0"
    )
