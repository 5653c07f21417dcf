"""Databases of both kinds, each a fresh copy of a template that is made once and kept on disk."""

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
from tests.builders.keeping import kept, locked
from tests.measuring import unmeasured

Fill = Callable[[Database], None]
_numbers = count(1)


@dataclass(frozen=True)
class Databases:
    """A place where databases of one kind can be made."""

    kind: str
    address: Callable[[str], str]
    copy: Callable[[str, str], None]
    make: Callable[[str], None]
    drop: Callable[[str], None]
    holds: Callable[[str], bool]
    save: Callable[[str, Path], None]
    restore: Callable[[Path, str], None]

    def url(self, name: str) -> str:
        """Return where a database of this name is."""
        return self.address(name)

    @contextmanager
    def empty(self) -> Iterator[Database]:
        """Yield a new database without any table, gone afterwards."""
        name = _new("empty")
        self.make(name)
        yield from self._opened(name)

    @contextmanager
    def copy_of(self, template: str) -> Iterator[Database]:
        """Yield a new database equal to one made by ``template_of``, gone afterwards."""
        name = _new(template)
        self.copy(template, name)
        yield from self._opened(name)

    def _opened(self, name: str) -> Iterator[Database]:
        database = Database(self.url(name))
        yield database
        database.close()
        self.drop(name)


def _new(name: str) -> str:
    """Return a name that no other database has, of this process or another on the same server."""
    return f"{name}_{os.getpid()}_{next(_numbers)}"


def template_of(
    databases: Databases, name: str, fill: Fill | None = None, *, start: str = ""
) -> str:
    """Make a database to copy from where it is missing, and return its name.

    What ``fill`` makes of a migrated database, or of the template ``start``, is kept on disk for
    the other processes of this run and for later runs, until anything it is made of changes.
    """
    with locked(f"{databases.kind}-{name}"):
        if not databases.holds(name):
            with kept(f"{databases.kind}-{name}") as file:
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
        with unmeasured():  # or coverage would depend on what is kept on disk
            fill(database)
    database.close()


def in_folder(folder: Path) -> Databases:
    """SQLite files in a folder."""

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
    """Return databases on a PostgreSQL server; ``uri`` gives the address of a name."""
    administration = create_engine(uri("postgres"), isolation_level="AUTOCOMMIT")

    def run(command: str) -> list:
        with administration.connect() as connection:
            done = connection.execute(text(command))
            found = list(done) if done.returns_rows else []
        administration.dispose()
        return found

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
    )
