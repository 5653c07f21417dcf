"""Charts draw, and say by heading, sentence, name and table what they show."""

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


@pytest.mark.parametrize("name", CHARTED)
def test_each_chart_is_drawn_and_told(reader, name):
    charts = CHARTED[name](reader).charts()
    assert charts
    for chart in charts:
        assert chart.points > 0
        assert chart.rows > 0
        assert len(chart.sentence.split()) > 5
        assert chart.heading.rstrip(".") in chart.name


def test_the_strip_has_a_mark_for_each_row_of_its_table(reader):
    (strip,) = DashboardPage.of(reader, "public-health").charts()
    assert strip.points == strip.rows == 21


def test_on_a_phone_the_strip_is_a_list(reader):
    page = DashboardPage.of(reader.at_width(320), "public-health")
    expect(page.strip_as_list).to_be_visible()
    expect(page.strip).to_be_hidden()
