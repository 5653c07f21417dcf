"""Signing in and out in the browser: what is kept, what is refused, what ends a session."""

from datetime import datetime, timedelta

import pytest

from app.web.pages import PAGES, page_at
from domain.formatting import upper_first
from domain.people.demonstration import PASSWORD
from domain.terms import Access, Role
from tests.app.markup import read
from tests.app.product import Browser, database_of
from tests.app.web.test_routes import named, path_of
from tests.builders import A_PASSWORD, ANOTHER_PASSWORD, a_person, attempts
from workflow.people import accounts
from workflow.people.sessions import MOST_FAILURES_A_NAME, NOT_RIGHT

WRONG = "a wrong password"


@pytest.fixture
def own(own_app) -> Browser:
    """A stranger's browser, on a product whose people may be changed."""
    return Browser(own_app)


def refusal(response, status: int = 400) -> str:
    """What a refused form says."""
    assert response.status_code == status
    page = read(response.text)
    (said,) = [each for each in page.all("div") if each.get("class") == "refusal"]
    assert said.get("role") == "alert"
    return said.text.removeprefix("This was not done")


def fields(response) -> dict[str, str]:
    """What the fields of the page's own forms hold."""
    inputs = read(response.text).one("main").all("input")
    return {each.get("name"): each.get("value") for each in inputs}


def test_who_signs_in_is_taken_to_their_work_and_greeted_by_name(browser):
    response = browser.sign_in(Role.LEADER.value)
    assert (response.status_code, response.location) == (303, "/work")
    page = read(browser.text("/account"))
    assert page.one("h1").text == "An Officer"
    assert "You hold: Leader." in page.one("main").text
    assert "Sign out" in page.one("header").text


@pytest.mark.parametrize("role", Role)
def test_whoever_signs_in_is_taken_to_a_page_that_opens_for_them(browser, role):
    onward = browser.sign_in(role.value).location
    assert browser.get(onward).status_code == 200


def test_who_came_for_a_page_is_taken_to_it_after_signing_in(browser):
    turned_away = browser.get("/people")
    form = fields(browser.get(turned_away.location))
    assert form["next"] == "/people"
    response = browser.sign_in(Role.ADMINISTRATOR.value, onward=form["next"])
    assert response.location == "/people"


@pytest.mark.parametrize("onward", [path_of(page) for page in PAGES if page.name != "sign-in"])
def test_every_page_of_ours_can_be_gone_on_to(browser, onward):
    assert browser.sign_in(Role.MEMBER.value, onward=onward).location == onward


ELSEWHERE = [
    "//evil.example",
    "//dashboards",
    "//account",
    "///account",
    "//indicators/evil",
    "/\\evil.example",
    "/\\account",
    "\\\\account",
    "/\t/account",
    "https://evil.example",
    "https://evil.example/account",
    "https:account",
    "javascript:alert(1)",
    "javascript://account",
    "data:text/html,x",
    "/unknown",
    "/sign-out",
    "/healthz",
    "/indicators.csv",
    "account",
    "dashboards/x",
    " /account",
    "/account\r\nSet-Cookie: x=y",
    "/dashboards/a\nb",
    "/dashboards/\x00",
    "/account?next=//evil.example",
    "/account#x",
    "/dashboards/..//evil.example",
    "@evil.example",
    "",
]


@pytest.mark.parametrize("onward", ELSEWHERE)
def test_signing_in_never_leads_out_of_the_product(browser, onward):
    response = browser.sign_in(Role.MEMBER.value, onward=onward)
    assert response.location == (None if "\0" in onward else "/work")


@pytest.mark.parametrize("onward", ELSEWHERE)
def test_what_is_not_an_address_of_a_page_is_none_of_ours(onward):
    assert page_at(onward) is None


def test_a_refused_sign_in_keeps_the_user_name_and_where_to_go_and_never_the_password(browser):
    response = browser.sign_in("member", WRONG, onward="/people")
    assert refusal(response) == NOT_RIGHT
    kept = fields(response)
    assert (kept["username"], kept["next"], kept["password"]) == ("member", "/people", "")
    assert WRONG not in response.text
    assert not browser.is_signed_in()


def test_what_was_typed_comes_back_as_words_and_not_as_markup(browser):
    typed = '"><script>alert(1)</script>'
    response = browser.sign_in(typed, WRONG, onward=typed)
    assert fields(response)["username"] == typed
    assert not [each for each in read(response.text).all("script") if not each.get("src")]


def test_a_user_name_far_too_long_is_refused_like_any_other(browser):
    assert "is not right" in refusal(browser.sign_in("x" * 100_000, WRONG))


def test_a_disabled_account_is_refused_in_the_same_words_as_a_wrong_password(own):
    with database_of(own.app).session_scope() as session:
        accounts.disable(session, "member")
    assert refusal(own.sign_in("member")) == refusal(own.sign_in("nobody"))


