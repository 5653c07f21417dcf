"""Each service's range beside its middle, ours as a dot."""

from copy import deepcopy

from hypothesis import given
from hypothesis import strategies as st

from figures.funding import spending_bars as drawing
from figures.funding.spending_bars import MOST
from figures.template import Rows
from tests.figures.reading import validated

PARTS = st.floats(-500, 5000, allow_nan=False).map(lambda number: round(number, 1))
ROWS = st.lists(st.tuples(PARTS | st.none(), PARTS, PARTS), min_size=1, max_size=10)


def services(*rows) -> Rows:
    return [
        {
            "label": f"<b>Service {place}</b>",
            "ours": ours,
            "low": low,
            "high": high,
            "words": f"words of {place}",
        }
        for place, (ours, low, high) in enumerate(rows)
    ]


def spending_bars(rows: Rows):
    return validated(drawing.spending_bars(rows))


def texts(figure) -> list[str]:
    return [annotation.text for annotation in figure.layout.annotations]


def test_the_first_service_is_on_top_with_its_range_and_ours():
    figure = spending_bars(services((76.2, 50.0, 150.0), (116.0, 81.0, 218.0)))
    lines, dots = figure.data
    assert list(lines.x) == [81, 218, None, 50, 150, None]
    assert list(dots.x) == [116, 76.2]
    assert list(dots.customdata) == ["words of 1", "words of 0"]


def test_what_lies_beyond_the_edge_carries_its_figure_and_an_arrow():
    shown = texts(spending_bars(services((3388.0, -40.0, 410.0))))
    assert shown == ["<b>Service 0</b>", "◂ -40", "410 ▸", "<b>3,388 ▸</b>"]
    ends = spending_bars(services((3388.0, -40.0, 410.0))).layout.annotations
    assert [end.x for end in ends[1:]] == [0, MOST, MOST]
    assert [end.xanchor for end in ends[1:]] == ["left", "right", "right"]


def test_there_is_no_dot_s_figure_where_ours_has_none():
    assert texts(spending_bars(services((None, 50.0, 150.0)))) == ["<b>Service 0</b>", "50", "150"]


def test_the_middle_is_named_on_the_axis_and_drawn():
    figure = spending_bars(services((80.0, 50.0, 150.0)))
    assert "<b>100 = middle</b>" in figure.layout.xaxis.ticktext
    (line,) = figure.layout.shapes
    assert line.x0 == line.x1 == 100


@given(ROWS)
def test_every_row_is_drawn_as_it_is_and_every_word_within_the_picture(rows):
    given_rows = services(*rows)
    before = deepcopy(given_rows)
    figure = spending_bars(given_rows)
    assert all(0 <= annotation.x <= MOST for annotation in figure.layout.annotations)
    assert figure.layout.height == 82 * len(rows) + 70
    assert list(reversed(figure.data[1].y)) == list(reversed(range(len(rows))))
    assert given_rows == before
