"""Print when an old laptop's reader can read a page, and when a first choice shows, beside the peers.

Run it with ``python -m benchmarks.laptop``: Chromium with the processor slowed, a cold cache, the choice
made as soon as the rows are there. It writes nothing.
"""

import shutil
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass

from playwright.sync_api import Browser, Page, sync_playwright

from benchmarks import peer
from benchmarks.pages import FLAGS
from benchmarks.product import running
from domain.people.demonstration import PASSWORD, PEOPLE

SLOWED = (1, 6)
ROUNDS = 3
PATIENCE = 60_000


@dataclass(frozen=True)
class Task:
    """A page, what can be read of it, and a first choice with what shows that it was made."""

    name: str
    path: str
    rows: str
    choose: Callable[[Page], None] | None


def _select(label: str, value: str, shown: str) -> Callable[[Page], None]:
    def choose(page: Page) -> None:
        page.get_by_label(label, exact=True).first.select_option(value, timeout=PATIENCE)
        page.locator("main", has_text=shown).first.wait_for(timeout=PATIENCE)

    return choose


def _type(page: Page) -> None:
    page.locator("textarea").first.fill("A sentence.", timeout=PATIENCE)
    page.locator(".kept", has_text="Kept in this browser").wait_for(timeout=PATIENCE)


def _streamlit(page: Page) -> None:
    page.locator("[data-testid=stSelectbox] input").first.click(timeout=PATIENCE)
    page.get_by_role("option", name="draft").click(timeout=PATIENCE)
    page.get_by_text("7 of 25 rows").wait_for(timeout=PATIENCE)


TASKS = (
    Task("a dashboard", "/dashboards/public-health", "#indicator-table tbody tr", _select("Change", "worsened", "6 of 25 indicators")),
    Task("all indicators", "/indicators", "#indicator-table tbody tr", _select("Change", "worsened", "79 of 243 indicators")),
    Task("the quadrant", "/comparison/quadrant", ".quadrants li", _select("Theme", "economy", "Economy: ")),
    Task("the league table", "/funding", "main tbody tr", _select("Compared with", "county-councils", "of 24")),
    Task("the editor, signed in", "/editions/2023/edit?place=section:introduction", "textarea", _type),
)  # fmt: skip
PEERS = {
    "streamlit": Task("streamlit", "", "[data-testid=stTable] td", _streamlit),
    "vizro": Task("vizro", "", ".ag-row", None),
}


def main() -> None:
    """Measure and print."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    print(f"{'':26}{'slowed':>8}{'rows':>10}{'choice':>10}{'script':>10}{'sent':>10}")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        with running() as address:
            for task in TASKS:
                _measure(browser, address, task)
        for name in peer.present():
            with peer.started(name) as one:
                _measure(browser, one.address, PEERS[name])
        browser.close()


def _measure(browser: Browser, address: str, task: Task) -> None:
    for rate in SLOWED:
        figures = [_visit(browser, address, task, rate) for _ in range(ROUNDS)]
        rows, choice, script, sent = (
            statistics.median(column) for column in zip(*figures, strict=True)
        )
        shown = f"{choice:8.1f} s" if task.choose else f"{'':>10}"
        print(
            f"{task.name:26}{rate:>7}x{rows:8.1f} s{shown}{script:8.2f} s{sent:7.0f} kB", flush=True
        )


def _visit(browser: Browser, address: str, task: Task, rate: int) -> tuple[float, ...]:
    """Return the seconds until rows and until the choice, of script, and the kilobytes sent."""
    context = browser.new_context(viewport={"width": 1280, "height": 1000})
    page = context.new_page()
    if "editions" in task.path:
        _sign_in(page, address)
    tools = context.new_cdp_session(page)
    tools.send("Emulation.setCPUThrottlingRate", {"rate": rate})
    tools.send("Performance.enable")
    began = time.perf_counter()
    page.goto(address + task.path, wait_until="commit", timeout=PATIENCE)
    page.locator(task.rows).first.wait_for(state="attached", timeout=PATIENCE)
    rows = time.perf_counter() - began
    if task.choose:
        task.choose(page)
    choice = time.perf_counter() - began
    metrics = {one["name"]: one["value"] for one in tools.send("Performance.getMetrics")["metrics"]}
    sent = page.evaluate(
        "performance.getEntriesByType('resource').concat(performance.getEntriesByType('navigation'))"
        ".reduce((sum, entry) => sum + entry.encodedBodySize, 0)"
    )
    context.close()
    return rows, choice, metrics["ScriptDuration"], sent / 1000


def _sign_in(page: Page, address: str) -> None:
    page.goto(f"{address}/sign-in")
    page.locator("[name=username]").fill(PEOPLE[0][0])
    page.locator("[name=password]").fill(PASSWORD)
    page.locator("[name=password]").press("Enter")
    page.wait_for_url(lambda url: "sign-in" not in url)


if __name__ == "__main__":
    main()
