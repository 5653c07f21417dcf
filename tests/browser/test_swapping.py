"""When Dash has drawn the page that can be read already, the reader keeps their place."""

import pytest
from playwright.sync_api import expect

from tests.browser.pages import UnfinishedDashboard

SLUG = "public-health"


def test_a_dashboard_reads_before_dash_has_drawn_it(reader):
    unfinished = UnfinishedDashboard(reader, SLUG)
    expect(unfinished.reading.locator("h1")).to_have_text("Public Health")


def test_what_was_opened_stays_open(reader):
    page = UnfinishedDashboard(reader, SLUG).open_figures().finish()
    expect(page.figures.get_by_role("table")).to_be_visible()


def test_the_focus_stays_on_a_field(reader):
    page = UnfinishedDashboard(reader, SLUG).focus_on("Position").finish()
    expect(page.field("Position")).to_be_focused()


def test_the_focus_stays_on_a_link_of_the_table(reader):
    unfinished = UnfinishedDashboard(reader, SLUG)
    name = unfinished.focus_on_indicator(3)
    expect(unfinished.finish().in_focus).to_have_text(name)


def test_the_focus_stays_on_what_was_opened(reader):
    unfinished = UnfinishedDashboard(reader, SLUG).open_figures()
    expect(unfinished.finish().in_focus).to_have_text("The same figures as a table")


def test_what_was_typed_stays(reader):
    page = UnfinishedDashboard(reader, SLUG).type_words("smoking").finish()
    expect(page.field("Find words")).to_have_value("smoking")


def test_the_place_on_the_page_stays(reader):
    unfinished = UnfinishedDashboard(reader, SLUG).scroll_to(900)
    assert unfinished.finish().scrolled_to == pytest.approx(900, abs=2)
