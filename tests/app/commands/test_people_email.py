"""Addresses for notices on the page of accounts."""

import pytest

from db.queries import people
from domain.terms import Role
from tests.app.markup import read
from tests.app.product import Browser, database_of


@pytest.fixture
def admin(own_app) -> Browser:
    return Browser(own_app).sign_in_as(Role.ADMINISTRATOR)


def email_of(browser: Browser) -> str:
    with database_of(browser.app).reading_scope() as session:
        return people.by_username(session, "member").email


def page(browser: Browser):
    return read(browser.text("/people")).one("main")


def test_an_administrator_gives_an_address_and_takes_it_away(admin):
    answer = admin.post("/people/email", {"username": "member", "email": "m@leics.gov.uk"})
    assert (answer.status_code, answer.location) == (303, "/people")
    shown = page(admin).text
    assert "Notices to member are sent to m@leics.gov.uk." in shown
    assert "Notices go to m@leics.gov.uk." in shown
    assert email_of(admin) == "m@leics.gov.uk"
    admin.post("/people/email", {"username": "member", "email": ""})
    assert "m@leics.gov.uk" not in page(admin).text
    assert email_of(admin) == ""


def test_the_field_holds_the_address_there_is_and_may_be_left_empty(admin):
    admin.post("/people/email", {"username": "member", "email": "m@leics.gov.uk"})
    fields = [each for each in page(admin).all("input") if each.get("name") == "email"]
    assert sorted(each.get("value") or "" for each in fields)[-1] == "m@leics.gov.uk"
    assert {each.get("type") for each in fields} == {"email"}
    assert not any("required" in each.attributes for each in fields)
    ids = [each.get("id") for each in fields]
    assert len(ids) == len(set(ids)) == len(Role)


def test_an_unfit_address_is_refused_on_the_page(admin):
    answer = admin.post("/people/email", {"username": "member", "email": "nobody"})
    assert answer.status_code == 400
    assert "“nobody”" in read(answer.text).one("main").text
    assert email_of(admin) == ""
