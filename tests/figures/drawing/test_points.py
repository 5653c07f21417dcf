"""Points and lines: gaps, error bars, marks of several looks, and labels beside them."""

import pytest

from figures.drawing.plot import Plot, plot
from figures.drawing.points import drawn, points, segment, stroke
from figures.template import Trace
from tests.figures.drawing.reading import (
    HOSTILE,
    ids,
    label,
    labels,
    marks,
    only,
    places,
    references,
    titles,
    tree,
)
from tests.figures.drawing.traces import LINE, scatter

CAPS = {"array": [2, None, 1], "arrayminus": [1, 1, 1], "color": "#444444", "thickness": 1.5}


def area(*traces: Trace) -> Plot:
    axes = {"xaxis": {"range": [0, 10]}, "yaxis": {"range": [0, 10]}}
    return plot(traces, axes, 100, "chart")


def svg(trace: Trace, number: int = 0):
    return tree(points(trace, area(trace), number))


def ends(line) -> tuple[str | None, ...]:
    return tuple(line.get(name) for name in ("x1", "y1", "x2", "y2"))


def test_each_point_with_both_values_is_a_mark_where_it_lies():
    picture = svg(scatter([0, 5, None, 10, 7], [0, 2, 3, 10, None]), 4)
    assert places(picture, 4) == [(0, 100), (50, 80), (100, 0)]
    assert marks(picture, 0) == []


def test_the_points_that_there_are_keep_their_numbers():
    assert list(drawn(scatter([1, None, 3], [4, 5, None]))) == [(0, 1, 4)]
    assert list(drawn(scatter([1, None, 3], [None, 5, 6]))) == [(2, 3, 6)]


def test_a_line_goes_from_point_to_point_and_not_over_a_gap():
    picture = svg(scatter([0, 2, 4, 6, 8], [0, 2, None, 6, 8], mode="lines"))
    assert [ends(line) for line in picture.iter("line")] == [
        ("0.00%", "100", "20.00%", "80"), ("60.00%", "40", "80.00%", "20"),
    ]  # fmt: skip
    assert marks(picture) == []


def test_a_point_between_two_gaps_has_a_mark_and_no_line():
    picture = svg(scatter([0, 2, 4], [None, 2, None], mode="lines+markers"))
    assert list(picture.iter("line")) == []
    assert places(picture) == [(20, 80)]


def test_a_mark_says_the_words_of_its_own_point():
    trace = scatter(
        [0, 1, 2], [0, None, 2], customdata=["a", "b", "c"], hovertemplate="%{customdata}"
    )
    assert titles(svg(trace)) == ["a", "c"]
    assert titles(svg(scatter([0, 1], [0, 2]))) == []


def test_all_marks_of_a_trace_have_its_shape_and_its_colour():
    picture = svg(scatter([0, 1], [0, 2]), 3)
    (group,) = [group for group in picture.iter("g") if group.get("data-trace")]
    assert group.get("fill") == "#222222"
    assert ids(picture) == ["chart-3-circle"]
    assert {mark.get("href") for mark in marks(picture, 3)} == {"#chart-3-circle"}
    assert (only(picture, "path").get("stroke"), only(picture, "path").get("stroke-width")) == (
        "#ffffff", "1",
    )  # fmt: skip


def test_marks_may_differ_in_shape_and_colour_and_keep_theirs_where_a_point_is_missing():
    marker = {
        "size": 8,
        "color": ["#aaaaaa", "#bbbbbb", "#cccccc", "#dddddd"],
        "symbol": ["square", "star", "square", "diamond"],
    }
    picture = svg(scatter([0, 1, 2, 3], [0, None, 2, 3], marker=marker))
    assert [(mark.get("href"), mark.get("fill")) for mark in marks(picture)] == [
        ("#chart-0-square", "#aaaaaa"), ("#chart-0-square", "#cccccc"),
        ("#chart-0-diamond", "#dddddd"),
    ]  # fmt: skip
    assert references(picture) <= set(ids(picture))
    assert len(ids(picture)) == len(set(ids(picture))) == 3


@pytest.mark.parametrize("shape", ["circle-open", "line-ns", "x-thin"])
def test_an_open_mark_has_an_edge_and_nothing_within(shape):
    marker = {"size": 8, "symbol": shape, "line": {"color": "#123456", "width": 2}}
    shape_drawn = only(svg(scatter([0], [0], marker=marker)), "path")
    assert (shape_drawn.get("fill"), shape_drawn.get("stroke")) == ("none", "#123456")


