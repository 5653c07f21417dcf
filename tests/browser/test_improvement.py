"""Improvement and reduction: the counts over the scope that a reader chooses."""

import re

from playwright.sync_api import expect

from tests.browser.pages import HomePage, ImprovementPage


def test_all_dashboards_are_counted_at_first(reader):
    page = ImprovementPage.open(reader)
    expect(page.lead).to_contain_text("Of 243 indicators, 94 improved, 79 worsened")


def test_counted_as_the_printed_compendium_counts_91_improved(reader):
    page = ImprovementPage.open(reader).count_as_printed()
    expect(page.lead).to_contain_text("Of 221 indicators, 91 improved, 73 worsened")


def test_leaving_out_a_dashboard_changes_the_counts_and_the_address(reader):
    page = ImprovementPage.open(reader).count_as_printed().remember().tick("Public Health")
    expect(page.lead).to_contain_text("Of 196 indicators, 79 improved, 67 worsened")
    assert "public-health" not in reader.query
    expect(page.scope).to_have_attribute("open", "")
    expect(page.box("Public Health")).to_be_focused()
    assert page.was_not_loaded_again


def test_going_back_ticks_the_dashboard_again(reader):
    page = ImprovementPage.open(reader).count_as_printed().tick("Public Health")
    expect(page.lead).to_contain_text("Of 196 indicators")
    expect(page.box("Public Health")).not_to_be_checked()
    page.back()
    expect(page.lead).to_contain_text("Of 221 indicators")
    expect(page.box("Public Health")).to_be_checked()


def test_two_dashboards_left_out_in_quick_succession_are_both_left_out(reader):
    page = ImprovementPage.open(reader).count_as_printed()
    page.tick("Public Health").tick("Transport")
    expect(page.tab).not_to_have_url(re.compile("public-health|transport"))
    expect(page.lead).not_to_contain_text("Of 221 indicators")
    expect(page.lead).not_to_contain_text("Of 196 indicators")
    expect(page.box("Transport")).not_to_be_checked()
    expect(page.box("Public Health")).not_to_be_checked()
    assert reader.log == []


def test_looking_at_all_dashboards_keeps_the_address_short(reader):
    page = ImprovementPage.open(reader)
    expect(page.charts_drawn).not_to_have_count(0)
    assert reader.query == ""


def test_going_back_from_the_counts_leads_to_the_page_before(reader):
    home = HomePage.open(reader)
    page = home.follow_menu("Improvement", ImprovementPage)
    expect(page.charts_drawn).not_to_have_count(0)
    reader.tab.go_back()
    HomePage(reader)
