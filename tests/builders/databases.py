"""Databases of both kinds, copied from templates that are made once and cached on disk."""

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from sqlalchemy import create_engine, text

from db.migrating import migrate
from db.session import Database
from tests.builders.template_cache import cached, locked
from tests.measuring import unmeasured

Fill = Callable[[Database], None]
_numbers = count(1)


@dataclass(frozen=True)
class Databases:
    """The operations that make databases of one kind."""

    kind: str
    address: Callable[[str], str]
    copy: Callable[[str, str], None]
    make: Callable[[str], None]
    drop: Callable[[str], None]
    holds: Callable[[str], bool]
    save: Callable[[str, Path], None]
    restore: Callable[[Path, str], None]
    leave: Callable[[], None] = lambda: None
    """Let go of the place, when no database is wanted of it any more."""

    def url(self, name: str) -> str:
        """Return the address of the database of this name."""
        return self.address(name)

    @contextmanager
    def empty(self) -> Iterator[Database]:
        """Yield a new database without tables; it is dropped afterwards."""
        name = _new("empty")
        self.make(name)
        yield from self._opened(name)

    @contextmanager
    def copy_of(self, template: str) -> Iterator[Database]:
        """Yield a copy of a template; it is dropped afterwards."""
        name = _new(template)
        self.copy(template, name)
        yield from self._opened(name)

    def _opened(self, name: str) -> Iterator[Database]:
        database = Database(self.url(name))
        yield database
        database.close()
        self.drop(name)


def _new(name: str) -> str:
    """Return a name that is unique among all processes on the same server."""
    return f"{name}_{os.getpid()}_{next(_numbers)}"


def template_of(
    databases: Databases, name: str, fill: Fill | None = None, *, start: str = ""
) -> str:
    """Return the name of a template database, which is made if it is missing.

    ``fill`` fills a migrated database, or a copy of the template ``start``. The result is cached on
    disk for other processes and later runs, until anything it is made of changes.
    """
    with locked(f"{databases.kind}-{name}"):
        if not databases.holds(name):
            with cached(f"{databases.kind}-{name}") as file:
                if file.exists():
                    databases.restore(file, name)
                else:
                    _make(databases, name, fill, start)
                    databases.save(name, file)
    return name


def _make(databases: Databases, name: str, fill: Fill | None, start: str) -> None:
    if start:
        databases.copy(start, name)
    else:
        databases.make(name)
    database = Database(databases.url(name))
    migrate(database)
    if fill:
        with unmeasured():  # coverage must not depend on the cache
            fill(database)
    database.close()


def in_folder(folder: Path) -> Databases:
    """Return databases that are SQLite files in a folder."""

    def file(name: str) -> Path:
        return folder / f"{name}.sqlite"

    def copy(source: Path, target: Path) -> None:
        shutil.copyfile(source, target)

    return Databases(
        "sqlite",
        address=lambda name: f"sqlite:///{file(name)}",
        copy=lambda old, new: copy(file(old), file(new)),
        make=lambda name: None,
        drop=lambda name: file(name).unlink(missing_ok=True),
        holds=lambda name: file(name).exists(),
        save=lambda name, to: copy(file(name), to),
        restore=lambda source, name: copy(source, file(name)),
    )


def on_server(uri: Callable[[str], str], programs: Path) -> Databases:
    """Return databases on a PostgreSQL server; ``uri`` returns the address of a name."""
    administration = create_engine(uri("postgres"), isolation_level="AUTOCOMMIT")

    def run(command: str) -> list:
        with administration.connect() as connection:
            result = connection.execute(text(command))
            rows = list(result) if result.returns_rows else []
        administration.dispose()
        return rows

    def call(program: str, name: str, *arguments: str) -> None:
        address = uri(name).replace("+psycopg", "")
        subprocess.run([programs / program, *arguments, "-d", address], check=True)

    def make(name: str) -> None:
        run(f"CREATE DATABASE {name}")

    def restore(source: Path, name: str) -> None:
        make(name)
        call("pg_restore", name, "--exit-on-error", str(source))

    return Databases(
        "postgresql",
        address=uri,
        copy=lambda old, new: run(f"CREATE DATABASE {new} TEMPLATE {old}") and None,
        make=make,
        drop=lambda name: run(f"DROP DATABASE {name} WITH (FORCE)") and None,
        holds=lambda name: bool(run(f"SELECT 1 FROM pg_database WHERE datname = '{name}'")),
        save=lambda name, to: call("pg_dump", name, "-Fc", "-Z1", "-f", str(to)),
        restore=restore,
        leave=administration.dispose,
    )
