"""Writing in the browser: nothing that somebody typed is lost, and each sees who else writes."""

import re

import pytest
from playwright.sync_api import expect

from domain.people.demonstration import PASSWORD
from tests.browser.pages import SignInPage
from tests.browser.pages.working import WorkPage
from tests.browser.pages.writing import EditorPage, TextPage

INTRODUCTION, SMOKING = "section:introduction", "indicator:smoking"
OFFICER, SECOND = "Bridget Ingram", "Sanjay Odell"
FIRST = "What the council did.\n"
MORE = f"{FIRST} And more."
THREE = "One paragraph.\n\nAnother paragraph.\n\nThe last paragraph."


def at(reader, username="officer", place=INTRODUCTION) -> EditorPage:
    """Somebody signed in, with a text open."""
    WorkPage.signing_in(reader, username, PASSWORD)
    return EditorPage.of(reader, place)


@pytest.fixture
def page(newcomer) -> EditorPage:
    """The officer at the introduction."""
    return at(newcomer())


def test_two_officers_in_one_section_see_each_other(newcomer, page):
    expect(page.others).to_have_text("")
    second = at(newcomer(), "second")
    expect(second.others).to_contain_text(OFFICER)
    expect(page.look_again().others).to_contain_text(SECOND)
    third = EditorPage.of(second.reader, "section:clean-green")
    expect(third.others).to_have_text("")


def test_whoever_saves_second_sees_both_texts_and_nothing_is_lost(newcomer, page):
    page = page.write(THREE).save()
    second = at(newcomer(), "second").write(f"{THREE} With a sentence.", note="Said twice.")
    page.write(f"An opening.\n\n{THREE}").save()
    both = second.be_refused()
    expect(both.refusal).to_contain_text("nothing was overwritten")
    expect(both.both_texts.first).to_contain_text("With a sentence.")
    expect(both.both_texts.last).to_contain_text("An opening.")
    together = f"An opening.\n\n{THREE} With a sentence."
    expect(both.body).to_have_value(together)
    expect(both.note).to_have_value("Said twice.")
    expect(both.save().body).to_have_value(together)


def test_where_both_changed_the_same_words_both_stand_between_marks_until_one_is_chosen(
    newcomer, page
):
    second = at(newcomer(), "second").write("What the second officer did.")
    page.write("What the first officer did.").save()
    both = second.be_refused()
    expect(both.body).to_have_value(re.compile(r"second officer[\s\S]*first officer"))
    saved = both.be_refused().write("What both officers did.").save()
    expect(saved.body).to_have_value("What both officers did.")


def test_what_was_typed_in_a_tab_that_was_closed_can_be_put_back(page):
    page.type_at_the_end(" And more.")
    reader = page.closed()
    again = EditorPage.of(reader, INTRODUCTION)
    expect(again.kept).to_contain_text("You typed something here that was not saved")
    expect(again.body).to_have_value(FIRST)
    saved = again.put_back().save()
    expect(saved.body).to_have_value(MORE)
    expect(saved.kept).not_to_contain_text("Kept in this browser")
    assert reader.log == []


def test_a_session_that_is_over_loses_nothing(page):
    page.type_at_the_end(" And more.")
    WorkPage.open(page.reader.in_another_tab()).sign_out()
    expect(page.look_again().kept).to_contain_text("signed out")
    kept = page.turned_away()
    expect(kept.typed).to_have_value(MORE)
    expect(at(kept.reader).put_back().save().body).to_have_value(MORE)


def test_a_lost_connection_is_said_and_loses_nothing(page):
    expect(page.preview).to_contain_text("What the council did.")
    page.reader.without_a_connection()
    page.type_at_the_end(" And more.")
    expect(page.kept).to_contain_text("The connection is lost.")
    page.reader.connected_again()
    page.type_at_the_end(" Much more.")
    expect(page.kept).to_contain_text("Not saved yet. Kept in this browser")
    expect(page.save().body).to_have_value(f"{MORE} Much more.")


def test_a_form_that_was_sent_into_a_lost_connection_can_be_put_back(page):
    page.reader.without_a_connection()
    page.type_at_the_end(" And more.").send_in_vain()
    again = EditorPage.of(page.reader.connected_again(), INTRODUCTION)
    expect(again.put_back().save().body).to_have_value(MORE)


def test_the_preview_is_what_readers_will_see(page):
    page.write("### Aims\n\n- **More** is recycled\n\n<script>alert(1)</script>")
    expect(page.preview.get_by_role("heading", name="Aims")).to_be_visible()
    expect(page.preview.locator("li strong")).to_have_text("More")
    expect(page.preview).to_contain_text("<script>alert(1)</script>")
    expect(page.preview.locator("script")).to_have_count(0)
    assert page.reader.log == []


def test_an_indicator_s_figures_are_saved_and_a_judgement_needs_its_reason(newcomer):
    page = at(newcomer(), place=SMOKING).write("12.1%", "Value")
    page.field("Rating").select_option(label="None")
    page.write("4th", "Quartile position")
    refused = page.be_refused()
    expect(refused.refusal).to_contain_text("the quartile position")
    expect(refused.field("Value")).to_have_value("12.1%")
    saved = refused.write("The survey was repeated.", "Reason for a judgement").save()
    expect(saved.field("Value")).to_have_value("12.1%")


def test_all_of_it_works_without_javascript(newcomer):
    page = at(newcomer(scripts=False))
    second = at(newcomer(scripts=False), "second").write("What the council did. By the second.")
    saved = page.write("By the first. What the council did.").save()
    expect(saved.body).to_have_value("By the first. What the council did.")
    both = second.be_refused()
    expect(both.both_texts).to_have_count(2)
    saved = both.write("By both. What the council did.").save()
    expect(saved.body).to_have_value("By both. What the council did.")
    signed = at(newcomer(scripts=False), place="section:clean-green").sign_off()
    expect(signed.notice).to_have_text("Signed off.")


def test_signing_in_writing_and_saving_need_no_mouse(newcomer):
    reader = newcomer()
    sign_in = SignInPage.open(reader).tab_into("User name").types("officer")
    sign_in.tab_into("Password").types(PASSWORD).press_enter()
    text = WorkPage(reader).tab_to("Write text and figures").enter(TextPage)
    page = text.tab_to("Introduction").enter(EditorPage)
    page.tab_into("Text").press("Control+End").types(" By hand.")
    page.tab_to("Save").press_enter()
    expect(page.notice).to_have_text("Saved.")
    expect(EditorPage(reader).body).to_have_value(f"{FIRST} By hand.")
