"""The strip of values: one dot for each council, right is better."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from figures.comparison.value_strip import KINDS, value_strip
from figures.template import COUNCIL, SAME, Rows, column
from tests.figures.reading import OPEN, faults, looks, validated

pytestmark = pytest.mark.unmeasured

VALUES = st.lists(st.floats(-1e6, 1e6, allow_nan=False), min_size=1, max_size=40)
NO_LINES: dict[str, float] = {}


def values(*numbers: float, council: int | None = 0, others: int = 1) -> Rows:
    """One council for each value; the last of them are outside the group."""
    n = len(numbers)
    kinds = ["other" if place >= n - others else "group" for place in range(n)]
    if council is not None:
        kinds[council] = "ours"
    return [
        {
            "name": f"Council {place}",
            "value": float(number),
            "kind": kind,
            "words": f"words of {place}",
        }
        for place, (number, kind) in enumerate(zip(numbers, kinds, strict=True))
    ]


def strip(table=None, *, cuts=(), lines=NO_LINES, lower=False):
    table = values(5, 10, 20, 15) if table is None else table
    return validated(value_strip(table, cuts=cuts, lines=lines, lower_is_better=lower))


def test_each_council_is_one_dot_at_its_value_in_the_trace_of_its_kind():
    table = values(5, 10, 20, 15, 12, others=2)
    for kind, trace in zip(KINDS, strip(table).data, strict=True):
        own = [row for row in table if row["kind"] == kind]
        rows = sorted(own, key=lambda row: row["value"])
        assert list(trace.x) == column(rows, "value")
        assert list(trace.customdata) == column(rows, "words")


@pytest.mark.parametrize("lower", [True, False])
def test_better_values_stand_to_the_right(lower):
    left, right = strip(lower=lower).layout.xaxis.range
    worst, best = (20, 5) if lower else (5, 20)
    assert sorted([left, worst, best, right], reverse=lower) == [left, worst, best, right]


def test_kinds_are_told_apart_by_shape_as_well_as_by_colour():
    figure = strip()
    assert [shape for shape, _ in looks(figure)] == ["circle", "circle-open", "star"]
    assert [trace.marker.color for trace in figure.data] == [SAME, SAME, COUNCIL]
    assert figure.data[2].marker.size > figure.data[0].marker.size
    assert figure.data[1].marker.symbol.endswith(OPEN)
    names = [trace.name for trace in figure.data]
    assert names == ["members of the group", "other councils", "Council 0"]


def test_without_ours_or_others_the_legend_leaves_them_out():
    figure = strip(values(5, 10, council=None, others=0))
    assert [trace.showlegend for trace in figure.data] == [True, False, False]


@given(VALUES)
def test_no_two_dots_of_the_same_value_hide_one_another(numbers):
    table = values(*numbers, others=0)
    placed = [(x, y) for trace in strip(table).data for x, y in zip(trace.x, trace.y, strict=True)]
    assert len(set(placed)) == len(placed) == len(numbers)
    assert {y for _, y in placed} == set(range(int(max(y for _, y in placed)) + 1))


def test_ours_stands_at_the_bottom_of_its_stack_and_the_group_below_the_others():
    figure = strip(values(5, 5, 5, council=1))
    heights = {trace.name: list(trace.y) for trace in figure.data}
    assert heights == {"members of the group": [1], "other councils": [2], "Council 1": [0]}


@pytest.mark.parametrize("lower", [True, False])
def test_dotted_lines_cut_the_quartiles_and_each_is_named_in_its_part(lower):
    cuts = (5, 10, 15) if lower else (20, 15, 10)
    table = values(*range(1, 25), others=0)
    figure = strip(table, cuts=cuts, lower=lower)
    assert [(line.x0, line.x1) for line in figure.layout.shapes] == [(at, at) for at in cuts]
    assert {line.line.dash for line in figure.layout.shapes} == {"dot"}
    places = [annotation.x for annotation in figure.layout.annotations]
    assert [annotation.text for annotation in figure.layout.annotations] == [
        "1st",
        "2nd",
        "3rd",
        "4th",
    ]
    assert places == sorted(places, reverse=not lower)
    assert (places[0] < cuts[0]) is lower


def test_a_quartile_too_narrow_for_its_name_goes_without():
    figure = strip(values(*range(1, 101), others=0), cuts=(80, 79, 30))
    assert [annotation.text for annotation in figure.layout.annotations] == ["1st", "3rd", "4th"]


def test_without_a_good_direction_there_are_no_quartiles():
    assert not strip().layout.annotations
    assert not strip().layout.shapes


def test_each_line_is_named_on_a_level_of_its_own():
    figure = strip(lines={"England 7": 7, "median 12": 12, "best 20": 20})
    names = figure.layout.annotations
    assert [(name.text, name.x) for name in names] == [
        ("England 7", 7), ("median 12", 12), ("best 20", 20),
    ]  # fmt: skip
    assert len({name.yshift for name in names}) == 3
    assert [line.x0 for line in figure.layout.shapes] == [7, 12, 20]
    assert {line.line.dash for line in figure.layout.shapes} == {"solid"}


@pytest.mark.parametrize("lower", [True, False])
def test_a_name_leans_away_from_the_edge_that_its_line_is_near(lower):
    figure = strip(lines={"low": 5, "middle": 12.5, "high": 20}, lower=lower)
    sides = [annotation.xanchor for annotation in figure.layout.annotations]
    assert sides == (["right", "center", "left"] if lower else ["left", "center", "right"])


@pytest.mark.parametrize("lower", [True, False])
@pytest.mark.parametrize("england", [3071.0, -3071.0])
def test_a_line_that_is_named_can_be_seen_however_far_it_lies_from_the_councils(england, lower):
    figure = strip(lines={"England": england}, lower=lower)
    drawn = [line.x0 for line in figure.layout.shapes]
    named = [annotation.x for annotation in figure.layout.annotations]
    near, far = sorted(figure.layout.xaxis.range)
    assert [at for at in [*drawn, *named] if not near <= at <= far] == []


@given(VALUES, st.booleans())
def test_every_value_has_its_room_on_the_axes(numbers, lower):
    figure = strip(values(*numbers, others=0), lower=lower)
    near, far = sorted(figure.layout.xaxis.range)
    assert all(near < x < far for trace in figure.data for x in trace.x)
    low, high = figure.layout.yaxis.range
    assert all(low < y < high for trace in figure.data for y in trace.y)


def test_the_strip_keeps_the_rules_of_every_chart_and_shows_no_second_scale():
    figure = strip(cuts=(15, 10, 5), lines={"England 7": 7})
    assert faults(figure) == []
    assert figure.layout.yaxis.visible is False


def test_the_same_values_give_the_same_picture_and_are_left_as_they_are():
    table = values(5, 10, 20, 15)
    assert strip(table).to_json() == strip(table).to_json()
    assert table == values(5, 10, 20, 15)
