"""Every answer carries the security headers, and nothing on a page comes from elsewhere."""

import re
from urllib.parse import urlsplit

import pytest
from flask import request

from app.web import static_files
from app.web.pages import PAGES
from app.web.static_files import CURRENT
from domain.terms import Role
from tests.app.addresses import reader_of
from tests.app.markup import read
from tests.app.product import UPDATE, Browser, database_of, running
from tests.app.web.test_routes import ADDRESSES, named
from tests.builders.database_faults import failing

pytestmark = pytest.mark.unmeasured

FONT = "/assets/fonts/atkinson-hyperlegible-next-latin-400-normal.woff2"
ASSETS = [path for path in sorted(static_files.FOLDER.rglob("*")) if path.is_file()]
ALWAYS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
ANSWERS = [
    ("GET", "/", 200),
    ("GET", "/dashboards/transport", 200),
    ("GET", "/indicators.csv", 200),
    ("GET", "/indicators.xlsx", 200),
    ("GET", "/sign-in", 200),
    ("GET", "/healthz", 200),
    ("GET", "/favicon.ico", 200),
    ("GET", FONT, 200),
    ("GET", "/assets/compendium.css", 200),
    ("GET", "/_dash-layout", 200),
    ("GET", "/_dash-dependencies", 200),
    ("HEAD", "/", 200),
    ("GET", "/account", 302),
    ("POST", "/sign-in", 400),
    ("POST", UPDATE, 400),
    ("GET", "/_reload-hash", 403),
    ("GET", "/nothing", 404),
    ("GET", "/assets/nothing.js", 404),
    ("GET", "/_dash-component-suites/dash/no.js", 404),
    ("DELETE", "/", 405),
    ("GET", "//indicators", 308),
]


def policy_of(response) -> dict[str, list[str]]:
    """The content security policy, by directive."""
    parts = response.headers["Content-Security-Policy"].split(";")
    return {name: rest for name, *rest in (part.split() for part in parts)}


def check_headers(response) -> None:
    assert {name: response.headers.get(name) for name in ALWAYS} == ALWAYS
    policy = policy_of(response)
    assert policy["default-src"] == ["'none'"]
    assert policy["base-uri"] == policy["object-src"] == policy["frame-ancestors"] == ["'none'"]
    assert policy["form-action"] == policy["connect-src"] == ["'self'"]
    assert policy["script-src"] == ["'self'"]
    allowed = {word for name, words in policy.items() for word in words if name != "style-src"}
    assert not {"'unsafe-inline'", "'unsafe-eval'", "*", "http:", "https:"} & allowed


@pytest.mark.parametrize(("method", "address", "status"), ANSWERS)
def test_every_kind_of_answer_carries_the_security_headers(browser, method, address, status):
    response = browser.client.open(address, method=method, buffered=True)
    assert response.status_code == status
    check_headers(response)


def test_a_failure_of_ours_carries_the_headers_and_keeps_its_cause_to_itself(app, browser):
    with failing(database_of(app), "FROM indicator"):
        response = browser.get("/methods")
    assert response.status_code == 500
    check_headers(response)
    assert "broke off" not in response.text
    assert read(response.text).one("h1").text == "Something went wrong"


@pytest.mark.parametrize("role", Role)
def test_what_is_answered_to_someone_signed_in_carries_them_too(app, role):
    browser = Browser(app)
    check_headers(browser.sign_in(role.value))
    for path in ("/account", "/people", "/", "/nothing"):
        check_headers(browser.get(path))
    check_headers(browser.charts("/account"))
    check_headers(browser.post("/people/add"))
    check_headers(browser.post("/sign-out"))


def test_what_is_too_large_is_refused_with_them(browser):
    response = browser.client.post("/sign-in", data={"username": "x" * 3_000_000})
    assert response.status_code == 413
    check_headers(response)


MARKS = {
    "data-keep": "keeping.js",
    "data-at-once": "choices.js",
    "data-chart": "charts.js",
    "data-place": "naming.js",
}


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_a_page_has_no_script_in_itself_and_sends_those_that_its_parts_need(app, page):
    document = read(Browser(app).sign_in_as(reader_of(page)).text(ADDRESSES[page.name]))
    scripts = [script for script in document.all("script") if "json" not in script.get("type")]
    assert all(script.get("src") for script in scripts)
    own = [script.get("src") for script in scripts if script.get("src").startswith("/assets/")]
    sent = {address.rpartition("/")[2].partition("?")[0] for address in own}
    writing = [part for part in document.marked("id") if part.get("id") == "writing"]
    needed = {"writing": "editing.js"} if writing else {}
    needed |= {mark: name for mark, name in MARKS.items() if document.marked(mark)}
    assert sent == set(needed.values())


