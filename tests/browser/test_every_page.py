"""Every page, wide and magnified: an empty log, nothing that axe-core faults, nothing too wide."""

import csv

import pytest

from app.web import pages
from domain.people.demonstration import PASSWORD
from tests.app.addresses import ADDRESSES
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
from tests.browser.pages.any_page import AnyPage
from tests.browser.pages.working import WorkPage
from tests.builders import DATA
from tests.sampling import sampled

with (DATA / "2022" / "dashboards.csv").open(encoding="utf-8", newline="") as table:
    DASHBOARDS = [row["slug"] for row in csv.DictReader(table)]

FUNDING = "core-spending-power-per-head-of-population"
INDICATOR = f"/indicators/{FUNDING}"


class PageOfAnEdition(AnyPage):
    """Any page of an edition, or of one's own work on them."""

    address = "/(work|editions).*"


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
OF_EDITIONS = {
    page.name: ADDRESSES[page.name]
    for page in pages.PAGES
    if page.address.startswith(("/work", "/editions")) and page.name != "change"
}
"""The pages of an edition on its way; the record of a demonstration has no change to show."""


COOKIES = {}
"""Who has signed in at which address: a test of a page need not sign in again."""


def as_an_officer(path):
    def arrive(reader):
        if reader.home not in COOKIES:
            WorkPage.signing_in(reader, "officer", PASSWORD)
            COOKIES[reader.home] = reader.tab.context.cookies()
        reader.tab.context.add_cookies(COOKIES[reader.home])
        return PageOfAnEdition.open(reader, path)

    return arrive


WORKING = {name: as_an_officer(path) for name, path in OF_EDITIONS.items()}
WORKING["a draft to write"] = as_an_officer("/editions/2023/edit?place=section:introduction")
WORKING["figures to write"] = as_an_officer(f"/editions/2023/edit?place=indicator:{FUNDING}")
WORKING["a draft's texts"] = as_an_officer("/editions/2023/text")


MORE = {
    "a draft": "/editions/2023",
    "figures still to come": "/editions/2023/edit?place=dashboard:public-health",
    "a draft's recommendations": "/editions/2023/edit?place=section:recommendations",
    "a draft's comments": "/editions/2023/comments",
    "a draft as it stands": "/editions/2023/versions/draft",
    "a draft's history": "/editions/2023/history?place=section:introduction",
    "a text to correct": f"/editions/2022/do/propose_correction?place=indicator:{FUNDING}",
    "a step that must wait": "/editions/2023/do/send_to_scrutiny",
    "no such edition": "/editions/2031",
}
WORKING |= {name: as_an_officer(path) for name, path in MORE.items()}
WORKING["an edition to its readers"] = lambda reader: PageOfAnEdition.open(reader, "/editions/2022")
WORKING["work of a member"] = lambda reader: WorkPage.signing_in(reader, "member", PASSWORD)
OTHER_PAGES = PAGES | COMPARED | WORKING
EVERY_PAGE = OTHER_PAGES | {slug: dashboard(slug) for slug in DASHBOARDS}


@pytest.mark.parametrize("name", [*OTHER_PAGES, *sampled(DASHBOARDS, 5)])
def test_a_page_has_an_empty_log_and_nothing_to_fault_on_a_desk_or_magnified_four_times(
    reader, name
):
    page = EVERY_PAGE[name](reader)
    assert page.problems() == []
    assert page.fetched_for_charts() == []
    reader.zoomed_to(400)  # 320 px, as on a phone
    assert page.problems() == []
