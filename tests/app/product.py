"""The real product on the real edition of 2022, and a browser without a screen."""

import re
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from dash import Dash
from flask.testing import FlaskClient
from sqlalchemy import make_url
from werkzeug.test import TestResponse

from app import logs
from app.assembly import create_app
from app.settings import Settings
from app.web.pages import page_at
from callbacks.address import Address
from callbacks.request_context import DATABASE
from db.session import Database
from domain.terms import Role
from tests.builders import A_PASSWORD, templates
from tests.builders.contexts import cheap_hashing

SECRET = "kB7nPq2vX9zLw4TdRm6sYc8hGf3jAe5u"
TOKEN = re.compile(r'<input (?=[^>]*name="csrf_token")[^>]*value="([^"]+)"')
UPDATE = "/_dash-update-component"


@pytest.fixture(scope="session")
def edition_file(sqlite_databases) -> Path:
    """A SQLite database that holds the edition and a person for each role; copied, not used."""
    return Path(make_url(sqlite_databases.url(templates.peopled(sqlite_databases))).database)


@pytest.fixture(scope="session")
def app(sqlite_databases) -> Iterator[Dash]:
    """One product for every test that changes nothing that another would see.

    It holds the figures of 152 councils too; a product of one's own does not.
    """
    with sqlite_databases.copy_of(templates.shown(sqlite_databases)) as database:
        made = a_product(database.engine.url.render_as_string())
        yield made
        database_of(made).close()


@pytest.fixture
def own_app(edition_file, tmp_path) -> Iterator[Dash]:
    """A product of one's own, for tests that change people."""
    yield from running(edition_file, tmp_path)


@pytest.fixture
def browser(app) -> "Browser":
    """A browser that nobody has signed in with."""
    return Browser(app)


@pytest.fixture
def asking(app) -> Iterator[None]:
    """A request of nobody in particular, so that views can be called."""
    with app.server.test_request_context("/"):
        yield


@pytest.fixture(autouse=True)
def _quick_and_quiet() -> Iterator[None]:
    """Passwords are hashed in no time; the log goes where pytest keeps it."""
    logs.set_up()
    with cheap_hashing():
        yield


def running(original: Path, folder: Path, **changes: Any) -> Iterator[Dash]:
    """A product on a fresh copy of a database."""
    copy = shutil.copyfile(original, folder / "copy.sqlite")
    made = a_product(f"sqlite:///{copy}", **changes)
    yield made
    database_of(made).close()


def a_product(url: str, **changes: Any) -> Dash:
    """A product on this database, reached without TLS."""
    return create_app(Settings(**{"secret": SECRET, "database": url, "https": False, **changes}))


def database_of(app: Dash) -> Database:
    """The database that a product reads."""
    return app.server.extensions[DATABASE]


def address(path: str) -> Address:
    """What a view is given for this path and question."""
    parts = urlsplit(path)
    found = page_at(parts.path)
    chosen = parse_qs(parts.query)
    return Address(
        parts.path,
        found[1] if found else {},
        {name: values[0] for name, values in chosen.items()},
        chosen,
    )


@dataclass
class Browser:
    """A client that fills in forms as a browser does: with the token of the page it is on."""

    app: Dash
    client: FlaskClient = field(init=False)

    def __post_init__(self) -> None:
        self.client = self.app.server.test_client()

    def get(self, path: str, **more: Any) -> TestResponse:
        return self.client.get(path, buffered=True, **more)

    def text(self, path: str) -> str:
        return self.get(path).get_data(as_text=True)

    def token(self) -> str:
        """The token of the forms of this browser's session."""
        return TOKEN.search(self.text("/sign-in"))[1]

    def post(
        self,
        path: str,
        given: Mapping[str, Any] | None = None,
        *,
        headers: Mapping[str, str] | None = None,
    ) -> TestResponse:
        """Post a form as one of our own pages does."""
        form = {"csrf_token": self.token(), **(given or {})}
        return self.client.post(path, data=form, headers=headers)

    def sign_in(self, username: str, password: str = A_PASSWORD, onward: str = "") -> TestResponse:
        return self.post("/sign-in", {"username": username, "password": password, "next": onward})

    def sign_in_as(self, role: Role) -> "Browser":
        """Sign in as the person who holds just this role."""
        assert self.sign_in(role.value).status_code == 303
        return self

    def is_signed_in(self) -> bool:
        return self.get("/account").status_code == 200

    def copy(self) -> "Browser":
        """Another browser that holds the same cookie."""
        other = Browser(self.app)
        cookie = self.client.get_cookie("compendium")
        other.client.set_cookie("compendium", cookie.value)
        return other

    def charts(self, pathname: Any, search: Any = "") -> TestResponse:
        """Ask for a page's charts as Dash does in the browser."""
        return self.client.post(UPDATE, json=a_request_for_charts(pathname, search))


def a_request_for_charts(pathname: Any = "/sources", search: Any = "") -> dict[str, Any]:
    """What Dash sends to have the charts of a page drawn."""
    return {
        "output": "charts.children",
        "outputs": {"id": "charts", "property": "children"},
        "inputs": [
            {"id": "address", "property": "pathname", "value": pathname},
            {"id": "address", "property": "search", "value": search},
        ],
        "changedPropIds": ["address.pathname"],
    }
