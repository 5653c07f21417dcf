"""An edition on its way: one's own work, the edition's pages, the form of a step."""

import re
from collections.abc import Mapping
from typing import Self

from playwright.sync_api import Locator, expect

from tests.browser.pages.any_page import P
from tests.browser.pages.people import SignedIn, SignInPage
from tests.browser.reader import Reader

YEAR = 2022


def labelled(words: str) -> re.Pattern[str]:
    """A label of these words; a sentence on what to write may follow in it."""
    return re.compile(rf"^{re.escape(words)}\s*($|[A-Z])")


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

    def text(self) -> "TextPage":
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
        expect(page.lead).to_have_text(f"There is no edition of {YEAR}.")
        return page


class TextPage(SignedIn):
    """What is written in the edition, with its sign-offs."""

    address = r"/editions/[0-9]{4}/text"

    @classmethod
    def open(cls, reader: Reader, path: str = f"/editions/{YEAR}/text") -> Self:
        reader.tab.goto(reader.home + path)
        return cls(reader)

    @property
    def unsigned(self) -> list[str]:
        """The titles of what is not signed off yet."""
        rows = self.tab.locator("main tbody tr").filter(has_text="Not yet")
        return [each.get_by_role("link").inner_text() for each in rows.all()]

    def part(self, title: str) -> "EditorPage":
        self.tab.locator("main tbody").get_by_role("link", name=title, exact=True).click()
        return EditorPage(self.reader)

    def bring(self, name: str, content: str) -> Self:
        """Bring a file of figures back."""
        file = {"name": name, "mimeType": "text/csv", "buffer": content.encode()}
        self.tab.get_by_label("The file, filled in").set_input_files(file)
        self.tab.get_by_role("button", name="Bring it back").click()
        self.tab.wait_for_load_state()
        return type(self)(self.reader)


class StepPage(SignedIn):
    """The form of one step."""

    address = r"/editions/[0-9]{4}/do/[a-z_]+"

    @property
    def form(self) -> Locator:
        return self.tab.locator("main form")

    @property
    def options(self) -> Locator:
        """What can be chosen to be changed."""
        return self.field("What is to be changed?").locator("option")

    def field(self, label: str) -> Locator:
        return self.form.get_by_label(labelled(label))

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
        self.form.locator("button[type=submit]").first.click()
        return to(self.reader)

    def be_refused(self) -> Self:
        self.form.locator("button[type=submit]").first.click()
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


class EditorPage(SignedIn):
    """Writing a section or an indicator."""

    address = r"/editions/[0-9]{4}/(edit|do/edit)"

    @classmethod
    def of(cls, reader: Reader, place: str) -> Self:
        reader.tab.goto(f"{reader.home}/editions/{YEAR}/edit?place={place}")
        return cls(reader)

    @property
    def form(self) -> Locator:
        return self.tab.locator("#writing")

    @property
    def body(self) -> Locator:
        return self.field("Text")

    @property
    def kept(self) -> Locator:
        """What is said about saving."""
        return self.tab.locator("#kept")

    @property
    def others(self) -> Locator:
        """Who else has it open."""
        return self.tab.locator("#others")

    @property
    def preview(self) -> Locator:
        return self.tab.locator("#preview")

    @property
    def beside(self) -> Locator:
        return self.tab.get_by_role("complementary", name="About this text")

    @property
    def both_texts(self) -> Locator:
        """The two texts where two people saved, mine first."""
        return self.tab.locator(".both-texts pre")

    def field(self, label: str) -> Locator:
        return self.form.get_by_label(labelled(label))

    @property
    def note(self) -> Locator:
        return self.field("Note on this change, if it needs one")

    def write(self, text: str, label: str = "Text", *, note: str = "") -> Self:
        self.field(label).fill(text)
        if note:
            self.note.fill(note)
        return self

    def type_at_the_end(self, text: str) -> Self:
        """Type as people do, letter by letter."""
        self.body.press("Control+End")
        self.body.press_sequentially(text)
        return self

    def save(self) -> Self:
        self._press_save()
        expect(self.notice).to_have_text("Saved.")
        return type(self)(self.reader)

    def be_refused(self) -> Self:
        self._press_save()
        expect(self.refusal).to_be_visible()
        return type(self)(self.reader)

    def save_in_vain(self) -> Self:
        """Press the button where no answer comes."""
        with self.tab.expect_event("requestfailed"):
            self._press_save()
        return self

    def turned_away(self) -> "KeptPage":
        """Press the button in a browser whose session is over."""
        self._press_save()
        return KeptPage(self.reader)

    def put_back(self) -> Self:
        self.tab.get_by_role("button", name="Put it back").click()
        return self

    def sign_off(self) -> TextPage:
        self.beside.get_by_role("button", name="Sign off").click()
        return TextPage(self.reader)

    def look_again(self) -> Self:
        """What happens when somebody comes back to the tab."""
        self.tab.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
        return self

    def _press_save(self) -> None:
        self.form.get_by_role("button", name="Save").click()


class KeptPage(SignedIn):
    """A form that was turned away, with what it held."""

    address = r"/editions/[0-9]{4}/do/[a-z_]+"

    @property
    def typed(self) -> Locator:
        return self.tab.locator("main textarea")
