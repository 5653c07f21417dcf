"""The pages of an edition on its way: comments, changes, two people's texts, what is withdrawn."""

import pytest
from sqlalchemy import update

from db.models import Comment, Edition
from domain.editions.terms import Stage
from domain.governance.terms import Action, CommentKind
from domain.terms import Role
from tests.app.markup import Element, read
from tests.app.product import Browser, database_of
from tests.app.stepping import BASE, Stepping, controls, form_address, form_in, stepping
from tests.builders import a_person
from tests.builders.audit import exported
from tests.builders.workflow import INTRODUCTION, SMOKING

pytestmark = pytest.mark.usefixtures("in_autumn")

EDITOR = f"{BASE}/edit?place={INTRODUCTION}"
PROPOSE = Action.PROPOSE_AMENDMENT
DRAFTS = "Your drafts"
SECRET = "A thought that is not ready."


def main(browser: Browser, address: str) -> Element:
    response = browser.get(address)
    assert response.status_code == 200, address
    return read(response.text).one("main")


def headings(page: Element) -> list[str]:
    """The headings of a page's parts."""
    return [heading.text for heading in page.all("h2")]


def another(product: Stepping, username: str, *roles: Role) -> Browser:
    """Somebody else who holds these roles."""
    a_person(database_of(product.app), username, roles)
    browser = Browser(product.app)
    assert browser.sign_in(username).status_code == 303
    return browser


def the_form(browser: Browser, action: Action, address: str) -> dict:
    return controls(form_in(browser.text(address), action))[0]


class TestADraftOfAComment:
    """It is its author's alone."""

    @pytest.fixture
    def product(self, stages):
        with stepping(stages, Stage.SCRUTINY) as product:
            form = the_form(product.browser(Role.SCRUTINY), Action.COMMENT, f"{BASE}/do/comment")
            kept = product.browser(Role.SCRUTINY).client.post(
                f"{BASE}/comments/keep", data={**form, "text": SECRET}
            )
            assert kept.location == f"{BASE}/comments"
            yield product

    def link(self, product: Stepping) -> str:
        links = main(product.browser(Role.SCRUTINY), f"{BASE}/comments").all("a")
        return next(node.get("href") for node in links if "number=" in node.get("href"))

    def test_its_author_sees_it_and_goes_on_with_it(self, product):
        browser = product.browser(Role.SCRUTINY)
        page = main(browser, f"{BASE}/comments")
        assert SECRET in page.text
        assert DRAFTS in headings(page)
        form = the_form(browser, Action.COMMENT, self.link(product))
        assert form["text"] == [SECRET]
        assert browser.client.post(form_address(Action.COMMENT), data=form).status_code == 303
        page = main(browser, f"{BASE}/comments")
        assert page.one("h1").text == "1 comment of the Commission"
        assert DRAFTS not in headings(page)

    def test_nobody_else_sees_it_anywhere(self, product):
        link = self.link(product)
        others = [product.browser(role) for role in Role if role is not Role.SCRUTINY]
        for browser in [*others, another(product, "colleague", Role.SCRUTINY, Role.BI_OFFICER)]:
            assert browser.get(link).status_code in (403, 404)
            for address in ("/work", BASE, f"{BASE}/comments", f"{BASE}/do/comment", "/audit-log"):
                assert SECRET not in browser.text(address), address
        assert SECRET not in exported(database_of(product.app))

    def test_no_other_scrutineer_can_submit_it(self, product):
        number = self.link(product).rpartition("=")[2]
        colleague = another(product, "colleague", Role.SCRUTINY)
        form = the_form(colleague, Action.COMMENT, f"{BASE}/do/comment")
        form |= {"number": number, "text": "Mine."}
        assert colleague.client.post(form_address(Action.COMMENT), data=form).status_code == 303
        assert SECRET in main(product.browser(Role.SCRUTINY), f"{BASE}/comments").text

    def throw_away(self, browser: Browser, form: dict) -> None:
        sent = browser.client.post(f"{BASE}/comments/throw-away", data=form)
        assert sent.location == f"{BASE}/comments"

    def throwing(self, product: Stepping) -> dict:
        page = main(product.browser(Role.SCRUTINY), f"{BASE}/comments")
        (form,) = [node for node in page.all("form") if "throw-away" in node.get("action")]
        return controls(form)[0]

    def test_its_author_throws_it_away_once_and_for_all(self, product):
        browser, form = product.browser(Role.SCRUTINY), self.throwing(product)
        for _ in range(2):
            self.throw_away(browser, form)
            page = main(browser, f"{BASE}/comments")
            assert DRAFTS not in headings(page)
            assert SECRET not in page.text

    def test_nobody_else_throws_it_away(self, product):
        colleague = another(product, "colleague", Role.SCRUTINY)
        fields = the_form(colleague, Action.COMMENT, f"{BASE}/do/comment")
        token = {"csrf_token": fields["csrf_token"]}
        self.throw_away(colleague, self.throwing(product) | token)
        assert SECRET in main(product.browser(Role.SCRUTINY), f"{BASE}/comments").text

    def test_what_was_submitted_is_not_thrown_away(self, product):
        browser, throwing = product.browser(Role.SCRUTINY), self.throwing(product)
        form = the_form(browser, Action.COMMENT, self.link(product))
        browser.client.post(form_address(Action.COMMENT), data=form)
        self.throw_away(browser, throwing)
        assert SECRET in main(browser, f"{BASE}/comments").text

    def test_one_that_is_refused_comes_back_with_what_was_typed(self, product):
        browser = product.browser(Role.SCRUTINY)
        form = the_form(browser, Action.COMMENT, f"{BASE}/do/comment")
        form |= {"text": "Half a", "place": "dashboard:public-health"}
        response = browser.client.post(f"{BASE}/comments/keep", data=form)
        assert response.status_code == 400
        assert "Half a" in read(response.text).one("main").text


