"""What the pages of compared councils are made of: choices, ways between pages, plain elements."""

from dataclasses import replace

import pytest
from dash import html
from hypothesis import given
from hypothesis import strategies as st

from app.web.html import html_of
from figures.template import in_house_style
from layouts.comparison import choices, ids
from layouts.comparison.choices import Choice
from layouts.parts import chart, quarter_mark, section
from layouts.parts.element import element
from tests.app.markup import cells
from tests.builders.councils import a_group, an_area
from tests.layouts.drawing import drawn, said

THEME = Choice("Theme", "theme", "b", [("a", "Alpha"), ("b", "Beta & more")])
FLOOR = Choice("Floor", "floor", "700", hint="In pounds")
TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r"), max_size=30)


def a_form(*given_: Choice, **more):
    return drawn(choices.form("/a/page", given_, about="Choose", **more)).one("form")


def test_the_form_asks_its_own_page_by_the_address():
    form = a_form(THEME)
    asks = [form.get(name) for name in ("method", "action", "role", "aria-label", "id")]
    assert asks == ["get", "/a/page", "search", "Choose", ids.Comparison.FORM]
    assert form.get("data-at-once") == "yes"
    assert form.one("button").text == "Show"
    assert a_form(THEME, button="Work it out").one("button").text == "Work it out"


def test_a_choice_offers_its_options_in_words_with_the_chosen_one_marked():
    select = a_form(THEME).one("select")
    options = [(option.get("value"), option.text) for option in select.all("option")]
    assert options == [("a", "Alpha"), ("b", "Beta & more")]
    marked = [
        option.get("value") for option in select.all("option") if "selected" in option.attributes
    ]
    assert (marked, select.get("name")) == (["b"], "theme")


def test_a_choice_is_labelled_and_its_id_is_made_of_the_page_and_its_name():
    form = a_form(THEME)
    assert form.one("label").text == "Theme"
    assert form.one("label").get("for") == form.one("select").get("id") == "choose-a-page-theme"
    own = a_form(THEME, page="/one/for/all").one("select")
    assert own.get("id") == ids.choice("/one/for/all", "theme") == "choose-one-for-all-theme"


def test_a_choice_without_options_is_typed_and_says_how():
    form = a_form(FLOOR)
    field = form.one("input")
    assert (field.get("value"), field.get("type"), field.get("name")) == ("700", "text", "floor")
    assert form.one("small").text == "In pounds"
    assert form.all("select") == []


def test_what_is_wrong_with_what_was_typed_stands_in_the_label():
    form = a_form(Choice("Floor", "floor", "many", fault="That is no number."))
    assert form.one("label").text == "FloorThat is no number."
    assert a_form(FLOOR).one("label").text == "Floor"


def test_councils_are_offered_by_name_and_groups_with_their_size():
    kent, surrey = an_area("K", "Kent"), an_area("A", "Surrey")
    council = choices.council([surrey, kent], surrey, usual="K")
    assert council.options == [("K", "Kent"), ("A", "Surrey")]
    assert (council.value, council.left_out) == ("A", "K")
    groups = {group.slug: group for group in (a_group("all", *"ABC"), a_group("two", *"AB"))}
    group = choices.group(groups, groups["two"], usual="all")
    assert group.options == [("all", "All (3)"), ("two", "Two (2)")]
    assert (group.label, group.value, group.left_out) == ("Compared with", "two", "all")


@pytest.mark.parametrize(
    ("choice", "left_out"),
    [(THEME, "a"), (replace(THEME, usual="b"), "b"), (FLOOR, ""), (replace(FLOOR, usual="5"), "5")],
)
def test_an_address_leaves_out_the_usual_value_which_is_the_first_unless_another_is_named(
    choice, left_out
):
    (field,) = [div for div in a_form(choice).all("div") if div.all("label")]
    assert choice.left_out == field.get("data-usual") == left_out
    assert "data-usual" in field.attributes


@pytest.mark.parametrize(
    ("keep", "asked"),
    [({}, ""), ({"ours": "E1", "group": "a b&c"}, "?ours=E1&group=a+b%26c")],
)
def test_links_to_the_other_pages_of_a_part_keep_what_is_chosen(keep, asked):
    nav = drawn(section.links(section.COMPARISON, "/comparison", keep, about="Councils"))
    links = nav.one("nav").all("a")
    assert [position.get("href") for position in links] == [
        f"{path}{asked}" for path, _ in section.COMPARISON
    ]
    assert [position.text for position in links] == [name for _, name in section.COMPARISON]
    here = [position.text for position in links if position.get("aria-current") == "page"]
    assert (here, nav.one("nav").get("aria-label")) == (["Ranks"], "Councils")