def test_a_mark_without_an_edge_has_none_drawn():
    shape_drawn = only(svg(scatter([0], [0], marker={"size": 8, "color": "#123456"})), "path")
    assert (shape_drawn.get("stroke"), shape_drawn.get("stroke-width")) == ("none", "0")
    assert "fill" not in shape_drawn.attrib


@pytest.mark.parametrize(
    ("dash", "wanted"), [(None, None), ("solid", None), ("dash", "9 9"), ("dot", "3 3")]
)
def test_a_line_has_its_colour_its_width_and_its_dash(dash, wanted):
    line = LINE | ({"dash": dash} if dash else {})
    (group,) = tree(f"<g{stroke(line)}/>")
    assert (group.get("stroke"), group.get("stroke-width")) == ("#111111", "2")
    assert group.get("stroke-dasharray") == wanted
    (drawn_line,) = tree(segment(("0", "50%"), (1, 2.5)))
    assert drawn_line.attrib == {"x1": "0", "x2": "50%", "y1": "1", "y2": "2.5"}


class TestErrorBars:
    """The intervals of points."""

    def picture(self, **more):
        return svg(scatter([1, 2, 3], [5, 6, 7], error_y={**CAPS, **more}))

    def test_an_interval_reaches_from_its_lower_to_its_upper_end_with_a_cap_at_each(self):
        assert [ends(line) for line in self.picture().iter("line")] == [
            ("10.00%", "30", "10.00%", "60"), ("30.00%", "20", "30.00%", "40"),
        ]  # fmt: skip
        caps = [use for use in self.picture().iter("use") if use.get("href") == "#chart-cap"]
        assert [(cap.get("x"), cap.get("y")) for cap in caps] == [
            ("10.00%", "30"), ("10.00%", "60"), ("30.00%", "20"), ("30.00%", "40"),
        ]  # fmt: skip

    def test_a_point_whose_interval_has_one_end_alone_has_none_drawn(self):
        picture = self.picture(array=[1, 1, 1], arrayminus=[None, 1, None])
        assert [ends(line) for line in picture.iter("line")] == [("20.00%", "30", "20.00%", "50")]
        assert len(marks(picture)) == 3

    def test_a_point_that_is_missing_has_no_interval(self):
        trace = scatter([1, 2, 3], [None, 6, None], error_y={**CAPS, "array": [1, 1, 1]})
        assert len(list(svg(trace).iter("line"))) == 1

    def test_an_interval_has_its_own_colour_and_thickness(self):
        (group,) = [g for g in self.picture().iter("g") if list(g.iter("line"))]
        assert (group.get("stroke"), group.get("stroke-width")) == ("#444444", "1.5")
        assert "chart-cap" in ids(self.picture())


class TestLabels:
    """Words beside marks."""

    def picture(self, position: str, text=("Kent", "Surrey")):
        return svg(
            scatter(
                [2, 4],
                [5, None],
                mode="markers+text",
                text=list(text),
                textposition=position,
                textfont={"color": "#555555", "size": 14},
            )
        )

    def test_a_label_is_written_for_each_point_that_there_is(self):
        assert labels(self.picture("top center")) == ["Kent"]
        assert label(self.picture("top center"), "Kent").get("fill") == "#555555"

    @pytest.mark.parametrize(
        ("position", "anchor", "moved"),
        [
            ("top center", "middle", None),
            ("middle left", "end", "-10.0"),
            ("middle right", "start", "10.0"),
        ],
    )
    def test_a_label_stands_clear_of_its_mark_on_its_side(self, position, anchor, moved):
        words = label(self.picture(position), "Kent")
        assert (words.get("text-anchor"), words[0].get("dx")) == (anchor, moved)

    def test_a_label_on_top_stands_above_its_mark(self):
        above, beside = (
            float(label(self.picture(position), "Kent")[0].get("y", ""))
            for position in ("top center", "middle left")
        )
        assert above < 50 - 5 < beside

    @pytest.mark.parametrize("words", HOSTILE)
    def test_what_looks_like_markup_is_written_as_words(self, words):
        assert labels(self.picture("top center", (words, ""))) == [words]
