"""On paper a page is the page: no navigation, no filters."""

import pytest
from playwright.sync_api import expect

from tests.browser.pages import (
    ComparisonPage,
    DashboardPage,
    FundingPage,
    HeatMapPage,
    HomePage,
    IndicatorsPage,
    LowestQuartilePage,
    MapPage,
    QuadrantPage,
)


def test_a_printed_dashboard_has_its_table_and_no_navigation_or_filters(reader):
    page = DashboardPage.of(reader.on_paper(), "public-health")
    expect(page.menu).to_be_hidden()
    expect(page.who).to_be_hidden()
    expect(page.filters).to_be_hidden()
    expect(page.rows).to_have_count(25)
    expect(page.rows.first).to_be_visible()
    expect(page.lead).to_be_visible()


def test_all_indicators_are_printed_without_the_filters(reader):
    page = IndicatorsPage.open(reader.on_paper())
    expect(page.filters).to_be_hidden()
    expect(page.rows.last).to_be_visible()


def test_a_printed_overview_has_no_navigation(reader):
    page = HomePage.open(reader.on_paper())
    expect(page.menu).to_be_hidden()
    expect(page.lead).to_be_visible()


@pytest.mark.parametrize(
    "page",
    [ComparisonPage, QuadrantPage, LowestQuartilePage, HeatMapPage, FundingPage, MapPage],
)
def test_a_printed_page_of_councils_is_its_sentence_and_its_figures(reader, page):
    printed = page.open(reader.on_paper())
    for left_out in (printed.menu, printed.form, printed.ways):
        expect(left_out).to_be_hidden()
    expect(printed.lead).to_be_visible()
    figures = printed.charts_drawn if page.draws else printed.tables
    expect(figures.first).to_be_visible()
    assert reader.too_wide() == []
