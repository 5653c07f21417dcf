"""Ranks with their intervals, by theme and over the years: better is right, and better is up."""

import pandas as pd
import pytest

from figures.comparison.rank_history import rank_history
from figures.comparison.rank_intervals import rank_intervals
from tests.figures.reading import faults

NAN = float("nan")


def themes() -> pd.DataFrame:
    return pd.DataFrame(
        {
            "name": ["Overall", "Economy", "Transport & Highways with a name that is long"],
            "rank": [3, 10, 22],
            "low": [2, 8, 22],
            "high": [7, 19, 22],
            "words": ["one", "two", "three"],
        }
    )


def years(**changes) -> pd.DataFrame:
    usual = {
        "year": ["2018", "2019", "2020", "2021"],
        "rank": [3.0, NAN, 2.0, 11.0],
        "low": [2.0, NAN, 1.0, 8.0],
        "high": [7.0, NAN, 4.0, 15.0],
        "n": [31, 0, 33, 33],
    }
    return pd.DataFrame({**usual, **changes})


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
    assert pd.isna(points.y[1])
    assert not points.connectgaps
    assert not lines.connectgaps
    assert [list(labels) for labels in points.customdata][::2] == [["2018", 31], ["2020", 33]]


def test_each_year_s_interval_is_a_bar_of_its_own():
    lines, _ = rank_history(years()).data
    assert list(lines.x) == [0, 0, None, 1, 1, None, 2, 2, None, 3, 3, None]
    assert list(lines.y)[:3] == [2, 7, None]
    assert list(lines.y)[-3:] == [8, 15, None]


def test_ranks_without_intervals_have_points_alone():
    (points,) = rank_history(years().drop(columns=["low", "high"])).data
    assert points.mode == "lines+markers"


def test_each_rank_stands_in_words_above_its_interval():
    labels = rank_history(years()).layout.annotations
    assert [(label.x, label.y, label.text) for label in labels] == [
        (0, 2, "<b>3rd</b>"), (2, 1, "<b>2nd</b>"), (3, 8, "<b>11th</b>"),
    ]  # fmt: skip
    bare = rank_history(years().drop(columns=["low", "high"])).layout.annotations
    assert [label.y for label in bare] == [3, 2, 11]


def test_the_best_rank_stands_on_top():
    bottom, top = rank_history(years()).layout.yaxis.range
    best, lowest = 1, 33
    assert bottom > lowest > best > top


@pytest.mark.parametrize(
    ("n", "ticks"), [(3, ["1st", "2nd", "3rd"]), (33, ["1st", "10th", "20th", "30th"])]
)
def test_few_ranks_all_have_a_tick_and_many_a_tick_in_ten(n, ticks):
    axis = rank_history(years(rank=[1.0] * 4, n=[n] * 4)).layout.yaxis
    assert [text.strip() for text in axis.ticktext] == ticks


def test_where_there_are_many_periods_some_go_without_a_label_and_none_without_a_point():
    n = 30
    many = pd.DataFrame(
        {"year": [f"period {place}" for place in range(n)], "rank": [5] * n, "n": [33] * n}
    )
    figure = rank_history(many)
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
    by_theme, by_year = themes(), years()
    rank_intervals(by_theme, furthest=33)
    rank_history(by_year)
    pd.testing.assert_frame_equal(by_theme, themes())
    pd.testing.assert_frame_equal(by_year, years())
