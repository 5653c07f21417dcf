"""What every page has, and how a chart is read."""

import re
from dataclasses import dataclass
from typing import Self, TypeVar

from playwright.sync_api import Locator, expect

from tests.browser.reader import Reader

P = TypeVar("P", bound="AnyPage")
CHOICES = "form[data-at-once]"
READY = "html[data-ready=yes]"
"""Said by the script that shows a choice at once, on a page with a form of choices."""
FIRST_MARKS = "[data-chart] > .drawing [data-trace] > :not(g)"
PLOTTED = ", ".join(
    f"[data-chart] svg.main-svg {each}"
    for each in (".point path", "path.point", "path.choroplethlocation")
)
POINTS = f"{FIRST_MARKS}, {PLOTTED}"
"""The marks of a chart: of its first drawing, and of plotly's once it was touched."""
INTERACTIVE = re.compile(r"plotly|_dash|react", re.IGNORECASE)
"""In the addresses of what only an interactive chart needs."""
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
        if reader.scripts and self.tab.locator(CHOICES).count():
            expect(self.tab.locator(READY)).to_be_attached()

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
        if self.draws is not (self.charts_drawn.count() > 0):
            found.append("a chart is not drawn, or is where none is expected")
        return found

    def fetched_for_charts(self) -> list[str]:
        """What was requested that only an interactive chart needs."""
        return [url for url in self.reader.requested if INTERACTIVE.search(url)]

    def remember(self) -> Self:
        """Leave a mark in the browser's window, which goes when a page is loaded."""
        self.tab.evaluate("window.remembered = true")
        return self

    @property
    def was_not_loaded_again(self) -> bool:
        return bool(self.tab.evaluate("window.remembered === true"))

    def charts(self) -> list[Chart]:
        return [_chart(frame) for frame in self.frames.all()]

    @property
    def frames(self) -> Locator:
        """The charts, each with its words and its table."""
        return self.tab.locator("figure.chart-frame")

    @property
    def drawings(self) -> Locator:
        """The first drawings, which come with the page."""
        return self.tab.locator("#main [data-chart] > .drawing")

    @property
    def interactive(self) -> Locator:
        """The charts that plotly has drawn."""
        return self.tab.locator("#main [data-chart] .js-plotly-plot")

    @property
    def plotted(self) -> Locator:
        """The marks that plotly has drawn."""
        return self.tab.locator(PLOTTED)

    @property
    def offers(self) -> Locator:
        """The buttons that make a chart interactive."""
        return self.tab.get_by_role("button", name="Make this chart interactive")

    def touch_a_chart(self) -> Self:
        """Have all charts of the page made interactive."""
        count = self.drawings.count()
        self.offers.first.click()
        return self.once_interactive(count)

    def once_interactive(self, count: int) -> Self:
        """Wait until that many charts are interactive, and none is left as it was."""
        expect(self.interactive).to_have_count(count)
        expect(self.drawings).to_have_count(0)
        return self

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

    def forward(self) -> Self:
        self.tab.go_forward()
        return type(self)(self.reader)

    def scroll_by(self, pixels: int) -> Self:
        self.tab.evaluate("y => window.scrollBy(0, y)", pixels)
        return self

    @property
    def busy(self) -> Locator:
        """The content, while the answer to a choice is waited for."""
        return self.tab.locator("main[aria-busy=true]")

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
