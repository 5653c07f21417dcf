"""Every address is declared, and opens for those whom the table of permissions names."""

import itertools
from urllib.parse import quote

import dash
import pytest

from app.web.downloads import DOWNLOADS
from app.web.forms.table import FORMS
from app.web.gate import ACCESS, CLOSED, WITH_TOKEN
from app.web.pages import CALLBACKS, PAGES
from app.web.routes import ROUTES, SCRIPT_FORMS
from domain.terms import Access, Role
from tests.app.addresses import ADDRESSES, FILE_ADDRESSES, FORM_ADDRESSES, actor_of, opens
from tests.app.markup import read
from tests.app.product import Browser, a_product
from tests.sampling import sampled
from workflow.access import PERMITTED, Anyone, may

pytestmark = pytest.mark.unmeasured

SOMEBODY = [None, *Role]


def is_public(access) -> bool:
    return PERMITTED[access] is Anyone.THE_PUBLIC


def path_of(page) -> str:
    return ADDRESSES[page.name].partition("?")[0]


def named(row) -> str:
    return row.name.lower() if row else "stranger"


def pairs(roles, rows) -> list:
    return list(itertools.product(roles, rows))


@pytest.fixture(scope="module")
def browsers(app) -> dict[Role | None, Browser]:
    """One browser for each role, and one of a stranger."""
    return {role: Browser(app).sign_in_as(role) if role else Browser(app) for role in SOMEBODY}


def test_every_address_of_the_server_is_declared_and_every_declared_one_is_there(app):
    served = {rule.endpoint for rule in app.server.url_map.iter_rules()}
    assert served == set(ACCESS) | CLOSED
    assert not set(ACCESS) & CLOSED


def test_no_two_addresses_share_a_name_or_a_rule(app):
    rules = [
        (rule.rule, method)
        for rule in app.server.url_map.iter_rules()
        for method in rule.methods - {"OPTIONS", "HEAD"}
    ]
    assert len(rules) == len(set(rules))
    for table in (PAGES, FORMS, ROUTES):
        assert len({row.name for row in table}) == len({row.address for row in table}) == len(table)


def test_every_address_has_an_access_that_somebody_has():
    assert {access for access in ACCESS.values() if not PERMITTED.get(access)} == set()


def test_every_address_that_takes_a_post_needs_a_token_or_is_that_of_dash():
    assert {row.endpoint for row in (*FORMS, *SCRIPT_FORMS)} == WITH_TOKEN


def test_every_callback_of_dash_is_declared_and_every_declared_one_is_there(app):
    assert set(app.callback_map) == set(app.server.extensions[CALLBACKS])


def test_nothing_is_left_in_the_lists_that_dash_keeps_for_all_products(app):
    assert not dash._callback.GLOBAL_CALLBACK_LIST
    assert not dash._callback.GLOBAL_CALLBACK_MAP
    assert not dash._callback.GLOBAL_INLINE_SCRIPTS


def test_a_second_product_has_the_same_addresses_as_the_first(app, tmp_path):
    second = a_product(f"sqlite:///{tmp_path / 'none.sqlite'}")
    assert set(second.callback_map) == set(app.callback_map)
    assert {rule.rule for rule in second.server.url_map.iter_rules()} == {
        rule.rule for rule in app.server.url_map.iter_rules()
    }


def test_only_reading_and_signing_in_are_public():
    assert {access for access in Access if is_public(access)} == {Access.PUBLISHED, Access.SIGN_IN}


CLOSED_TO = [(role, page) for role, page in pairs(SOMEBODY, PAGES) if not opens(page, role)]
OPEN_TO = [(role, page) for role, page in pairs(SOMEBODY, PAGES) if opens(page, role)]


@pytest.mark.parametrize(("role", "page"), [*CLOSED_TO, *sampled(OPEN_TO, 60)], ids=named)
def test_a_page_opens_for_exactly_those_whom_the_table_names(browsers, role, page):
    response = browsers[role].get(ADDRESSES[page.name])
    if opens(page, role):
        assert response.status_code == 200
    elif may(actor_of(role), page.access):
        assert response.status_code in (403, 404)
    elif role:
        assert response.status_code == 403
        assert read(response.text).one("h1").text == "You cannot open this"
    else:
        assert response.status_code == 302
        assert response.location == f"/sign-in?next={quote(ADDRESSES[page.name])}"


