"""Quadrant charts: up is performance, across is spending or deprivation, 1 at the top left."""

import pytest

from domain.comparison import rank_wording as on_ranks
from domain.comparison.quadrants import Across, Quadrant
from figures.comparison.quadrant import CORNERS, KINDS, quadrant
from figures.template import COUNCIL, COUNTY_UNITARY, SAME, Rows, column
from tests.figures.reading import faults, looks, validated

AXES = ("Rank of spending", "Rank of performance")
WORDS = on_ranks.QUADRANTS[Across.REVENUE]


def councils(n: int = 6, *, council: int | None = 1, unitaries=(2,)) -> Rows:
    """Councils of rank 1 to n, whose rank across is turned round."""
    kinds = ["unitary" if place in unitaries else "other" for place in range(n)]
    if council is not None:
        kinds[council] = "ours"
    return [
        {
            "name": f"Council {place}",
            "across": n - place,
            "up": place + 1,
            "kind": kind,
            "words": f"words of {place}",
        }
        for place, kind in enumerate(kinds)
    ]


def drawn(points=None, *, labels="ours", medians=(3.5, 3.5)):
    points = councils() if points is None else points
    return validated(quadrant(points, medians=medians, axes=AXES, corners=WORDS, labels=labels))


def test_each_council_is_one_mark_at_its_two_ranks_in_the_trace_of_its_kind():
    points = councils()
    figure = drawn(points)
    for kind, trace in zip(KINDS, figure.data, strict=True):
        rows = [point for point in points if point["kind"] == kind]
        assert list(trace.x) == column(rows, "across")
        assert list(trace.y) == column(rows, "up")
        assert list(trace.customdata) == column(rows, "words")
    assert sum(len(trace.x) for trace in figure.data) == len(points)


def test_the_best_rank_stands_on_top_and_low_spend_to_the_right():
    figure = drawn()
    bottom, top = figure.layout.yaxis.range
    left, right = figure.layout.xaxis.range
    best, lowest = 1, 6
    assert bottom > lowest > best > top
    assert left < best < lowest < right


def test_kinds_are_told_apart_by_shape_and_size_as_well_as_by_colour():
    figure = drawn()
    assert [trace.marker.color for trace in figure.data] == [SAME, COUNTY_UNITARY, COUNCIL]
    assert [shape for shape, _ in looks(figure)] == ["circle", "diamond", "star"]
    assert figure.data[2].marker.size > figure.data[1].marker.size
    assert [trace.name for trace in figure.data] == [
        "other councils", "county unitaries", "Council 1",
    ]  # fmt: skip
    assert figure.layout.showlegend


def test_ours_is_named_always_and_the_others_where_that_is_asked_for():
    others, unitaries, council = drawn().data
    assert "text" not in others.mode + unitaries.mode
    assert council.mode == "markers+text"
    assert list(council.text) == ["<b>Council 1</b>"]
    others, *_ = drawn(labels="all").data
    assert others.mode == "markers+text"
    assert list(others.text) == ["Council 0", "Council 3", "Council 4", "Council 5"]


@pytest.mark.parametrize(("council", "side"), [(0, "middle left"), (5, "middle right")])
def test_the_name_of_ours_stands_towards_the_middle_where_there_is_room(council, side):
    assert drawn(councils(council=council)).data[2].textposition == side


def test_the_medians_are_lines_that_halve_the_chart():
    across, up = drawn(medians=(2.5, 4)).layout.shapes
    assert (across.x0, across.x1, across.yref) == (2.5, 2.5, "paper")
    assert (up.y0, up.y1, up.xref) == (4, 4, "paper")


@pytest.mark.parametrize("quadrant_", Quadrant)
def test_each_corner_names_its_quadrant(quadrant_):
    x, y = CORNERS[quadrant_.value]
    assert (y == 1) is quadrant_.value.startswith("high")
    assert (x == 1) is quadrant_.value.endswith("right")
    (words,) = [a for a in drawn().layout.annotations if (a.x, a.y) == (x, y) and "↑" not in a.text]
    assert words.text.replace("<br>", " ") == WORDS[quadrant_]


@pytest.mark.parametrize(
    ("n", "ticks"), [(6, [1, 5]), (33, [1, 5, 10, 15, 20, 25, 30]), (60, [1, 25, 50])]
)
def test_ticks_begin_with_the_best_rank(n, ticks):
    figure = drawn(councils(n))
    assert list(figure.layout.xaxis.tickvals) == list(figure.layout.yaxis.tickvals) == ticks


def test_without_ours_or_unitaries_the_legend_leaves_them_out():
    figure = drawn(councils(council=None, unitaries=()))
    assert [trace.showlegend for trace in figure.data] == [True, False, False]
    assert figure.data[2].name == "the council picked out"


def test_where_nobody_can_be_drawn_the_chart_is_empty_and_has_no_medians():
    figure = drawn([], medians=(float("nan"), float("nan")))
    assert [len(trace.x) for trace in figure.data] == [0, 0, 0]
    assert not figure.layout.shapes
    assert "NaN" not in figure.to_json()


@pytest.mark.parametrize("labels", ["ours", "all"])
def test_the_chart_keeps_the_rules_of_every_chart(labels):
    assert faults(drawn(labels=labels)) == []


def test_the_same_councils_give_the_same_picture_and_are_left_as_they_are():
    points = councils()
    assert drawn(points).to_json() == drawn(points).to_json()
    assert points == councils()
