"""A change in words, for the eye and for the ear."""

from domain.editions.content import Difference
from layouts.editions.parts import difference
from tests.layouts.drawing import drawn, said, seen

LONG = "word " * 300


def test_what_went_is_struck_through_what_came_is_underlined():
    page = drawn(difference.words("The old road.", "The new road."))
    assert [node.text for node in page.all("del")] == [" [removed: old] "]
    assert [node.text for node in page.all("ins")] == [" [added: new] "]


def test_both_are_said_for_the_ear():
    words = said(difference.words("The old road.", "The new road."))
    assert words == "The [removed: old] [added: new] road."


def test_the_words_for_the_ear_are_hidden_from_the_eye():
    page = drawn(difference.words("old", "new"))
    heard = [node.text for node in page.all("span") if node.get("class") == "heard"]
    assert heard == [" [removed: ", "] ", " [added: ", "] "]


def test_a_text_that_did_not_change_has_no_mark():
    page = drawn(difference.words("The same.", "The same."))
    assert page.all("del", "ins") == []
    assert page.text == "The same."


def test_a_long_text_is_shortened_only_where_that_is_asked_for():
    before, after = f"{LONG}old", f"{LONG}new"
    assert "[…]" in seen(difference.words(before, after, shorten=True))
    assert "[…]" not in seen(difference.words(before, after))


def test_html_in_a_text_is_text():
    page = drawn(difference.words("<b>old</b>", "<script>new</script>"))
    assert page.all("b", "script") == []


def test_each_field_stands_under_its_name_as_readers_know_it():
    differences = [
        Difference("indicator:a", "A", "direction", "improved", "worsened"),
        Difference("indicator:a", "A", "value", None, "12%"),
    ]
    page = drawn(difference.fields(differences))
    assert [node.text for node in page.all("dt")] == ["Direction of travel", "Value"]
    first, second = page.all("dd")
    assert [node.text for node in first.all("del", "ins")] == [
        " [removed: Improved] ",
        " [added: Worsened] ",
    ]
    assert second.all("del") == []
