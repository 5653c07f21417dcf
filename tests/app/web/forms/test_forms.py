"""Posted forms: only our own pages may send them, and each does what it says or nothing."""

import itertools

import pytest
from sqlalchemy import func, select

from app.web.forms.table import FORMS
from db.models import Person, SignIn
from domain.people.role_wording import ROLES
from domain.terms import Role
from tests.app.addresses import FORM_ADDRESSES
from tests.app.markup import read
from tests.app.product import Browser, database_of
from tests.app.web.test_gate import fields, refusal
from tests.app.web.test_routes import named
from tests.builders import A_PASSWORD, ANOTHER_PASSWORD
from tests.sampling import sampled

NEW = {
    "username": "someone",
    "name": "Some One",
    "role": ["member", "leader"],
    "password": A_PASSWORD,
}
EVERYTHING = {
    **NEW,
    "old": A_PASSWORD,
    "new": ANOTHER_PASSWORD,
    "again": ANOTHER_PASSWORD,
}


@pytest.fixture
def admin(own_app) -> Browser:
    """An administrator's browser."""
    return Browser(own_app).sign_in_as(Role.ADMINISTRATOR)


@pytest.fixture(scope="module")
def shared(app) -> Browser:
    """An administrator's browser on the product that all tests share: for what is refused."""
    return Browser(app).sign_in_as(Role.ADMINISTRATOR)


def state_of(app) -> tuple:
    """Everything about people that a form could change."""
    with database_of(app).reading_scope() as session:
        everyone = session.scalars(select(Person).order_by(Person.id))
        return (
            [(p.username, p.name, p.roles, p.password_hash, p.disabled_at) for p in everyone],
            session.scalar(select(func.count()).select_from(SignIn)),
        )


def listed(browser) -> dict[str, str]:
    """Everyone on the page of people: name and what is said of them."""
    items = [each for each in read(browser.text("/people")).one("main").all("li") if each.all("h3")]
    return {
        item.one("h3").text
        + "|"
        + item.all("p")[0].text.split(". ")[0].removeprefix("User name: "): item.all("p")[0].text
        for item in items
    }


FOREIGN = {
    "another site": {"Origin": "https://evil.example"},
    "another port": {"Origin": "http://localhost:1"},
    "a name that begins as ours": {"Origin": "http://localhost.evil.example"},
    "nobody": {"Origin": "null"},
    "an origin that is none": {"Origin": "http://[bad"},
    "an empty origin": {"Origin": ""},
    "cross-site": {"Sec-Fetch-Site": "cross-site"},
    "a sibling site": {"Sec-Fetch-Site": "same-site"},
    "both": {"Origin": "http://localhost", "Sec-Fetch-Site": "cross-site"},
}


@pytest.mark.parametrize(
    ("form", "origin"), sampled(itertools.product(FORMS, FOREIGN), 2 * len(FORMS))
)
def test_a_form_sent_from_another_site_is_refused_and_changes_nothing(shared, form, origin):
    headers = FOREIGN[origin]
    before = state_of(shared.app)
    response = shared.post(
        FORM_ADDRESSES[form.name], {**EVERYTHING, "username": "member"}, headers=headers
    )
    assert response.status_code == 400
    assert "nothing was changed" in read(response.text).one("main").text
    assert state_of(shared.app) == before
    assert shared.is_signed_in()


@pytest.mark.parametrize("form", FORMS, ids=named)
@pytest.mark.parametrize("token", ["", "made up", "another session's"])
def test_a_form_without_a_token_of_its_session_is_refused_and_changes_nothing(shared, form, token):
    if token.startswith("another"):
        token = Browser(shared.app).token()
    before = state_of(shared.app)
    fields = {**EVERYTHING, "username": "member", "csrf_token": token}
    assert shared.post(FORM_ADDRESSES[form.name], fields).status_code == 400
    assert (
        shared.client.post(FORM_ADDRESSES[form.name], data={"username": "member"}).status_code
        == 400
    )
    assert state_of(shared.app) == before
    assert shared.is_signed_in()


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Origin": "http://localhost"},
        {"Sec-Fetch-Site": "same-origin"},
        {"Sec-Fetch-Site": "none"},
        {"Origin": "http://localhost", "Sec-Fetch-Site": "same-origin"},
    ],
)
def test_a_form_of_our_own_page_is_taken(admin, headers):
    assert admin.post("/people/add", NEW, headers=headers).status_code == 303


def test_after_a_form_whose_token_ran_out_the_page_can_be_loaded_again_and_sent(browser):
    browser.token()
    assert browser.client.post("/sign-in", data={"csrf_token": "old"}).status_code == 400
    assert browser.sign_in("member").status_code == 303


def test_a_form_whose_token_is_wrong_leaves_every_other_open_page_as_good_as_it_was(admin):
    open_page = admin.token()
    for form in ({}, {"csrf_token": "made up"}):
        assert admin.client.post("/people/add", data={**NEW, **form}).status_code == 400
    assert admin.post("/people/add", {**NEW, "csrf_token": open_page}).status_code == 303


