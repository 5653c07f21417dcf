"""Charts come drawn and told, and can be touched: then plotly draws the same figures."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.pages import (
    BenchmarkPage,
    ComparisonPage,
    DashboardPage,
    FloorPage,
    FundingPage,
    ImprovementPage,
    IndicatorPage,
    MapPage,
    QuadrantPage,
    SpendingPage,
)
from tests.browser.pages.any_page import PLOTTED

CHARTED = {
    "dashboard": lambda reader: DashboardPage.of(reader, "public-health"),
    "indicator": lambda reader: IndicatorPage.open(
        reader, "/indicators/core-spending-power-per-head-of-population"
    ),
    "improvement": ImprovementPage.open,
    "ranks": ComparisonPage.open,
    "quadrant": QuadrantPage.open,
    "benchmark": lambda reader: BenchmarkPage.open(reader, "/comparison/indicators/lait-revcp"),
    "funding": FundingPage.open,
    "floor": FloorPage.open,
    "map": MapPage.open,
    "spending": SpendingPage.open,
}


def assert_drawn_and_told(charts):
    assert charts
    for chart in charts:
        assert chart.points > 0
        assert chart.rows > 0
        assert len(chart.sentence.split()) > 5
        assert chart.heading.rstrip(".") in chart.name


@pytest.mark.parametrize("name", CHARTED)
def test_each_chart_is_drawn_and_told_before_anything_of_dash_is_asked_for(reader, name):
    page = CHARTED[name](reader)
    assert_drawn_and_told(page.charts())
    expect(page.interactive).to_have_count(0)
    assert page.fetched_for_charts() == []


@pytest.mark.parametrize("name", CHARTED)
def test_a_touched_chart_has_the_same_figures_and_nothing_to_fault(reader, name):
    page = CHARTED[name](reader)
    drawn = page.charts()
    expect(page.offers).to_have_count(len(drawn))
    page.touch_a_chart()
    expect(page.offers).to_have_count(0)
    assert page.charts() == drawn
    assert page.problems() == []


def test_a_click_on_a_chart_makes_all_charts_of_the_page_interactive(reader):
    page = ComparisonPage.open(reader)
    count = page.drawings.count()
    page.drawings.last.click()
    page.once_interactive(count)
    assert reader.log == []


def test_a_chart_is_made_interactive_by_keyboard(reader):
    page = QuadrantPage.open(reader).tab_to("Make this chart interactive")
    page.press_enter().once_interactive(1)
    assert reader.log == []


def test_a_mark_of_a_touched_chart_says_its_figures(reader):
    page = QuadrantPage.open(reader).touch_a_chart()
    page.plotted.first.hover(force=True)
    expect(page.hovered.first).to_contain_text(": ")


def test_after_a_choice_the_interactive_chart_shows_the_new_figures(reader):
    page = QuadrantPage.open(reader).touch_a_chart().remember()
    expect(page.plotted).to_have_count(31)
    page.set("Compared with", "County councils (24)")
    expect(page.plotted).to_have_count(24)
    page.once_interactive(1)
    page.back()
    expect(page.plotted).to_have_count(31)
    page.once_interactive(1)
    assert page.was_not_loaded_again
    assert reader.log == []


def test_a_choice_made_while_dash_is_on_its_way_reaches_the_chart(reader):
    page = QuadrantPage.open(reader)
    with reader.holding_back("**/_dash-component-suites/**"):
        page.offers.click()
        page.set("Compared with", "County councils (24)")
        expect(page.charts_drawn).to_have_count(24)
    page.once_interactive(1)
    expect(page.plotted).to_have_count(24)
    assert reader.log == []


def test_several_charts_follow_several_choices(reader):
    page = ComparisonPage.open(reader).touch_a_chart()
    page.set("Council", "Surrey")
    expect(page.heading).to_have_text("How Surrey compares")
    page.set("Compared with", "County councils (24)")
    expect(page.tab).to_have_url(re.compile("group=county-councils"))
    shown = ComparisonPage.open(reader.in_another_tab(), f"/comparison?{reader.query}").charts()
    page.once_interactive(len(shown))
    for place, chart in enumerate(shown):
        expect(page.frames.nth(place).locator(PLOTTED)).to_have_count(chart.points)
    assert reader.log == []


def test_the_strip_has_a_mark_for_each_row_of_its_table(reader):
    (strip,) = DashboardPage.of(reader, "public-health").charts()
    assert strip.points == strip.rows == 21


def test_on_a_phone_the_strip_is_a_list(reader):
    page = DashboardPage.of(reader.at_width(320), "public-health")
    expect(page.strip_as_list).to_be_visible()
    expect(page.strip).to_be_hidden()
    expect(page.offers).to_be_hidden()


def test_a_chart_whose_scripts_did_not_come_can_be_tried_again(reader):
    reader.tab.route("**/plotly-*", lambda route: route.fulfill(status=500))
    page = DashboardPage.of(reader, "public-health")
    page.offers.first.click()
    expect(page.tab.get_by_role("button", name="could not be made interactive")).to_be_visible()
    reader.tab.unroute("**/plotly-*")
    page.tab.get_by_role("button", name="could not be made interactive").click()
    page.once_interactive(1)
