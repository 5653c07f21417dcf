"""Councils compared: the page follows what is chosen, and its lists and marks belong together."""

import pytest
from playwright.sync_api import expect

from tests.browser.pages import (
    ComparisonPage,
    FloorPage,
    FundingPage,
    HeatMapPage,
    LowestQuartilePage,
    QuadrantPage,
)

SURREY = "E10000030"


def test_a_choice_changes_the_address_and_the_chart_without_loading_the_page_again(reader):
    page = QuadrantPage.open(reader).remember()
    expect(page.charts_drawn).to_have_count(31)
    before = page.finding.inner_text()
    page.set("Theme", "Economy")
    expect(page.finding).to_contain_text("Economy: ")
    assert reader.query == "theme=economy"
    page.set("Compared with", "County councils (24)")
    expect(page.charts_drawn).to_have_count(24)
    assert reader.query == "group=county-councils&theme=economy"
    assert before.startswith("Overall: ")
    assert page.was_not_loaded_again
    assert reader.log == []


def test_going_back_restores_the_chart_and_the_choice(reader):
    page = QuadrantPage.open(reader).remember()
    before = page.finding.inner_text()
    page.set("Held against", "Deprivation")
    expect(page.finding).to_contain_text("more deprived")
    again = page.back()
    expect(again.finding).to_have_text(before)
    expect(again.field("Held against")).to_have_value("revenue")
    assert reader.query == ""
    assert page.was_not_loaded_again


def test_the_address_opened_afresh_gives_the_same_view(reader):
    page = QuadrantPage.open(reader, f"/comparison/quadrant?ours={SURREY}&across=deprivation")
    expect(page.field("Council")).to_have_value(SURREY)
    expect(page.field("Held against")).to_have_value("deprivation")
    expect(page.lead).to_contain_text("Surrey")
    assert page.of_ours() == "Surrey"
    assert reader.query == f"ours={SURREY}&across=deprivation"


def test_what_is_not_known_leaves_the_address_with_the_next_choice(reader):
    page = QuadrantPage.open(reader, "/comparison/quadrant?theme=nothing")
    expect(page.finding).to_contain_text("Overall: ")
    page.set("Held against", "Deprivation")
    expect(page.tab).to_have_url(f"{reader.home}/comparison/quadrant?across=deprivation")


def test_tabbing_to_a_name_names_its_mark_in_the_chart(reader):
    page = QuadrantPage.open(reader)
    expect(page.charts_drawn).to_have_count(31)
    name = page.names.first.inner_text()
    page.tab_to(name)
    expect(page.hovered).to_contain_text(f"{name}: ")
    following = page.names.nth(1).inner_text()
    page.tab_once()
    expect(page.hovered).to_contain_text(f"{following}: ")


def test_pointing_at_a_name_names_its_mark_and_leaving_it_takes_the_name_away(reader):
    page = QuadrantPage.open(reader)
    expect(page.charts_drawn).to_have_count(31)
    page.names.nth(2).hover()
    expect(page.hovered).to_contain_text(page.names.nth(2).inner_text())
    page.heading.hover()
    expect(page.hovered).to_have_count(0)


def test_a_name_says_of_its_mark_the_same_before_and_after_the_chart_is_touched(reader):
    page = QuadrantPage.open(reader)
    page.names.nth(2).hover()
    said = page.hovered.text_content() or ""
    assert said
    page.heading.hover()
    page.touch_a_chart()
    page.names.nth(2).hover()
    expect(page.hovered).to_have_text(said)
    page.heading.hover()
    expect(page.hovered).to_have_count(0)
    assert reader.log == []


def test_a_name_leads_to_the_chart_of_that_council(reader):
    page = QuadrantPage.open(reader, "/comparison/quadrant?theme=economy")
    name = page.names.first.inner_text()
    page.names.first.click()
    expect(page.lead).to_contain_text(name)
    assert page.of_ours() == name
    assert "theme=economy" in reader.query


def test_the_council_goes_along_to_the_other_pages_of_the_part(reader):
    page = ComparisonPage.open(reader).set("Council", "Surrey")
    expect(page.heading).to_have_text("How Surrey compares")
    onward = page.follow_way("Lowest quartile", LowestQuartilePage)
    expect(onward.lead).to_contain_text("Surrey")
    assert reader.query == f"ours={SURREY}"


def test_the_heat_map_is_reached_and_scrolled_by_keyboard(reader):
    page = HeatMapPage.open(reader.at_width(640))
    page.tab_to_region().scroll_by_keyboard()
    assert reader.too_wide() == []


@pytest.mark.parametrize("page", [FundingPage, FloorPage])
def test_a_choice_of_the_funding_pages_changes_their_address(reader, page):
    opened = page.open(reader).remember()
    opened.set("Compared with", "County councils (24)")
    expect(opened.tab.get_by_role("status")).to_contain_text("County councils")
    assert reader.query == "group=county-councils"
    assert opened.was_not_loaded_again
    assert reader.log == []
