"""The pages as a reader meets them: the one place where tests know ids and selectors.

An action returns the page that it leads to, once that page can be used.
"""

from tests.browser.pages.comparing import (
    BenchmarkPage,
    BenchmarksPage,
    ComparisonMethodsPage,
    ComparisonPage,
    FloorPage,
    FundingPage,
    HeatMapPage,
    LowestQuartilePage,
    MapPage,
    QuadrantPage,
    SpendingPage,
)
from tests.browser.pages.in_dash import DashboardInDash, SignInInDash
from tests.browser.pages.people import AccountPage, PeoplePage, SignInPage
from tests.browser.pages.published import (
    DashboardsPage,
    HomePage,
    ImprovementPage,
    IndicatorPage,
    MethodsPage,
    NothingHere,
    SourcesPage,
)
from tests.browser.pages.tables import DashboardPage, IndicatorsPage, UnfinishedDashboard

__all__ = [
    "AccountPage",
    "BenchmarkPage",
    "BenchmarksPage",
    "ComparisonMethodsPage",
    "ComparisonPage",
    "DashboardInDash",
    "DashboardPage",
    "DashboardsPage",
    "FloorPage",
    "FundingPage",
    "HeatMapPage",
    "HomePage",
    "ImprovementPage",
    "IndicatorPage",
    "IndicatorsPage",
    "LowestQuartilePage",
    "MapPage",
    "MethodsPage",
    "NothingHere",
    "PeoplePage",
    "QuadrantPage",
    "SignInInDash",
    "SignInPage",
    "SourcesPage",
    "SpendingPage",
    "UnfinishedDashboard",
]
