"""A few of the pages for Dash's own driver, by the ids and selectors of ``pages``."""

from typing import Self

from dash.testing.browser import Browser
from dash.testing.wait import until
from selenium.webdriver.common.by import By
from selenium.webdriver.support.select import Select

from layouts.indicators import ids
from tests.browser.pages.any_page import FIRST_MARKS, PLOTTED, READY
from tests.browser.pages.tables import ROWS
from tests.browser.reader import PATIENCE

TOUCH = "button.touch"
WIDE = (1280, 1000)
"""Wide enough for charts that a list stands for on a phone."""


class PageInDash:
    """What every page has."""

    def __init__(self, browser: Browser) -> None:
        self.browser = browser

    @classmethod
    def open(cls, browser: Browser, product: str, path: str = "/") -> Self:
        browser.driver.set_window_size(*WIDE)
        browser.driver.get(product + path)
        return cls(browser)

    def says(self, selector: str, text: str) -> Self:
        self.browser.wait_for_text_to_equal(selector, text)
        return self

    def heads(self, text: str) -> Self:
        return self.says("h1", text)

    @property
    def log(self) -> list:
        return self.browser.get_logs()


class DashboardInDash(PageInDash):
    """One theme dashboard."""

    @classmethod
    def of(cls, browser: Browser, product: str, slug: str) -> Self:
        page = cls.open(browser, product, f"/dashboards/{slug}")
        browser.wait_for_element(READY)
        return page

    def choose_change(self, choice: str) -> Self:
        field = self.browser.wait_for_element_by_id(ids.Filters.DIRECTION)
        Select(field).select_by_visible_text(choice)
        return self

    def has_rows(self, count: int) -> Self:
        until(lambda: len(self.browser.find_elements(ROWS)) == count, timeout=PATIENCE // 1000)
        return self

    def has_a_chart(self) -> Self:
        self.browser.wait_for_element(FIRST_MARKS)
        return self

    def touch_the_chart(self) -> Self:
        self.browser.wait_for_element(TOUCH).click()
        self.browser.wait_for_element(PLOTTED)
        return self


class SignInInDash(PageInDash):
    """Signing in."""

    def sign_in(self, username: str, password: str) -> PageInDash:
        driver = self.browser.driver
        driver.find_element(By.NAME, "username").send_keys(username)
        driver.find_element(By.NAME, "password").send_keys(password)
        driver.find_element(By.CSS_SELECTOR, "main form button").click()
        return PageInDash(self.browser)