FETCHING = {"script": "src", "link": "href", "img": "src", "iframe": "src", "form": "action"}


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_nothing_on_a_page_comes_from_elsewhere(app, page):
    browser = Browser(app).sign_in_as(reader_of(page))
    document = read(browser.text(ADDRESSES[page.name]))
    for tag, attribute in FETCHING.items():
        for element in document.all(tag):
            given = element.attributes.get(attribute)
            assert given is None or re.match("/(?!/)", given), (tag, given)
    for element in document.all():
        assert not [name for name in element.attributes if name.startswith("on")], element.tag
        assert "url(" not in element.get("style")


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_every_file_that_a_page_names_is_there(app, page):
    browser = Browser(app).sign_in_as(reader_of(page))
    document = read(browser.text(ADDRESSES[page.name]))
    files = [each.get("src") for each in document.all("script") if each.get("src")]
    files += [each.get("href") for each in document.all("link")]
    assert files
    assert {browser.get(file).status_code for file in files} == {200}


@pytest.mark.parametrize("style", [path for path in ASSETS if path.suffix == ".css"], ids=named)
def test_a_style_sheet_names_only_files_of_ours(browser, style):
    for given in re.findall(r"""url\(\s*["']?([^"')]+)""", style.read_text(encoding="utf-8")):
        if not given.startswith("data:"):
            assert urlsplit(given).netloc == ""
            assert browser.get(f"/assets/{given.removeprefix('/assets/')}").status_code == 200
    assert "@import" not in style.read_text(encoding="utf-8")


def test_a_file_that_can_change_is_kept_only_under_its_fingerprint(browser):
    def kept(address):
        return browser.get(address).headers["Cache-Control"]

    forever = "public, max-age=31536000, immutable"
    assert kept(f"/assets/compendium.css?v={CURRENT}") == forever
    assert kept(FONT) == forever
    assert kept("/assets/compendium.css") == "no-cache"
    assert kept("/assets/compendium.css?v=another") == "no-cache"
    assert kept(f"/assets/nothing.css?v={CURRENT}") == "no-cache"


def test_a_page_is_asked_for_anew_each_time_and_never_shared(browser):
    headers = browser.get("/").headers
    assert headers["Cache-Control"] == "private, no-cache"
    assert headers["Vary"] == "Cookie, Accept-Encoding"


def test_scripts_of_dash_may_be_kept(browser):
    script = next(
        each.get("src")
        for each in read(browser.text("/improvement")).all("script")
        if "_dash-component-suites" in each.get("src")
    )
    assert "max-age=31536000" in browser.get(script).headers["Cache-Control"]


@pytest.mark.parametrize("page", [page for page in PAGES if page.access.name == "PUBLISHED"])
def test_a_reader_of_published_pages_is_given_no_cookie(browser, page):
    assert "Set-Cookie" not in browser.get(ADDRESSES[page.name]).headers
    browser.charts(ADDRESSES[page.name])
    assert browser.client.get_cookie("compendium") is None


def test_the_cookie_cannot_be_read_by_scripts_nor_sent_from_other_sites(browser):
    cookie = browser.get("/sign-in").headers["Set-Cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie
    assert "Secure" not in cookie
    assert "Strict-Transport-Security" not in browser.get("/").headers


@pytest.fixture
def behind_tls(edition_file, tmp_path):
    yield from running(edition_file, tmp_path, https=True, proxies=1)


def test_behind_tls_the_cookie_is_secure_and_browsers_are_told_to_stay(behind_tls):
    browser = Browser(behind_tls)
    response = browser.get("/sign-in")
    assert "Secure" in response.headers["Set-Cookie"]
    assert response.headers["Strict-Transport-Security"] == "max-age=31536000"


def test_behind_a_proxy_the_reader_s_own_address_is_counted(behind_tls):
    browser = Browser(behind_tls)
    seen = []
    behind_tls.server.before_request(
        lambda: seen.append((request.remote_addr, request.host)) and None
    )
    browser.get("/healthz", headers={"X-Forwarded-For": "192.0.2.9", "X-Forwarded-Host": "ours"})
    assert seen == [("192.0.2.9", "ours")]


def test_an_answer_to_a_callback_is_not_kept(browser):
    assert browser.charts("/").headers["Cache-Control"] == "private, no-cache"
