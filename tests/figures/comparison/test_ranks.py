"""Ranks with their intervals, by theme and over the years: better is right, and better is up."""

import pytest

from figures.comparison import rank_history as by_year
from figures.comparison import rank_intervals as by_theme
from figures.template import Rows
from tests.figures.reading import faults, validated

LONG = "Transport & Highways with a name that is long"


def themes() -> Rows:
    return [
        {"name": "Overall", "rank": 3, "low": 2, "high": 7, "words": "one"},
        {"name": "Economy", "rank": 10, "low": 8, "high": 19, "words": "two"},
        {"name": LONG, "rank": 22, "low": 22, "high": 22, "words": "three"},
    ]


def years(**changes) -> Rows:
    usual = [
        {"year": "2018", "rank": 3, "low": 2, "high": 7, "n": 31},
        {"year": "2019", "rank": None, "low": None, "high": None, "n": 0},
        {"year": "2020", "rank": 2, "low": 1, "high": 4, "n": 33},
        {"year": "2021", "rank": 11, "low": 8, "high": 15, "n": 33},
    ]
    return [{**row, **changes} for row in usual]


def without_intervals() -> Rows:
    return [{name: row[name] for name in ("year", "rank", "n")} for row in years()]


def rank_intervals(rows: Rows, *, furthest: int):
    return validated(by_theme.rank_intervals(rows, furthest=furthest))


def rank_history(rows: Rows):
    return validated(by_year.rank_history(rows))


def test_each_theme_is_a_row_with_its_rank_the_first_on_top():
    _, points = rank_intervals(themes(), furthest=33).data
    assert list(points.x) == [22, 10, 3]
    assert list(points.y) == [0, 1, 2]
    assert list(points.text) == ["<b>22nd</b>", "<b>10th</b>", "<b>3rd</b>"]
    assert list(points.customdata) == ["three", "two", "one"]


def test_each_row_is_named_and_a_long_name_is_broken():
    axis = rank_intervals(themes(), furthest=33).layout.yaxis
    assert list(axis.tickvals) == [0, 1, 2]
    assert [text.strip() for text in axis.ticktext] == [
        "Transport & Highways with a<br>name that is long", "Economy", "Overall",
    ]  # fmt: skip


def test_a_line_reaches_over_each_interval_and_joins_no_two_of_them():
    lines, _ = rank_intervals(themes(), furthest=33).data
    assert list(lines.x) == [22, 22, None, 8, 19, None, 2, 7, None]
    assert list(lines.y) == [0, 0, None, 1, 1, None, 2, 2, None]


def test_the_best_rank_stands_to_the_right():
    left, right = rank_intervals(themes(), furthest=33).layout.xaxis.range
    best, lowest = 1, 33
    assert left > lowest > best > right


@pytest.mark.parametrize(
    ("furthest", "ticks"),
    [(9, ["1st", "5th"]), (12, ["1st", "5th", "10th"]), (60, ["1st", "25th", "50th"])],
)
def test_ticks_are_ranks_in_words(furthest, ticks):
    assert list(rank_intervals(themes(), furthest=furthest).layout.xaxis.ticktext) == ticks


def test_each_theme_more_has_the_same_room():
    heights = [rank_intervals(themes()[:n], furthest=33).layout.height for n in (1, 2, 3)]
    assert heights[1] - heights[0] == heights[2] - heights[1] > 0


def test_each_year_is_a_point_and_a_year_without_a_rank_leaves_a_gap():
    lines, points = rank_history(years()).data
    assert list(points.x) == [0, 1, 2, 3]
    assert list(points.y)[0::2] == [3, 2]
    assert points.y[1] is None
    assert not points.connectgaps
    assert not lines.connectgaps
    assert [list(labels) for labels in points.customdata][::2] == [["2018", 31], ["2020", 33]]


def test_each_year_s_interval_is_a_bar_of_its_own():
    lines, _ = rank_history(years()).data
    assert list(lines.x) == [0, 0, None, 1, 1, None, 2, 2, None, 3, 3, None]
    assert list(lines.y)[:3] == [2, 7, None]
    assert list(lines.y)[-3:] == [8, 15, None]


def test_ranks_without_intervals_have_points_alone():
    (points,) = rank_history(without_intervals()).data
    assert points.mode == "lines+markers"


def test_each_rank_stands_in_words_above_its_interval():
    labels = rank_history(years()).layout.annotations
    assert [(label.x, label.y, label.text) for label in labels] == [
        (0, 2, "<b>3rd</b>"), (2, 1, "<b>2nd</b>"), (3, 8, "<b>11th</b>"),
    ]  # fmt: skip
    bare = rank_history(without_intervals()).layout.annotations
    assert [label.y for label in bare] == [3, 2, 11]


def test_the_best_rank_stands_on_top():
    bottom, top = rank_history(years()).layout.yaxis.range
    best, lowest = 1, 33
    assert bottom > lowest > best > top


@pytest.mark.parametrize(
    ("n", "ticks"), [(3, ["1st", "2nd", "3rd"]), (33, ["1st", "10th", "20th", "30th"])]
)
def test_few_ranks_all_have_a_tick_and_many_a_tick_in_ten(n, ticks):
    axis = rank_history(years(rank=1, n=n)).layout.yaxis
    assert [text.strip() for text in axis.ticktext] == ticks


def test_where_there_are_many_periods_some_go_without_a_label_and_none_without_a_point():
    n = 30
    figure = rank_history([{"year": f"period {place}", "rank": 5, "n": 33} for place in range(n)])
    assert len(figure.data[0].x) == n
    shown = list(figure.layout.xaxis.ticktext)
    assert shown == [f"period {place}" for place in figure.layout.xaxis.tickvals]
    assert 5 <= len(shown) <= 14


@pytest.mark.parametrize(
    "draw", [lambda: rank_intervals(themes(), furthest=33), lambda: rank_history(years())]
)
def test_a_chart_of_ranks_keeps_the_rules_of_every_chart(draw):
    assert faults(draw()) == []
    assert draw().to_json() == draw().to_json()


def test_what_is_handed_over_is_left_as_it_is():
    ranks, history = themes(), years()
    rank_intervals(ranks, furthest=33)
    rank_history(history)
    assert (ranks, history) == (themes(), years())
