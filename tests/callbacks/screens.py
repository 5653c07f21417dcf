"""What a view shows, read from its own words."""

import pytest
from dash import Dash
from sqlalchemy import Executable

from app.web.html import html_of
from callbacks.indicators import dashboard, improvement, indicators
from callbacks.request_context import reading
from db.queries import editions
from db.queries import indicators as queries
from domain.indicators.filtering import CHOICES
from tests.app.markup import Element, cells, read
from tests.app.product import address, database_of

YEAR = 2022
HEADLINE = (91, 38, 73, 19)
NAMES = [(name, choice) for name, choices in CHOICES.items() for choice in choices]


def change(app: Dash, *statements: Executable) -> None:
    """Change what a product of one's own shows."""
    with database_of(app).session_scope() as session:
        for statement in statements:
            assert session.execute(statement).rowcount > 0


def document(sheet) -> Element:
    return read(html_of(list(sheet.content)))


def names_in(sheet) -> list[str]:
    """The indicators in the table of a page, in its order."""
    table = next(
        node for node in document(sheet).all("table") if node.get("id") == "indicator-table"
    )
    return [row.all("th")[0].all("a")[0].text for row in table.all("tr") if row.all("td")]


def shown(path: str) -> list[str]:
    """The indicators that a path shows; none where the page says that none fit."""
    view = dashboard.view if path.startswith("/dashboards") else indicators.view
    sheet = view(address(path))
    if "No indicator fits" in document(sheet).text:
        return []
    return names_in(sheet)


def count_table(path: str) -> list[list[str]]:
    """The counts of each dashboard and of all together, at an address of improvement."""
    tables = document(improvement.view(address(path))).all("table")
    return next(cells(table) for table in tables if cells(table)[0][0] == "Dashboard")


@pytest.fixture(scope="module")
def edition(app):
    """Every dashboard and indicator of the edition."""
    with app.server.test_request_context("/"), reading() as session:
        yield editions.dashboards(session, YEAR), queries.of_edition(session, YEAR)


@pytest.fixture
def all_dashboards(edition):
    return edition[0]


@pytest.fixture
def all_rows(edition):
    return edition[1]