def notice(admin: Browser) -> str:
    """What the page of people says of the form before it, once."""
    said = [
        each for each in read(admin.text("/people")).all("div") if each.get("class") == "notice"
    ]
    return "".join(each.text for each in said)


def test_an_administrator_adds_someone_who_can_sign_in(admin):
    response = admin.post("/people/add", NEW)
    assert (response.status_code, response.location) == (303, "/people")
    assert notice(admin).startswith("Some One ")
    assert notice(admin) == ""
    assert ROLES[Role.LEADER] in listed(admin)["Some One|someone"]
    assert ROLES[Role.MEMBER] in listed(admin)["Some One|someone"]
    assert Browser(admin.app).sign_in("someone").status_code == 303


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"username": "member"}, "“member”"),
        ({"username": "Not A Name!"}, "2 to 60"),
        ({"username": ""}, "2 to 60"),
        ({"name": " "}, "needs a name"),
        ({"name": "x" * 200}, "needs a name"),
        ({"password": "short"}, "at least 12 characters"),
        ({"password": "someone someone"}, "the user name"),
    ],
)
def test_someone_who_cannot_be_added_is_refused_with_what_was_typed(shared, changes, said):
    before = state_of(shared.app)
    typed = {**NEW, **changes}
    response = shared.post("/people/add", typed)
    assert said in refusal(response)
    page = read(response.text).one("main").all("form")[-1]
    kept = {each.get("name"): each for each in page.all("input") if each.get("type") != "checkbox"}
    assert kept["name"].get("value") == typed["name"]
    assert kept["username"].get("value") == typed["username"]
    assert kept["password"].get("value") == ""
    ticked = [each.get("value") for each in page.all("input") if "checked" in each.attributes]
    assert sorted(ticked) == ["leader", "member"]
    assert A_PASSWORD not in response.text
    assert state_of(shared.app) == before


def test_a_role_that_is_not_one_of_ours_is_not_given(admin):
    admin.post("/people/add", {**NEW, "role": ["member", "emperor", ""]})
    assert listed(admin)["Some One|someone"].endswith(f"someone. {ROLES[Role.MEMBER]}.")


def test_a_disabled_person_is_listed_as_such_and_can_be_enabled_again(admin):
    admin.post("/people/disable", {"username": "member"})
    assert notice(admin).startswith("member ")
    assert listed(admin)["An Officer|member"].endswith("Disabled.")
    assert Browser(admin.app).sign_in("member").status_code == 400
    admin.post("/people/enable", {"username": "member"})
    assert notice(admin).startswith("member ")
    assert Browser(admin.app).sign_in("member").status_code == 303


def test_nobody_can_disable_themselves(admin):
    response = admin.post("/people/disable", {"username": "administrator"})
    assert "your own account" in refusal(response)
    assert admin.is_signed_in()


def test_roles_are_set_to_exactly_those_ticked(admin):
    response = admin.post("/people/roles", {"username": "member", "role": ["scrutiny"]})
    assert response.location == "/people"
    assert listed(admin)["An Officer|member"] == "User name: member. Scrutiny Commission."
    admin.post("/people/roles", {"username": "member"})
    assert listed(admin)["An Officer|member"] == "User name: member. No role."


def test_a_password_set_for_someone_is_theirs_at_once(admin):
    admin.post("/people/password", {"username": "member", "password": ANOTHER_PASSWORD})
    assert notice(admin).startswith("member ")
    assert Browser(admin.app).sign_in("member", ANOTHER_PASSWORD).status_code == 303


@pytest.mark.parametrize(
    "address", ["/people/roles", "/people/disable", "/people/enable", "/people/password"]
)
@pytest.mark.parametrize("username", ["", "nobody", "x" * 1000, "a\0b"])
def test_a_change_to_somebody_who_is_not_there_is_refused(shared, address, username):
    before = state_of(shared.app)
    response = shared.post(address, {"username": username, "password": ANOTHER_PASSWORD})
    assert response.status_code == 400
    assert state_of(shared.app) == before


def test_a_form_that_is_refused_on_the_list_of_people_leaves_the_fields_for_adding_empty(admin):
    response = admin.post("/people/password", {"username": "member", "password": "short"})
    assert "at least 12" in refusal(response)
    assert fields(response)["name"] == ""


@pytest.mark.parametrize("form", FORMS, ids=named)
def test_a_form_with_parts_that_nobody_asked_for_breaks_nothing(admin, form):
    odd = {"username": ["a", "b"], "role": "emperor", "": "x", "next": "\0", "name": "\ud7ff"}
    assert admin.post(FORM_ADDRESSES[form.name], odd).status_code in (303, 400)
    assert admin.post(FORM_ADDRESSES[form.name], {}).status_code in (302, 303, 400, 403)
