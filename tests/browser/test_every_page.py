"""Every page, at both widths: an empty log, nothing that axe-core faults, nothing too wide."""

import csv

import pytest

from domain.demonstration import PASSWORD
from tests.browser.pages import (
    AccountPage,
    BenchmarkPage,
    BenchmarksPage,
    ComparisonMethodsPage,
    ComparisonPage,
    DashboardPage,
    DashboardsPage,
    FloorPage,
    FundingPage,
    HeatMapPage,
    HomePage,
    ImprovementPage,
    IndicatorPage,
    IndicatorsPage,
    LowestQuartilePage,
    MapPage,
    MethodsPage,
    NothingHere,
    QuadrantPage,
    ReportPage,
    SignInPage,
    SourcesPage,
    SpendingPage,
)
from tests.builders import DATA

with (DATA / "2022" / "dashboards.csv").open(encoding="utf-8", newline="") as table:
    DASHBOARDS = [row["slug"] for row in csv.DictReader(table)]

INDICATOR = "/indicators/core-spending-power-per-head-of-population"


def administrator(reader) -> AccountPage:
    return SignInPage.open(reader).sign_in("admin", PASSWORD)


def officer(reader) -> AccountPage:
    return SignInPage.open(reader).sign_in("officer", PASSWORD)


PAGES = {
    "home": HomePage.open,
    "dashboards": DashboardsPage.open,
    "indicators": IndicatorsPage.open,
    "indicators, none of them": lambda reader: IndicatorsPage.open(
        reader, "/indicators?text=no+such+words"
    ),
    "indicator": lambda reader: IndicatorPage.open(reader, INDICATOR),
    "report": ReportPage.open,
    "improvement": ImprovementPage.open,
    "methods": MethodsPage.open,
    "sources": SourcesPage.open,
    "sign-in": SignInPage.open,
    "sign-in refused": lambda reader: SignInPage.open(reader).be_refused("nobody", "is here"),
    "account": administrator,
    "people": lambda reader: administrator(reader).people(),
    "audit log": lambda reader: officer(reader).audit_log(),
    "nothing here": NothingHere.open,
}


def dashboard(slug):
    return lambda reader: DashboardPage.of(reader, slug)


INDICATORS = "/comparison/indicators/"
COMPARED = {
    "ranks": ComparisonPage.open,
    "quadrant": QuadrantPage.open,
    "lowest quartile": LowestQuartilePage.open,
    "benchmarks": BenchmarksPage.open,
    "benchmark": lambda reader: BenchmarkPage.open(reader, f"{INDICATORS}lait-revcp"),
    "heat map": HeatMapPage.open,
    "methods of comparison": ComparisonMethodsPage.open,
    "funding": FundingPage.open,
    "floor": FloorPage.open,
    "map": MapPage.open,
    "spending": SpendingPage.open,
}
EVERY_PAGE = PAGES | COMPARED | {slug: dashboard(slug) for slug in DASHBOARDS}
FOUR = [DASHBOARDS[0], "public-health", "school-academy-performance", "police-crime"]


@pytest.mark.parametrize("width", [1280, 320])
@pytest.mark.parametrize("name", EVERY_PAGE)
def test_a_page_has_an_empty_log_and_nothing_to_fault(reader, name, width):
    assert EVERY_PAGE[name](reader.at_width(width)).problems() == []


@pytest.mark.parametrize("name", [*PAGES, *COMPARED, *FOUR])
def test_a_page_magnified_four_times_does_not_scroll_sideways(reader, name):
    EVERY_PAGE[name](reader.zoomed_to(400))
    assert reader.too_wide() == []
