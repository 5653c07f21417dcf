"""The small edition with the demonstration's people, served for one test alone."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from sqlalchemy import make_url

from app.commands.demo import walk
from db.session import Database
from domain.editions.terms import Stage
from tests.browser.reader import PATIENCE, Reader
from tests.browser.serving import served
from tests.builders import templates

YEAR, COPY = 2022, "copy.sqlite"
Newcomer = Callable[..., Reader]


@pytest.fixture(scope="session")
def small_edition(sqlite_databases) -> Path:
    """A SQLite database with the small edition and the demonstration's people; copied, not used."""
    return Path(make_url(sqlite_databases.url(templates.small(sqlite_databases))).database)


@pytest.fixture
def stage() -> Stage:
    """Where the small edition stands; a test that names another stage begins there."""
    return Stage.DRAFTING


@pytest.fixture
def small_product(small_edition, stage, tmp_path) -> Iterator[str]:
    """The address of a product of one's own with the small edition at a stage."""
    copy = shutil.copyfile(small_edition, tmp_path / COPY)
    _walk(copy, stage)
    with served(f"sqlite:///{copy}") as home:
        yield home


@pytest.fixture
def walk_on(small_product, tmp_path) -> Callable[[Stage], None]:
    """Lets others take the edition on to a later stage, by the real steps."""
    assert small_product
    return lambda stage: _walk(tmp_path / COPY, stage)


def _walk(copy: Path, stage: Stage) -> None:
    database = Database(f"sqlite:///{copy}")
    list(walk(database.session_scope, YEAR, stage))
    database.close()


@pytest.fixture
def newcomer(plain_browser, small_product) -> Iterator[Newcomer]:
    """Gives somebody new with a browser of their own, each time it is called."""
    with ExitStack() as leaving:

        def come(*, scripts: bool = True) -> Reader:
            context = plain_browser.new_context(java_script_enabled=scripts)
            leaving.callback(context.close)
            context.set_default_timeout(PATIENCE)
            tab = context.new_page()
            return Reader(tab, small_product, scripts=scripts).at_width(1280)

        yield come
