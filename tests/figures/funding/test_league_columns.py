"""Columns in order, ours in the accent and named, and what a floor adds."""

from copy import deepcopy

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.council import contrast
from figures.funding import league_columns as drawing
from figures.funding.league_columns import EDGES, FILLS
from figures.template import BETTER, COUNCIL, INK, PAPER, Rows, column
from tests.figures.reading import validated

pytestmark = pytest.mark.unmeasured

READABLE = 3


def columns(n: int = 6, **kinds: str) -> Rows:
    """Areas a0, a1, … of 1,000 pounds downwards; ``kinds`` by name."""
    return [
        {
            "name": f"a{place}",
            "per_head": 1000.0 - 2 * place,
            "rank": place + 1,
            "kind": kinds.get(f"a{place}", ""),
            "words": f"words of a{place}",
        }
        for place in range(n)
    ]


def lifted(rows: Rows, floor: float) -> Rows:
    return [{**row, "gain": max(0.0, floor - row["per_head"])} for row in rows]


def drawn(rows: Rows, **more):
    figure = drawing.league_columns(rows, **{"middle": 995.0, "reach": 1000.0, **more})
    return validated(figure)


def floor_columns(rows: Rows, **more):
    return validated(drawing.floor_columns(rows, **more))


def test_columns_stand_in_the_order_given_with_their_words():
    (bars,) = drawn(columns()).data
    assert list(bars.x) == list(range(6))
    assert list(bars.y) == column(columns(), "per_head")
    assert list(bars.customdata) == column(columns(), "words")


def test_ours_and_the_area_whose_rate_is_used_are_named_and_nobody_else():
    figure = drawn(columns(a4="ours", a1="other", a2="partly"))
    named = {annotation.text: annotation for annotation in figure.layout.annotations}
    assert set(named) == {"<b>a4</b>", "a1"}
    assert (named["<b>a4</b>"].x, named["<b>a4</b>"].y) == (4, 992)
    assert (named["a1"].xanchor, named["<b>a4</b>"].xanchor) == ("left", "right")
    assert named["a1"].ay != named["<b>a4</b>"].ay


def test_a_kind_is_told_apart_without_its_colour():
    (bars,) = drawn(columns(a4="ours", a1="other")).data
    assert list(bars.marker.pattern.shape) == ["", "/", "", "", "", ""]
    assert bars.marker.color[4] == COUNCIL
    assert bars.marker.color[1] == bars.marker.line.color[1] == INK
    assert bars.marker.pattern.bgcolor == PAPER


@pytest.mark.parametrize("kind", list(FILLS))
def test_every_column_can_be_seen_on_paper(kind):
    assert contrast(EDGES[kind], PAPER) >= READABLE


def test_the_middle_is_a_dotted_line():
    (line,) = drawn(columns(), middle=997.0).layout.shapes
    assert (line.y0, line.y1, line.line.dash) == (997, 997, "dot")


def test_a_column_beyond_the_edge_keeps_its_figure_and_its_name_stays_in_view():
    figure = drawn(columns(a0="ours"), reach=500.0)
    assert figure.data[0].y[0] == 1000
    assert figure.layout.annotations[0].y == 500
    assert list(figure.layout.yaxis.range) == [0, 500 * 1.22]


@pytest.mark.parametrize(
    ("n", "ticks"),
    [
        (3, ["1st", "2nd", "3rd"]),
        (12, ["1st", "5th", "10th"]),
        (138, ["1st", "50th", "100th"]),
    ],
)
def test_ranks_are_told_along_the_axis_without_crowding(n, ticks):
    assert list(drawn(columns(n)).layout.xaxis.ticktext) == ticks


def test_a_rank_is_told_where_it_stands_though_ours_has_none():
    ranks = [1, None, 2, 3, 4, 5, 6, 7]
    rows = [{**row, "rank": rank} for row, rank in zip(columns(8), ranks, strict=True)]
    axis = drawn(rows).layout.xaxis
    assert list(axis.tickvals) == [0, 2, 3, 4, 5, 6, 7]


@given(st.integers(1, 200), st.data())
def test_the_same_columns_give_the_same_picture_and_are_left_as_they_were(n, data):
    rows = columns(n, **{f"a{data.draw(st.integers(0, n - 1))}": "ours"})
    before = deepcopy(rows)
    assert drawn(rows).to_json() == drawn(rows).to_json()
    assert rows == before


class TestFloor:
    """A floor's gains on top."""

    def test_what_is_added_stands_on_the_column_up_to_the_floor(self):
        figure = floor_columns(lifted(columns(), 995), floor=995, label="floor", reach=1000)
        below, added = figure.data
        assert figure.layout.barmode == "stack"
        assert list(added.y) == [0, 0, 0, 1, 3, 5]
        assert [low + more for low, more in zip(below.y[3:], added.y[3:], strict=True)] == [995] * 3

    def test_what_is_added_has_another_colour_and_a_pattern(self):
        _, added = floor_columns(lifted(columns(), 995), floor=995, label="floor", reach=1000).data
        assert added.marker.pattern.shape == "/"
        assert added.marker.pattern.fgcolor == BETTER
        assert list(added.marker.line.width) == [0, 0, 0, 1, 1, 1]

    def test_the_floor_is_a_line_with_its_name_beside_it(self):
        figure = floor_columns(lifted(columns(), 995), floor=995, label="floor £995", reach=1000)
        (line,) = figure.layout.shapes
        assert (line.y0, line.line.dash) == (995, "dash")
        assert [annotation.text for annotation in figure.layout.annotations] == ["floor £995"]
        assert figure.layout.annotations[0].xanchor == "left"

    def test_a_floor_above_everybody_is_in_view(self):
        rows = lifted(columns(a5="ours"), 5000)
        figure = floor_columns(rows, floor=5000, label="floor", reach=1000)
        assert figure.layout.yaxis.range[1] > 5000
        assert figure.layout.annotations[0].y == 5000
