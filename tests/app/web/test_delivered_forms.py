"""A browser is told once which forms arrived, so that it forgets their words and no others."""

import re

import pytest

from app.web.delivered_forms import ARRIVED, MOST_KEYS
from domain.editions.terms import Stage
from domain.governance import action_wording
from domain.governance.terms import Action
from domain.terms import Role
from tests.app.markup import read
from tests.app.product import Browser
from tests.app.stepping import BASE, controls, form_address, form_in, stepping
from tests.builders.workflow import INTRODUCTION

pytestmark = [pytest.mark.usefixtures("in_autumn"), pytest.mark.unmeasured]

COMMENTING = f"{BASE}/do/comment"
COMMENTS = f"{BASE}/comments"
KEEPING = f"{COMMENTS}/keep"
WORDS = {"text": "Say more.", "kind": "view", "place": "edition"}


@pytest.fixture
def member(stages) -> Browser:
    """A member of the Commission, with the edition before it."""
    with stepping(stages, Stage.SCRUTINY) as product:
        yield product.browser(Role.SCRUTINY)


def a_form(browser: Browser, **typed: str) -> dict:
    held, _ = controls(form_in(browser.text(COMMENTING), Action.COMMENT))
    return {name: values[0] for name, values in held.items()} | typed


def told(browser: Browser, path: str = COMMENTS) -> list[str]:
    """The keys that a page names as arrived."""
    scripts = read(browser.text(path)).all("script")
    named = [each for each in scripts if each.get("data-done")]
    assert all(re.match(r"/assets/keeping\.js\?", each.get("src")) for each in named)
    return [key for each in named for key in each.get("data-done").split()]


@pytest.mark.parametrize("door", [COMMENTING, KEEPING])
@pytest.mark.parametrize("following", [COMMENTS, COMMENTING, "/sources", "/account", "/nothing"])
def test_the_next_page_names_the_form_that_arrived_and_none_after_it_does(member, door, following):
    form = a_form(member, **WORDS)
    assert member.client.post(door, data=form).status_code == 303
    assert told(member, following) == [form["key"]]
    assert told(member, following) == []


def test_a_page_that_has_nothing_to_name_leaves_the_cookie_of_a_stranger_alone(app):
    assert "Set-Cookie" not in Browser(app).get("/sources").headers


def test_a_form_says_whose_words_it_keeps(stages):
    with stepping(stages, Stage.DRAFTING) as product:
        product.prepare(Action.SEND_TO_SCRUTINY)
        officer = product.browser(Role.BI_OFFICER)
        editor = form_in(officer.text(f"{BASE}/edit?place={INTRODUCTION}"), Action.EDIT)
        sending = Action.SEND_TO_SCRUTINY
        step = form_in(officer.text(form_address(sending)), sending)
    assert editor.get("data-keep") == f"bi_officer/2022/edit/{INTRODUCTION}"
    assert step.get("data-keep") == f"bi_officer/2022/{sending.value}/"


def test_what_is_said_to_people_is_said_as_before(member):
    member.client.post(COMMENTING, data=a_form(member, **WORDS))
    assert told(member, "/sources") != []
    page = read(member.text(COMMENTS)).one("main")
    (notice,) = [each for each in page.all("div") if each.get("class") == "notice"]
    assert notice.text == action_wording.WORDS[Action.COMMENT].confirmation


def test_a_second_click_is_named_as_the_first_was(member):
    form = a_form(member, **WORDS)
    for _ in range(2):
        assert member.client.post(COMMENTING, data=form).status_code == 303
        assert told(member) == [form["key"]]


def test_a_refused_form_is_not_named_and_keeps_its_key(member):
    form = a_form(member, **{**WORDS, "text": ""})
    response = member.client.post(COMMENTING, data=form)
    assert response.status_code == 400
    again, _ = controls(form_in(response.text, Action.COMMENT))
    assert again["key"] == [form["key"]]
    assert told(member) == []


def test_a_form_that_was_turned_away_is_not_named(member):
    form = a_form(member, **WORDS)
    assert member.client.post(COMMENTING, data={**form, "csrf_token": ""}).status_code == 400
    assert told(member) == []


@pytest.mark.parametrize("key", ["", "x", '"><script>', "0" * 33, "0" * 31 + "\n", "A" * 32])
def test_a_key_that_is_none_of_ours_is_taken_but_never_named(member, key):
    assert member.client.post(COMMENTING, data=a_form(member, **WORDS, key=key)).status_code == 303
    assert told(member) == []


def test_a_refused_form_with_a_key_that_is_none_of_ours_is_given_one(member):
    response = member.client.post(COMMENTING, data=a_form(member, text="", key='"><script>'))
    again, _ = controls(form_in(response.text, Action.COMMENT))
    assert re.fullmatch("[0-9a-f]{32}", again["key"][0])


def test_the_cookie_holds_the_newest_few(member):
    keys = [f"{number:032x}" for number in range(MOST_KEYS + 2)]
    form = a_form(member, **WORDS)
    for key in keys:
        sent = {**form, "key": key, "text": f"Comment {key}."}
        assert member.client.post(COMMENTING, data=sent).status_code == 303
    with member.client.session_transaction() as session:
        assert session[ARRIVED] == keys[-MOST_KEYS:]
    assert told(member) == keys[-MOST_KEYS:]


def test_a_saved_text_is_named_too_and_a_refused_one_keeps_its_key(stages):
    with stepping(stages, Stage.DRAFTING) as product:
        officer = product.browser(Role.BI_OFFICER)
        form = product.form(Role.BI_OFFICER, Action.EDIT, product.prepare(Action.EDIT))
        (key,) = form["key"]
        refused = officer.client.post(form_address(Action.EDIT), data={**form, "version": "999"})
        again, _ = controls(form_in(refused.text, Action.EDIT))
        assert again["key"] == [key]
        saved = officer.client.post(form_address(Action.EDIT), data=form)
        assert saved.status_code == 303
        assert told(officer, saved.location) == [key]
