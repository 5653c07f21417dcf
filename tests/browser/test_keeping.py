"""The forms of the steps keep what is typed: until it has arrived, and for nobody else."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from playwright.sync_api import expect

from domain.editions.terms import Stage
from domain.governance.step_wording import ORIGINS
from domain.governance.terms import Origin
from domain.people.demonstration import PASSWORD
from tests.browser.pages.working import ChangePage, CommentsPage, EditionPage, StepPage, WorkPage
from tests.browser.pages.writing import EditorPage
from tests.browser.reader import Reader

OFFERED = "You typed something here that was not saved"
CHANGED = "What it is about was changed since"
WORDS = "Say more about the hard year."
AMEND = "propose_amendment?place=section:introduction"
AMENDED = {"Text": "What the council did, with late figures.", "Reason": "They came late."}
NONE_DECLARED = dict.fromkeys(
    ("Other options considered and rejected", "Interests declared", "Dispensations granted"), "none"
)
LATE_DATA = ORIGINS[Origin.LATE_DATA]
TODAY = date.today()  # noqa: DTZ011 - where the browser is
NEXT_YEAR = str(TODAY + timedelta(days=365))

at_scrutiny = pytest.mark.parametrize("stage", [Stage.SCRUTINY])
at_the_cabinet = pytest.mark.parametrize("stage", [Stage.CABINET])
while_amending = pytest.mark.parametrize("stage", [Stage.AMENDMENT])

STORING_NOTHING = """Object.defineProperty(window, "localStorage", {
  get() { throw new DOMException("refused", "SecurityError"); }});"""


def signed_in(reader: Reader, username: str) -> Reader:
    WorkPage.signing_in(reader, username, PASSWORD)
    return reader


@pytest.fixture
def comment(newcomer) -> Callable[..., StepPage]:
    """The Commission's member at a new comment, with a browser of their own."""

    def begin() -> StepPage:
        return StepPage.of(signed_in(newcomer(), "scrutiny"), "comment")

    return begin


@at_scrutiny
def test_what_is_typed_before_the_script_has_come_is_kept_when_it_comes(comment):
    page = comment()
    tab = page.reader.tab
    with page.reader.holding_back("**/keeping.js*"):
        tab.goto(tab.url, wait_until="commit")
        tab.get_by_label("Comment", exact=True).fill(WORDS)
    expect(page.kept).to_contain_text("Not saved yet. Kept in this browser at")
    again = StepPage.of(page.closed(), "comment")
    expect(again.kept).to_contain_text(OFFERED)


@at_scrutiny
def test_a_comment_typed_in_a_closed_tab_is_put_back_and_is_forgotten_once_sent(comment):
    page = comment().choose("What is it?", "Request").fill({"Comment": WORDS})
    reader = page.closed()
    again = StepPage.of(reader, "comment")
    expect(again.kept).to_contain_text(OFFERED)
    expect(again.field("Comment")).to_have_value("")
    again.put_back()
    expect(again.kept).to_have_text("Put back. Not saved yet.")
    expect(again.field("Comment")).to_have_value(WORDS)
    expect(again.field("What is it?")).to_have_value("request")
    sent = again.send(CommentsPage)
    expect(sent.comments.last).to_contain_text(WORDS)
    expect(StepPage.of(reader, "comment").kept).to_have_text("")
    assert reader.log == []


@at_scrutiny
def test_a_comment_kept_as_a_draft_is_not_offered_beside_its_draft(comment):
    kept = comment().fill({"Comment": WORDS}).keep_as_draft()
    expect(StepPage.of(kept.reader, "comment").kept).to_have_text("")
    draft = CommentsPage.open(kept.reader).follow("View on")
    expect(draft.field("Comment")).to_have_value(WORDS)
    expect(draft.kept).to_have_text("")


@at_scrutiny
def test_what_is_thrown_away_is_not_offered_again(comment):
    reader = comment().fill({"Comment": WORDS}).closed()
    page = StepPage.of(reader, "comment").throw_away()
    expect(page.kept).to_have_text("Thrown away.")
    expect(page.loaded_again().kept).to_have_text("")


