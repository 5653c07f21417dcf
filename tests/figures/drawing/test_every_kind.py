"""What holds for the drawing of every kind of chart, whatever its rows."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from figures import comparison, funding, indicators
from figures.drawing.frame import drawing
from tests.builders import REPOSITORY
from tests.figures.drawing.kinds import KINDS, boundaries, points_of
from tests.figures.drawing.reading import drawn, ids, marks, references, titles
from tests.figures.reading import validated

pytestmark = pytest.mark.unmeasured

ID = "a-chart"
UNSAID = re.compile(r"\b(?:nan|inf|None)\b")
TAGS = {
    "root", "div", "svg", "g", "defs", "path", "pattern", "rect", "circle", "line", "use", "text",
    "tspan", "title", "ul", "li",
}  # fmt: skip
EVERY_KIND = pytest.mark.parametrize("kind", KINDS)
ANYTHING = st.data()
HALF = settings(max_examples=settings().max_examples // 2)
"""Enough: there are many kinds of charts, and most of what is tried is alike in all."""


def a_figure(data, kind: str):
    return KINDS[kind](data.draw)


def test_every_kind_of_chart_is_tried():
    folders = [module.__path__[0] for module in (comparison, funding, indicators)]
    modules = {
        path.stem.replace("_", " ")
        for folder in folders
        for path in (REPOSITORY / folder).glob("*.py")
        if path.name != "__init__.py"
    }
    assert modules <= set(KINDS)


@EVERY_KIND
@HALF
@given(data=ANYTHING)
def test_there_are_as_many_marks_as_points_that_have_values(kind, data):
    figure = a_figure(data, kind)
    picture = drawn(figure, id=ID, read=boundaries)
    assert [len(marks(picture, number)) for number, _ in enumerate(figure["data"])] == [
        points_of(trace) for trace in figure["data"]
    ]


@EVERY_KIND
@HALF
@given(data=ANYTHING)
def test_a_drawing_is_well_formed_and_no_name_in_it_becomes_markup(kind, data):
    picture = drawn(a_figure(data, kind), id=ID, read=boundaries)
    assert {node.tag for node in picture.iter()} <= TAGS
    assert {line.tag for text in picture.iter("text") for line in text} <= {"tspan"}
    assert [part for title in picture.iter("title") for part in title] == []
    values = [value for node in picture.iter() for value in node.attrib.values()]
    assert not [value for value in values if UNSAID.search(value)]


@EVERY_KIND
@HALF
@given(data=ANYTHING)
def test_every_id_begins_with_the_chart_s_and_every_reference_leads_to_one_in_the_drawing(
    kind, data
):
    picture = drawn(a_figure(data, kind), id=ID, read=boundaries)
    assert len(set(ids(picture))) == len(ids(picture))
    assert all(id.startswith(f"{ID}-") for id in ids(picture))
    assert references(picture) <= set(ids(picture))


@EVERY_KIND
@HALF
@given(data=ANYTHING)
def test_a_mark_says_the_words_of_its_row(kind, data):
    figure = a_figure(data, kind)
    picture = drawn(figure, id=ID, read=boundaries)
    for number, trace in enumerate(figure["data"]):
        if trace.get("hovertemplate") == "%{customdata}<extra></extra>":
            known = trace["x"] if "x" in trace else trace["locations"]
            words = zip(trace["customdata"], known, strict=True)
            assert titles(picture, number) == [said for said, x in words if x is not None]


@EVERY_KIND
@HALF
@given(data=ANYTHING)
def test_plotly_understands_the_same_figure_and_it_is_left_as_it_was(kind, data):
    figure = a_figure(data, kind)
    before = validated(figure).to_json()
    one, other = (drawing(figure, id=ID, read=boundaries) for _ in range(2))
    assert one == other
    assert validated(figure).to_json() == before
