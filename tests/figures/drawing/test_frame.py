"""A whole chart: its room, its axes, its lines and notes, its legend."""

import re

import pytest

from figures.drawing.frame import LEGEND
from figures.drawing.text import LINE, width_of
from tests.figures.drawing.reading import (
    HOSTILE,
    drawn,
    label,
    labels,
    marks,
    only,
)
from tests.figures.drawing.traces import EDGE, bar, chart, lying, scatter

PIXELS = re.compile(r"(\d+(?:\.\d+)?)px")
SIZE = 15
POINTS = scatter([0, 10], [0, 10])
TO_TEN = {"range": [0, 10], "tickvals": [0, 5, 10]}
LEGEND_ABOVE = {"showlegend": True, "legend": {"y": 1.02}}


def a_chart(*traces, **layout):
    return drawn(chart(*(traces or (POINTS,)), **{"xaxis": TO_TEN, "yaxis": TO_TEN, **layout}))


def room(picture) -> dict[str, float]:
    """The pixels around the area: top, right, bottom, left."""
    padded = next(div for div in picture.iter("div") if div.get("style"))
    sides = PIXELS.findall(padded.get("style") or "")
    return dict(zip("trbl", map(float, sides), strict=True))


def area(picture):
    """The drawing itself, not those of the legend."""
    return next(svg for svg in picture.iter("svg") if svg.get("width") == "100%")


def lines(picture) -> list[tuple[str, tuple[str | None, ...]]]:
    """Each straight line with the colour of its group."""
    return [
        (group.get("stroke") or "", tuple(line.get(end) for end in ("x1", "x2", "y1", "y2")))
        for group in area(picture).iter("g")
        for line in group.findall("line")
    ]


def order(picture) -> list[str]:
    """What is drawn, first to last: marks, lines by their colour, words."""
    parts = [node for node in area(picture) if node.tag != "defs"]
    return [
        "marks" if "data-trace" in node.attrib else node.get("stroke") or node.tag for node in parts
    ]


def test_a_chart_is_one_drawing_that_is_hidden_from_the_ear():
    picture = a_chart()
    assert [div.get("class") for div in picture] == ["drawing"]
    assert area(picture).get("aria-hidden") == "true"
    assert area(picture).get("focusable") == "false"
    assert len(marks(picture)) == 2


class TestRoom:
    """The pixels around the area."""

    def test_the_area_and_what_is_around_it_are_as_high_as_the_chart(self):
        sides = room(a_chart(height=300))
        assert float(area(a_chart(height=300)).get("height")) == 300 - sides["t"] - sides["b"]
        assert sides == {"t": 36, "r": 8, "b": LINE * SIZE + 10, "l": 8 + width_of(10, SIZE) + 4}

    def test_a_chart_s_own_margins_take_the_place_of_those_of_the_house(self):
        sides = room(a_chart(margin={"t": 50, "b": 70}))
        assert (sides["t"], sides["r"], sides["b"]) == (50, 8, 70)

    def test_labels_of_several_lines_have_their_room(self):
        broken = {"range": [0, 10], "tickvals": [5], "ticktext": ["one<br>two<br>three"]}
        assert room(a_chart(xaxis=broken))["b"] == 3 * LINE * SIZE + 10
        widest = {"range": [0, 10], "tickvals": [5], "ticktext": ["short<br>much longer"]}
        assert room(a_chart(yaxis=widest))["l"] == pytest.approx(
            8 + width_of("much longer", SIZE) + 4, abs=0.01
        )

    def test_labels_along_the_top_have_their_room_there(self):
        broken = {"range": [0, 10], "tickvals": [5], "ticktext": ["a<br>b<br>c"], "side": "top"}
        sides = room(a_chart(xaxis=broken))
        assert (sides["t"], sides["b"]) == (3 * LINE * SIZE + 10, 28)

    def test_labels_that_are_not_shown_need_no_room(self):
        bare = room(a_chart(xaxis={"showticklabels": False}, yaxis={"visible": False}))
        assert bare == {"t": 36, "r": 8, "b": 28, "l": 8}

    def test_an_axis_without_ticks_needs_no_room_beyond_that_of_a_line(self):
        none = {"range": [0, 10], "tickvals": []}
        sides = room(a_chart(xaxis=none, yaxis=none))
        assert (sides["l"], sides["b"]) == (12, LINE * SIZE + 10)

    def test_a_title_has_its_room_below_the_labels(self):
        titled = {**TO_TEN, "title": {"text": "Rank<br>of spending"}}
        assert room(a_chart(xaxis=titled))["b"] == pytest.approx(
            room(a_chart())["b"] + 2 * LINE * SIZE
        )

    def test_smaller_labels_need_less_room(self):
        small = {**TO_TEN, "tickfont": {"size": 10}}
        assert room(a_chart(yaxis=small))["l"] == pytest.approx(8 + width_of(10, 10) + 4, abs=0.01)