@at_scrutiny
def test_typing_anew_beside_an_offer_loses_neither(comment):
    reader = comment().fill({"Comment": WORDS}).closed()
    page = StepPage.of(reader, "comment").fill({"Comment": "Another."})
    expect(page.kept).to_contain_text("Kept in this browser at")
    page.put_back()
    expect(page.field("Comment")).to_have_value(WORDS)
    expect(page.kept).to_contain_text(OFFERED)
    page.send(CommentsPage)
    page = StepPage.of(reader, "comment").put_back()
    expect(page.field("Comment")).to_have_value("Another.")
    expect(page.kept).not_to_contain_text(OFFERED)


@at_scrutiny
def test_two_tabs_at_one_form_do_not_overwrite_each_other(comment):
    first = comment()
    other = StepPage.of(first.reader.in_another_tab(), "comment")
    first.fill({"Comment": WORDS}).closed()
    reader = other.fill({"Comment": "Another."}).closed()
    page = StepPage.of(reader, "comment").put_back()
    expect(page.field("Comment")).to_have_value("Another.")
    expect(page.put_back().field("Comment")).to_have_value(WORDS)


@at_scrutiny
def test_a_page_that_is_loaded_again_or_gone_back_to_has_what_was_typed(comment):
    page = comment().fill({"Comment": WORDS})
    expect(page.kept).to_contain_text("Kept in this browser at")
    CommentsPage.open(page.reader)
    page = page.back()
    expect(page.kept).to_have_text("Put back. Not saved yet.")
    expect(page.field("Comment")).to_have_value(WORDS)
    page = page.loaded_again().put_back()
    expect(page.field("Comment")).to_have_value(WORDS)
    sent = page.send(CommentsPage)
    expect(StepPage.of(sent.reader, "comment").kept).to_have_text("")


@at_scrutiny
def test_a_comment_whose_answer_was_lost_is_put_back_and_still_sent_only_once(comment):
    page = comment().fill({"Comment": WORDS})
    before = CommentsPage.open(page.reader.in_another_tab()).comments.count()
    page.send_and_hear_nothing()
    sent = StepPage.of(page.reader, "comment").put_back().send(CommentsPage)
    expect(sent.comments).to_have_count(before + 1)
    expect(StepPage.of(page.reader, "comment").kept).to_have_text("")


@at_scrutiny
def test_a_lost_connection_and_a_lost_session_lose_nothing(comment):
    page = comment().fill({"Comment": WORDS})
    page.reader.without_a_connection()
    page.send_in_vain()
    page = StepPage.of(page.reader.connected_again(), "comment").put_back()
    WorkPage.open(page.reader.in_another_tab()).sign_out()
    turned_away = page.turned_away()
    expect(turned_away.typed).to_have_value(WORDS)
    again = StepPage.of(signed_in(page.reader, "scrutiny"), "comment").put_back()
    expect(again.field("Comment")).to_have_value(WORDS)


@at_scrutiny
def test_where_a_browser_keeps_nothing_the_form_works_as_it_does_without(comment):
    page = comment()
    page.tab.add_init_script(STORING_NOTHING)
    page = StepPage.of(page.reader, "comment").fill({"Comment": WORDS})
    expect(page.kept).to_have_text("Not saved yet.")
    expect(page.send(CommentsPage).comments.last).to_contain_text(WORDS)
    assert page.reader.log == []


@while_amending
def test_a_refused_form_is_kept_until_it_is_taken(newcomer):
    reader = signed_in(newcomer(), "officer")
    refused = StepPage.of(reader, AMEND).fill({"Text": AMENDED["Text"]}).be_refused()
    expect(refused.kept).to_have_text("Not saved yet. Kept in this browser.")
    page = StepPage.of(reader, AMEND)
    expect(page.kept).to_contain_text(OFFERED)
    page.put_back().fill({"Reason": AMENDED["Reason"]})
    expect(page.field("Text")).to_have_value(AMENDED["Text"])
    page.choose("Where does it come from?", LATE_DATA).send(EditionPage)
    expect(StepPage.of(reader, "propose_amendment?place=section:clean-green").kept).to_have_text("")
    assert reader.log == []


@while_amending
def test_nobody_is_offered_the_words_of_somebody_else(newcomer):
    reader = signed_in(newcomer(), "officer")
    reader = StepPage.of(reader, AMEND).fill(AMENDED).closed()
    WorkPage.open(reader).sign_out()
    expect(StepPage.of(signed_in(reader, "second"), AMEND).kept).to_have_text("")
    WorkPage.open(reader).sign_out()
    expect(StepPage.of(signed_in(reader, "officer"), AMEND).kept).to_contain_text(OFFERED)


