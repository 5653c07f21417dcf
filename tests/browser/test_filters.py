"""Narrowing a table: the rows follow the choice, and the address holds it."""

from playwright.sync_api import expect

from tests.browser.pages import DashboardPage, IndicatorsPage

SLUG = "public-health"
WORSENED = 6


def test_a_choice_redraws_the_rows_and_changes_the_address(reader):
    page = DashboardPage.of(reader, SLUG)
    expect(page.rows).to_have_count(25)
    page.set("Change", "Worsened")
    expect(page.rows).to_have_count(WORSENED)
    expect(page.result).to_contain_text("6 of 25 indicators")
    assert reader.query == "direction=worsened"
    assert reader.log == []


def test_going_back_restores_the_rows_and_the_choice(reader):
    page = DashboardPage.of(reader, SLUG).set("Change", "Worsened")
    expect(page.rows).to_have_count(WORSENED)
    before = page.back()
    expect(before.rows).to_have_count(25)
    expect(before.field("Change")).to_have_value("any")
    assert reader.query == ""


def test_the_address_opened_afresh_gives_the_same_rows(reader):
    page = DashboardPage.of(reader, SLUG).set("Change", "Worsened")
    expect(page.rows).to_have_count(WORSENED)
    names = page.names
    again = DashboardPage.of(reader, SLUG, f"?{reader.query}")
    assert again.names == names
    expect(again.field("Change")).to_have_value("worsened")


def test_words_are_found_when_the_form_is_sent(reader):
    page = DashboardPage.of(reader, SLUG).type_words("smoking").show()
    expect(page.result).to_contain_text("of 25 indicators")
    assert all("smoking" in name.lower() for name in page.names)
    assert reader.query == "text=smoking"


def test_words_are_found_when_enter_is_pressed(reader):
    page = DashboardPage.of(reader, SLUG).type_words("smoking")
    page.press_enter()
    expect(page.result).to_contain_text("of 25 indicators")
    expect(page.field("Find words")).to_be_focused()


def test_going_back_after_the_form_was_sent_leads_to_what_was_before(reader):
    found = DashboardPage.of(reader, SLUG).type_words("smoking").show()
    expect(found.result).to_contain_text("of 25 indicators")
    expect(found.back().rows).to_have_count(25)


def test_all_indicators_are_narrowed_by_choices(reader):
    shown = (
        IndicatorsPage.open(reader).set("Change", "Worsened").set("Position", "1st, best quarter")
    )
    expect(shown.rows).to_have_count(22)
    expect(shown.result).to_contain_text("of 243 indicators")
    expect(shown.field("Change")).to_have_value("worsened")
    assert reader.query == "direction=worsened&quartile=1"


def test_opening_a_page_leaves_its_address_as_it_is(reader):
    DashboardPage.of(reader, SLUG, "?direction=worsened")
    assert reader.query == "direction=worsened"
