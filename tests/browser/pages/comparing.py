"""The pages that compare councils: the form they share, the quadrants, the heat map."""

from typing import Self

from playwright.sync_api import Locator, expect

from layouts.comparison import ids
from tests.browser.pages.any_page import AnyPage

HOVERED = "#main .ringed text, #main .hoverlayer .hovertext"
AT_REGION = "document.activeElement.matches('main [role=region]')"
SCROLLED = """() => new Promise(answer => {
  const at = document.activeElement, look = frames => at.scrollLeft > 0 || !frames
    ? answer(at.scrollLeft > 0) : requestAnimationFrame(() => look(frames - 1));
  look(200);
})"""
MOST_TABS = 60


class ComparingPage(AnyPage):
    """A page with the form that chooses whose figures are compared with whose."""

    @property
    def form(self) -> Locator:
        return self.tab.locator(f"#{ids.Comparison.FORM}")

    @property
    def tables(self) -> Locator:
        return self.tab.locator("main table")

    @property
    def ways(self) -> Locator:
        """The links to the other pages of this part."""
        return self.tab.locator(".section-links")

    def field(self, label: str) -> Locator:
        return self.form.get_by_label(label, exact=True)

    def set(self, label: str, choice: str) -> Self:
        self.field(label).select_option(label=choice)
        return self

    def show(self) -> Self:
        self.form.get_by_role("button", name="Show").click()
        return type(self)(self.reader)

    def follow_way(self, name: str, to: "type[ComparingPage]") -> "ComparingPage":
        self.ways.get_by_role("link", name=name).click()
        return to(self.reader)


class ComparisonPage(ComparingPage):
    """Ranks by theme."""

    address = "/comparison"
    draws = True


class QuadrantPage(ComparingPage):
    """Performance against spending or deprivation."""

    address = "/comparison/quadrant"
    draws = True

    @property
    def finding(self) -> Locator:
        return self.tab.locator("figure.chart-frame figcaption h2")

    @property
    def names(self) -> Locator:
        """The councils' names in the four lists."""
        return self.tab.locator(".quadrants a")

    @property
    def hovered(self) -> Locator:
        """What the chart says of the mark that is looked at."""
        return self.tab.locator(HOVERED)

    def of_ours(self) -> str:
        """The name of the council picked out, as the lists set it off."""
        return self.tab.locator(".quadrants b").inner_text()


class LowestQuartilePage(ComparingPage):
    """Where a council stands in the lowest quartile."""

    address = "/comparison/lowest-quartile"


class BenchmarksPage(ComparingPage):
    """The indicators of a theme."""

    address = "/comparison/indicators"


class BenchmarkPage(ComparingPage):
    """One benchmark indicator."""

    address = "/comparison/indicators/[a-z0-9-]+"
    draws = True


class HeatMapPage(ComparingPage):
    """The quartiles of a theme, a column for each council."""

    address = "/comparison/heat-map"

    @property
    def region(self) -> Locator:
        return self.tab.get_by_role("region", name="quartiles among")

    def tab_to_region(self) -> Self:
        for _ in range(MOST_TABS):
            if self.tab_once().tab.evaluate(AT_REGION):
                return self
        raise AssertionError("Tab does not reach the heat map")

    def scroll_by_keyboard(self) -> Self:
        self.reader.presses("ArrowRight", "ArrowRight")
        assert self.tab.evaluate(SCROLLED), "the heat map does not move"
        expect(self.region).to_be_focused()
        return self


class ComparisonMethodsPage(ComparingPage):
    """How councils are compared."""

    address = "/methods/comparison"


class FundingPage(ComparingPage):
    """The funding league table."""

    address = "/funding"
    draws = True


class FloorPage(ComparingPage):
    """A floor under what all have per head."""

    address = "/funding/floor"
    draws = True


class MapPage(ComparingPage):
    """Funding on the map of England."""

    address = "/funding/map"
    draws = True


class SpendingPage(ComparingPage):
    """What is spent on each service."""

    address = "/funding/services"
    draws = True
