"""The product on a port of its own, one browser for all tests, and a reader for each."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from dash.testing.browser import Browser as BrowserOfDash
from playwright.sync_api import Browser, BrowserContext, Playwright, expect, sync_playwright
from selenium.webdriver import ChromeOptions

from tests.browser.reader import PATIENCE, Reader
from tests.browser.serving import served
from tests.browser.small import newcomer, small_edition, small_product, stage, walk_on
from tests.builders import templates

__all__ = ["newcomer", "small_edition", "small_product", "stage", "walk_on"]

HERE = Path(__file__).parent
CHROMIUM = next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), ""
)
FLAGS = [
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def pytest_collection_modifyitems(items) -> None:
    for item in items:
        if item.path.is_relative_to(HERE):
            item.add_marker(pytest.mark.browser)


@pytest.fixture
def dash_br(tmp_path) -> "Iterator[BrowserOfDash]":
    """Dash's own driver. Its plugin is left out: every run of any test would wait for it."""
    with BrowserOfDash(
        "chrome",
        headless=True,
        options=_options(),
        download_path=str(tmp_path),
        percy_run=False,
        percy_finalize=False,
        wait_timeout=PATIENCE // 1000,
    ) as driving:
        yield driving


def _options() -> ChromeOptions:
    options = ChromeOptions()
    options.binary_location = CHROMIUM
    for flag in ("--headless", "--window-size=1280,800", *FLAGS):
        options.add_argument(flag)
    return options


@pytest.fixture(scope="session")
def product(sqlite_databases) -> Iterator[str]:
    """The address of the product, with the real edition and a person for each role."""
    with (
        sqlite_databases.copy_of(templates.demonstrated(sqlite_databases)) as database,
        served(database.engine.url.render_as_string()) as home,
    ):
        yield home


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playing:
        yield playing


@pytest.fixture(scope="session")
def shared_context(playwright, tmp_path_factory) -> Iterator[BrowserContext]:
    """One context for all tests: a new one would fetch the scripts again."""
    context = playwright.chromium.launch_persistent_context(
        tmp_path_factory.mktemp("chromium"),
        executable_path=CHROMIUM,
        headless=True,
        args=FLAGS,
        timeout=PATIENCE,
    )
    context.set_default_timeout(PATIENCE)
    yield context
    context.close()


@pytest.fixture(scope="session")
def plain_browser(playwright) -> Iterator[Browser]:
    browser = playwright.chromium.launch(
        executable_path=CHROMIUM, headless=True, args=FLAGS, timeout=PATIENCE
    )
    yield browser
    browser.close()


@pytest.fixture
def reader(shared_context, product) -> Iterator[Reader]:
    """A fresh tab at 1280 pixels, signed in as nobody."""
    shared_context.clear_cookies()
    tab = shared_context.new_page()
    yield Reader(tab, product).at_width(1280)
    tab.close()


@pytest.fixture
def reader_without_scripts(plain_browser, product) -> Iterator[Reader]:
    """A tab in which JavaScript is off."""
    context = plain_browser.new_context(java_script_enabled=False)
    context.set_default_timeout(PATIENCE)
    yield Reader(context.new_page(), product, scripts=False)
    context.close()


@pytest.fixture(autouse=True)
def drivers_of_the_system(monkeypatch) -> None:
    """Let Selenium look for nothing on the network."""
    monkeypatch.setenv("SE_CHROMEDRIVER", shutil.which("chromedriver") or "")
    monkeypatch.setenv("SE_AVOID_STATS", "true")
    monkeypatch.setenv("SE_OFFLINE", "true")
