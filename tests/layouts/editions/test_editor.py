"""The page of one text that is being written."""

from layouts.editions import editor
from layouts.editions.editor import Writing
from tests.app.markup import Element
from tests.builders.approval import a_unit
from tests.layouts.drawing import drawn

PLACE = "section:introduction"


def page_of(*others: str) -> Element:
    writing = Writing(
        year=2022,
        place=PLACE,
        title="Introduction",
        version=1,
        read=1,
        unit=a_unit(),
        token="a token",
        key="0" * 32,
        values={"body": "A text."},
        may_edit=True,
        may_sign=False,
        why_not="",
        others=others,
        history=(),
    )
    return drawn(list(editor.page(writing).content))


def told_of_others(page: Element) -> str:
    (told,) = [each.text for each in page.all("p") if each.get("class") == "others"]
    return told


def test_it_says_who_else_has_the_text_open():
    assert told_of_others(page_of()) == ""
    assert told_of_others(page_of("Sanjay Odell")) == (
        "Sanjay Odell has this open too. Whoever saves second sees both texts."
    )


def test_the_script_says_that_nothing_was_changed_before_anything_is_typed():
    (form,) = [each for each in page_of().all("form") if each.get("id") == "writing"]
    assert form.get("data-unchanged") == "Nothing has been changed yet."
