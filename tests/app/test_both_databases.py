"""The product answers alike on SQLite and on PostgreSQL."""

import re

import pytest

from app.web.pages import PAGES
from domain.terms import Role
from tests.app.product import Browser, a_product, database_of
from tests.app.web.test_routes import ADDRESSES, named
from tests.builders import a_person

pytestmark = pytest.mark.unmeasured

MAIN = re.compile("<main.*</main>", re.DOTALL)
MOMENT = re.compile(r"\d{1,2} [A-Z][a-z]+ 20\d\d, \d\d:\d\d")
"""When something was done here, which is later in the second database."""


@pytest.fixture(scope="module")
def on_postgresql(compared_on_postgresql):
    address = compared_on_postgresql.engine.url.render_as_string(hide_password=False)
    app = a_product(address)
    for role in (Role.ADMINISTRATOR, Role.MEMBER):
        a_person(database_of(app), role.value, [role])
    yield app
    database_of(app).close()


@pytest.mark.parametrize("page", [p for p in PAGES if p.access.name == "PUBLISHED"], ids=named)
def test_a_page_is_the_same_on_both(app, on_postgresql, page):
    path = ADDRESSES[page.name]
    mains = [MAIN.search(Browser(each).text(path))[0] for each in (app, on_postgresql)]
    one, other = (MOMENT.sub("then", main) for main in mains)
    assert one == other


@pytest.mark.parametrize(
    "path",
    [
        "/dashboards/%00",
        "/indicators/%00",
        "/indicators/a%00b",
        "/indicators?text=%00&dashboard=%00",
        "/dashboards/transport?text=%00",
        "/improvement?dashboard=%00",
        "/sign-in?next=%00",
    ],
)
def test_an_address_that_postgresql_cannot_keep_breaks_nothing(on_postgresql, path):
    assert Browser(on_postgresql).get(path).status_code in (200, 400, 404)


def test_a_form_that_postgresql_cannot_keep_is_refused(on_postgresql):
    browser = Browser(on_postgresql).sign_in_as(Role.ADMINISTRATOR)
    for path in ("/people/roles", "/people/disable", "/people/enable", "/people/password"):
        assert browser.post(path, {"username": "a\0b"}).status_code == 400
    person = {"username": "odd", "name": "A\0B", "password": "a long enough password"}
    assert browser.post("/people/add", person).status_code == 400
    assert Browser(on_postgresql).sign_in("member\0").status_code in (303, 400)


def test_signing_in_and_out_works_on_postgresql_too(on_postgresql):
    browser = Browser(on_postgresql).sign_in_as(Role.MEMBER)
    copy = browser.copy()
    browser.post("/sign-out")
    assert not copy.is_signed_in()
