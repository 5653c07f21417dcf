"""Print what pages weigh, how long the server takes, and when they can be read.

Run it with ``python -m benchmarks.pages``. It writes nothing.
"""

import http.client
import shutil
import statistics
import time
from dataclasses import dataclass
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from benchmarks.product import running

PAGES = {
    "/": ".outcomes > li:last-child",
    "/dashboards/public-health": "#indicator-table tr",
    "/indicators": "#indicator-table tr",
}
"""Each page, and what must be there to be read, all of it (that is, up to the footer)."""

REQUESTS = 30
VISITS = 5
FLAGS = [
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
NOTE_WHEN_READABLE = """(() => {
  const look = () => {
    if (document.querySelector(%r) && document.querySelector("footer")) {
      requestAnimationFrame(() => {
        document.documentElement.dataset.readable = performance.now();
      });
    } else { requestAnimationFrame(look); }
  };
  requestAnimationFrame(look);
})()"""
KINDS = ("page", "ours", "Dash", "plotly.js")


@dataclass(frozen=True)
class Figures:
    """What was measured of one page: kilobytes by kind, and milliseconds."""

    path: str
    bytes_of: dict[str, float]
    server: list[float]
    cold: list[float]
    warm: list[float]


def main() -> None:
    """Measure and print."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    with running() as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        figures = [_measure(browser, address, path, last) for path, last in PAGES.items()]
        browser.close()
    print(_table(figures))
    print(_legend())


def _measure(browser: Browser, address: str, path: str, last: str) -> Figures:
    server = _server_times(address, path)
    cold, warm = [], []
    for _ in range(VISITS):
        context = browser.new_context()
        context.add_init_script(NOTE_WHEN_READABLE % last)
        cold.append(_visit(context, address + path))
        warm.append(_visit(context, address + path))
        context.close()
    return Figures(path, _bytes(browser, address + path), server, cold, warm)


def _server_times(address: str, path: str) -> list[float]:
    """Milliseconds of each request, to the last byte, over one connection."""
    connection = http.client.HTTPConnection(urlsplit(address).netloc)
    times = []
    for _ in range(REQUESTS):
        began = time.perf_counter()
        connection.request("GET", path, headers={"Accept-Encoding": "br, gzip"})
        connection.getresponse().read()
        times.append((time.perf_counter() - began) * 1000)
    connection.close()
    return times


def _visit(context: BrowserContext, address: str) -> float:
    """Milliseconds from asking until the page can be read; the rest is waited for, too."""
    page = context.new_page()
    page.goto(address, wait_until="networkidle")
    readable = page.locator("html[data-readable]").get_attribute("data-readable")
    page.close()
    return float(readable or "nan")


def _bytes(browser: Browser, address: str) -> dict[str, float]:
    """Kilobytes that a first visit transfers, headers included, by kind."""
    context = browser.new_context()
    page = context.new_page()
    sizes = _note_sizes(context, page)
    page.goto(address, wait_until="networkidle")
    context.close()
    by_kind = dict.fromkeys(KINDS, 0.0)
    for url, size in sizes.values():
        by_kind[_kind(url, address)] += size / 1000
    return by_kind


def _note_sizes(context: BrowserContext, page: Page) -> dict[str, tuple[str, float]]:
    sizes: dict[str, tuple[str, float]] = {}
    urls: dict[str, str] = {}
    network = context.new_cdp_session(page)
    network.on(
        "Network.requestWillBeSent", lambda e: urls.update({e["requestId"]: e["request"]["url"]})
    )
    network.on(
        "Network.loadingFinished",
        lambda e: sizes.update({e["requestId"]: (urls[e["requestId"]], e["encodedDataLength"])}),
    )
    network.send("Network.enable")
    return sizes


def _kind(url: str, page: str) -> str:
    if url == page:
        return "page"
    if "plotly" in url:
        return "plotly.js"
    return "Dash" if "/_dash-" in url else "ours"


def _table(figures: list[Figures]) -> str:
    heads = [*KINDS, "without plotly.js", "server", "95th", "cold", "warm"]
    lines = [f"{'':28}" + "".join(f"{head:>{_width(head)}}" for head in heads)]
    for one in figures:
        light = sum(size for kind, size in one.bytes_of.items() if kind != "plotly.js")
        cells = [
            *(f"{one.bytes_of[kind]:.0f} kB" for kind in KINDS),
            f"{light:.0f} kB",
            f"{statistics.median(one.server):.0f} ms",
            f"{statistics.quantiles(one.server, n=20)[-1]:.0f} ms",
            f"{statistics.median(one.cold):.0f} ms",
            f"{statistics.median(one.warm):.0f} ms",
        ]
        row = "".join(f"{c:>{_width(h)}}" for c, h in zip(cells, heads, strict=True))
        lines.append(f"{one.path:28}{row}")
    return "\n".join(lines)


def _width(head: str) -> int:
    return max(len(head) + 3, 10)


def _legend() -> str:
    return f"""
page, ours, Dash and plotly.js are the kilobytes of a first visit as transferred (compressed,
with headers): the HTML, our own styles, fonts and scripts, Dash's scripts and answers, and
plotly.js. "without plotly.js" adds up the first three.
server and 95th are the median and the 95th percentile of {REQUESTS} requests for the HTML, to its last byte.
cold and warm are the medians of {VISITS} visits in headless Chromium, from asking until all of the table
(on the overview, the last outcome) stands on the screen: with an empty cache, and again."""


if __name__ == "__main__":
    main()
