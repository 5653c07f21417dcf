"""Writing an edition: the list of its texts, one text, and a form that was turned away."""

import re
from typing import Self

from playwright.sync_api import Locator, Route, expect

from tests.browser.pages.people import SignedIn
from tests.browser.reader import Reader

YEAR = 2022


def labelled(words: str) -> re.Pattern[str]:
    """A label of these words; a sentence on what to write may follow in it."""
    return re.compile(rf"^{re.escape(words)}\s*($|[A-Z])")


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


class FormPage(SignedIn):
    """A form whose words are kept in the browser until they have arrived."""

    @property
    def form(self) -> Locator:
        return self.tab.locator("main form")

    @property
    def kept(self) -> Locator:
        """What is said about saving."""
        return self.tab.locator("#kept")

    def field(self, label: str) -> Locator:
        return self.form.get_by_label(labelled(label))

    def put_back(self) -> Self:
        self.kept.get_by_role("button", name="Put it back").click()
        return self

    def throw_away(self) -> Self:
        self.kept.get_by_role("button", name="Throw it away").click()
        return self

    def closed(self) -> Reader:
        """Close the tab once all is kept; the same person in another one."""
        expect(self.kept).to_contain_text("Not saved yet. Kept in this browser at")
        reader = self.reader.in_another_tab()
        self.tab.close()
        return reader

    def loaded_again(self) -> Self:
        self.tab.reload()
        return type(self)(self.reader)

    def turned_away(self) -> "KeptPage":
        """Press the button in a browser whose session is over."""
        self.press_button()
        return KeptPage(self.reader)

    def send_in_vain(self) -> Self:
        """Press the button where no answer comes."""
        with self.tab.expect_event("requestfailed"):
            self.press_button()
        return self

    def send_and_hear_nothing(self) -> Self:
        """Press the button where the form arrives, and the connection is lost before its answer."""
        known = self.tab.context.cookies()

        def arrive_unanswered(route: Route) -> None:
            route.fetch(max_redirects=0)
            self.tab.context.add_cookies(known)
            route.abort("connectionreset")

        self.tab.route("**/do/*", arrive_unanswered)
        self.send_in_vain()
        self.tab.unroute_all()
        return self

    def press_button(self) -> None:
        self.form.locator("button[type=submit]").first.click()


class EditorPage(FormPage):
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
        self.press_button()
        expect(self.notice).to_have_text("Saved.")
        return type(self)(self.reader)

    def be_refused(self) -> Self:
        self.press_button()
        expect(self.refusal).to_be_visible()
        return type(self)(self.reader)

    @property
    def signing_off(self) -> Locator:
        """The button of whoever may sign the text off."""
        return self.beside.get_by_role("button", name="Sign off")

    def sign_off(self) -> TextPage:
        self.signing_off.click()
        return TextPage(self.reader)

    def look_again(self) -> Self:
        """What happens when somebody comes back to the tab."""
        self.tab.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
        return self


class KeptPage(SignedIn):
    """A form that was turned away, with what it held."""

    address = r"/editions/[0-9]{4}/do/[a-z_]+"

    @property
    def typed(self) -> Locator:
        return self.tab.locator("main textarea")
