"""Without JavaScript the pages read, filters are sent and people sign in."""

import pytest
from playwright.sync_api import expect

from domain.people.demonstration import PASSWORD
from tests.browser.pages import (
    BenchmarkPage,
    ComparisonPage,
    DashboardPage,
    FloorPage,
    FundingPage,
    HeatMapPage,
    HomePage,
    ImprovementPage,
    IndicatorsPage,
    MapPage,
    QuadrantPage,
    SignInPage,
    SpendingPage,
)
from tests.browser.test_charts import CHARTED, assert_drawn_and_told

COUNTY_COUNCILS = "County councils (24)"
CHOSEN = [ComparisonPage, QuadrantPage, HeatMapPage, FundingPage, FloorPage, MapPage, SpendingPage]


@pytest.fixture
def reader(reader_without_scripts):
    return reader_without_scripts


def test_the_overview_reads(reader):
    page = HomePage.open(reader)
    expect(page.heading).to_contain_text("improved")
    expect(page.lead).to_contain_text("94 improved")


def test_a_dashboard_reads_and_its_filters_are_sent(reader):
    page = DashboardPage.of(reader, "public-health")
    expect(page.rows).to_have_count(25)
    shown = page.set("Change", "Worsened").show()
    expect(shown.rows).to_have_count(6)
    expect(shown.field("Change")).to_have_value("worsened")


def test_all_indicators_are_sorted(reader):
    shown = IndicatorsPage.open(reader).set("Order", "Name").show()
    expect(shown.rows).to_have_count(243)
    expect(shown.field("Order")).to_have_value("name")
    assert shown.names[0] == "3 year business survival rate"


def test_the_scope_of_the_counts_is_chosen(reader):
    page = ImprovementPage.open(reader).count_as_printed()
    expect(page.lead).to_contain_text("91 improved")


def test_someone_signs_in_and_out(reader):
    account = SignInPage.open(reader).sign_in("officer", PASSWORD)
    expect(account.heading).to_have_text("Bridget Ingram")
    expect(account.sign_out().notice).to_contain_text("signed out")


@pytest.mark.parametrize("page", CHOSEN)
def test_a_choice_of_councils_is_sent_and_shown(reader, page):
    shown = page.open(reader).set("Council", "Surrey").set("Compared with", COUNTY_COUNCILS).show()
    expect(shown.field("Council").locator(":checked")).to_have_text("Surrey")
    expect(shown.field("Compared with").locator(":checked")).to_have_text(COUNTY_COUNCILS)
    expect(shown.lead).to_contain_text("Surrey")
    assert "group=county-councils" in reader.query


def test_the_figures_of_an_indicator_are_read_as_tables(reader):
    page = BenchmarkPage.open(reader, "/comparison/indicators/lait-revcp")
    expect(page.drawings).to_have_count(3)
    expect(page.tables).to_have_count(3)
    expect(page.tables.first).to_contain_text("Leicestershire")
    shown = page.set("Period", "2017/18").show()
    expect(shown.lead).to_contain_text("in 2017/18")


@pytest.mark.parametrize("name", CHARTED)
def test_each_chart_is_drawn_and_told(reader, name):
    page = CHARTED[name](reader)
    assert_drawn_and_told(page.charts())
    expect(page.offers).to_have_count(0)


def test_the_lists_of_a_quadrant_chart_lead_from_council_to_council(reader):
    page = QuadrantPage.open(reader)
    name = page.names.first.inner_text()
    page.names.first.click()
    assert QuadrantPage(reader).of_ours() == name
