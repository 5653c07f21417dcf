"""Signing in, one's own account, and the accounts of all."""

from collections.abc import Sequence
from typing import Self

from playwright.sync_api import Locator, expect

from tests.browser.pages.any_page import AnyPage, P
from tests.browser.reader import Reader


class SignedIn(AnyPage):
    """A page that only someone signed in sees."""

    def sign_out(self) -> "SignInPage":
        self.who.get_by_role("button", name="Sign out").click()
        return SignInPage(self.reader)


class AccountPage(SignedIn):
    """One's own account."""

    address = "/account"

    def people(self) -> "PeoplePage":
        self.who.get_by_role("link", name="People").click()
        return PeoplePage(self.reader)

    def audit_log(self) -> "AuditLogPage":
        self.who.get_by_role("link", name="Audit log").click()
        return AuditLogPage(self.reader)


class AuditLogPage(SignedIn):
    """What was done, by whom and when."""

    address = "/audit-log"

    @property
    def head(self) -> Locator:
        return self.tab.locator("main code")

    @property
    def entries(self) -> Locator:
        return self.tab.locator("main table tbody tr")

    def sentences(self) -> list[str]:
        """What was done, the newest first."""
        return self.entries.locator("td:nth-of-type(2)").all_inner_texts()

    def column_widths(self) -> list[float]:
        heads = self.tab.locator("main table thead th")
        return [box["width"] for head in heads.all() if (box := head.bounding_box())]


class SignInPage(AnyPage):
    """Signing in."""

    address = "/sign-in"

    @property
    def username(self) -> Locator:
        return self.tab.get_by_label("User name")

    @property
    def password(self) -> Locator:
        return self.tab.get_by_label("Password")

    @classmethod
    def asked_by(cls, reader: Reader, page: type[AnyPage]) -> Self:
        """Open a page that asks to sign in first."""
        return cls.open(reader, page.address)

    def sign_in_to(self, page: type[P], username: str, password: str) -> P:
        self._send(username, password)
        return page(self.reader)

    def _send(self, username: str, password: str) -> None:
        self.username.fill(username)
        self.password.fill(password)
        self.tab.locator("main").get_by_role("button", name="Sign in").click()

    def sign_in(self, username: str, password: str) -> AccountPage:
        """Sign in on the way to one's own account."""
        asked = type(self).open(self.reader, f"{self.address}?next={AccountPage.address}")
        return asked.sign_in_to(AccountPage, username, password)

    def be_refused(self, username: str, password: str) -> Self:
        self._send(username, password)
        expect(self.refusal).to_be_visible()
        return self


class PeoplePage(SignedIn):
    """Accounts, for administrators."""

    address = "/people"

    def add(self, name: str, username: str, password: str, roles: Sequence[str]) -> Self:
        form = self.tab.locator("form[action='/people/add']")
        form.get_by_label("Name", exact=True).fill(name)
        form.get_by_label("User name").fill(username)
        form.get_by_label("Password").fill(password)
        for role in roles:
            form.get_by_label(role).check()
        form.get_by_role("button", name="Add person").click()
        expect(self.notice).to_be_visible()
        return type(self)(self.reader)
