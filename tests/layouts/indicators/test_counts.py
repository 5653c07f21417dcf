"""Counts as lengths, tables and lists: the same numbers for the eye and for the ear."""

import pytest

from domain.indicators import indicator_wording
from domain.indicators.terms import Direction, Quartile, Verdict
from layouts.indicators.parts import counts, proportion_bar
from tests.app.markup import cells
from tests.builders import a_dashboard, an_indicator, some_counts
from tests.layouts.drawing import drawn, said, seen

COUNTS = some_counts(
    {
        Direction.IMPROVED: 50,
        Direction.NO_CHANGE: 3,
        Direction.WORSENED: 40,
        Direction.UNDETERMINED: 7,
    }
)


def test_the_bar_is_read_aloud_as_all_of_its_counts():
    assert said(proportion_bar.bar(COUNTS)) == (
        "50 improved, 3 no real change, 40 worsened, 7 cannot be told"
    )


def test_the_bar_s_parts_are_as_long_as_their_counts_and_in_one_order():
    lengths, *_ = drawn(proportion_bar.bar(COUNTS)).all("div")[1:]
    parts = lengths.children
    assert [node.get("style") for node in parts] == [
        "flex-grow:50", "flex-grow:3", "flex-grow:40", "flex-grow:7",
    ]  # fmt: skip
    assert [node.all("b")[0].text for node in parts] == ["50", "3", "40", "7"]


def test_a_part_too_narrow_for_its_word_has_it_below():
    text = seen(proportion_bar.bar(COUNTS))
    assert "50improved" in text
    assert "3no real change" not in text
    assert "Not named in the bar: 3 no real change; 7 cannot be told." in text


def test_where_every_part_has_room_nothing_stands_below():
    even = some_counts({Direction.IMPROVED: 5, Direction.WORSENED: 5})
    assert "Not named" not in seen(proportion_bar.bar(even))


def test_on_a_phone_every_part_has_its_symbol_and_its_words():
    below = drawn(proportion_bar.bar(COUNTS)).all("p")[-1].text
    for direction in Direction:
        assert indicator_wording.SYMBOLS[direction] in below
        assert proportion_bar.WORDS[direction] in below


def test_a_direction_that_nothing_took_has_no_part():
    lengths = drawn(proportion_bar.bar(some_counts({Direction.IMPROVED: 2}), small=True))
    assert [node.text for node in lengths.all("b")] == ["2"]
    assert said(proportion_bar.bar(some_counts())) == (
        "0 improved, 0 no real change, 0 worsened, 0 cannot be told"
    )


def test_the_words_beside_a_small_bar_give_its_counts():
    with_quarters = some_counts({Direction.IMPROVED: 2, Direction.WORSENED: 1}, {Quartile.FIRST: 2})
    assert counts.directions_in_words(with_quarters) == (
        "3 indicators: 2 improved, 1 worsened; 2 of 2 compared in the best quarter"
    )


def test_a_table_of_counts_ends_with_all_together_and_says_where_no_target_is_set():
    transport = a_dashboard("Transport")
    judged = some_counts({Direction.IMPROVED: 2}, targets={Verdict.MET: 1, Verdict.MISSED: 1})
    table = drawn(counts.table([(transport, some_counts({Direction.WORSENED: 1}))], judged))
    assert cells(table)[1:] == [
        ["Transport", "1", "0", "0", "1", "0", "0", "0", "none set"],
        ["Together", "2", "2", "0", "0", "0", "0", "0", "1 of 2"],
    ]
    assert table.one("caption").text == "Counts for all dashboards"


@pytest.mark.parametrize(
    ("value", "previous", "style"),
    [
        ("60", "50", "width:20.0%;margin-left:50%"),
        ("40", "50", "width:20.0%;margin-left:30.0%"),
        ("500", "50", "width:50%;margin-left:50%"),
        ("50", "50", "width:0.0%;margin-left:50%"),
    ],
)
def test_a_small_bar_begins_in_the_middle_and_points_right_when_better(value, previous, style):
    row = an_indicator(value=value, previous=previous)
    bar = drawn(counts.changes([row])).one("div").all("span")[0]
    assert bar.get("style") == style
    assert indicator_wording.better_by(row) in seen(counts.changes([row]))


def test_a_change_is_said_in_words_beside_its_bar():
    row = an_indicator(value="60", previous="50", direction=Direction.IMPROVED)
    assert said(counts.changes([row])) == "Road condition Improved · 60 from 50, 20% better"
