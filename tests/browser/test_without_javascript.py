"""Without JavaScript the pages read, filters are sent and people sign in."""

import pytest
from playwright.sync_api import expect

from domain.demonstration import PASSWORD
from tests.browser.pages import DashboardPage, HomePage, ImprovementPage, IndicatorsPage, SignInPage


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
    expect(account.sign_out().notice).to_have_text("You are signed out.")
