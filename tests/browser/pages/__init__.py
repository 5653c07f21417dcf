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
from tests.browser.pages.people import AccountPage, AuditLogPage, PeoplePage, SignInPage
from tests.browser.pages.published import (
    DashboardsPage,
    HomePage,
    ImprovementPage,
    IndicatorPage,
    MethodsPage,
    NothingHere,
    ReportPage,
    SourcesPage,
)
from tests.browser.pages.tables import DashboardPage, IndicatorsPage

__all__ = [
    "AccountPage",
    "AuditLogPage",
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
    "ReportPage",
    "SignInInDash",
    "SignInPage",
    "SourcesPage",
    "SpendingPage",
]
