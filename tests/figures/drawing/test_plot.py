"""The area between the axes: what its axes reach, and where a point lies in it."""

import pytest

from figures.drawing.axes import PADDING
from figures.drawing.plot import Plot, is_horizontal, percent, plot
from figures.template import Trace
from tests.figures.drawing.traces import bar, lying, scatter


def area(*traces: Trace, height: float = 200, **layout) -> Plot:
    return plot(traces, {"xaxis": {}, "yaxis": {}, **layout}, height, "chart")


def test_a_point_lies_in_per_cent_across_and_in_pixels_down():
    made = area(scatter([0, 10], [0, 10]), xaxis={"range": [0, 10]}, yaxis={"range": [0, 10]})
    assert [made.x(value) for value in (0, 2.5, 10)] == ["0.00%", "25.00%", "100.00%"]
    assert [made.y(value) for value in (0, 2.5, 10)] == [200, 150, 0]
    assert (made.id, made.height) == ("chart", 200)


def test_a_share_of_the_paper_is_no_value_of_an_axis():
    made = area(scatter([5, 10], [5, 10]))
    assert [made.x(share, "paper") for share in (0, 0.25, 1)] == ["0.00%", "25.00%", "100.00%"]
    assert [made.y(share, "paper") for share in (0, 0.25, 1)] == [200, 150, 0]


def test_a_share_is_written_in_per_cent():
    assert [percent(share) for share in (0, 1 / 3, 1, -0.2)] == [
        "0.00%", "33.33%", "100.00%", "-20.00%",
    ]  # fmt: skip


def test_an_axis_reaches_the_values_of_all_traces():
    made = area(scatter([0, None, 4], [1, 2, 3]), scatter([10], [20]))
    assert [made.across.share(value) for value in (0, 10)] == pytest.approx(
        [PADDING / (1 + 2 * PADDING), (1 + PADDING) / (1 + 2 * PADDING)]
    )
    assert 0 < made.up.share(1) < made.up.share(20) < 1


def test_an_axis_reaches_the_ends_of_error_bars_too():
    errors = {"array": [50, None, 1], "arrayminus": [30, 1, None]}
    made = area(scatter([1, 2, 3], [10, 20, None], error_y=errors))
    assert 0 < made.up.share(-20) < made.up.share(60) < 1
    assert made.up.end == pytest.approx(60 + 80 * PADDING)
    assert made.across.end == pytest.approx(3 + 2 * PADDING)


def test_an_axis_reaches_the_lines_across_a_chart_but_those_of_the_paper():
    line = {"x0": 50, "x1": 60, "y0": 0, "y1": 900, "yref": "paper"}
    made = area(lying([10, 20], ["a", "b"]), shapes=[line])
    assert made.across.end == pytest.approx(60 * (1 + PADDING))
    assert (made.up.start, made.up.end) == (-0.5, 1.5)


def test_bars_begin_at_zero_along_their_own_axis_alone():
    upright, flat = area(bar([3, 4], [10, 20])), area(lying([10, 20], [3, 4]))
    assert (upright.up.start, flat.across.start) == (0, 0)
    assert upright.across.start > 0
    assert flat.up.start > 0


def test_categories_have_room_for_whole_bars_and_less_for_points():
    assert area(lying([1, 2], ["a", "b"])).up.start == -0.5
    assert area(scatter(["a", "b"], [1, 2])).across.start == -0.25


def test_stacked_bars_reach_as_far_as_their_sums():
    parts = lying([10, None, 3], ["a", "b", "c"]), lying([20, 5, None], ["a", "b", "c"])
    assert area(*parts, barmode="stack").across.end == pytest.approx(30 * (1 + PADDING))
    assert area(*parts).across.end == pytest.approx(20 * (1 + PADDING))


def test_only_bars_that_say_so_lie():
    assert is_horizontal(lying([1], ["a"]))
    assert not is_horizontal(bar(["a"], [1]))
