"""No page, file or redrawing that is open to the public shows anything of an unpublished edition."""

import pytest
from sqlalchemy import select

from app.web.downloads import DOWNLOADS
from app.web.pages import PAGES
from db.loading import load_folder
from db.migrating import migrate
from db.models import Edition
from db.session import Database
from domain.editions.terms import Stage
from domain.terms import Access, Role
from tests.app.addresses import ADDRESSES, FILE_ADDRESSES
from tests.app.markup import read
from tests.app.product import Browser, a_product, database_of, running
from tests.app.web.test_routes import named
from tests.builders import a_folder, an_actor
from tests.builders.templates import add_everyone
from tests.sampling import some, some_or_all
from workflow.editions import rolling_forward
from workflow.editions.readership import READERS
from workflow.editions.rolling_forward import NextYear

pytestmark = pytest.mark.unmeasured

SECRET = "Zwischenstand"
"""A word that stands in every text and name of the draft, and nowhere else."""
UNPUBLISHED = [stage for stage in Stage if stage is not Stage.PUBLISHED]
PUBLIC = [page for page in PAGES if page.access is Access.PUBLISHED]
PUBLIC_FILES = [each for each in DOWNLOADS if each.access is Access.PUBLISHED]
OF_THE_DRAFT = [
    "/",
    "/report",
    "/dashboards",
    "/dashboards/environment-waste",
    "/indicators",
    f"/indicators?text={SECRET}",
    "/indicators/waste-recycled",
    "/improvement",
    "/editions/2022",
    "/editions/2022/text",
    "/editions/2022/compare?from=A&to=B",
    "/editions/2022/versions/A",
    "/editions/2022/versions/A.json",
    "/editions/2022/calendar.ics",
]


def put_the_word_everywhere(edition: Edition) -> None:
    edition.title = f"{SECRET} {edition.year}"
    dashboards = [each for outcome in edition.outcomes for each in outcome.dashboards]
    indicators = [each for dashboard in dashboards for each in dashboard.indicators]
    for rows, columns in (
        (edition.sections, ("title", "body")),
        (dashboards, ("name", "note", "comparator")),
        (indicators, ("name", "commentary", "source", "value_text", "target_text")),
    ):
        for row in rows:
            for column in columns:
                setattr(row, column, SECRET)


@pytest.fixture(scope="module")
def product(tmp_path_factory):
    """A product that holds a draft of 2022 and nothing else."""
    folder = tmp_path_factory.mktemp("draft")
    file = folder / "draft.sqlite"
    database = Database(f"sqlite:///{file}")
    migrate(database)
    with database.session_scope() as session:
        load_folder(session, a_folder(folder / "tables").path)
        put_the_word_everywhere(session.scalars(select(Edition)).one())
    add_everyone(database)
    database.close()
    made = a_product(f"sqlite:///{file}")
    yield made
    database_of(made).close()


@pytest.fixture(params=UNPUBLISHED, ids=lambda stage: stage.value)
def at_a_stage(product, request):
    """The same with the draft at each stage but the one of what is published."""
    with database_of(product).session_scope() as session:
        edition = session.scalars(select(Edition)).one()
        edition.stage = request.param
        if request.param is Stage.WITHDRAWN:
            edition.title = "What was published once"  # and is named in the note in its place
    return product, request.param


def told(browser, path: str) -> str:
    """Everything that is answered for a path, as a page, a file and a redrawing."""
    answered = browser.get(path, follow_redirects=True).get_data().decode("utf-8", "replace")
    pathname, _, question = path.partition("?")
    return answered + browser.charts(pathname, f"?{question}").get_data(as_text=True)


EVERYWHERE = [
    *(ADDRESSES[page.name] for page in PAGES),
    *(FILE_ADDRESSES[each.name] for each in DOWNLOADS),
    *OF_THE_DRAFT,
]


def found_by(browser: Browser, most: int | None, *, of: object) -> list[str]:
    """Where a word of the draft is told, of so many addresses.

    Of an address that asks for a word, the word itself is no word of the draft.
    """
    asked = some([path for path in EVERYWHERE if SECRET not in path], most, of=of)
    return [path for path in asked if SECRET in told(browser, path)]


@some_or_all(25)
def test_a_stranger_finds_no_word_of_a_draft_at_any_address(at_a_stage, most):
    product, stage = at_a_stage
    browser = Browser(product)
    assert found_by(browser, most, of=stage) == []
    answered = browser.get(f"/indicators?text={SECRET}")
    assert answered.status_code == 404


@some_or_all(6)
@pytest.mark.parametrize("role", Role, ids=named)
def test_a_signed_in_person_finds_none_on_the_pages_of_readers(at_a_stage, role, most):
    product, stage = at_a_stage
    browser = Browser(product).sign_in_as(role)
    readers = [page for page in PUBLIC if not page.address.startswith("/editions")]
    for page in some(readers, most, of=(role, stage)):
        assert SECRET not in told(browser, ADDRESSES[page.name])
    if role not in (READERS[stage] or ()):
        assert found_by(browser, most, of=(role, stage)) == []


@pytest.mark.parametrize("path", ["/", "/report", "/dashboards", "/indicators", "/improvement"])
def test_where_there_is_only_a_draft_readers_are_told_that_none_is_published(at_a_stage, path):
    response = Browser(at_a_stage[0]).get(path)
    assert response.status_code == 404
    assert "published yet" in response.text


@pytest.mark.parametrize("each", PUBLIC_FILES, ids=named)
def test_no_file_of_a_draft_can_be_taken_away_by_the_public(at_a_stage, each):
    assert Browser(at_a_stage[0]).get(FILE_ADDRESSES[each.name]).status_code == 404


@pytest.fixture(scope="module")
def beside(edition_file, tmp_path_factory):
    """The real edition of 2022, published, and a draft of 2023 that was begun from it."""
    for made in running(edition_file, tmp_path_factory.mktemp("beside")):
        with database_of(made).session_scope() as session:
            following, officer = NextYear.after(session, 2022), an_actor(Role.BI_OFFICER)
            draft = rolling_forward.roll_forward(session, 2022, following, by=officer)
            put_the_word_everywhere(draft)
        yield made


def as_read(browser, path: str) -> tuple[str, str]:
    """The main part of a page, and what a redrawing of it is; each product has ids of its own."""
    page = read(browser.text(path))
    return page.one("head").one("title").text + page.one("main").text, browser.charts(path).text


def test_a_draft_beside_a_published_edition_changes_no_page_of_readers(
    beside, edition_file, tmp_path
):
    browser = Browser(beside)
    for alone in running(edition_file, tmp_path):
        without = Browser(alone)
        for page in PUBLIC:
            path = ADDRESSES[page.name]
            assert SECRET not in told(browser, path)
            assert as_read(browser, path) == as_read(without, path), path
    assert browser.get("/editions/2023").status_code == 404
