"""The two addresses that a page's script posts to: who has a text open, and what readers will see."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from db.models import Presence
from domain.editions.terms import Stage
from domain.terms import Access, Role
from tests.app.product import Browser, database_of
from tests.app.stepping import BASE, Stepping, stepping
from tests.builders import a_person
from tests.builders.audit import entries
from tests.builders.workflow import INTRODUCTION
from workflow.access import PERMITTED, Anyone
from workflow.editions.readership import READERS

PRESENCE, PREVIEW = f"{BASE}/presence", "/editions/preview"
WORKING = PERMITTED[Access.WORKING]


@pytest.fixture
def product(stages):
    """The small edition in drafting."""
    with stepping(stages, Stage.DRAFTING) as product:
        yield product


@pytest.fixture
def officer(product) -> Browser:
    """An officer's browser."""
    return product.browser(Role.BI_OFFICER)


def second(product: Stepping, username: str = "second_one") -> Browser:
    a_person(database_of(product.app), username, [Role.BI_OFFICER])
    browser = Browser(product.app)
    assert browser.sign_in(username).status_code == 303
    return browser


def others(browser: Browser, place: str = INTRODUCTION) -> list[str]:
    response = browser.post(PRESENCE, {"place": place})
    assert response.status_code == 200
    return response.json["others"]


@pytest.mark.parametrize(
    ("address", "sent"), [(PRESENCE, {"place": INTRODUCTION}), (PREVIEW, {"text": "Words."})]
)
def test_an_answer_to_a_script_leaves_the_cookie_alone(officer, address, sent):
    """It may arrive after a newer one, and would undo what that says: a notice, a signing out."""
    assert "Set-Cookie" in officer.get("/sign-in").headers
    response = officer.post(address, sent)
    assert response.status_code == 200
    assert "Set-Cookie" not in response.headers


def test_those_at_one_text_are_told_of_each_other_and_never_of_themselves(product, officer):
    assert others(officer) == []
    assert others(officer) == []
    other = second(product)
    assert others(other) == ["Bi Officer"]
    assert others(officer) == ["An Officer"]
    assert others(other, "section:clean-green") == []


def test_somebody_who_has_not_said_so_for_a_while_is_not_named(product, officer):
    others(officer)
    with database_of(product.app).session_scope() as session:
        row = session.scalars(select(Presence)).one()
        row.at -= timedelta(minutes=2)
    assert others(second(product)) == []


def test_saying_so_is_no_step_and_is_not_written_down(product, officer):
    before, status = entries(database_of(product.app)), product.status()
    others(officer)
    assert (entries(database_of(product.app)), product.status()) == (before, status)


@pytest.mark.parametrize(
    "place", ["", "section:none", "nothing", "x" * 500, "indicator:", "\ud7ff"]
)
def test_a_place_that_is_not_there_is_not_kept(product, officer, place):
    assert officer.post(PRESENCE, {"place": place}).status_code == 404
    with database_of(product.app).reading_scope() as session:
        assert session.scalars(select(Presence)).all() == []


@pytest.mark.parametrize("stage", list(Stage))
def test_presence_is_for_those_who_take_part_and_may_read(stages, stage):
    readers = READERS[stage]
    with stepping(stages, stage) as product:
        for role in [None, *Role]:
            may = role in WORKING and (readers is Anyone.THE_PUBLIC or role in readers)
            response = product.browser(role).post(PRESENCE, {"place": INTRODUCTION})
            missing = product.browser(role).post("/editions/2031/presence", {"place": INTRODUCTION})
            assert (response.status_code == 200) is may, role
            assert may or response.status_code == missing.status_code, role


def test_the_preview_is_safe_markdown_for_those_who_take_part(product):
    text = "### Aims\n\n<script>x</script> **More** [here](javascript:alert(1))"
    for role in [None, *Role]:
        response = product.browser(role).post(PREVIEW, {"text": text})
        assert (response.status_code == 200) is (role in WORKING), role
        if role in WORKING:
            assert "Aims</h" in response.text
            assert "<strong>More</strong>" in response.text
            assert "<script>" not in response.text
            assert "href" not in response.text


@pytest.mark.parametrize("address", [PRESENCE, PREVIEW])
def test_neither_is_answered_without_a_token_or_from_another_site(product, officer, address):
    given = {"place": INTRODUCTION, "text": "Words."}
    assert officer.client.post(address, data=given).status_code == 400
    headers = {"Origin": "https://evil.example"}
    assert officer.post(address, given, headers=headers).status_code == 400
    assert officer.get(address).status_code in (404, 405)
