"""Letters of recommendations and resolutions."""

import pytest

from domain.editions.sections import lettered


def test_paragraphs_are_lettered_in_their_order_and_put_on_one_line():
    assert lettered("Note\nit.\n\n\n\n  Authorise. \n") == [("a", "Note it."), ("b", "Authorise.")]


def test_an_empty_text_has_no_letters():
    assert lettered(" \n\n ") == []


@pytest.mark.parametrize(
    ("body", "texts"),
    [
        ("1. Note **all** of it.\n\n2) Ask.", ["Note all of it.", "Ask."]),
        ("- Note\n  it.\n- Ask.\n* Go.\n+ On.", ["Note it.", "Ask.", "Go.", "On."]),
        ("**1. Note** it.\n\n **Ask.**", ["Note it.", "Ask."]),
        ("- Note:\n  - this\n  - that\n- Ask.", ["Note: - this - that", "Ask."]),
        ("-\n\n**\n\n1. \n\nAsk.", ["-", "Ask."]),
    ],
)
def test_a_letter_stands_alone_without_the_marks_of_lists_and_bold_print(body, texts):
    assert [text for _, text in lettered(body)] == texts


@pytest.mark.parametrize(
    "text",
    ["-5% is noted.", "1.5 million.", "2022 was hard.", "Note 1. and - this.", "(as before) Note."],
)
def test_what_is_no_mark_of_a_list_stays(text):
    assert lettered(text) == [("a", text)]


def test_a_line_within_a_paragraph_does_not_begin_a_list():
    assert lettered("In the year\n2022. It was hard.\n- And so on.") == [
        ("a", "In the year 2022. It was hard. - And so on.")
    ]


@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_letters_that_somebody_wrote_do_not_stand_twice(between):
    assert lettered(f"(a) Note it.{between}(b) Authorise.") == [
        ("a", "Note it."),
        ("b", "Authorise."),
    ]