def test_after_too_many_attempts_a_reader_is_told_to_wait(own):
    for _ in range(MOST_FAILURES_A_NAME):
        refusal(own.sign_in("member", WRONG))
    said = refusal(Browser(own.app).sign_in("member"), status=429)
    assert "15 minutes" in said
    assert Browser(own.app).sign_in("leader").status_code == 303
    assert attempts(database_of(own.app)) == MOST_FAILURES_A_NAME


def test_a_demonstration_tells_strangers_how_to_sign_in_and_nothing_else_does(own, browser):
    assert PASSWORD not in own.text("/sign-in")
    assert "Demonstration copy" not in own.text("/")


def test_signing_in_begins_a_session_of_its_own(own):
    before = own.token()
    own.sign_in("member")
    assert own.token() != before
    assert own.post("/sign-out", {"csrf_token": before}).status_code == 400
    assert own.is_signed_in()


def test_signing_out_ends_every_copy_of_the_cookie_and_says_so_once(own):
    own.sign_in("member")
    copy = own.copy()
    assert copy.is_signed_in()
    response = own.post("/sign-out")
    assert (response.status_code, response.location) == (303, "/sign-in")
    assert "signed out" in own.text("/sign-in")
    assert "signed out" not in own.text("/sign-in")
    assert not copy.is_signed_in()
    assert not own.is_signed_in()


def test_signing_out_of_one_browser_leaves_another_signed_in(own):
    own.sign_in("member")
    other = Browser(own.app)
    other.sign_in("member")
    own.post("/sign-out")
    assert other.is_signed_in()


@pytest.mark.parametrize(
    ("service", "given"),
    [
        (accounts.set_password, (ANOTHER_PASSWORD,)),
        (accounts.set_roles, ([Role.LEADER],)),
        (accounts.disable, ()),
    ],
    ids=["password", "roles", "disabled"],
)
def test_a_change_of_an_account_ends_its_cookies_at_the_next_request(own, service, given):
    own.sign_in("member")
    copy = own.copy()
    with database_of(own.app).session_scope() as session:
        service(session, "member", *given)
    assert not own.is_signed_in()
    assert not copy.is_signed_in()
    assert copy.charts("/account").json["response"] == {}


def test_one_s_own_new_password_ends_every_other_browser_and_not_this_one(own):
    own.sign_in("member")
    copy = own.copy()
    response = own.post(
        "/account/password",
        {"old": A_PASSWORD, "new": ANOTHER_PASSWORD, "again": ANOTHER_PASSWORD},
    )
    assert response.location == "/account"
    assert "is changed" in own.text("/account")
    assert not copy.is_signed_in()
    assert refusal(Browser(own.app).sign_in("member", A_PASSWORD))
    assert Browser(own.app).sign_in("member", ANOTHER_PASSWORD).status_code == 303


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"old": WRONG, "new": ANOTHER_PASSWORD, "again": ANOTHER_PASSWORD}, "is not right"),
        ({"old": A_PASSWORD, "new": ANOTHER_PASSWORD, "again": A_PASSWORD}, "not the same"),
        ({"old": A_PASSWORD, "new": "short", "again": "short"}, "at least 12"),
        ({"old": A_PASSWORD}, "at least 12"),
        ({}, "is not right"),
    ],
)
def test_a_refused_new_password_changes_nothing_and_repeats_no_password(own, typed, said):
    own.sign_in("member")
    response = own.post("/account/password", typed)
    assert said in refusal(response)
    assert not [word for word in (WRONG, A_PASSWORD, ANOTHER_PASSWORD) if word in response.text]
    assert own.is_signed_in()
    assert Browser(own.app).sign_in("member", A_PASSWORD).status_code == 303


def test_a_session_ends_by_itself_after_twelve_hours(own, time_machine):
    noon = datetime.fromisoformat("2022-09-07T12:00:00+00:00")
    time_machine.move_to(noon, tick=False)
    own.sign_in("member")
    copy = own.copy()
    time_machine.move_to(noon + timedelta(hours=11, minutes=59), tick=False)
    assert copy.is_signed_in()
    time_machine.move_to(noon + timedelta(hours=12), tick=False)
    assert not copy.is_signed_in()


@pytest.mark.parametrize("cookie", ["", "made up", "eyJfdXNlcl9pZCI6IjEifQ.aaaaaa.bbbbbb"])
def test_a_cookie_that_we_did_not_sign_is_nobody_s(browser, cookie):
    browser.client.set_cookie("compendium", cookie)
    assert not browser.is_signed_in()
    assert browser.get("/").status_code == 200


@pytest.mark.parametrize("role", Role, ids=named)
def test_an_account_says_which_roles_it_holds_and_what_they_let_one_do(app, role):
    browser = Browser(app).sign_in_as(role)
    said = read(browser.text("/account")).one("main").text
    assert (upper_first(Access.ACCOUNTS.value) in said) is (role is Role.ADMINISTRATOR)
    assert "Change your password" in said
    header = read(browser.text("/")).one("header").text
    assert ("People" in header) is (role is Role.ADMINISTRATOR)


def test_somebody_without_any_role_can_sign_in_and_is_told_so(own):
    a_person(database_of(own.app), "visitor", [])
    own.sign_in("visitor")
    assert "You hold: no role." in own.text("/account")
