"""Components as HTML: nothing lost, nothing let through as markup, nothing unknown written."""

from typing import Any
from urllib.parse import quote

import dash_bootstrap_components as dbc
import pytest
from dash import dcc, html
from flask import g
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import update

from app.web.html import WRITERS, element, html_of
from app.web.pages import PAGES
from db.models import Indicator
from domain.terms import Role
from figures.indicators.value_bars import value_bars
from tests.app.markup import Element, read
from tests.app.product import Browser, address, database_of
from tests.app.web.test_routes import ADDRESSES, named
from tests.builders import an_actor

TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r"), max_size=30)
NAMES = ("title", "className", "id", "href", "lang", "htmlFor", "dateTime")
TAGS = {html.Div: "div", html.Span: "span", html.P: "p", html.A: "a", html.Li: "li"}
ATTRIBUTES = {"className": "class", "htmlFor": "for", "dateTime": "datetime"}


def plain(component: Any) -> Any:
    """A tree as its tags, attributes and texts, neighbouring texts joined."""
    if isinstance(component, Element):
        tag, given_ = component.tag, dict(component.attributes)
        children = component.children
    else:
        tag = TAGS[type(component)]
        given_ = {
            ATTRIBUTES.get(name, name): getattr(component, name)
            for name in NAMES
            if hasattr(component, name)
        }
        children = component.children
    return tag, given_, joined(children)


def joined(children: Any) -> list[Any]:
    parts: list[Any] = []
    for child in children:
        if not isinstance(child, str):
            parts.append(plain(child))
        elif parts and isinstance(parts[-1], str):
            parts[-1] += child
        elif child:
            parts.append(child)
    return parts


def an_element(inside):
    return st.builds(
        lambda kind, children, given_, aloud: kind(children, **given_, **{"aria-label": aloud}),
        st.sampled_from(list(TAGS)),
        st.lists(inside | TEXT, max_size=4),
        st.just({}),
        TEXT,
    ) | st.builds(
        lambda kind, children, name, value: kind(children, **{name: value}),
        st.sampled_from([html.Div, html.Span]),
        st.lists(inside | TEXT, max_size=4),
        st.sampled_from(["title", "className", "id", "lang"]),
        TEXT,
    )


TREES = st.recursive(st.builds(lambda text: html.P([text]), TEXT), an_element, max_leaves=8)


@given(TREES)
def test_what_is_written_reads_back_as_what_was_meant(tree):
    (back,) = read(html_of(tree)).children
    meant = plain(tree)
    assert without_labels(plain(back)) == without_labels(meant)


def without_labels(part: Any) -> Any:
    if isinstance(part, str):
        return part
    tag, given_, children = part
    kept = {name: value for name, value in given_.items() if name != "aria-label"}
    return tag, kept, [without_labels(child) for child in children]


@given(TEXT, TEXT)
def test_no_text_and_no_attribute_can_become_markup(text, value):
    (back,) = read(html_of(html.P([text], title=value, **{"aria-label": value}))).children
    assert back.text == text
    assert back.attributes == {"title": value, "aria-label": value}


@pytest.mark.parametrize(
    "text", ["<script>alert(1)</script>", "</p><b>", "&lt;", "&amp;amp;", "]]>", "<!--", '"', "'"]
)
def test_markup_in_a_text_is_shown_and_not_obeyed(text):
    (back,) = read(html_of(html.P(text, title=text))).children
    assert (back.text, back.get("title")) == (text, text)


@given(value=TEXT, label=TEXT)
def test_an_option_can_hold_any_words(value, label):
    select = dbc.Select(id="x", value=value, options=[{"value": value, "label": label}])
    option = read(html_of(select)).one("option")
    assert (option.get("value"), option.text) == (value, label)
    assert "selected" in option.attributes


@pytest.mark.parametrize(
    "unknown",
    [dcc.Dropdown(), dcc.Markdown("x"), dcc.Store(id="x"), dbc.Alert("x"), dbc.Modal("x")],
    ids=lambda component: component._type,
)
def test_a_component_that_it_does_not_know_is_refused_and_not_left_out(unknown):
    with pytest.raises(KeyError, match=unknown._type):
        html_of(html.Div([unknown]))


@pytest.mark.parametrize(
    ("component", "written"),
    [
        (None, ""),
        (False, ""),
        (0, "0"),
        (["a", None, html.B("b")], "a<b>b</b>"),
        (html.Br(), "<br>"),
        (html.Div(), "<div></div>"),
        (html.P("x", hidden=True), "<p hidden>x</p>"),
        (html.Details("x", open=False), "<details>x</details>"),
        (html.Details("x", open=True), "<details open>x</details>"),
        (html.Td("x", colSpan=6), '<td colspan="6">x</td>'),
        (html.Main("x", tabIndex=-1), '<main tabindex="-1">x</main>'),
        (html.I(**{"aria-hidden": "true"}), '<i aria-hidden="true"></i>'),
        (html.I(**{"aria-hidden": True}), '<i aria-hidden="true"></i>'),
        (html.I(**{"data-label": "a&b"}), '<i data-label="a&amp;b"></i>'),
        (html.P("x", n_clicks=3, key="k"), "<p>x</p>"),
        (html.MapEl("x"), "<map>x</map>"),
        (html.P("x", style={"flexGrow": 3, "--a": "b"}), '<p style="flex-grow:3;--a:b">x</p>'),
        (dbc.Label("x", html_for="y"), '<label class="form-label" for="y">x</label>'),
        (dbc.Button("x"), '<button class="btn btn-primary">x</button>'),
        (
            dbc.Button("x", color="primary", outline=True),
            '<button class="btn btn-outline-primary">x</button>',
        ),
    ],
)
def test_each_part_is_written_in_its_one_way(component, written):
    assert html_of(component) == written


