"""What a mark says when it is pointed at."""

import pytest

from figures.drawing.hover import title_of
from tests.figures.drawing.reading import HOSTILE, only, tree

BARE = "<extra></extra>"


def said(index: int = 0, **trace) -> str | None:
    return only(tree(title_of(trace, index)), "title").text


def test_a_trace_without_words_for_its_marks_has_no_titles():
    assert title_of({}, 0) == ""
    assert title_of({"hovertemplate": ""}, 0) == ""


def test_the_words_are_those_of_the_mark():
    trace = {"customdata": ["first", "second"], "hovertemplate": f"%{{customdata}}{BARE}"}
    assert [said(index, **trace) for index in (0, 1)] == ["first", "second"]


def test_parts_of_the_words_come_by_their_number():
    trace = {
        "customdata": [["2018", 31], ["2019", 33]],
        "y": [4, 5],
        "hovertemplate": f"%{{customdata[0]}}: %{{y}} of %{{customdata[1]}}{BARE}",
    }
    assert [said(index, **trace) for index in (0, 1)] == ["2018: 4 of 31", "2019: 5 of 33"]


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (5, "5"), (5.0, "5"), (12.5, "12.5"), (-0.25, "-0.25"), (10.0, "10"), (0.0, "0"),
        (1234567.89, "1234567.89"), (0.00012, "0.00012"), ("5.0", "5.0"),
    ],
)  # fmt: skip
def test_a_number_is_told_with_all_of_its_digits(value, words):
    assert said(y=[value], hovertemplate=f"%{{y}}{BARE}") == words


def test_a_broken_line_is_broken_by_the_template_and_not_by_a_label():
    trace = {
        "y": ["a long<br>label"],
        "text": ["5"],
        "hovertemplate": f"%{{y}}:<br>%{{text}}{BARE}",
    }
    assert said(**trace) == "a long label:\n5"


@pytest.mark.parametrize("words", HOSTILE)
def test_what_looks_like_markup_is_written_as_words(words):
    assert said(customdata=[words], hovertemplate=f"%{{customdata}}{BARE}") == words
    assert said(y=[1], hovertemplate=f"{words} %{{y}}{BARE}") == f"{words} 1"
