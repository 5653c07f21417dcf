"""Bars: their lengths, side by side and stacked, cut at the edge, with patterns and labels."""

import pytest

from figures.drawing.bars import bars
from figures.drawing.plot import plot
from figures.template import Trace
from tests.figures.drawing.reading import (
    HOSTILE,
    ids,
    label,
    labels,
    marks,
    references,
    titles,
    tree,
)
from tests.figures.drawing.traces import bar, lying

TO_TEN = {"range": [0, 10]}


def svg(*traces: Trace, **layout):
    whole = {"xaxis": {}, "yaxis": {}, "bargap": 0.2, **layout}
    area = plot(traces, whole, 100, "chart")
    return tree(bars(list(enumerate(traces)), area, whole))


def box(mark) -> tuple[float, ...]:
    """The left, width, top and height of a bar."""
    return tuple(float(mark.get(side).rstrip("%")) for side in ("x", "width", "y", "height"))


def boxes(picture, number: int = 0) -> list[tuple[float, ...]]:
    return [box(mark) for mark in marks(picture, number)]


def test_a_lying_bar_is_as_long_as_its_value_and_the_gap_leaves_the_rest():
    picture = svg(lying([5, 10], ["a", "b"]), xaxis=TO_TEN)
    assert boxes(picture) == [(0, 50, 55, 40), (0, 100, 5, 40)]


def test_an_upright_bar_is_as_high_as_its_value():
    picture = svg(bar([0, 1], [5, 10]), yaxis=TO_TEN, xaxis={"range": [-0.5, 1.5]})
    assert boxes(picture) == [(5, 40, 50, 50), (55, 40, 0, 100)]


def test_bars_of_a_reversed_axis_have_the_first_on_top():
    picture = svg(lying([5, 10], ["a", "b"]), xaxis=TO_TEN, yaxis={"autorange": "reversed"})
    assert boxes(picture) == [(0, 50, 5, 40), (0, 100, 55, 40)]


def test_a_negative_bar_ends_on_the_other_side_of_zero():
    picture = svg(lying([-5, 5], ["a", "b"]), xaxis={"range": [-10, 10]})
    assert [(left, width) for left, width, *_ in boxes(picture)] == [(25, 25), (50, 25)]


def test_a_bar_beyond_the_edge_is_cut_there():
    across = svg(lying([50, -50], ["a", "b"]), xaxis={"range": [-5, 5]})
    assert [(left, width) for left, width, *_ in boxes(across)] == [(50, 50), (0, 50)]
    up = svg(bar([0], [1000]), yaxis=TO_TEN)
    assert [(top, height) for *_, top, height in boxes(up)] == [(0, 100)]


def test_a_bar_without_a_value_is_not_drawn_and_one_of_nothing_has_no_length():
    trace = lying([None, 0, 5], ["a", "b", "c"], customdata=["x", "y", "z"],
                  hovertemplate="%{customdata}")  # fmt: skip
    picture = svg(trace, xaxis=TO_TEN)
    assert [width for _, width, *_ in boxes(picture)] == [0, 50]
    assert titles(picture) == ["y", "z"]


def test_stacked_bars_begin_where_the_last_ends_and_over_a_gap_where_the_one_before_did():
    parts = (
        lying([2, 1], ["a", "b"]), lying([3, None], ["a", "b"]), lying([1, 4], ["a", "b"]),
    )  # fmt: skip
    picture = svg(*parts, barmode="stack", xaxis=TO_TEN)
    spans = [[(left, width) for left, width, *_ in boxes(picture, n)] for n in range(3)]
    assert spans == [[(0, 20), (0, 10)], [(20, 30)], [(50, 10), (10, 40)]]


def test_bars_that_are_not_stacked_all_begin_at_zero():
    picture = svg(lying([2], ["a"]), lying([3], ["a"]), xaxis=TO_TEN)
    assert [boxes(picture, n)[0][:2] for n in range(2)] == [(0, 20), (0, 30)]


