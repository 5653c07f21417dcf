"""Someone reading in one tab of a browser: what is requested, and what the browser logs."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import ConsoleMessage, Page, Request, Route

AXE = (Path(__file__).parents[1] / "vendor" / "axe.min.js").read_text(encoding="utf-8")
RUN_AXE = """() => axe.run({resultTypes: ["violations"]}).then(found => found.violations.flatMap(
  rule => rule.nodes.map(node => `${rule.id}: ${rule.help}: ${node.html.slice(0, 200)}`)))"""
BEYOND = """() => new Promise(answer => {
  const look = frames => {
    const beyond = document.scrollingElement.scrollWidth - window.innerWidth;
    if (beyond > 0 && frames) requestAnimationFrame(() => look(frames - 1)); else answer(beyond);
  };
  look(200);
})"""
"""Charts are drawn anew some frames after the window has another width."""
HEIGHT = 800
PATIENCE = 120_000
"""How long the browser may take for anything, in milliseconds: a busy machine is no fault."""
LEFT = "net::ERR_ABORTED"
"""How the browser ends a request that was under way when the page was left."""


class Reader:
    """A tab on the product that answers at ``home``, with everything it noted."""

    def __init__(self, tab: Page, home: str, *, scripts: bool = True) -> None:
        self.tab = tab
        self.home = home
        self.scripts = scripts
        self.log: list[str] = []
        self.requested: list[str] = []
        tab.on("console", self._note_message)
        tab.on("pageerror", lambda error: self.log.append(f"error: {error}"))
        tab.on("requestfailed", self._note_failure)
        tab.on("request", lambda request: self.requested.append(request.url))

    def at_width(self, width: int) -> "Reader":
        self.tab.set_viewport_size({"width": width, "height": HEIGHT})
        return self

    def zoomed_to(self, per_cent: int, *, width: int = 1280, height: int = 1024) -> "Reader":
        """Zoom as browsers do: the window keeps its size, and fewer CSS pixels fit into it."""
        factor = per_cent / 100
        self.tab.context.new_cdp_session(self.tab).send(
            "Emulation.setDeviceMetricsOverride",
            {
                "width": round(width / factor),
                "height": round(height / factor),
                "deviceScaleFactor": factor,
                "mobile": False,
            },
        )
        return self

    def in_another_tab(self) -> "Reader":
        """The same person in a second tab of the same browser."""
        return Reader(self.tab.context.new_page(), self.home, scripts=self.scripts)

    def without_a_connection(self) -> "Reader":
        self.tab.context.set_offline(True)
        return self

    def connected_again(self) -> "Reader":
        self.tab.context.set_offline(False)
        return self

    @contextmanager
    def holding_back(self, address: str) -> Iterator[None]:
        """Let nothing of an address arrive before the end of the block; the browser asks for it."""
        held: list[Route] = []
        letting_go = False

        def hold(route: Route) -> None:
            if letting_go:
                route.continue_()
            else:
                held.append(route)

        self.tab.route(address, hold)
        yield
        letting_go = True
        while held:
            held.pop(0).continue_()

    def failing_once(self, address: str) -> None:
        """Answer the next request to an address as a server does that has failed."""
        self.tab.route(address, lambda route: route.fulfill(status=500), times=1)

    def on_paper(self) -> "Reader":
        self.tab.emulate_media(media="print")
        return self

    def presses(self, *keys: str) -> "Reader":
        for key in keys:
            self.tab.keyboard.press(key)
        return self

    @property
    def query(self) -> str:
        """What stands behind the question mark of the address."""
        return urlsplit(self.tab.url).query

    def violations(self) -> list[str]:
        """What axe-core finds wrong with the page as it stands."""
        if not self.tab.evaluate("'axe' in window"):
            self.tab.evaluate(AXE)
        return [f"axe: {each}" for each in self.tab.evaluate(RUN_AXE)]

    def too_wide(self) -> list[str]:
        """By how much the page can be scrolled sideways."""
        beyond = self.tab.evaluate(BEYOND)
        return [f"scrolls sideways by {beyond} px"] if beyond > 0 else []

    def foreign(self) -> list[str]:
        """Requests that another host would have answered."""
        ours = (self.home, "data:", "blob:")
        return [f"foreign: {url}" for url in self.requested if not url.startswith(ours)]

    def _note_failure(self, request: Request) -> None:
        if request.failure != LEFT:
            self.log.append(f"failed: {request.url}")

    def _note_message(self, message: ConsoleMessage) -> None:
        own_status = message.location["url"] == self.tab.url and "status of 4" in message.text
        if not own_status:  # a refusal's own status line, which Chromium logs as an error
            self.log.append(f"{message.type}: {message.text}")