@given(TEXT, TEXT)
def test_no_text_and_no_attribute_of_plain_data_can_become_markup(text, value):
    plain = {
        "type": "Td",
        "namespace": "dash_html_components",
        "props": {"children": [text], "title": value, "data-label": value},
    }
    (back,) = read(html_of([plain])).children
    assert (back.tag, back.text) == ("td", text)
    assert back.attributes == {"title": value, "data-label": value}


def test_plain_data_stands_within_components_and_within_itself():
    small = {"type": "Small", "namespace": "dash_html_components", "props": {"children": "b"}}
    cell = {"type": "Td", "namespace": "dash_html_components", "props": {"children": ["a", small]}}
    assert html_of(html.Tr([cell, None])) == "<tr><td>a<small>b</small></td></tr>"
    assert html_of(html.Tr(cell)) == "<tr><td>a<small>b</small></td></tr>"


def test_plain_data_without_children_is_empty():
    assert html_of({"type": "Td", "namespace": "x", "props": {}}) == "<td></td>"


def test_an_empty_element_has_no_end():
    assert element("input", {"name": "x"}, "never") == '<input name="x">'


def test_a_field_keeps_what_it_holds_and_drops_what_only_dash_needs():
    field = dbc.Input(id="x", name="x", value="a", type="search", debounce=True, maxlength=100)
    written = read(html_of(field)).one("input")
    assert written.attributes == {
        "class": "form-control",
        "id": "x",
        "name": "x",
        "value": "a",
        "type": "search",
        "maxlength": "100",
    }


def test_a_choice_marks_the_one_that_is_chosen():
    options = [{"value": "a", "label": "A"}, {"value": "b", "label": "B"}]
    select = read(html_of(dbc.Select(id="x", name="n", value="b", options=options))).one("select")
    assert select.attributes == {"class": "form-select", "id": "x", "name": "n"}
    assert ["selected" in option.attributes for option in select.all("option")] == [False, True]


def test_a_list_of_boxes_ticks_what_is_held_and_names_each_box():
    options = [{"value": "a", "label": "A"}, {"value": "b", "label": "B"}]
    written = read(
        html_of(dbc.Checklist(id="x", name="n", value=["b"], options=options, class_name="boxes"))
    )
    assert written.children[0].attributes == {"id": "x", "class": "boxes"}
    boxes, labels = written.all("input"), written.all("label")
    assert [(box.get("name"), box.get("value")) for box in boxes] == [("n", "a"), ("n", "b")]
    assert ["checked" in box.attributes for box in boxes] == [False, True]
    assert [label.get("for") for label in labels] == [box.get("id") for box in boxes]


def test_a_list_of_boxes_without_a_choice_ticks_nothing():
    written = html_of(dbc.Checklist(id="x", options=[{"value": "a", "label": "A"}]))
    assert "checked" not in written


def test_a_chart_is_written_as_its_first_drawing():
    graph = dcc.Graph(
        id="bars",
        figure=value_bars(
            [{"label": "2021/22", "number": 4.0, "printed": "4 <b>&", "now": True}],
            target=None,
            target_label="",
        ),
    )
    box = read(html_of(graph)).all("div")[0]
    assert box.get("data-chart") == "bars"
    assert box.get("data-plotly").startswith("/assets/charts/plotly-cartesian.min.js?v=")
    assert "2021/22" in box.text
    assert not box.all("b")


HOSTILE = '"><script>alert(1)</script><img src=x onerror=alert(1)>\'<b onclick="x">&amp;'


def test_no_text_becomes_a_part_of_a_page(own_app):
    with database_of(own_app).session_scope() as session:
        session.execute(update(Indicator).values(name=HOSTILE, commentary=HOSTILE))
    searched = f"/indicators?text={quote(HOSTILE)}"
    for path in ("/indicators", "/dashboards/transport", "/improvement", searched):
        document = read(Browser(own_app).text(path))
        assert HOSTILE in document.text
        assert not [
            part
            for part in document.walk()
            if any(name.startswith("on") for name in part.attributes)
        ]
        assert not [image for image in document.all("img") if image.get("src") == "x"]
        assert not [script for script in document.all("script") if "alert" in script.text]


@pytest.fixture
def asked_by_an_officer(asking):
    """A request of somebody for whom every page opens."""
    g.actor = an_actor(*Role)


def components(part: Any):
    if isinstance(part, list | tuple):
        for each in part:
            yield from components(each)
    elif hasattr(part, "_type"):
        yield part
        yield from components(getattr(part, "children", None))


@pytest.mark.usefixtures("asked_by_an_officer")
@pytest.mark.parametrize("page", PAGES, ids=named)
def test_every_component_that_a_page_uses_can_be_written(page):
    used = set()
    for component in components(list(page.view(address(ADDRESSES[page.name])).content)):
        used.add(component._type)
        assert html_of(component)
    assert used


@pytest.mark.usefixtures("asked_by_an_officer")
def test_nothing_can_be_written_that_no_page_uses():
    used = set()
    for page in PAGES:
        sheet = page.view(address(ADDRESSES[page.name]))
        used |= {component._type for component in components(list(sheet.content))}
    assert set(WRITERS) <= used
