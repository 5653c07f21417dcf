"""Editions that earlier schemas kept, on the product's own pages after the upgrade."""

from contextlib import contextmanager

import pytest
from sqlalchemy import select

from callbacks.request_context import DATABASE
from db.models import Edition, FrozenVersion
from db.session import Database
from domain.editions.kinds import SCHEMAS
from domain.editions.terms import Stage
from domain.terms import Role
from tests.app.product import Browser, a_product, database_of
from tests.builders import a_person
from tests.builders.records import correct_the_record
from tests.builders.schemas import TRIAL
from tests.builders.stored_databases import files, name_of, upgraded
from tests.builders.workflow import YEAR
from tests.fixtures.keep import RECORD
from tests.sampling import sampled
from tests.workflow.editions.test_kept_editions import go_on

pytestmark = pytest.mark.unmeasured

READER = "somebody"
each_file = pytest.mark.parametrize("file", sampled(files(), 5), ids=name_of)
each_schemas = pytest.mark.parametrize(
    "schemas",
    [pytest.param(TRIAL, id="trial"), pytest.param(SCHEMAS, id="present", marks=pytest.mark.soak)],
)
"""The trial schemas hold all that the present ones do, and two fields more."""


@contextmanager
def read_by(database, schemas):
    """A browser signed in as somebody who may read every stage."""
    url = database.engine.url.render_as_string(hide_password=False)
    app = a_product(url)
    app.server.extensions[DATABASE] = Database(url, schemas)
    a_person(database_of(app), READER, [Role.BI_OFFICER, Role.DEMOCRATIC_SERVICES])
    browser = Browser(app)
    assert browser.sign_in(READER).status_code == 303
    yield browser
    database_of(app).close()


def pages_of(database) -> list[str]:
    """Every page that shows an edition or a version of it."""
    with database.reading_scope() as session:
        edition = session.scalars(select(Edition).where(Edition.year == YEAR)).one()
        names = session.scalars(select(FrozenVersion.name).order_by(FrozenVersion.id)).all()
        is_public = edition.stage is Stage.PUBLISHED
    base = f"/editions/{YEAR}"
    versions = [*names, "draft"]
    pairs = [(versions[0], other) for other in versions[1:]]
    return [
        "/work",
        "/editions",
        base,
        f"{base}/text",
        f"{base}/edit?place=indicator:{slug_in(database)}",
        f"{base}/history?place=indicator:{slug_in(database)}",
        *(f"{base}/versions/{name}" for name in versions),
        *(f"{base}/versions/{name}.json" for name in names),
        *(f"{base}/compare?from={old}&to={new}" for old, new in pairs),
        *(PUBLIC if is_public else ()),
        *((f"/indicators/{slug_in(database)}",) if is_public else ()),
    ]


PUBLIC = ("/", "/report", "/dashboards", "/indicators", "/indicators.csv")


def slug_in(database) -> str:
    with database.reading_scope() as session:
        edition = session.scalars(select(Edition).where(Edition.year == YEAR)).one()
        return edition.outcomes[0].dashboards[0].indicators[0].slug


def refused(browser, pages) -> list[tuple[str, int]]:
    answers = [(page, browser.get(page).status_code) for page in pages]
    return [(page, status) for page, status in answers if status != 200]


@each_file
@each_schemas
def test_every_page_of_a_kept_edition_answers_before_and_after_it_goes_on(
    file, schemas, sqlite_databases
):
    with (
        upgraded(file, sqlite_databases, schemas) as database,
        read_by(database, schemas) as browser,
    ):
        assert refused(browser, pages_of(database)) == []
        with database.session_scope() as session:
            if RECORD in file.name:
                correct_the_record(session)
            else:
                go_on(session, session.scalars(select(Edition)).one())
        assert refused(browser, pages_of(database)) == []


@each_file
def test_the_command_verifies_a_kept_edition(file, sqlite_databases, monkeypatch, said):
    with upgraded(file, sqlite_databases) as database:
        url = database.engine.url.render_as_string(hide_password=False)
        monkeypatch.setenv("COMPENDIUM_DATABASE", url)
        assert "entries, head " in said("audit", "verify")