class TestLooks:
    """Fills, edges and patterns."""

    def test_bars_have_one_colour_or_each_its_own(self):
        one, each = (
            svg(lying([1, None, 3], ["a", "b", "c"], marker={"color": colour}))
            for colour in ("#abcdef", ["#111111", "#222222", "#333333"])
        )
        assert [mark.get("fill") for mark in marks(one)] == ["#abcdef"] * 2
        assert [mark.get("fill") for mark in marks(each)] == ["#111111", "#333333"]
        assert all("stroke" not in mark.attrib for mark in marks(one))

    def test_an_edge_is_drawn_where_it_has_a_width(self):
        marker = {"color": "#abcdef", "line": {"color": ["#111111", "#222222"], "width": [1, 0]}}
        first, second = marks(svg(lying([1, 2], ["a", "b"], marker=marker)))
        assert (first.get("stroke"), first.get("stroke-width")) == ("#111111", "1")
        assert "stroke" not in second.attrib

    def test_a_pattern_stands_for_each_shape_and_colour_that_is_used(self):
        marker = {
            "color": ["#111111", "#222222", "#111111", "#333333"],
            "pattern": {"shape": ["/", ".", "/", ""], "size": 4, "bgcolor": "#ffffff"},
        }
        picture = svg(lying([1, 2, 3, 4], list("abcd"), marker=marker))
        assert [mark.get("fill") for mark in marks(picture)] == [
            "url(#chart-0-lines-111111)", "url(#chart-0-dots-222222)",
            "url(#chart-0-lines-111111)", "#333333",
        ]  # fmt: skip
        assert sorted(ids(picture)) == ["chart-0-dots-222222", "chart-0-lines-111111"]
        assert references(picture) == set(ids(picture))

    def test_a_pattern_has_the_ink_and_the_paper_that_it_is_given_or_the_bar_s_colour(self):
        own = {"color": "#fffff0", "pattern": {"shape": "/", "size": 4, "fgcolor": "#0b6b62"}}
        dots = {"color": "#12436d", "pattern": {"shape": ".", "size": 6, "bgcolor": "#ffffff"}}
        lines, points = (svg(lying([1], ["a"], marker=marker)) for marker in (own, dots))
        paper, ink = list(next(lines.iter("pattern")))
        assert (paper.get("fill"), ink.get("stroke"), ink.tag) == ("#fffff0", "#0b6b62", "path")
        assert paper.get("width") == next(lines.iter("pattern")).get("height") == "4"
        paper, ink = list(next(points.iter("pattern")))
        assert (paper.get("fill"), ink.get("fill"), ink.tag) == ("#ffffff", "#12436d", "circle")

    def test_two_traces_with_patterns_share_no_id(self):
        marker = {"color": "#111111", "pattern": {"shape": "/", "size": 4}}
        picture = svg(lying([1], ["a"], marker=marker), lying([1], ["a"], marker=marker))
        assert len(set(ids(picture))) == len(ids(picture)) == 2


class TestLabels:
    """The figures of bars."""

    def inside(self, *values, text, **layout):
        font = {"textposition": "inside", "textfont": {"color": "#ffffff"}}
        return svg(lying(list(values), list("abc")[: len(values)], text=text, **font), **layout)

    def beside(self, *values, text=None, xaxis=TO_TEN):
        trace = lying(
            list(values),
            list("abc")[: len(values)],
            text=text or [f"{value:g}" for value in values],
            textposition="auto",
            insidetextfont={"color": ["#ffffff", "#eeeeee", "#dddddd"][: len(values)]},
            outsidetextfont={"color": "#000000"},
        )
        return svg(trace, xaxis=xaxis)

    def test_a_count_stands_in_the_middle_of_its_part(self):
        words = label(self.inside(4, 8, text=[4, 8], xaxis=TO_TEN), "4")
        assert (words[0].get("x"), words.get("text-anchor")) == ("20.00%", "middle")
        assert words.get("fill") == "#ffffff"

    def test_a_count_of_nothing_is_not_written(self):
        assert labels(self.inside(0, 8, None, text=[0, 8, None])) == ["8"]

    def test_bars_without_words_have_none(self):
        assert labels(svg(lying([1, 2], ["a", "b"]))) == []

    @pytest.mark.parametrize(
        ("value", "anchor", "moved", "colour"),
        [(9, "end", "-6.0", "#ffffff"), (3, "start", "6.0", "#000000")],
    )
    def test_a_figure_stands_within_its_bar_or_beyond_its_end_where_there_is_more_room(
        self, value, anchor, moved, colour
    ):
        words = label(self.beside(value), f"{value}")
        assert (words.get("text-anchor"), words.get("fill")) == (anchor, colour)
        assert (words[0].get("x"), words[0].get("dx")) == (f"{value}0.00%", moved)

    @pytest.mark.parametrize(
        ("value", "anchor", "moved"), [(-8, "start", "6.0"), (-2, "end", "-6.0")]
    )
    def test_the_same_holds_to_the_left_of_zero(self, value, anchor, moved):
        words = label(self.beside(value, xaxis={"range": [-10, 10]}), f"{value}")
        assert (words.get("text-anchor"), words[0].get("dx")) == (anchor, moved)

    def test_each_figure_within_its_bar_has_the_colour_that_fits_it(self):
        picture = self.beside(9, 8)
        assert label(picture, "9").get("fill") == "#ffffff"
        assert label(picture, "8").get("fill") == "#eeeeee"

    def test_a_bar_without_length_has_its_figure_beside_zero(self):
        words = label(self.beside(0, text=["0%"]), "0%")
        assert (words[0].get("x"), words[0].get("dx")) == ("0.00%", "6.0")

    def test_a_figure_that_is_not_told_is_not_written(self):
        assert labels(self.beside(9, 8, text=["", "8"])) == ["8"]

    @pytest.mark.parametrize("words", HOSTILE)
    def test_what_looks_like_markup_is_written_as_words(self, words):
        assert labels(self.beside(9, text=[words])) == [words]
