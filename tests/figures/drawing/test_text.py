"""Labels: their lines, which of them are bold, how wide they are, and nothing in them is markup."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from figures.drawing.text import BOLD, LINE, Anchor, lines_of, text, width_of
from tests.figures.drawing.reading import HOSTILE, label, labels, only, tree

WORDS = st.text(
    st.characters(exclude_categories=["Cc", "Cs", "Cn"]) | st.sampled_from("<>&\"'"), max_size=20
)


def one(words: object, **more):
    return only(tree(text(words, **{"x": "5", "y": 100, "size": 10, **more})), "text")


def lines(words: object) -> list[tuple[str | None, bool]]:
    return [(line.text, "font-weight" in line.attrib) for line in one(words)]


def heights(**more) -> list[float]:
    return [float(line.get("y", "")) for line in one("a<br>b", **more)]


def test_a_label_has_the_lines_that_it_is_written_in():
    assert lines_of("one<br>two") == ["one", "two"]
    assert lines("one<br>two") == [("one", False), ("two", False)]
    assert lines(12) == [("12", False)]


@pytest.mark.parametrize(
    ("words", "bold"),
    [
        ("<b>a</b>", [True]),
        ("<b>a<br>b<br>c</b>", [True, True, True]),
        ("a<br><b>b</b><br>c", [False, True, False]),
        ("<b>a</b><br>b", [True, False]),
        ("<b>a</b> b<br>c <b>d<br>e</b>", [True, True, True]),
    ],
)
def test_a_line_is_bold_where_words_in_it_are_and_stays_so_until_the_bold_words_end(words, bold):
    assert [heavy for _, heavy in lines(words)] == bold
    assert "<b>" not in "".join(line or "" for line, _ in lines(words))


@pytest.mark.parametrize("words", HOSTILE)
def test_what_looks_like_markup_is_written_as_words(words):
    assert labels(tree(text(words, x="0", y=0, size=10))) == [words]
    assert labels(tree(text(f"<b>{words}</b>", x="0", y=0, size=10))) == [words]


@given(WORDS)
def test_any_words_are_read_as_they_were_given(words):
    given_lines = "|".join(lines_of(words.replace("<b>", "").replace("</b>", "")))
    assert labels(tree(text(words, x="0", y=0, size=10))) == [given_lines]


@pytest.mark.parametrize(
    ("upright", "wanted"), [("top", [110.1, 123.1]), ("middle", [97.1, 110.1]), ("bottom", [84.1, 97.1])]
)  # fmt: skip
def test_a_label_hangs_from_its_point_or_stands_on_it_or_around_it(upright, wanted):
    assert heights(anchor=Anchor(upright=upright)) == wanted
    assert wanted[1] - wanted[0] == pytest.approx(LINE * 10)


@pytest.mark.parametrize(
    ("align", "wanted"), [("left", "start"), ("center", "middle"), ("right", "end")]
)
def test_a_label_begins_or_ends_at_its_point_or_has_it_in_its_middle(align, wanted):
    assert one("a", anchor=Anchor(align)).get("text-anchor") == wanted


def test_every_line_of_a_label_is_moved_by_the_same_pixels_from_the_same_place():
    moved = one("a<br>b", x="50%", anchor=Anchor(dx=-8))
    assert [(line.get("x"), line.get("dx")) for line in moved] == [("50%", "-8.0")] * 2
    assert [line.get("dx") for line in one("a<br>b")] == [None, None]


def test_a_label_has_its_size_and_a_colour_and_a_halo_only_where_they_are_asked_for():
    plain, own = one("a"), one("a", size=12.5, colour="#123456", halo=True)
    assert plain.attrib == {"text-anchor": "middle", "font-size": "10"}
    assert own.attrib == {
        "text-anchor": "middle", "font-size": "12.5", "fill": "#123456", "class": "halo",
    }  # fmt: skip


def test_the_width_of_a_label_is_that_of_its_longest_line():
    assert width_of("a<br>abc<br>ab", 10) == width_of("abc", 10)
    assert width_of("abc", 20) == 2 * width_of("abc", 10)


def test_narrow_characters_are_narrower_and_wide_ones_wider_and_bold_ones_wider_still():
    narrow, usual, wide = (width_of(words, 10) for words in ("ill.", "abcd", "mwM@"))
    assert narrow < usual < wide
    assert width_of("<b>abcd</b>", 10) == pytest.approx(BOLD * usual)
    assert width_of("<b>a<br>abcd<br>a</b>", 10) == pytest.approx(BOLD * usual)
    assert width_of("", 10) == 0


def test_the_words_of_one_label_are_found_among_others():
    both = tree(text("a<br>b", x="0", y=0, size=1) + text("c", x="0", y=0, size=2))
    assert labels(both) == ["a|b", "c"]
    assert label(both, "c").get("font-size") == "2"
