"""Bars: an indicator's figures side by side, and the counts of each edition."""

import pytest

from figures.indicators import value_bars as of_figures
from figures.indicators import year_counts as of_editions
from figures.indicators.year_counts import PARTS
from figures.template import BETTER, COUNCIL, INK, OTHERS, PAPER, SAME, WORSE, Rows
from tests.figures.reading import validated


def two_figures() -> Rows:
    return [
        {"label": "2021/22", "number": 45.1, "printed": "45.1%", "now": True},
        {"label": "2020/21", "number": 43.0, "printed": "43.0%", "now": False},
    ]


def four_editions() -> Rows:
    names = ("edition", "improved", "no_change", "worsened", "undetermined")
    rows = [("2018, Council report", 76, 36, 59, 20), ("2020, Council report", 88, 56, 47, None)]
    return [dict(zip(names, row, strict=True)) for row in rows]


def value_bars(figures: Rows, **more):
    return validated(of_figures.value_bars(figures, **more))


def year_counts(counts: Rows):
    return validated(of_editions.year_counts(counts))


def test_each_figure_is_a_bar_of_its_length_with_its_printed_figure():
    (bars,) = value_bars(two_figures(), target=None, target_label="").data
    assert list(bars.x) == [45.1, 43.0]
    assert list(bars.y) == ["2021/22", "2020/21"]
    assert list(bars.text) == ["45.1%", "43.0%"]


def test_this_edition_s_figure_is_ours_and_stands_out():
    (bars,) = value_bars(two_figures(), target=None, target_label="").data
    assert list(bars.marker.color) == [COUNCIL, OTHERS]
    assert list(bars.insidetextfont.color) == [PAPER, INK]


def test_bars_begin_at_nothing_so_that_lengths_compare():
    figure = value_bars(two_figures(), target=None, target_label="")
    assert figure.layout.xaxis.rangemode == "tozero"
    assert figure.layout.yaxis.autorange == "reversed"


def test_a_target_is_a_line_with_its_words():
    figure = value_bars(two_figures(), target=50.0, target_label="target 50%")
    (line,) = figure.layout.shapes
    (words,) = figure.layout.annotations
    assert (line.x0, line.x1) == (50.0, 50.0)
    assert (words.x, words.text) == (50.0, "target 50%")


@pytest.mark.parametrize(
    ("target", "side"),
    [(50.0, "right"), (44.0, "right"), (20.0, "center"), (5.0, "left"), (0.0, "left"),
     (-30.0, "left"), (-200.0, "left")],
)  # fmt: skip
def test_the_words_of_a_target_lean_away_from_the_edge_that_it_is_near(target, side):
    figure = value_bars(two_figures(), target=target, target_label="target")
    assert figure.layout.annotations[0].xanchor == side


def test_a_target_of_nothing_beside_figures_of_nothing_is_drawn_too():
    nothing = [{**row, "number": 0.0} for row in two_figures()]
    figure = value_bars(nothing, target=0.0, target_label="target 0")
    assert figure.layout.annotations[0].xanchor == "left"


def test_without_a_target_there_is_no_line():
    figure = value_bars(two_figures(), target=None, target_label="target -")
    assert not figure.layout.shapes
    assert not figure.layout.annotations


def test_each_edition_is_one_bar_whose_parts_are_its_counts():
    figure = year_counts(four_editions())
    assert figure.layout.barmode == "stack"
    assert [trace.name for trace in figure.data] == [words for _, words, _, _ in PARTS]
    assert [list(trace.x) for trace in figure.data[:3]] == [[76, 88], [36, 56], [59, 47]]
    for trace in figure.data:
        assert list(trace.y) == ["2018, Council report", "2020, Council report"]


def test_a_count_that_a_paper_does_not_state_has_no_length():
    last = year_counts(four_editions()).data[-1]
    assert last.x[0] == 20
    assert last.x[1] is None


def test_parts_are_told_apart_by_a_legend_in_words_as_well_as_by_colour():
    figure = year_counts(four_editions())
    assert figure.layout.showlegend
    assert [trace.marker.color for trace in figure.data] == [BETTER, SAME, WORSE, PAPER]
    assert figure.data[-1].marker.line.color == INK


@pytest.mark.parametrize("draw", [
    lambda: value_bars(two_figures(), target=44.0, target_label="x"),
    lambda: year_counts(four_editions()),
])  # fmt: skip
def test_the_same_figures_give_the_same_picture(draw):
    assert draw().to_json() == draw().to_json()


def test_what_is_handed_over_is_left_as_it_is():
    figures, counts = two_figures(), four_editions()
    value_bars(figures, target=None, target_label="")
    year_counts(counts)
    assert (figures, counts) == (two_figures(), four_editions())
