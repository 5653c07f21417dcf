"""Pages with the table of indicators and the form that narrows it."""

from typing import Self

from playwright.sync_api import Locator, Route, expect

from layouts.indicators import ids
from tests.browser.pages.any_page import LIVE, AnyPage
from tests.browser.reader import Reader

ROWS = f"#{ids.Dashboard.TABLE} tbody th[scope=row]"
NAMES = f"{ROWS} a.name"


class TablePage(AnyPage):
    """A page with the table of indicators and the form that narrows it."""

    FIELDS = {
        "Change": ids.Filters.DIRECTION,
        "Position": ids.Filters.QUARTILE,
        "Order": ids.Filters.SORT,
        "Find words": ids.Filters.TEXT,
    }

    @property
    def rows(self) -> Locator:
        return self.tab.locator(ROWS)

    @property
    def names(self) -> list[str]:
        return self.tab.locator(NAMES).all_text_contents()

    @property
    def result(self) -> Locator:
        return self.tab.locator("main").get_by_role("status")

    @property
    def filters(self) -> Locator:
        return self.tab.locator(f"#{ids.Filters.FORM}")

    def field(self, label: str) -> Locator:
        return self.filters.locator(f"#{self.FIELDS[label]}")

    def set(self, label: str, choice: str) -> Self:
        self.field(label).select_option(label=choice)
        return self

    def type_words(self, words: str) -> Self:
        self.field("Find words").fill(words)
        return self

    def show(self) -> Self:
        self.filters.get_by_role("button", name="Show").click()
        return type(self)(self.reader)


class DashboardPage(TablePage):
    """One theme dashboard."""

    address = "/dashboards/[a-z-]+"
    draws = True

    @classmethod
    def of(cls, reader: Reader, slug: str, query: str = "") -> Self:
        return cls.open(reader, f"/dashboards/{slug}{query}")

    @property
    def strip(self) -> Locator:
        return self.tab.locator(f"#{ids.Dashboard.STRIP}")

    @property
    def strip_as_list(self) -> Locator:
        return self.tab.locator("figure.chart-frame .narrow-only")

    @property
    def figures(self) -> Locator:
        """The details with the chart's figures as a table."""
        return self.tab.locator("figure.chart-frame details")

    def choose_by_keyboard(self, label: str, letters: str) -> Self:
        self.field(label).focus()
        self.tab.keyboard.type(letters)
        return self


class UnfinishedDashboard:
    """A dashboard that can be read already, while Dash is kept from drawing it."""

    def __init__(self, reader: Reader, slug: str) -> None:
        self.reader = reader
        self.tab = reader.tab
        self._held: list[Route] = []
        self._finishing = False
        self.tab.route("**/_dash-update-component*", self._hold)
        self.tab.goto(f"{reader.home}/dashboards/{slug}", wait_until="domcontentloaded")
        self.reading = self.tab.locator("#reading")

    def open_figures(self) -> Self:
        self.reading.locator("figure details summary").click()
        return self

    def focus_on(self, label: str) -> Self:
        self.reading.get_by_label(label, exact=True).focus()
        return self

    def focus_on_indicator(self, place: int) -> str:
        link = self.reading.locator(NAMES).nth(place)
        link.focus()
        return link.inner_text()

    def scroll_to(self, pixels: int) -> Self:
        self.tab.evaluate("y => window.scrollTo(0, y)", pixels)
        return self

    def type_words(self, words: str) -> Self:
        self.reading.get_by_label("Find words").fill(words)
        return self

    def finish(self) -> DashboardPage:
        """Let Dash have its answer."""
        expect(self.tab.locator(LIVE)).not_to_be_attached()
        self._finishing = True
        while self._held:
            self._held.pop().continue_()
        return DashboardPage(self.reader)

    def _hold(self, route: Route) -> None:
        if self._finishing:
            route.continue_()
        else:
            self._held.append(route)


class IndicatorsPage(TablePage):
    """All indicators."""

    address = "/indicators"
