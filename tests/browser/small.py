"""The small edition with the demonstration's people, served for one test alone."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from argon2 import PasswordHasher
from sqlalchemy import select

from app.commands.demo import walk
from app.demonstration import add_people
from db.loading import load_folder
from db.migrating import migrate
from db.models import Edition
from db.session import Database
from domain.editions.terms import Stage
from domain.terms import RecordedEvent
from tests.browser.reader import Reader
from tests.browser.serving import served
from tests.builders import a_folder
from workflow.access import COMMAND_LINE
from workflow.editions import rolling_forward
from workflow.people import passwords

YEAR, COPY = 2022, "copy.sqlite"
CHEAP = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
Newcomer = Callable[..., Reader]


@pytest.fixture(scope="session")
def small_edition(tmp_path_factory) -> Path:
    """A SQLite database with the small edition and the demonstration's people; copied, not used."""
    folder = tmp_path_factory.mktemp("small")
    database = Database(f"sqlite:///{folder / 'small.sqlite'}")
    migrate(database)
    with database.session_scope() as session, pytest.MonkeyPatch.context() as patch:
        patch.setattr(passwords, "_hasher", CHEAP)
        load_folder(session, a_folder(folder / "tables").path)
        edition = session.scalars(select(Edition)).one()
        rolling_forward.keep_all(
            session, edition, by=COMMAND_LINE, cause=RecordedEvent.LOAD_EDITION
        )
        add_people(session)
    database.close()
    return folder / "small.sqlite"


@pytest.fixture
def stage() -> Stage:
    """Where the small edition stands; a test that names another stage begins there."""
    return Stage.DRAFTING


@pytest.fixture
def small_product(small_edition, stage, tmp_path, monkeypatch) -> Iterator[str]:
    """The address of a product of one's own with the small edition at a stage."""
    monkeypatch.setattr(passwords, "_hasher", CHEAP)
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
            tab = context.new_page()
            return Reader(tab, small_product, scripts=scripts).at_width(1280)

        yield come
