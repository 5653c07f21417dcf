"""What every page has, and how a chart is read."""

import re
from dataclasses import dataclass
from typing import Self, TypeVar

from playwright.sync_api import Locator, expect

from tests.browser.reader import Reader

P = TypeVar("P", bound="AnyPage")
LIVE = "html[data-live=yes]"
ENTRY = "#react-entry-point"
POINTS = ", ".join(
    f"svg.main-svg {each}" for each in (".point path", "path.point", "path.choroplethlocation")
)
MOST_TABS = 150
LABEL = "(document.activeElement.labels || [])[0]?.textContent || ''"
FOCUSED = """() => {
  const at = document.activeElement, look = getComputedStyle(at);
  return {name: at.textContent.trim(), outline: look.outlineStyle,
          seen: at.getBoundingClientRect().right > 0};
}"""


@dataclass(frozen=True)
class Chart:
    """One chart as it can be read: by eye, by ear and as a table."""

    heading: str
    sentence: str
    name: str
    rows: int
    points: int


class AnyPage:
    """What every page has. ``address`` is where it is, as a pattern of the path."""

    address = "/"
    draws = False

    def __init__(self, reader: Reader) -> None:
        self.reader = reader
        self.tab = reader.tab
        expect(self.tab).to_have_url(
            re.compile(re.escape(reader.home) + self.address + r"($|\?|#)")
        )
        self.tab.wait_for_load_state()
        if reader.scripts and self.tab.locator(ENTRY).count():
            expect(self.tab.locator(LIVE)).to_be_attached()
            expect(self.tab.locator(ENTRY)).to_be_visible()

    @classmethod
    def open(cls, reader: Reader, path: str = "") -> Self:
        reader.tab.goto(reader.home + (path or cls.address))
        return cls(reader)

    @property
    def heading(self) -> Locator:
        return self.tab.locator("h1")

    @property
    def lead(self) -> Locator:
        return self.tab.locator("main .lead")

    @property
    def notice(self) -> Locator:
        return self.tab.locator("main .notice")

    @property
    def refusal(self) -> Locator:
        return self.tab.locator("main .refusal")

    @property
    def who(self) -> Locator:
        return self.tab.locator("header .who")

    @property
    def menu(self) -> Locator:
        return self.tab.get_by_role("navigation", name="Main")

    def problems(self) -> list[str]:
        """What is wrong with the page as it stands, of what no page may have."""
        reader = self.reader
        found = [*reader.violations(), *reader.too_wide(), *reader.foreign(), *reader.log]
        if self.draws is not any("plotly" in url for url in reader.requested):
            found.append("plotly.js is loaded without a chart, or a chart is without plotly.js")
        return found

    def charts(self) -> list[Chart]:
        return [_chart(frame) for frame in self.tab.locator("figure.chart-frame").all()]

    def tab_once(self) -> Self:
        self.reader.presses("Tab")
        return self

    def tab_to(self, name: str) -> Self:
        """Press Tab until the thing of this name has the focus; each stop must be seen."""
        for _ in range(MOST_TABS):
            at = self.tab_once().tab.evaluate(FOCUSED)
            assert at["outline"] != "none", f"the focus on “{at['name']}” cannot be seen"
            assert at["seen"], f"the focus is outside the page, on “{at['name']}”"
            if at["name"] == name:
                return self
        raise AssertionError(f"Tab does not reach “{name}”")

    def tab_into(self, label: str) -> Self:
        """Press Tab until the field with a label that begins so has the focus."""
        for _ in range(MOST_TABS):
            if str(self.tab_once().tab.evaluate(LABEL)).startswith(label):
                return self
        raise AssertionError(f"Tab does not reach the field “{label}”")

    def types(self, text: str) -> Self:
        self.tab.keyboard.type(text)
        return self

    def press(self, *keys: str) -> Self:
        self.reader.presses(*keys)
        return self

    def press_enter(self) -> Self:
        self.reader.presses("Enter")
        return self

    def enter(self, to: type[P]) -> P:
        """Press Enter on the link in focus, which leads to a page of this kind."""
        self.reader.presses("Enter")
        return to(self.reader)

    def follow_menu(self, name: str, to: type[P]) -> P:
        self.menu.get_by_role("link", name=name).click()
        return to(self.reader)

    def back(self) -> Self:
        self.tab.go_back()
        return type(self)(self.reader)

    @property
    def in_focus(self) -> Locator:
        return self.tab.locator(":focus")

    @property
    def in_focus_in_content(self) -> Locator:
        return self.tab.locator("main :focus")

    @property
    def scrolled_to(self) -> float:
        return float(self.tab.evaluate("window.scrollY"))

    @property
    def charts_drawn(self) -> Locator:
        return self.tab.locator(POINTS)


def _chart(frame: Locator) -> Chart:
    points = frame.locator(POINTS)
    expect(points).not_to_have_count(0)
    return Chart(
        heading=frame.locator("figcaption").get_by_role("heading").inner_text(),
        sentence=frame.locator("figcaption p").inner_text(),
        name=frame.locator("> [role=img]").get_attribute("aria-label") or "",
        rows=frame.locator("details table tbody tr").count(),
        points=points.count(),
    )