class TestAxes:
    """Lines and labels at the ticks."""

    def test_lines_go_through_the_chart_at_its_ticks_up_and_across(self):
        picture = a_chart(margin={"b": 40})
        height = area(picture).get("height")
        half = f"{float(height) / 2:g}"
        assert lines(picture) == [
            ("#d8dbd5", ("0.00%", "0.00%", "0", height)),
            ("#d8dbd5", ("50.00%", "50.00%", "0", height)),
            ("#d8dbd5", ("100.00%", "100.00%", "0", height)),
            ("#d8dbd5", ("0", "100%", height, height)),
            ("#d8dbd5", ("0", "100%", half, half)),
            ("#d8dbd5", ("0", "100%", "0", "0")),
        ]

    def test_lines_that_are_not_wanted_are_left_out(self):
        hidden = {**TO_TEN, "showgrid": False}
        assert lines(a_chart(xaxis=hidden, yaxis=hidden)) == []

    def test_a_line_at_zero_is_drawn_in_its_own_colour_where_it_is_asked_for(self):
        zero = {"range": [-10, 10], "showgrid": False, "zeroline": True, "zerolinecolor": "#1b2330"}
        picture = a_chart(xaxis=zero, yaxis={**TO_TEN, "showgrid": False})
        height = area(picture).get("height")
        assert lines(picture) == [("#1b2330", ("50.00%", "50.00%", "0", height))]

    def test_labels_stand_below_the_chart_and_to_its_left(self):
        picture = a_chart(yaxis={"range": [0, 1], "tickvals": [1], "ticktext": ["top  "]})
        below, left = label(picture, "5"), label(picture, "top")
        assert (below[0].get("x"), below.get("text-anchor")) == ("50.00%", "middle")
        assert float(below[0].get("y", "")) > float(area(picture).get("height"))
        assert (left[0].get("x"), left[0].get("dx"), left.get("text-anchor")) == (
            "0",
            "-8.0",
            "end",
        )

    def test_labels_may_stand_above_the_chart(self):
        picture = a_chart(xaxis={**TO_TEN, "side": "top"}, yaxis={"visible": False})
        assert labels(picture) == ["0", "5", "10"]
        assert all(float(words[0].get("y", "")) < 0 for words in picture.iter("text"))

    def test_labels_that_are_not_shown_are_not_written(self):
        hidden = {**TO_TEN, "showticklabels": False}
        assert labels(a_chart(xaxis=hidden, yaxis=hidden)) == []

    def test_labels_have_the_size_that_their_axis_gives_them(self):
        picture = a_chart(
            xaxis={"range": [0, 1], "tickvals": [0], "ticktext": ["x"], "tickfont": {"size": 12}},
            yaxis={"range": [0, 1], "tickvals": [0], "ticktext": ["y"], "tickfont": {"size": 13}},
        )
        assert [label(picture, words).get("font-size") for words in "xy"] == ["12", "13"]

    @pytest.mark.parametrize("side", ["bottom", "top"])
    def test_the_title_of_an_axis_stands_below_the_chart_and_its_labels(self, side):
        titled = {**TO_TEN, "title": {"text": "Rank"}, "side": side}
        picture = a_chart(xaxis=titled)
        height = float(area(picture).get("height"))
        (line,) = label(picture, "Rank")
        below = float(line.get("y", "")) - height
        assert line.get("x") == "50%"
        assert below == pytest.approx(10 + 0.78 * 19.5 + (19.5 if side == "bottom" else 0), abs=0.1)

    def test_bars_and_points_lie_on_the_same_axes(self):
        picture = a_chart(bar([2], [5]), scatter([2], [5]))
        (column,), (point,) = marks(picture, 0), marks(picture, 1)
        assert point.get("x") == "20.00%"
        assert column.get("y") == f"{float(point.get('y', '')):.1f}"