@pytest.mark.parametrize("kind", CommentKind)
def test_last_year_s_requests_are_shown_with_what_became_of_them(stages, kind):
    with stepping(stages, Stage.PUBLISHED) as product:
        with database_of(product.app).session_scope() as session:
            session.execute(update(Comment).values(kind=kind, text="Say more."))
        officer = product.browser(Role.BI_OFFICER)
        officer.post(f"{BASE}/next")
        page = main(officer, "/editions/2023/comments")
        text = page.text
        is_request = kind is CommentKind.REQUEST
        assert any("2022" in heading for heading in headings(page)) is is_request
        assert ("Say more." in text) is is_request
        assert ("Done. Somebody's words." in text) is is_request


@pytest.mark.parametrize("is_refused", [False, True])
def test_a_change_that_is_open_or_refused_is_not_shown_to_the_public(stages, is_refused):
    with stepping(stages, Stage.PUBLISHED) as product:
        given = product.prepare(Action.REFUSE_CORRECTION)
        if is_refused:
            form = product.form(Role.CHIEF_EXECUTIVE, Action.REFUSE_CORRECTION, given)
            product.post(Role.CHIEF_EXECUTIVE, Action.REFUSE_CORRECTION, form)
        officer, stranger = product.browser(Role.BI_OFFICER), product.browser(None)
        lead = main(officer, f"{BASE}/changes/1").all("p")[1].text
        assert lead == f"Correction. {'Refused' if is_refused else 'Open'}."
        assert "Changes after the Cabinet" in headings(main(officer, BASE))
        assert "Changes after the Cabinet" not in headings(main(stranger, BASE))
        assert stranger.get(f"{BASE}/changes/1").status_code == 404


def test_a_correction_that_is_signed_is_shown_to_the_public_with_its_notice(stages):
    with stepping(stages, Stage.PUBLISHED) as product:
        given = product.prepare(Action.SIGN_CORRECTION)
        form = product.form(Role.CHIEF_EXECUTIVE, Action.SIGN_CORRECTION, given)
        product.post(Role.CHIEF_EXECUTIVE, Action.SIGN_CORRECTION, form)
        stranger = product.browser(None)
        assert "A figure was corrected." in main(stranger, BASE).text
        assert "A better text." in main(stranger, f"{BASE}/changes/1").text


