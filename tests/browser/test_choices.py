"""A choice shows at once: the page is not loaded again, and the reader keeps their place."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import expect

from tests.browser.pages import (
    DashboardPage,
    ImprovementPage,
    IndicatorPage,
    IndicatorsPage,
    QuadrantPage,
)
from tests.browser.pages.any_page import READY
from tests.browser.pages.tables import TablePage
from tests.browser.reader import Reader

SLUG = "public-health"
SCRIPT = "**/choices.js*"
COUNTY_COUNCILS = "County councils (24)"


@pytest.fixture
def dashboard(reader) -> TablePage:
    """A dashboard that would show if it were loaded again."""
    page = DashboardPage.of(reader, SLUG).remember()
    expect(page.rows).to_have_count(25)
    return page


@contextmanager
def before_the_script_comes(reader: Reader, path: str, page: type) -> Iterator[Callable]:
    """Give what makes the page of a tab, which its script has not reached before the end."""
    with reader.holding_back(SCRIPT):
        reader.tab.goto(reader.home + path, wait_until="commit")
        unready = page.__new__(page)
        unready.reader, unready.tab = reader, reader.tab
        expect(unready.heading).to_be_visible()
        expect(reader.tab.locator("footer")).to_be_attached()  # the page has arrived whole
        expect(reader.tab.locator(READY)).not_to_be_attached()
        yield unready


def test_a_choice_shows_without_the_page_being_loaded_again(dashboard):
    dashboard.set("Change", "Worsened")
    expect(dashboard.rows).to_have_count(6)
    expect(dashboard.result).to_contain_text("6 of 25 indicators")
    assert dashboard.reader.query == "direction=worsened"
    assert dashboard.was_not_loaded_again
    assert dashboard.reader.log == []


def test_back_and_forward_restore_the_chart_and_the_control(reader):
    page = QuadrantPage.open(reader).remember()
    page.set("Compared with", COUNTY_COUNCILS)
    expect(page.charts_drawn).to_have_count(24)
    page.back()
    expect(page.charts_drawn).to_have_count(31)
    expect(page.field("Compared with").locator(":checked")).not_to_have_text(COUNTY_COUNCILS)
    page.forward()
    expect(page.charts_drawn).to_have_count(24)
    expect(page.field("Compared with").locator(":checked")).to_have_text(COUNTY_COUNCILS)
    assert page.was_not_loaded_again


def test_back_and_forward_restore_the_rows_and_the_control(dashboard):
    dashboard.set("Change", "Worsened")
    expect(dashboard.rows).to_have_count(6)
    dashboard.set("Change", "All")
    expect(dashboard.rows).to_have_count(25)
    assert dashboard.reader.query == ""
    dashboard.back()
    expect(dashboard.rows).to_have_count(6)
    expect(dashboard.field("Change")).to_have_value("worsened")
    dashboard.back()
    expect(dashboard.rows).to_have_count(25)
    expect(dashboard.field("Change")).to_have_value("any")
    dashboard.forward()
    expect(dashboard.rows).to_have_count(6)
    expect(dashboard.field("Change")).to_have_value("worsened")
    assert dashboard.was_not_loaded_again


def test_back_from_the_next_page_leads_to_what_was_chosen(dashboard):
    dashboard.set("Change", "Worsened")
    expect(dashboard.rows).to_have_count(6)
    dashboard.name_links.first.click()
    next_page = IndicatorPage(dashboard.reader)
    next_page.tab.go_back()
    again = DashboardPage(dashboard.reader)
    expect(again.rows).to_have_count(6)
    expect(again.field("Change")).to_have_value("worsened")


def test_the_focus_stays_on_the_control_that_was_used(dashboard):
    dashboard.choose_by_keyboard("Position", "1st")
    expect(dashboard.rows).not_to_have_count(25)
    expect(dashboard.field("Position")).to_be_focused()
    assert dashboard.was_not_loaded_again


def test_by_keyboard_alone_one_choice_follows_another(dashboard):
    dashboard.tab_into("Change").types("Wor")
    expect(dashboard.rows).to_have_count(6)
    dashboard.tab_once()
    expect(dashboard.field("Position")).to_be_focused()
    dashboard.tab_into("Find words").types("zz").press_enter()
    expect(dashboard.rows).to_have_count(0)
    expect(dashboard.field("Find words")).to_be_focused()
    assert dashboard.reader.query == "direction=worsened&text=zz"
    assert dashboard.was_not_loaded_again


def test_what_was_typed_gives_way_when_the_reader_goes_back(dashboard):
    dashboard.type_words("smoking").press_enter()
    expect(dashboard.rows).not_to_have_count(25)
    dashboard.back()
    expect(dashboard.rows).to_have_count(25)
    expect(dashboard.field("Find words")).to_have_value("")
    expect(dashboard.field("Find words")).to_be_focused()


def test_a_link_in_focus_is_the_new_page_s_when_the_reader_goes_back(dashboard):
    names = dashboard.names
    dashboard.type_words("smoking").press_enter()
    expect(dashboard.name_links).not_to_have_text(names)
    expect(dashboard.name_links.first).not_to_have_text(names[0])
    dashboard.name_links.first.focus()
    dashboard.back()
    expect(dashboard.name_links).to_have_text(names)


def test_the_place_on_the_page_stays(dashboard):
    dashboard.field("Change").scroll_into_view_if_needed()
    dashboard.scroll_by(120)
    before = dashboard.height_of("Change")
    dashboard.choose_by_keyboard("Change", "Wor")
    expect(dashboard.rows).to_have_count(6)
    assert dashboard.height_of("Change") == pytest.approx(before, abs=2)


def test_what_was_opened_stays_open(dashboard):
    dashboard.open_figures()
    dashboard.set("Change", "Worsened")
    expect(dashboard.rows).to_have_count(6)
    expect(dashboard.figures.get_by_role("table")).to_be_visible()


def test_a_leap_to_the_content_asks_for_nothing(dashboard):
    asked = len(dashboard.reader.requested)
    dashboard.tab_to("Skip to the content").press_enter()
    expect(dashboard.tab).to_have_url(re.compile("#main$"))
    dashboard.set("Change", "Worsened")
    expect(dashboard.rows).to_have_count(6)
    assert len(dashboard.reader.requested) == asked + 1


def test_of_several_quick_choices_the_last_is_shown(dashboard):
    with dashboard.reader.holding_back("**/dashboards/**"):
        dashboard.set("Change", "Improved").set("Change", "No real change").set(
            "Change", "Worsened"
        )
    expect(dashboard.rows).to_have_count(6)
    expect(dashboard.field("Change")).to_have_value("worsened")
    assert dashboard.reader.query == "direction=worsened"
    assert dashboard.was_not_loaded_again
    assert dashboard.reader.log == []


def test_quick_choices_of_two_fields_count_both(dashboard):
    with dashboard.reader.holding_back("**/dashboards/**"):
        dashboard.set("Change", "Worsened").type_words("smoking").press_enter()
    expect(dashboard.result).to_contain_text("of 25 indicators")
    expect(dashboard.field("Change")).to_have_value("worsened")
    expect(dashboard.field("Find words")).to_have_value("smoking")
    assert dashboard.reader.query == "direction=worsened&text=smoking"


def test_a_choice_taken_back_before_its_answer_came_leaves_the_page_as_it_was(dashboard):
    with dashboard.reader.holding_back("**/dashboards/**"):
        dashboard.set("Change", "Worsened").set("Change", "All")
    expect(dashboard.busy).to_have_count(0)
    expect(dashboard.rows).to_have_count(25)
    assert dashboard.reader.query == ""


@pytest.mark.parametrize("path", [f"/dashboards/{SLUG}", "/indicators"])
def test_a_choice_made_before_the_script_came_is_not_lost(reader, path):
    page = DashboardPage if path.startswith("/dashboards") else IndicatorsPage
    with before_the_script_comes(reader, path, page) as unready:
        count = unready.rows.count()
        unready.remember().choose_by_keyboard("Change", "Wor")
        expect(unready.rows).to_have_count(count)
    expect(unready.result).to_contain_text(f"of {243 if page is IndicatorsPage else 25}")
    expect(unready.rows).not_to_have_count(count)
    expect(unready.field("Change")).to_have_value("worsened")
    expect(unready.field("Change")).to_be_focused()
    assert reader.query == "direction=worsened"
    assert unready.was_not_loaded_again
    assert reader.log == []


def test_words_typed_before_the_script_came_are_not_lost(reader):
    with before_the_script_comes(reader, f"/dashboards/{SLUG}", DashboardPage) as unready:
        unready.type_words("smoking")
    expect(unready.rows).not_to_have_count(25)
    expect(unready.field("Find words")).to_have_value("smoking")
    assert reader.query == "text=smoking"


def test_a_tick_made_before_the_script_came_is_not_lost(reader):
    with before_the_script_comes(reader, "/improvement", ImprovementPage) as unready:
        unready.open_scope().tick("Public Health")
    expect(unready.lead).not_to_contain_text("Of 243 indicators")
    expect(unready.box("Public Health")).not_to_be_checked()
    expect(unready.scope).to_have_attribute("open", "")


def test_a_form_sent_before_the_script_came_is_answered_as_a_page(reader):
    with before_the_script_comes(reader, f"/dashboards/{SLUG}", DashboardPage) as unready:
        unready.remember().type_words("smoking").press_enter()
        expect(unready.tab).to_have_url(re.compile(r"text=smoking"))
    page = DashboardPage(reader)
    assert not page.was_not_loaded_again
    expect(page.rows).not_to_have_count(25)


def test_a_failed_answer_leads_to_a_whole_page(dashboard):
    dashboard.reader.failing_once("**/dashboards/**")
    dashboard.set("Change", "Worsened")
    expect(dashboard.rows).to_have_count(6)
    again = DashboardPage(dashboard.reader)
    assert not again.was_not_loaded_again
    expect(again.field("Change")).to_have_value("worsened")
    assert dashboard.reader.query == "direction=worsened"


def test_all_indicators_are_narrowed_at_once(reader):
    page = IndicatorsPage.open(reader).remember()
    page.choose_by_keyboard("Change", "Wor")
    expect(page.rows).to_have_count(79)
    expect(page.field("Change")).to_be_focused()
    assert reader.query == "direction=worsened"
    page.back()
    expect(page.rows).to_have_count(243)
    expect(page.field("Change")).to_have_value("any")
    assert page.was_not_loaded_again
    assert reader.log == []


def test_a_quadrant_chart_follows_choices_made_by_keyboard(reader):
    page = QuadrantPage.open(reader).remember()
    page.tab_into("Council").types("Surrey")
    expect(page.lead).to_contain_text("Surrey")
    expect(page.field("Council")).to_be_focused()
    page.tab_into("Held against").types("Dep")
    expect(page.finding).to_contain_text("more deprived")
    page.back()
    expect(page.finding).not_to_contain_text("more deprived")
    expect(page.field("Council").locator(":checked")).to_have_text("Surrey")
    assert page.of_ours() == "Surrey"
    assert page.was_not_loaded_again
    assert reader.log == []