class TestLinesAcross:
    """Shapes: straight lines between values or from edge to edge."""

    def across(self, **more):
        line = {"color": "#777777", "width": 2, "dash": "dot"}
        return {"type": "line", "x0": 2, "x1": 4, "y0": 0, "y1": 10, "line": line, **more}

    def of(self, picture):
        return next(found for colour, found in lines(picture) if colour == "#777777")

    def test_a_line_goes_from_value_to_value(self):
        picture = a_chart(shapes=[self.across()])
        height = area(picture).get("height")
        assert self.of(picture) == ("20.00%", "40.00%", height, "0")

    def test_a_line_may_go_from_edge_to_edge(self):
        wide = self.across(x0=0, x1=1, xref="paper", y0=5, y1=5)
        high = self.across(y0=0, y1=1, yref="paper", x0=5, x1=5)
        assert self.of(a_chart(shapes=[wide]))[:2] == ("0.00%", "100.00%")
        assert self.of(a_chart(shapes=[high]))[2:] == (area(a_chart()).get("height"), "0")

    def test_a_line_beyond_all_bars_is_within_the_chart(self):
        target = self.across(x0=50, x1=50, y0=0, y1=1, yref="paper")
        picture = drawn(chart(lying([10, 20], ["a", "b"]), shapes=[target]))
        left, right, *_ = self.of(picture)
        assert left == right == "94.79%"

    def test_a_line_has_its_dash(self):
        groups = a_chart(shapes=[self.across()]).iter("g")
        assert [group.get("stroke-dasharray") for group in groups if group.get("stroke-dasharray")]

    def test_lines_lie_over_the_marks_unless_they_are_to_lie_below(self):
        hidden = {**TO_TEN, "showgrid": False, "showticklabels": False}
        bare = {"xaxis": hidden, "yaxis": hidden}
        note = {"x": 1, "y": 1, "text": "a", "showarrow": False}
        above = a_chart(shapes=[self.across()], annotations=[note], **bare)
        below = a_chart(shapes=[self.across(layer="below")], annotations=[note], **bare)
        assert order(above) == ["marks", "#777777", "text"]
        assert order(below) == ["#777777", "marks", "text"]


class TestNotes:
    """Annotations: words at a value, with an arrow or without."""

    def note(self, **more):
        return {"x": 5, "y": 5, "text": "a note", "showarrow": False, **more}

    def of(self, **more):
        return label(a_chart(annotations=[self.note(**more)]), "a note")

    def height_of(self, **more) -> float:
        return float(self.of(**more)[0].get("y", ""))

    def test_a_note_stands_around_its_value(self):
        words = self.of()
        assert (words[0].get("x"), words.get("text-anchor")) == ("50.00%", "middle")
        assert words.get("font-size") == "15"
        assert "fill" not in words.attrib

    def test_a_note_may_stand_at_a_part_of_the_paper(self):
        assert self.of(x=1, xref="paper", xanchor="right")[0].get("x") == "100.00%"
        assert self.height_of(y=1, yref="paper") == self.height_of(y=10)

    def test_a_note_is_moved_by_its_shifts_and_its_anchors(self):
        assert self.height_of(yshift=17) == pytest.approx(self.height_of() - 17)
        assert self.height_of(yanchor="bottom") < self.height_of() < self.height_of(yanchor="top")
        moved = self.of(xshift=-12, xanchor="right")
        assert (moved[0].get("dx"), moved.get("text-anchor")) == ("-12.0", "end")

    def test_a_note_has_its_own_size_its_own_colour_and_a_halo_over_lines(self):
        own = self.of(font={"size": 13, "color": "#5d6673"}, bgcolor="#ffffff")
        assert (own.get("font-size"), own.get("fill"), own.get("class")) == (
            "13",
            "#5d6673",
            "halo",
        )
        sized = self.of(font={"size": 13})
        assert (sized.get("font-size"), sized.get("fill"), sized.get("class")) == ("13", None, None)

    def test_an_arrow_leads_from_just_above_the_value_to_the_words(self):
        arrow = {"ax": 0, "ay": -54, "arrowcolor": "#888888", "arrowwidth": 1, "standoff": 2}
        picture = a_chart(annotations=[self.note(showarrow=True, **arrow)], margin={"b": 40})
        (pointer,) = [found for colour, found in lines(picture) if colour == "#888888"]
        at = float(area(picture).get("height")) / 2
        assert pointer == ("50.00%", "50.00%", f"{at - 2:g}", f"{at - 54:g}")
        baseline = float(label(picture, "a note")[0].get("y", ""))
        assert at - 54 - LINE * SIZE < baseline < at - 54

    def test_a_note_that_does_not_say_otherwise_has_an_arrow(self):
        arrow = {"ay": -10, "arrowcolor": "#888888", "arrowwidth": 1, "standoff": 2}
        note = {name: part for name, part in self.note(**arrow).items() if name != "showarrow"}
        assert "#888888" in [colour for colour, _ in lines(a_chart(annotations=[note]))]

    @pytest.mark.parametrize("words", HOSTILE)
    def test_what_looks_like_markup_is_written_as_words(self, words):
        picture = a_chart(
            annotations=[self.note(text=words)],
            xaxis={"range": [0, 1], "tickvals": [0], "ticktext": [words], "title": {"text": words}},
            yaxis={"range": [0, 1], "tickvals": [0], "ticktext": [words]},
        )
        assert labels(picture) == [words] * 4


