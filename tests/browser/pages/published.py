"""Pages for anyone, beside the tables of indicators."""

from typing import Self

from playwright.sync_api import Locator

from tests.browser.pages.any_page import AnyPage


class HomePage(AnyPage):
    """The overview."""

    address = "/"


class IndicatorPage(AnyPage):
    """One indicator."""

    address = "/indicators/[a-z0-9-]+"
    draws = True


class ImprovementPage(AnyPage):
    """Improvement and reduction."""

    address = "/improvement"
    draws = True

    def count_as_printed(self) -> Self:
        self.open_scope()
        self.scope.get_by_role("link", name="As the printed compendium counts").click()
        return type(self)(self.reader)

    @property
    def scope(self) -> Locator:
        return self.tab.locator("details.scope-choice")

    def open_scope(self) -> Self:
        self.scope.locator("summary").click()
        return self

    def tick(self, dashboard: str) -> Self:
        self.box(dashboard).click()
        return self

    def box(self, dashboard: str) -> Locator:
        """The box that counts a dashboard in."""
        return self.scope.get_by_label(dashboard, exact=True)


class ReportPage(AnyPage):
    """The Delivery Report."""

    address = "/report"

    @property
    def contents(self) -> Locator:
        return self.tab.get_by_role("navigation", name="Contents")

    def follow(self, title: str) -> Self:
        """Go to a section by its line in the contents."""
        self.contents.get_by_role("link", name=title, exact=True).click()
        return type(self)(self.reader)

    def section(self, title: str) -> Locator:
        return self.tab.get_by_role("region", name=title, exact=True).get_by_role(
            "heading", name=title, exact=True
        )


class DashboardsPage(AnyPage):
    address = "/dashboards"


class MethodsPage(AnyPage):
    address = "/methods"


class SourcesPage(AnyPage):
    address = "/sources"


class NothingHere(AnyPage):
    address = "/nothing-here"