class TestTwoPeoplesTexts:
    """A save on an old revision overwrites nothing."""

    @pytest.fixture
    def product(self, stages):
        with stepping(stages, Stage.DRAFTING) as product:
            yield product

    def save(self, browser: Browser, form: dict, **fields: str):
        return browser.client.post(form_address(Action.EDIT), data={**form, **fields})

    def two(self, product: Stepping, address: str = EDITOR) -> tuple[Browser, Browser, dict, dict]:
        first, second = product.browser(Role.BI_OFFICER), another(product, "o2", Role.BI_OFFICER)
        forms = (the_form(first, Action.EDIT, address), the_form(second, Action.EDIT, address))
        return first, second, *forms

    def test_the_page_of_a_conflict_shows_both_and_what_they_make_together(self, product):
        three = "One.\n\nTwo.\n\nThree."
        own = product.browser(Role.BI_OFFICER)
        self.save(own, the_form(own, Action.EDIT, EDITOR), **{"field-body": three})
        first, second, first_form, second_form = self.two(product)
        self.save(first, first_form, **{"field-body": f"Zero.\n\n{three}"})
        response = self.save(
            second, second_form, **{"field-body": f"{three}\n\nFour."}, reason="Mine."
        )
        assert response.status_code == 400
        page = read(response.text)
        assert [node.text for node in page.all("pre")] == [f"{three}\n\nFour.", f"Zero.\n\n{three}"]
        form = controls(form_in(response.text, Action.EDIT))[0]
        assert form["field-body"] == [f"Zero.\n\n{three}\n\nFour."]
        assert form["reason"] == ["Mine."]
        assert second.client.post(form_address(Action.EDIT), data=form).status_code == 303
        saved = the_form(first, Action.EDIT, EDITOR)
        assert saved["field-body"] == [f"Zero.\n\n{three}\n\nFour."]

    def test_fields_that_only_one_of_them_changed_are_put_together_without_a_word(self, product):
        address = f"{BASE}/edit?place={SMOKING}"
        first, second, first_form, second_form = self.two(product, address)
        assert (
            self.save(first, first_form, **{"field-commentary": "Fewer smoke."}).status_code == 303
        )
        response = self.save(second, second_form, **{"field-source": "A survey."})
        form = controls(form_in(response.text, Action.EDIT))[0]
        assert (form["field-commentary"], form["field-source"]) == (["Fewer smoke."], ["A survey."])
        assert read(response.text).all("pre") == []

    def test_a_text_that_was_refused_for_something_else_still_meets_the_other_s(self, product):
        """The form that comes back holds the revision that was read, not the newest one."""
        first, second, first_form, second_form = self.two(product)
        self.save(first, first_form, **{"field-body": "The first officer's."})
        with database_of(product.app).session_scope() as session:
            session.execute(update(Edition).values(version=Edition.version + 2))
        response = self.save(second, second_form, **{"field-body": "The second officer's."})
        assert "moved on" in response.text
        form = controls(form_in(response.text, Action.EDIT))[0]
        assert form["field-body"] == ["The second officer's."]
        response = second.client.post(form_address(Action.EDIT), data=form)
        assert response.status_code == 400
        assert "The first officer's." in read(response.text).one("main").text

    @pytest.mark.parametrize("unreadable", ["x", "-1", "9" * 30, "²"])
    def test_a_revision_that_is_no_number_loses_nothing(self, product, unreadable):
        own = product.browser(Role.BI_OFFICER)
        form = {**the_form(own, Action.EDIT, EDITOR), "read": unreadable, "field-body": "Typed."}
        response = own.client.post(form_address(Action.EDIT), data=form)
        assert response.status_code == 400
        assert controls(form_in(response.text, Action.EDIT))[0]["field-body"] == ["Typed."]


def test_a_proposal_on_a_text_that_was_changed_since_shows_both_texts(stages):
    with stepping(stages, Stage.AMENDMENT) as product:
        officer, chief = product.browser(Role.BI_OFFICER), Role.CHIEF_EXECUTIVE
        late = the_form(officer, PROPOSE, f"{BASE}/do/{PROPOSE.value}?place={INTRODUCTION}")
        given = product.prepare(Action.SIGN_AMENDMENT)
        signed = product.form(chief, Action.SIGN_AMENDMENT, given)
        assert product.post(chief, Action.SIGN_AMENDMENT, signed).status_code == 303
        late |= {"field-body": "Mine.", "reason": "Late.", "origin": "late_data"}
        response = officer.client.post(form_address(PROPOSE), data=late)
        assert response.status_code == 400
        assert [node.text for node in read(response.text).all("pre")] == ["Mine.", "A better text."]
        form = controls(form_in(response.text, PROPOSE))[0]
        assert "Mine." in form["field-body"][0]
        assert "A better text." in form["field-body"][0]
        form["field-body"] = "Mine, and a better text."
        assert officer.client.post(form_address(PROPOSE), data=form).status_code == 303


class TestAWithdrawnEdition:
    """A note stays at its address."""

    @pytest.fixture
    def product(self, stages):
        with stepping(stages, Stage.WITHDRAWN) as product:
            yield product

    def test_readers_find_a_note_with_the_reason(self, product):
        for role in (None, Role.MEMBER, Role.SCRUTINY, Role.ADMINISTRATOR):
            page = main(product.browser(role), BASE)
            assert page.one("h1").text == "The 2022 edition was withdrawn"
            assert "The reason given: There is a reason." in page.text
            assert "A better text." not in page.text
            assert [link.get("href") for link in page.all("a")] == ["/editions"]

    def test_its_published_version_says_so_too_and_no_other_is_there(self, product):
        stranger = product.browser(None)
        assert "Withdrawn from publication" in main(stranger, f"{BASE}/versions/C").text
        assert stranger.get(f"{BASE}/versions/B").status_code == 404

    def test_officers_still_read_what_is_on_record(self, product):
        page = main(product.browser(Role.DEMOCRATIC_SERVICES), BASE)
        assert page.one("h1").text == "The 2022 edition: withdrawn"
        assert "Cllr Moss" in page.text

    def test_the_list_still_names_it(self, product):
        assert "Withdrawn." in main(product.browser(None), "/editions").text
