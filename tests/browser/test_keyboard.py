"""Everything can be reached and used by keyboard alone, and the focus can be seen."""

import pytest
from playwright.sync_api import expect

from domain.people.demonstration import PASSWORD
from layouts.ids import Shell
from tests.browser.pages import (
    DashboardPage,
    HomePage,
    ImprovementPage,
    IndicatorPage,
    SignInPage,
)

STOPS = {
    "home": HomePage.open,
    "sign-in": SignInPage.open,
    "account": lambda reader: SignInPage.open(reader).sign_in("admin", PASSWORD),
    "people": lambda reader: SignInPage.open(reader).sign_in("admin", PASSWORD).people(),
    "improvement": lambda reader: ImprovementPage.open(reader).count_as_printed(),
}
LAST_STOP = "Open Government Licence v3.0"


def test_from_home_to_an_indicator_and_back_by_keyboard_alone(reader):
    dashboard = HomePage.open(reader).tab_to("Public Health").enter(DashboardPage)
    name = dashboard.names[0]
    indicator = dashboard.tab_to(name).enter(IndicatorPage)
    expect(indicator.heading).to_have_text(name)
    again = indicator.tab_to("Public Health").enter(DashboardPage)
    expect(again.heading).to_have_text("Public Health")
    home = again.tab_to("Overview").enter(HomePage)
    expect(home.menu).to_be_visible()


@pytest.mark.parametrize("page", [HomePage, ImprovementPage])
def test_the_skip_link_is_the_first_stop_and_leads_to_the_content(reader, page):
    opened = page.open(reader).tab_once()
    expect(opened.in_focus).to_have_text("Skip to the content")
    opened.press_enter()
    expect(opened.in_focus).to_have_id(Shell.MAIN)


def test_after_the_skip_link_the_next_stop_is_in_the_content(reader):
    page = DashboardPage.of(reader, "public-health")
    page.tab_to("Skip to the content").press_enter()
    expect(page.tab_once().in_focus_in_content).to_have_text("Dashboards")


@pytest.mark.parametrize("name", STOPS)
def test_the_focus_is_seen_at_every_stop(reader, name):
    STOPS[name](reader).tab_to(LAST_STOP)


def test_a_filter_is_chosen_by_keyboard_and_keeps_the_focus(reader):
    page = DashboardPage.of(reader, "public-health").choose_by_keyboard("Change", "Wor")
    expect(page.result).to_contain_text("6 of 25 indicators")
    expect(page.field("Change")).to_be_focused()


def test_the_figures_of_a_chart_are_opened_by_keyboard(reader):
    page = DashboardPage.of(reader, "public-health").tab_to("The same figures as a table")
    page.press_enter()
    expect(page.figures.get_by_role("table")).to_be_visible()
