"""Signing in and out, as each of the demonstration's people and as someone new."""

import pytest
from playwright.sync_api import expect

from domain.people.demonstration import PASSWORD, PEOPLE
from domain.people.role_wording import ROLES
from domain.terms import Role
from tests.browser.pages import PeoplePage, SignInPage


@pytest.mark.parametrize(("username", "name", "role"), PEOPLE, ids=[each[0] for each in PEOPLE])
def test_each_person_signs_in_sees_who_they_are_and_signs_out(reader, username, name, role):
    account = SignInPage.open(reader).sign_in(username, PASSWORD)
    expect(account.heading).to_have_text(name)
    expect(account.lead).to_contain_text(ROLES[role])
    expect(account.who).to_contain_text(name)
    out = account.sign_out()
    expect(out.notice).to_contain_text("signed out")
    expect(out.who).to_have_text("Sign in")
    assert reader.log == []


def test_a_wrong_password_is_refused_and_the_user_name_kept(reader):
    page = SignInPage.open(reader).be_refused("member", "not the password")
    expect(page.username).to_have_value("member")
    expect(page.password).to_have_value("")


def test_a_page_for_administrators_leads_there_after_signing_in(reader):
    people = SignInPage.asked_by(reader, PeoplePage).sign_in_to(PeoplePage, "admin", PASSWORD)
    expect(people.heading).to_have_text("People")


def test_an_administrator_adds_someone_who_then_signs_in(reader):
    people = SignInPage.open(reader).sign_in("admin", PASSWORD).people()
    roles = [ROLES[Role.SCRUTINY], ROLES[Role.MEMBER]]
    people = people.add("Nora Quill", "nquill", "an umbrella and a hat", roles)
    expect(people.notice).to_contain_text("nquill")
    account = people.sign_out().sign_in("nquill", "an umbrella and a hat")
    expect(account.heading).to_have_text("Nora Quill")
    for role in roles:
        expect(account.lead).to_contain_text(role)
