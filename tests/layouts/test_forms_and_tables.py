"""Forms and tables: what is chosen, what is refused, what each cell says."""

from typing import Any

import pytest

from domain.indicators.filtering import CHOICES, Filters, filters_from
from domain.indicators.terms import Direction, Rating
from layouts.indicators.parts import filters, indicator_table
from layouts.parts import chart, fields
from tests.app.markup import Element, cells
from tests.builders import a_dashboard, an_indicator
from tests.layouts.drawing import drawn


@pytest.mark.parametrize("sections", [True, False])
def test_a_row_of_the_table_says_everything_in_words(sections):
    row = an_indicator(rating=Rating.ISSUE, commentary="More was spent.")
    table = drawn(
        indicator_table.table(
            [row], caption="All", year="2021/22", previous_year="2020/21", sections=sections
        )
    )
    line = cells(table)[-1]
    for words in ("Road condition", "Strategic Plan", "Performance issue", "Higher is better"):
        assert words in line[0]
    assert ("More was spent." in line[0]) is sections
    assert ("Transport" in line[0]) is not sections
    assert line[1:] == ["60", "50", "▲ Improved", "55✓ Met", "1st, best quarter2021"]


def test_where_the_rule_differs_the_table_says_both():
    row = an_indicator(value="60", previous="50", direction=Direction.WORSENED)
    table = drawn(
        indicator_table.table(
            [row], caption="All", year="2021/22", previous_year="2020/21", sections=False
        )
    )
    assert "By rule: improved" in table.text


def test_rows_stand_under_their_sections_as_printed():
    rows = [
        an_indicator(section="Roads", name="One"),
        an_indicator(section="Roads", name="Two"),
        an_indicator(section="", name="Three"),
        an_indicator(section="Buses", name="Four"),
    ]
    table = drawn(
        indicator_table.table(rows, caption="All", year="a", previous_year="b", sections=True)
    )
    heads = [node.text for node in table.all("th") if node.get("scope") == "colgroup"]
    assert heads == ["Roads", "Buses"]
    assert len(table.all("tbody")) == 3


def test_a_cell_knows_its_column_s_name_for_a_phone():
    table = drawn(
        indicator_table.table(
            [an_indicator()], caption="All", year="2021/22", previous_year="b", sections=False
        )
    )
    labels = [cell.get("data-label") for cell in table.all("td")]
    assert labels == ["2021/22", "Before", "Change", "Target", "Position"]


def form_of(asked: Filters, **more: Any) -> Element:
    return drawn(filters.form(asked, path="/indicators", **more)).one("form")


@pytest.mark.parametrize("name", [name for name in CHOICES if name != "sort"])
def test_every_choice_that_an_address_may_hold_is_offered_in_words(name):
    (select,) = [node for node in form_of(Filters()).all("select") if node.get("name") == name]
    offered = [option.get("value") for option in select.all("option")]
    assert offered == ["any", *CHOICES[name]]
    words = [option.text for option in select.all("option")]
    assert len(set(words)) == len(words)
    assert all(words)


def test_the_order_is_offered_where_rows_can_be_sorted():
    names = [node.get("name") for node in form_of(Filters(), sorting=True).all("select")]
    assert "sort" in names
    assert "sort" not in [node.get("name") for node in form_of(Filters()).all("select")]


def test_dashboards_are_offered_where_there_are_several():
    form = form_of(Filters(dashboard="housing"), dashboards=[a_dashboard(), a_dashboard("Housing")])
    select = form.all("select")[0]
    assert [option.text for option in select.all("option")] == [
        "All dashboards", "Transport", "Housing",
    ]  # fmt: skip
    chosen = [node.text for node in select.all("option") if "selected" in node.attributes]
    assert chosen == ["Housing"]


@pytest.mark.parametrize("name", [*CHOICES, "text", "dashboard"])
def test_what_the_form_sends_gives_the_view_that_it_shows(name):
    value = CHOICES[name][0] if name in CHOICES else "housing"
    asked = Filters(**{name: value})
    form = form_of(asked, dashboards=[a_dashboard("Housing")], sorting=True)
    sent = {
        node.get("name"): next(o for o in node.all("option") if "selected" in o.attributes).get(
            "value"
        )
        for node in form.all("select")
    }
    sent |= {node.get("name"): node.get("value") for node in form.all("input")}
    assert filters_from(sent) == asked
    assert form.get("method") == "get"


def test_a_way_back_to_everything_is_offered_once_something_is_left_out():
    assert form_of(Filters()).all("a") == []
    (link,) = form_of(Filters(text="x")).all("a")
    assert (link.text, link.get("href")) == ("Show everything", "/indicators")
    assert form_of(Filters(sort="name")).all("a")


def test_downloads_carry_the_filters():
    links = drawn(filters.downloads(Filters(direction="improved", text="a & b"))).all("a")
    assert [link.get("href") for link in links] == [
        "/indicators.csv?direction=improved&text=a+%26+b",
        "/indicators.xlsx?direction=improved&text=a+%26+b",
    ]


def test_a_field_has_its_label_and_a_password_is_never_filled_in():
    field = drawn(fields.password("New password", "new", autocomplete="new-password"))
    assert field.one("label").get("for") == field.one("input").get("id")
    assert field.one("input").get("value") == ""
    assert field.one("input").get("type") == "password"
    text = drawn(fields.text("Name", "name", "A & B"))
    assert text.one("input").get("value") == "A & B"
    assert "required" in text.one("input").attributes


def test_a_refusal_says_what_happened_and_nothing_is_said_where_there_is_none():
    assert fields.refusal("") is None
    part = drawn(fields.refusal("It is taken."))
    assert part.all("div")[0].get("role") == "alert"
    assert part.text == "This was not doneIt is taken."


def test_a_table_s_first_column_heads_its_rows_and_figures_stand_to_the_right():
    table = drawn(
        chart.table("A caption", ["Name", "Word", "Number"], [["a", "b", 1]], numbers_from=2)
    )
    assert [node.get("scope") for node in table.all("th")] == ["col", "col", "col", "row"]
    classes = [node.get("class") for node in table.all("td")]
    assert classes == ["", "number"]
    assert table.all("div")[0].get("aria-label") == "A caption"