@pytest.mark.parametrize(("role", "download"), pairs(SOMEBODY, DOWNLOADS), ids=named)
def test_a_file_is_given_to_exactly_those_whom_the_table_names(browsers, role, download):
    given = browsers[role].get(FILE_ADDRESSES[download.name]).status_code == 200
    assert given is may(actor_of(role), download.access)


@pytest.mark.parametrize(("role", "form"), pairs(SOMEBODY, FORMS), ids=named)
def test_a_form_is_taken_from_exactly_those_whom_the_table_names(app, role, form):
    browser = Browser(app).sign_in_as(role) if role else Browser(app)
    response = browser.post(FORM_ADDRESSES[form.name])
    at_the_gate = f"not let you {form.access.value}." in response.text
    assert at_the_gate is not may(actor_of(role), form.access)
    assert response.status_code == 403 or not at_the_gate


@pytest.mark.parametrize("page", [page for page in PAGES if not is_public(page.access)], ids=named)
def test_a_stranger_who_only_asks_for_the_head_of_a_page_is_sent_to_sign_in_too(browser, page):
    response = browser.client.head(path_of(page))
    assert (response.status_code, response.location) == (302, f"/sign-in?next={path_of(page)}")


@pytest.mark.parametrize("address", ["/_reload-hash", "/_favicon.ico"])
def test_what_dash_opens_and_we_do_not_use_is_closed_to_all(browsers, address):
    assert {browser.get(address).status_code for browser in browsers.values()} == {403}


@pytest.mark.parametrize(
    "address",
    [
        "/nothing",
        "/nothing/at/all",
        "/dashboards/",
        "/dashboards/nothing",
        "/dashboards/%00",
        "/dashboards/transport/more",
        "/indicators/nothing",
        "/indicators/%ff",
        "/indicators/%2e%2e%2fetc",
        "/people/add",
        "/sign-out",
        "/_dash-update-component",
        "/assets/nothing.css",
        "/assets/../app/settings.py",
        "/assets/%2e%2e/settings.py",
        "/_dash-component-suites/dash/nothing.js",
        "/_dash-component-suites/nothing/nothing.js",
        "/static/nothing.js",
        "/.env",
    ],
)
def test_an_address_that_is_not_ours_says_so_and_leads_on(browser, address):
    response = browser.get(address)
    assert response.status_code == 404
    page = read(response.text)
    assert "nothing" in page.one("h1").text
    links = {link.get("href") for link in page.one("main").all("a")}
    assert {"/", "/dashboards", "/indicators"} <= links


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE"])
def test_an_address_says_so_when_it_does_not_take_what_is_asked_of_it(browser, method):
    response = browser.client.open("/methods", method=method)
    assert response.status_code == 405
    assert "Nothing was changed" in read(response.text).one("main").text


ODD_QUESTIONS = {
    "bytes": "?direction=%ff&quartile=%00&text=%00",
    "nothing": "?dashboard=nothing&sort=nothing&rating=nothing",
    "long": "?text=" + "x" * 5000,
    "signs": "?dashboard[]=1&&&===",
    "elsewhere": "?next=//evil.example",
}


@pytest.mark.parametrize(
    ("page", "question"),
    sampled(pairs([page for page in PAGES if opens(page, None)], ODD_QUESTIONS), 50),
)
def test_no_question_behind_an_address_breaks_a_page(browser, page, question):
    assert browser.get(ADDRESSES[page.name] + ODD_QUESTIONS[question]).status_code == 200


def test_an_address_that_asks_for_too_much_is_refused_in_plain_words(browser):
    response = browser.get("/indicators?" + "&".join(f"text={n}" for n in range(100)))
    assert response.status_code == 400
    assert "more than 60" in read(response.text).one("main").text
