"""Pages with the table of indicators and the form that narrows it."""

from typing import Self

from playwright.sync_api import Locator

from layouts.indicators import ids
from tests.browser.pages.any_page import AnyPage
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
    def name_links(self) -> Locator:
        return self.tab.locator(NAMES)

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

    def choose_by_keyboard(self, label: str, letters: str) -> Self:
        self.field(label).focus()
        self.tab.keyboard.type(letters)
        return self

    def height_of(self, label: str) -> float:
        """How far a field is below the window's edge."""
        box = self.field(label).bounding_box()
        return box["y"] if box else 0.0

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

    def open_figures(self) -> Self:
        self.figures.locator("summary").click()
        return self


class IndicatorsPage(TablePage):
    """All indicators."""

    address = "/indicators"
