"""The strip of changes: one row for each indicator, right is better."""

from copy import deepcopy

import plotly.graph_objects as go
import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.indicators.direction_of_travel import LARGEST_SHOWN_CHANGE
from figures.indicators import change_strip as strip
from figures.indicators.change_strip import COLOURS, SHAPES
from figures.template import BETTER, PAPER, SAME, WORSE, Rows, column, wrapped
from tests.figures.reading import validated

pytestmark = pytest.mark.unmeasured

DIRECTIONS = st.sampled_from(sorted(COLOURS))
CHANGES = st.lists(
    st.tuples(st.floats(-300, 300, allow_nan=False), DIRECTIONS), min_size=1, max_size=25
)


def changes(*sizes: float, directions=()) -> Rows:
    """One indicator for each size."""
    directions = list(directions) or [
        "improved" if size > 0 else "worsened" if size else "no_change" for size in sizes
    ]
    return [
        {
            "name": f"Indicator {n}",
            "better_by": size,
            "direction": direction,
            "size": f"{abs(size):.1f}% {'better' if size > 0 else 'worse'}",
            "quarter": f"quarter {n}",
        }
        for n, (size, direction) in enumerate(zip(sizes, directions, strict=True))
    ]


def change_strip(rows: Rows) -> go.Figure:
    return validated(strip.change_strip(rows))


def points(figure) -> go.Scatter:
    (only,) = figure.data
    return only


def annotations(figure) -> list[str]:
    return [annotation.text for annotation in figure.layout.annotations]


def test_the_largest_improvement_is_on_top_and_right_is_better():
    figure = change_strip(changes(-20, 10, 0, 30))
    assert list(points(figure).x) == [-20, 0, 10, 30]
    assert list(points(figure).y) == [0, 1, 2, 3]
    assert [row[0] for row in points(figure).customdata] == [
        "Indicator 0", "Indicator 2", "Indicator 1", "Indicator 3",
    ]  # fmt: skip


@given(CHANGES)
def test_every_row_has_its_name_its_size_and_its_quarter(given_):
    rows = changes(*(size for size, _ in given_), directions=[which for _, which in given_])
    figure = change_strip(rows)
    assert sorted(figure.layout.yaxis.ticktext) == sorted(column(rows, "name"))
    assert sorted(annotations(figure)) == sorted([*column(rows, "size"), *column(rows, "quarter")])
    assert len(figure.layout.shapes) == len(rows) + 1
    assert figure.to_dict()


@given(CHANGES)
def test_a_row_is_drawn_as_far_as_it_changed_and_never_beyond_the_edge(given_):
    rows = changes(*(size for size, _ in given_), directions=[which for _, which in given_])
    figure = change_strip(rows)
    drawn = dict(zip((row[0] for row in points(figure).customdata), points(figure).x, strict=True))
    for name, size in ((row["name"], row["better_by"]) for row in rows):
        assert abs(drawn[name]) <= LARGEST_SHOWN_CHANGE
        assert drawn[name] == (
            size
            if abs(size) <= LARGEST_SHOWN_CHANGE
            else LARGEST_SHOWN_CHANGE * (1 if size > 0 else -1)
        )
        assert figure.layout.xaxis.range[0] < drawn[name] < figure.layout.xaxis.range[1]


@given(CHANGES)
def test_the_same_changes_give_the_same_picture(given_):
    rows = changes(*(size for size, _ in given_), directions=[which for _, which in given_])
    untouched = deepcopy(rows)
    assert change_strip(rows).to_json() == change_strip(rows).to_json()
    assert rows == untouched


def test_indicators_that_changed_alike_stand_as_they_were_given():
    figure = change_strip(changes(5, 5, 5))
    top_first = list(reversed([row[0] for row in points(figure).customdata]))
    assert top_first == ["Indicator 0", "Indicator 1", "Indicator 2"]


def test_a_direction_has_a_shape_of_its_own_as_well_as_a_colour():
    figure = change_strip(changes(5, -5, 0))
    drawn = dict(zip(points(figure).marker.color, points(figure).marker.symbol, strict=True))
    assert drawn == {BETTER: "triangle-up", WORSE: "triangle-down", SAME: "square"}
    assert len(set(SHAPES.values())) == len(set(COLOURS.values())) == len(SHAPES) == len(COLOURS)
    assert points(figure).marker.line.color == PAPER


def test_words_stand_on_the_empty_side_of_a_line():
    figure = change_strip(changes(10, -10))
    sides = {
        annotation.text: annotation.xanchor
        for annotation in figure.layout.annotations
        if annotation.xref != "paper"
    }
    assert sides == {"10.0% better": "left", "10.0% worse": "right"}


@pytest.mark.parametrize(
    ("largest", "ticks"),
    [
        (2, ["4% worse", "2% worse", "same", "2% better", "4% better"]),
        (12, ["10% worse", "5% worse", "same", "5% better", "10% better"]),
        (30, ["20% worse", "same", "20% better"]),
        (25, ["20% worse", "10% worse", "same", "10% better", "20% better"]),
        (400, ["40% worse", "20% worse", "same", "20% better", "40% better"]),
    ],
)  # fmt: skip
def test_the_axis_says_which_side_is_better(largest, ticks):
    assert list(change_strip(changes(largest, -1)).layout.xaxis.ticktext) == ticks


@pytest.mark.parametrize("rows", [1, 5, 40])
def test_every_row_has_the_same_room_however_many_there_are(rows):
    one, more = change_strip(changes(1)), change_strip(changes(*range(1, rows + 1)))
    assert more.layout.height - one.layout.height == (rows - 1) * 40


def test_a_long_name_is_broken_between_words_and_cut_with_a_mark():
    assert wrapped("short", 20, 2) == "short"
    assert wrapped("one two three", 7, 2) == "one two<br>three"
    assert wrapped("one two three four five", 7, 2) == "one two<br>three…"
    assert wrapped("unbreakablylongword", 5, 2) == "unbreakablylongword"
    assert wrapped("", 5, 2) == ""


@given(st.text(max_size=80), st.integers(1, 30), st.integers(1, 3))
def test_a_broken_name_loses_nothing_unless_it_says_so(text, width, lines):
    broken = wrapped(text, width, lines)
    assert broken.count("<br>") < lines
    if not broken.endswith("…"):
        assert broken.split() == text.split() or "<br>" in broken
