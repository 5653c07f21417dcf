"""Tables of areas, and what is said beside a field that cannot be used."""

from dash import html

from domain.funding.terms import Comparable
from figures.template import in_house_style
from layouts.comparison import choices
from layouts.comparison.choices import Choice
from layouts.funding import league
from layouts.funding.league import NUMBER, Row
from layouts.parts import chart
from tests.app.markup import cells
from tests.builders.leagues import FIRE, POLICE, a_league, an_amount, some_amounts
from tests.layouts.drawing import drawn, said

HEADS = [("Rank", NUMBER), ("Area", ""), ("Per head", "number bars")]


def area(table, code):
    return next(area for area in table.areas if area.code == code)


def test_a_row_is_headed_by_its_name_though_a_rank_stands_before():
    page = drawn(league.table("Areas", HEADS, [Row("Kent", ["£1"], before="1st")]))
    assert cells(page.one("table")) == [["Rank", "Area", "Per head"], ["1st", "Kent", "£1"]]
    assert [cell.text for cell in page.all("th") if cell.get("scope") == "row"] == ["Kent"]
    assert page.all("td")[0].get("class") == NUMBER
    assert page.all("td")[1].get("class") == "number bars"


def test_a_row_without_a_rank_begins_with_its_name():
    page = drawn(league.table("Areas", HEADS[1:], [Row("Kent", ["£1"], is_council=True)]))
    assert cells(page.one("table"))[1] == ["Kent", "£1"]
    assert page.all("tr")[1].get("class") == "ours"


def test_a_wide_table_can_be_reached_and_scrolled_by_keyboard():
    region = drawn(league.table("Areas", HEADS, [])).all("div")[0]
    assert (region.get("tabindex"), region.get("role")) == ("0", "region")
    assert region.get("aria-label") == "Areas"


def test_ours_the_rate_used_and_what_compares_partly_are_marked_in_words():
    table = a_league()
    sentence = [said(html.Div(league.name(area, table, other="alpha"))) for area in table.ranked]
    assert sentence == [
        "Londonpartly comparable", "Alpharate used above", "Bravo", "Oursours", "Delta", "Echo",
    ]  # fmt: skip


def test_a_bar_is_as_long_as_its_share_and_silent():
    table = a_league()
    page = drawn(league.bar(area(table, "alpha"), 2000))
    widths = [div.get("style") for div in page.all("div") if div.get("style")]
    assert widths == ["width:50.0%"]
    assert said(league.bar(area(table, "alpha"), 2000)) == "£1,000.00"
    cut = drawn(league.bar(area(table, "london"), 1000))
    assert "width:100.0%" in [div.get("style") for div in cut.all("div")]
    nothing = drawn(league.bar(area(table, "bolton"), 1000))
    assert "width:0.0%" in [div.get("style") for div in nothing.all("div")]


def test_why_areas_compare_partly_is_said_once():
    assert said(league.partly_note(a_league())) == f"Partly comparable (1): {POLICE}"
    assert league.partly_note(a_league(members=["alpha", "ours"], slug="two")) is None


def test_areas_that_do_not_compare_stand_apart_each_with_its_reason():
    rows = cells(drawn(league.not_ranked(a_league(), "")).one("table"))
    assert rows[1:] == [
        ["Hampshire", "county council", "£750.00", FIRE],
        ["Bolton", "metropolitan borough", "no figure", "None."],
    ]


def test_ours_is_marked_among_those_that_do_not_compare():
    page = drawn(league.not_ranked(a_league(council="hampshire"), ""))
    assert [row.get("class") for row in page.all("tr")] == ["", "ours", ""]


def test_members_of_whom_nothing_is_held_are_named_there_too():
    whole = some_amounts(an_amount("ours", 1), an_amount("b", 2, comparable=Comparable.YES))
    assert league.not_ranked(a_league(whole), "") is None
    assert "Without a figure: Kent." in said(
        league.not_ranked(a_league(whole), "Without a figure: Kent.")
    )


def test_what_is_wrong_with_a_field_is_part_of_its_name():
    floor = Choice("Floor", "floor", "abc", fault="“abc” is not an amount.")
    page = drawn(choices.form("/funding/floor", [floor], about="Choose"))
    (label,) = page.all("label")
    (field,) = page.all("input")
    assert label.text == "Floor“abc” is not an amount."
    assert (field.get("value"), label.get("for")) == ("abc", field.get("id"))
    assert [text.get("class") for text in label.all("small")] == ["worse"]


def test_a_chart_may_be_read_by_a_key_and_its_table_stand_open():
    figure = in_house_style([], {}, height=100)
    part = chart.chart(
        figure, id="x", finding="f", how_to_read=html.Ul(html.Li("key")), name="n",
        table=html.Div("table"), opened=True,
    )  # fmt: skip
    page = drawn(part)
    assert page.one("figcaption").one("li").text == "key"
    assert "open" in page.one("details").attributes
