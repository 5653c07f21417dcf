"""An edition on its way: one's own work, the edition's pages, the form of a step."""

import re
from collections.abc import Mapping
from typing import Self

from playwright.sync_api import Locator, expect

from tests.browser.pages.any_page import P
from tests.browser.pages.people import SignedIn, SignInPage
from tests.browser.pages.writing import YEAR, FormPage, TextPage
from tests.browser.reader import Reader


def called(links: Locator, name: str) -> Locator:
    """Those of some links that are called exactly so."""
    return links.filter(has_text=re.compile(rf"^{re.escape(name)}$"))


class WorkPage(SignedIn):
    """What waits for somebody."""

    address = "/work"

    @classmethod
    def signing_in(cls, reader: Reader, username: str, password: str) -> Self:
        return SignInPage.open(reader).sign_in_to(cls, username, password)

    @property
    def tasks(self) -> Locator:
        """What the person can do."""
        return self._under("You can")

    @property
    def waits(self) -> Locator:
        """What the editions wait for."""
        return self._under("It waits for")

    @property
    def messages(self) -> Locator:
        return self.tab.locator("main .changes li")

    def take(self, name: str, to: type[P]) -> P:
        """Follow a task to where it is done."""
        self.tasks.get_by_role("link", name=name).first.click()
        return to(self.reader)

    def mark_as_read(self) -> Self:
        self.tab.get_by_role("button", name="Mark all as read").click()
        return type(self)(self.reader)

    def _under(self, title: str) -> Locator:
        heading = self.tab.get_by_role("heading", name=title, exact=True)
        return self.tab.locator("main section").filter(has=heading).get_by_role("listitem")


class EditionsPage(SignedIn):
    """The list of editions."""

    address = "/editions"

    @property
    def entries(self) -> Locator:
        return self.tab.locator("ul.editions > li")


class EditionPage(SignedIn):
    """One edition and where it stands."""

    address = r"/editions/[0-9]{4}"

    @classmethod
    def open(cls, reader: Reader, path: str = f"/editions/{YEAR}") -> Self:
        reader.tab.goto(reader.home + path)
        return cls(reader)

    @property
    def actions(self) -> Locator:
        """The steps that are offered."""
        return self.tab.locator("main .doing a[href*='/do/']")

    @property
    def changes(self) -> Locator:
        table = self.tab.get_by_role("region", name="Each leads to its text")
        return table.locator("tbody tr")

    @property
    def stage(self) -> Locator:
        """The stage that the process line sets off."""
        return self.tab.locator("ol.process li[aria-current=step] b")

    @property
    def content(self) -> Locator:
        return self.tab.get_by_role("main")

    def do(self, name: str) -> "StepPage":
        called(self.actions, name).click()
        return StepPage(self.reader)

    def text(self) -> TextPage:
        return self._follow("Text and figures", TextPage)

    def comments(self) -> "CommentsPage":
        return self._follow("Comments", CommentsPage)

    def change(self, number: int) -> "ChangePage":
        return self._follow(f"{number}. ", ChangePage)

    def version(self, name: str) -> "VersionPage":
        self.tab.get_by_role("link", name=f"Version {name}", exact=True).first.click()
        return VersionPage(self.reader)

    def _follow(self, name: str, to: type[P]) -> P:
        self.content.get_by_role("link", name=name).first.click()
        return to(self.reader)


class MissingPage(SignedIn):
    """Where there is nothing for whoever asks."""

    address = r"/editions/[0-9]{4}.*"

    @classmethod
    def open(cls, reader: Reader, path: str = f"/editions/{YEAR}") -> Self:
        reader.tab.goto(reader.home + path)
        page = cls(reader)
        expect(page.heading).to_have_text("There is nothing at this address")
        expect(page.lead).to_contain_text(str(YEAR))
        return page


class StepPage(FormPage):
    """The form of one step."""

    address = r"/editions/[0-9]{4}/do/[a-z_]+"

    @classmethod
    def of(cls, reader: Reader, step: str) -> Self:
        """The form of a step, with what it is about behind a question mark."""
        reader.tab.goto(f"{reader.home}/editions/{YEAR}/do/{step}")
        return cls(reader)

    @property
    def content(self) -> Locator:
        return self.tab.get_by_role("main")

    def forge(self, name: str, value: str) -> Self:
        """Change what a form carries unseen, as nobody does by accident."""
        carried = self.form.locator(f"input[type=hidden][name={name}]")
        carried.evaluate("(field, value) => { field.value = value; }", value)
        return self

    @property
    def warning(self) -> Locator:
        """What to know before the form is sent."""
        return self.tab.locator("main p.notice")

    @property
    def options(self) -> Locator:
        """What can be chosen to be changed."""
        return self.field("What is to be changed?").locator("option")

    def fill(self, fields: Mapping[str, str]) -> Self:
        for label, text in fields.items():
            self.field(label).fill(text)
        return self

    def choose(self, label: str, option: str) -> Self:
        self.field(label).select_option(label=option)
        return self

    def tick(self, label: str) -> Self:
        box = self.form.get_by_label(label, exact=True)
        if not box.is_visible():
            self.form.locator("summary").first.click()
        box.check()
        return self

    def go_on(self) -> Self:
        self.form.get_by_role("button", name="Go on").click()
        return type(self)(self.reader)

    def send(self, to: type[P]) -> P:
        """Send the form, which leads to a page of this kind."""
        self.press_button()
        return to(self.reader)

    def be_refused(self) -> Self:
        self.press_button()
        expect(self.refusal).to_be_visible()
        return self

    def keep_as_draft(self) -> "CommentsPage":
        self.form.get_by_role("button", name="Keep as my draft").click()
        return CommentsPage(self.reader)


class CommentsPage(SignedIn):
    """The Commission's comments, and what officers answer."""

    address = r"/editions/[0-9]{4}/comments"

    @classmethod
    def open(cls, reader: Reader, path: str = f"/editions/{YEAR}/comments") -> Self:
        reader.tab.goto(reader.home + path)
        return cls(reader)

    @property
    def comments(self) -> Locator:
        return self.tab.locator("main article")

    @property
    def drafts(self) -> Locator:
        """What the reader has kept and not submitted."""
        throwing_away = self.tab.get_by_role("button", name="Throw this draft")
        return self.tab.locator("main li").filter(has=throwing_away)

    @property
    def content(self) -> Locator:
        return self.tab.get_by_role("main")

    def follow(self, name: str) -> StepPage:
        self.content.get_by_role("link", name=name).click()
        return StepPage(self.reader)


class ChangePage(SignedIn):
    """One change, and how it is decided."""

    address = r"/editions/[0-9]{4}/changes/[0-9]+"

    @property
    def actions(self) -> Locator:
        return self.tab.locator("main .doing a")

    @property
    def content(self) -> Locator:
        return self.tab.get_by_role("main")

    def do(self, name: str) -> StepPage:
        called(self.actions, name).click()
        return StepPage(self.reader)


class VersionPage(SignedIn):
    """A version, read whole."""

    address = r"/editions/[0-9]{4}/versions/[A-Za-z0-9.]+"

    @property
    def content(self) -> Locator:
        return self.tab.get_by_role("main")
