"""Figures and judgements in plain English, singular and plural."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain import wording
from domain.terms import Direction, Method, Polarity, Quartile, Rating, Role, Verdict
from tests.builders import a_rule, an_indicator, some_counts

UP, SAME, DOWN, UNKNOWN = (
    Direction.IMPROVED,
    Direction.NO_CHANGE,
    Direction.WORSENED,
    Direction.UNDETERMINED,
)


@pytest.mark.parametrize(
    ("words", "terms"),
    [
        (wording.SYMBOLS, Direction),
        (wording.DIRECTIONS, Direction),
        (wording.QUARTILES, Quartile),
        (wording.RATINGS, Rating),
        (wording.RATING_SYMBOLS, Rating),
        (wording.VERDICTS, Verdict),
        (wording.POLARITIES, Polarity),
        (wording.ROLES, Role),
    ],
)
def test_every_term_has_words_of_its_own(words, terms):
    assert set(words) == set(terms)
    assert len(set(words.values())) == len(terms)


def test_a_day_is_written_out():
    assert wording.day(date(2022, 12, 7)) == "7 December 2022"


@pytest.mark.parametrize(
    ("number", "words"),
    [(0, "0 indicators"), (1, "1 indicator"), (2, "2 indicators"), (1243, "1,243 indicators")],
)
def test_one_is_singular_and_everything_else_plural(number, words):
    assert wording.counted(number, "indicator", "indicators") == words


@pytest.mark.parametrize(
    ("parts", "words"),
    [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")],
)
def test_a_list_ends_with_and(parts, words):
    assert wording.listed(parts) == words


def test_a_list_can_be_joined_by_something_else():
    assert wording.listed(["a, b", "c", "d"], joint="; ") == "a, b; c and d"


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
    assert wording.travelled(some_counts(directions)) == words


@given(st.fixed_dictionaries({direction: st.integers(0, 300) for direction in Direction}))
def test_a_sentence_of_directions_names_every_count_that_is_not_nothing(directions):
    sentence = wording.travelled(some_counts(directions))
    told = [directions[direction] for direction in (UP, DOWN, SAME) if directions[direction]]
    assert all(f"{number} " in sentence for number in told)
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
    assert wording.standing(some_counts(quartiles=quartiles)) == words


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
    assert wording.aimed(some_counts(targets=targets)) == words


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
    assert wording.headline(some_counts(directions)) == words


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
    assert wording.during(period) == words


def test_a_half_per_cent_is_rounded_up():
    assert wording.per_cent(62.5) == "63%"


def test_the_heading_of_a_strip_counts_the_whole_dashboard_as_its_sentence_does():
    better, worse = an_indicator(), an_indicator(direction=DOWN, value="40")
    hidden = an_indicator(direction=UNKNOWN)
    assert wording.finding([hidden]) == "As many moved the right way as the wrong way: 0 each"
    assert wording.finding([better, worse]) == (
        "As many moved the right way as the wrong way: 1 each"
    )
    assert wording.finding([better, better, worse, hidden]) == (
        "More moved the right way than the wrong way: 2 against 1"
    )
    assert wording.finding([worse, hidden]) == (
        "More moved the wrong way than the right way: 1 against 0"
    )


@pytest.mark.parametrize(
    ("value", "previous", "words"),
    [
        ("46.0%", "45.0%", "1 percentage point higher than before."),
        ("44.0%", "45.0%", "1 percentage point lower than before."),
        ("47.5%", "45.0%", "2.5 percentage points higher than before."),
        ("0.6%", "0.1%", "0.5 percentage points higher than before."),
        ("100%", "80%", "20 percentage points higher than before."),
        ("110", "100", "10% higher than before."),
        ("£95", "£100", "5.0% lower than before."),
        ("10001", "10000", "less than 0.1% higher than before."),
        ("100", "100", "The figure did not move."),
        ("3", "0", "Higher than before, when it was 0."),
        ("-3", "0", "Lower than before, when it was 0."),
        ("3", "-", "There are not two figures to compare."),
    ],
)
def test_a_change_is_told_in_points_or_per_cent(value, previous, words):
    assert wording.change_in_words(an_indicator(value=value, previous=previous)) == words


@pytest.mark.parametrize(
    ("size", "words"),
    [
        (4.24, "4.2%"),
        (9.94, "9.9%"),
        (9.97, "10%"),
        (10, "10%"),
        (84.4, "84%"),
        (1234, "1,234%"),
        (0.05001, "0.1%"),
        (0.04, "less than 0.1%"),
        (0, "0.0%"),
    ],
)
def test_per_cent_are_whole_from_ten_upwards(size, words):
    assert wording.per_cent(size) == words


@pytest.mark.parametrize(
    ("size", "words"),
    [("1", "1 percentage point"), ("1.0", "1 percentage point"), ("10", "10 percentage points")],
)
def test_one_percentage_point_is_singular(size, words):
    assert wording.points(Decimal(size)) == words


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"value": "92"}, "84% better"),
        ({"value": "48"}, "4.0% worse"),
        ({"value": "50"}, "same"),
        ({"direction": UNKNOWN}, "cannot be told"),
    ],
)
def test_better_and_worse_are_told_in_words(changes, words):
    assert wording.better_by(an_indicator(**changes)) == words


@pytest.mark.parametrize(
    ("cell", "words"),
    [
        ("-", "Not compared with other councils"),
        ("1st", "1st, best quarter of 33 county councils and county unitaries"),
        ("4th (2020)", "4th, lowest quarter of 33 county councils and county unitaries, 2020"),
        ("2nd (Eng)", "2nd quarter of all English upper-tier authorities"),
        ("1st/2nd (2022)", "Better than the England average in a survey, 2022"),
    ],
)
def test_a_position_names_its_group_and_year(cell, words):
    assert wording.position(an_indicator(quartile=cell)) == words


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({}, "60 in 2021/22, against 50 in 2020/21: improved."),
        ({"direction": SAME}, "60 in 2021/22, against 50 in 2020/21: no real change."),
        (
            {"value": "9.4% (2019)", "period": "2019", "previous": "8%", "previous_period": ""},
            "9.4% in 2019, against 8% before (period not stated): improved.",
        ),
        (
            {"direction": UNKNOWN},
            "60 in 2021/22, against 50 in 2020/21: whether it improved cannot be told.",
        ),
        ({"previous": "N/A"}, "60 in 2021/22. There is no figure before to compare with."),
        ({"value": "-"}, "No figure is published for 2021/22."),
    ],
)
def test_an_indicator_can_be_told_in_a_sentence(changes, words):
    assert wording.sentence(an_indicator(**changes)) == words


def test_the_published_arrow_and_the_rule_are_told_apart():
    row = an_indicator(direction=SAME, rule=a_rule(Method.COUNT), value="300", previous="200")
    words = wording.difference_explained(row)
    assert words.startswith("Published as “no real change”; the declared rule says “improved”.")
    assert row.decision.why in words
    assert "stands" in words


@pytest.mark.parametrize(
    ("target", "words"),
    [
        ("-", "none"),
        ("55", "55"),
        ("55% (2023)", "55%"),
        ("<4.1", "<4.1"),
        ("Year on year decrease", "Year on year decrease"),
        ("MTFS", "MTFS"),
    ],
)
def test_a_target_is_told_as_it_is_printed(target, words):
    assert wording.target_in_words(an_indicator(target=target)) == words


def test_the_indicators_of_a_dashboard_are_named_under_what_they_did():
    buses = an_indicator(name="Buses", direction=SAME)
    rows = [an_indicator(name="Roads"), buses, an_indicator(name="Trains", direction=UNKNOWN)]
    assert wording.named_by_direction(rows) == [
        ("1 improved", ["Roads"]),
        ("1 shows no real change", ["Buses"]),
        ("1 cannot be told", ["Trains"]),
    ]
    assert wording.named_by_direction([buses, buses]) == [
        ("2 show no real change", ["Buses", "Buses"])
    ]
    assert wording.named_by_direction([]) == []


@pytest.mark.parametrize(
    ("cell", "words"),
    [("1st (2021)", "1st quarter"), ("1st/2nd (2022)", "above England"), ("-", "not compared")],
)
def test_a_position_has_words_short_enough_for_a_chart(cell, words):
    assert wording.short_position(an_indicator(quartile=cell)) == words