class TestLegend:
    """The traces by name, each with a sample of its look."""

    def entries(self, picture):
        return list(only(picture, "ul"))

    def test_traces_are_named_in_their_order_and_those_left_out_are_not(self):
        named = [
            scatter([1], [1], name="one"),
            scatter([1], [1], name="two", showlegend=False),
            scatter([1], [1]),
            scatter([1], [1], name="three"),
        ]
        picture = a_chart(*named, **LEGEND_ABOVE)
        assert [entry[0].tail for entry in self.entries(picture)] == ["one", "three"]

    def test_a_chart_that_shows_no_legend_has_none(self):
        picture = a_chart(scatter([1], [1], name="one"))
        assert list(picture.iter("ul")) == []

    def test_a_legend_without_names_is_left_out_and_needs_no_room(self):
        picture = a_chart(scatter([1], [1]), **LEGEND_ABOVE)
        assert list(picture.iter("ul")) == []
        assert area(picture).get("height") == area(a_chart()).get("height")

    @pytest.mark.parametrize(("y", "wanted"), [(1.02, ["ul", "div"]), (-0.12, ["div", "ul"])])
    def test_a_legend_stands_above_the_chart_or_below_it_and_has_its_room(self, y, wanted):
        picture = a_chart(scatter([1], [1], name="one"), showlegend=True, legend={"y": y})
        assert [part.tag for part in picture[0]] == wanted
        assert float(area(picture).get("height")) == float(area(a_chart()).get("height")) - LEGEND

    def test_a_bar_s_sample_is_filled_and_edged_like_it(self):
        marker = {"color": "#0b6b62", "line": EDGE}
        picture = a_chart(lying([1], [2], name="improved", marker=marker), **LEGEND_ABOVE)
        sample = only(self.entries(picture)[0], "rect")
        assert (sample.get("fill"), sample.get("stroke")) == ("#0b6b62", "#ffffff")

    def test_a_line_s_sample_has_its_dash_and_its_mark(self):
        line = {"color": "#0b6b62", "width": 2, "dash": "dash"}
        marker = {"size": 40, "symbol": "diamond", "color": "#0b6b62", "line": EDGE}
        trace = scatter([1], [1], name="one", mode="lines+markers", line=line, marker=marker)
        (entry,) = self.entries(a_chart(trace, **LEGEND_ABOVE))
        group = next(group for group in entry.iter("g") if group.findall("line"))
        assert (group.get("stroke"), group.get("stroke-dasharray")) == ("#0b6b62", "9 9")
        assert only(entry, "path").get("fill") == "#0b6b62"
        assert "9.10" in (only(entry, "path").get("d") or "")  # no larger than the line of words

    def test_a_mark_s_sample_has_no_line_and_an_open_one_no_fill(self):
        open_ = {"size": 10, "symbol": "circle-open", "color": "#123456", "line": EDGE}
        first, second = self.entries(
            a_chart(
                scatter([1], [1], name="one"),
                scatter([1], [1], name="two", marker=open_),
                **LEGEND_ABOVE,
            )
        )
        assert list(first.iter("line")) == []
        assert [only(entry, "path").get("fill") for entry in (first, second)] == ["#222222", "none"]

    def test_a_sample_is_hidden_from_the_ear(self):
        picture = a_chart(scatter([1], [1], name="one"), **LEGEND_ABOVE)
        assert only(self.entries(picture)[0], "svg").get("aria-hidden") == "true"

    @pytest.mark.parametrize("words", HOSTILE)
    def test_what_looks_like_markup_is_written_as_words(self, words):
        picture = a_chart(scatter([1], [1], name=words), **LEGEND_ABOVE)
        assert [entry[0].tail for entry in self.entries(picture)] == [words]