@while_amending
def test_words_on_a_wording_that_was_changed_since_say_so(newcomer):
    officer, leader, chief = (
        signed_in(newcomer(), each) for each in ("officer", "leader", "chief")
    )
    step = StepPage.of(officer, AMEND).fill(AMENDED)
    step.choose("Where does it come from?", LATE_DATA).send(EditionPage)
    page = StepPage.of(leader, "consult?number=1").choose("The Leader's view", "For")
    leader = page.fill({"In the Leader's words": "It is right."}).closed()
    expect(StepPage.of(leader, "consult?number=1").kept).not_to_contain_text(CHANGED)
    reword = StepPage.of(chief, "reword_amendment?number=1")
    reword.fill({"Text": "What the council did, reworded.", "Reason": "Shorter."}).send(ChangePage)
    page = StepPage.of(leader, "consult?number=1")
    expect(page.kept).to_contain_text(CHANGED)
    page.put_back()
    expect(page.kept).to_contain_text(CHANGED)
    expect(page.field("The Leader's view")).to_have_value("for")
    expect(page.field("In the Leader's words")).to_have_value("It is right.")
    page.send(ChangePage)


@at_the_cabinet
def test_every_kind_of_control_comes_back(newcomer):
    page = StepPage.of(signed_in(newcomer(), "clerk"), "resolve")
    boxes = page.form.locator("[name=resolution]")
    page.fill({"Resolution (b)": "Note it twice.", "Resolution (e)": "And publish."})
    page.choose("Given by", "Resolution (d)").fill({"Until": NEXT_YEAR}).tick("Introduction")
    typed = [each.input_value() for each in boxes.all()]
    page = StepPage.of(page.closed(), "resolve")
    boxes = page.form.locator("[name=resolution]")
    assert [each.input_value() for each in boxes.all()] != typed
    expect(page.form.get_by_label("Introduction", exact=True)).not_to_be_checked()
    page.put_back()
    assert [each.input_value() for each in boxes.all()] == typed
    expect(page.field("Given by")).to_have_value("d")
    expect(page.field("Until")).to_have_value(NEXT_YEAR)
    expect(page.form.get_by_label("Introduction", exact=True)).to_be_checked()
    expect(page.form.get_by_label("Introduction", exact=True)).to_be_visible()
    assert page.form.locator("[name=scope]:checked").count() == 1
    page.fill({"The meeting was held on": str(TODAY), "Reference of the minute": "CA 34"})
    page.fill({"Reason": "Late.", **NONE_DECLARED})
    decided = page.send(EditionPage)
    expect(decided.content).to_contain_text("And publish.")


def test_a_text_and_its_note_come_back_on_the_revision_they_were_typed_on(newcomer):
    page = EditorPage.of(signed_in(newcomer(), "officer"), "section:introduction")
    page.write("By the first. What the council did.", note="Said first.")
    reader = page.closed()
    second = EditorPage.of(signed_in(newcomer(), "second"), "section:introduction")
    second.write("What the council did. By the second.").save()
    both = EditorPage.of(reader, "section:introduction").put_back().be_refused()
    expect(both.both_texts).to_have_count(2)
    expect(both.note).to_have_value("Said first.")
    saved = both.write("By both.").save()
    expect(saved.kept).not_to_contain_text("Kept in this browser")
    expect(saved.note).to_have_value("")


def test_what_was_typed_before_the_edition_moved_on_says_so(newcomer, walk_on):
    page = EditorPage.of(signed_in(newcomer(), "officer"), "section:clean-green")
    reader = page.write("Cleaner and greener.").closed()
    walk_on(Stage.REVISION)
    page = EditorPage.of(reader, "section:clean-green")
    expect(page.kept).to_contain_text("The edition has moved on since.")
    expect(page.put_back().kept).to_contain_text("The edition has moved on since.")
    expect(page.save().body).to_have_value("Cleaner and greener.")


@at_scrutiny
def test_what_is_offered_is_answered_without_a_mouse(comment):
    reader = comment().fill({"Comment": WORDS}).closed()
    page = StepPage.of(reader, "comment").tab_to("Put it back").press_enter()
    expect(page.in_focus_in_content).to_have_attribute("name", "place")
    expect(page.field("Comment")).to_have_value(WORDS)
    assert page.problems() == []