@given(TEXT, TEXT)
def test_a_plain_element_is_written_as_the_component_of_its_name(text, look):
    plain = element("Td", [element("Small", text), None, 3], className=look, colSpan=2)
    dash = html.Td([html.Small(text), None, 3], className=look, colSpan=2)
    one, other = drawn(plain).one("td"), drawn(dash).one("td")
    assert one.attributes == other.attributes == {"class": look, "colspan": "2"}
    assert one.text == other.text == f"{text}3"
    assert html_of(html.Tr(plain)) == f"<tr>{html_of(plain)}</tr>"


def test_a_plain_element_is_what_dash_itself_would_send():
    plain = element("Td", "12", className="number", **{"data-label": "Rank"})
    sent = html.Td("12", className="number", **{"data-label": "Rank"}).to_plotly_json()
    assert plain == sent


def test_a_plain_element_without_children_is_empty():
    assert html_of(element("I")) == "<i></i>"
    assert html_of(element("Br")) == "<br>"


@pytest.mark.parametrize(
    ("quartile", "filled", "words"), [(1, 4, "1st"), (2, 3, "2nd"), (3, 2, "3rd"), (4, 1, "4th")]
)
def test_a_quartile_is_told_in_words_and_its_blocks_are_for_the_eye_alone(quartile, filled, words):
    part = quarter_mark.quarter(quartile, words)
    assert len([mark for mark in drawn(part).all("i") if mark.get("class") == "full"]) == filled
    assert len(drawn(part).all("i")) == 4
    assert said(part).startswith(words)


def a_chart(**more):
    figure = in_house_style([], {}, height=300)
    table = chart.table("The figures", ["Council", "Rank"], [["Kent", "1st"]])
    return drawn(
        chart.chart(
            figure, id="x", finding="Kent leads", how_to_read="Up is better.", name="Ranks",
            table=table, **more,
        )
    ).one("figure")  # fmt: skip


def test_a_chart_is_told_by_its_heading_its_name_and_its_table():
    frame = a_chart()
    assert frame.one("h2").text == "Kent leads"
    assert frame.one("figcaption").one("p").text == "Up is better."
    (image,) = [div for div in frame.all("div") if div.get("role") == "img"]
    assert image.get("aria-label") == "Ranks. Kent leads."
    assert cells(frame.one("table")) == [["Council", "Rank"], ["Kent", "1st"]]


@pytest.mark.parametrize("opened", [True, False])
def test_the_table_of_a_chart_is_opened_where_a_reader_looks_for_it(opened):
    details = a_chart(opened=opened).one("details")
    assert ("open" in details.attributes) is opened


def test_what_is_read_instead_of_a_chart_takes_its_place_on_a_narrow_screen():
    frame = a_chart(instead=html.Ul([html.Li("Kent: 1st")]))
    classes = {div.get("class"): div.text for div in frame.all("div") if div.get("class")}
    assert classes["narrow-only"] == "Kent: 1st"
    assert "chart wide-only" in classes
    assert "narrow-only" not in {div.get("class") for div in a_chart().all("div")}


@pytest.mark.parametrize(("cards", "look"), [(True, "plain as-cards"), (False, "plain")])
def test_rows_are_cards_on_a_phone_where_that_is_asked_for(cards, look):
    table = drawn(chart.table("A", ["Council", "Rank"], [["Kent", "1st"]], cards=cards))
    assert table.one("table").get("class") == look
    assert table.one("td").get("data-label") == "Rank"


@pytest.mark.parametrize(("first", "classes"), [(1, ["number"]), (None, [""]), (2, [""])])
def test_columns_of_figures_stand_to_the_right_from_where_they_begin(first, classes):
    table = drawn(chart.table("A", ["Council", "Rank"], [["Kent", "1st"]], numbers_from=first))
    assert [cell.get("class") for cell in table.all("td")] == classes


def test_a_caption_under_a_heading_that_says_the_same_is_for_the_ear():
    assert drawn(chart.table("A", ["B"], [], headed=True)).one("caption").get("class") == "for-ear"
    assert drawn(chart.table("A", ["B"], [])).one("caption").get("class") == ""
