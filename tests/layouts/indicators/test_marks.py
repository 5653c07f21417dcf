"""Marks: words stand beside every symbol, and colour only helps."""

import pytest

from domain.indicators import indicator_wording
from domain.indicators.terms import Direction, Rating
from layouts.indicators.parts import marks
from tests.builders import an_indicator
from tests.layouts.drawing import drawn, said, seen


@pytest.mark.parametrize("direction", Direction)
def test_a_direction_is_a_symbol_for_the_eye_and_words_for_all(direction):
    mark = marks.direction(direction)
    assert said(mark) == indicator_wording.DIRECTIONS[direction]
    assert (
        seen(mark)
        == f"{indicator_wording.SYMBOLS[direction]} {indicator_wording.DIRECTIONS[direction]}"
    )


def test_no_two_directions_share_a_symbol_a_word_or_a_class():
    for table in (indicator_wording.SYMBOLS, indicator_wording.DIRECTIONS, marks.CLASSES):
        assert len(set(table.values())) == len(Direction)


def test_a_symbol_alone_is_the_one_of_its_words():
    assert seen(marks.direction_symbol(Direction.WORSENED)) == "▼"


@pytest.mark.parametrize(("quartile", "filled"), [("1st", 4), ("2nd", 3), ("3rd", 2), ("4th", 1)])
def test_a_quarter_is_blocks_for_the_eye_and_words_for_all(quartile, filled):
    mark = marks.quarter(an_indicator(quartile=quartile))
    blocks = [node.get("class") for node in drawn(mark).all("i")]
    assert blocks == ["full"] * filled + [""] * (4 - filled)
    assert quartile in said(mark)


@pytest.mark.parametrize(
    ("cell", "words"),
    [
        ("1st (2021)", "1st, best quarter2021"),
        ("4th*", "4th, lowest quarterour outturn against others' plans"),
        ("2nd (Eng. 2020)", "2nd quarter2020, all English upper-tier authorities"),
        ("1st/2nd (2021)", "Better than the England average2021, survey"),
        ("3rd", "3rd quarter"),
        ("-", "Not compared"),
        ("", "Not compared"),
    ],
)
def test_a_position_says_its_period_and_its_group_where_they_are_its_own(cell, words):
    assert said(marks.quarter(an_indicator(quartile=cell))) == words


def test_a_survey_s_result_is_no_quarter_and_has_no_blocks():
    assert drawn(marks.quarter(an_indicator(quartile="1st/2nd"))).all("i") == []


def test_a_position_can_name_its_group_always():
    row = an_indicator(quartile="1st (2021)")
    assert said(marks.quarter(row, with_group=True)).endswith(row.dashboard.comparator)


@pytest.mark.parametrize("rating", Rating)
def test_a_rating_is_a_symbol_for_the_eye_and_words_for_all(rating):
    assert said(marks.rating(rating)) == indicator_wording.RATINGS[rating]
    assert indicator_wording.RATING_SYMBOLS[rating] in seen(marks.rating(rating))


def test_what_was_not_rated_has_no_mark():
    assert marks.rating(None) is None
    assert marks.plan_flag(an_indicator(strategic_plan=False)) is None
    assert said(marks.plan_flag(an_indicator(strategic_plan=True))) == "Strategic Plan"


@pytest.mark.parametrize(
    ("target", "words"),
    [
        ("55", "55✓ Met"),
        ("65", "65✗ Missed"),
        ("65 (2025)", "65✗ Missed (2025)"),
        ("MTFS", "MTFSNot judged"),
        ("Year on year decrease", "Year on year decrease✗ Missed"),
        ("-", "none"),
        ("", "none"),
    ],
)
def test_a_target_says_whether_it_was_met_in_words(target, words):
    assert said(marks.target(an_indicator(target=target))) == words


@pytest.mark.parametrize(
    ("value", "period", "words"),
    [
        ("60%", "2021/22", "60%"),
        ("60% (2020)", "2020", "60%2020"),
        ("N/A", "2021/22", "not available"),
        ("-", "2021/22", "not available"),
        ("see note", "2021/22", "see note"),
    ],
)
def test_a_figure_carries_its_period_where_it_is_not_the_column_s(value, period, words):
    assert said(marks.value(an_indicator(value=value, period=period), "2021/22")) == words


@pytest.mark.parametrize(
    ("previous", "period", "words"),
    [
        ("50", "2020/21", "50"),
        ("50", "2018", "502018"),
        ("50", "", "50period not stated"),
        ("-", "", "not available"),
    ],
)
def test_a_figure_before_says_when_its_period_is_not_stated(previous, period, words):
    row = an_indicator(previous=previous, previous_period=period)
    assert said(marks.previous(row, "2020/21")) == words
