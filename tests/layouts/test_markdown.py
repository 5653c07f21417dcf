"""Narrative in Markdown: the safe subset as elements, anything else as text."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.web.html import html_of
from layouts.parts.markdown import markdown


def written(text: str) -> str:
    return html_of(markdown(text))


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("One.\n\nTwo.", "<p>One.</p><p>Two.</p>"),
        ("## Head", "<h3>Head</h3>"),
        ("### Head", "<h4>Head</h4>"),
        ("###### Head", "<h6>Head</h6>"),
        ("- one\n- two", "<ul><li>one</li><li>two</li></ul>"),
        ("1. one\n2. two", "<ol><li>one</li><li>two</li></ol>"),
        ("- one\n\n- two", "<ul><li><p>one</p></li><li><p>two</p></li></ul>"),
        ("> said", "<blockquote><p>said</p></blockquote>"),
        ("a **b** *c*", "<p>a <strong>b</strong> <em>c</em></p>"),
        ("one\ntwo", "<p>one two</p>"),
        ("one  \ntwo", "<p>one<br>two</p>"),
        ("---", "<hr>"),
        ("[here](/dashboards)", '<p><a href="/dashboards">here</a></p>'),
        ("[out](https://example.org/a)", '<p><a href="https://example.org/a">out</a></p>'),
        ("[place](#aims)", '<p><a href="#aims">place</a></p>'),
    ],
)
def test_what_narrative_needs_is_written_as_elements(text, html):
    assert written(text) == html


@pytest.mark.parametrize(
    "address",
    ["javascript:alert(1)", "JAVASCRIPT:x", "data:text/html,x", "//evil.example", "x"],
)
def test_a_link_to_anywhere_else_is_its_words_alone(address):
    assert "<a" not in written(f"[words]({address})")
    assert "words" in written(f"[words]({address})")


@pytest.mark.parametrize(
    "text", ["<script>alert(1)</script>", "<b onclick=x>hi</b>", "<!-- -->", "a &lt;b&gt;"]
)
def test_html_is_text_like_any_other(text):
    html = written(text)
    assert "<script" not in html
    assert "<b" not in html
    assert "<!--" not in html


@pytest.mark.parametrize("text", ["![alt](x.png)", "`code`", "    indented", "```\nfenced\n```"])
def test_pictures_and_code_are_not_read(text):
    html = written(text)
    assert [tag for tag in ("<img", "<code", "<pre") if tag in html] == []


@given(st.text(max_size=200))
def test_any_text_gives_only_elements_of_the_subset(text):
    html = written(text)
    allowed = "p|h[2-6]|ul|ol|li|blockquote|strong|em|br|hr|a"
    assert re.sub(rf'</?(?:{allowed})(?: href="[^"<>]*")?>', "", html).count("<") == 0
