"""Databases of both kinds, each a fresh copy of one that was made ready once."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from sqlalchemy import create_engine, text

from db.migrating import migrate
from db.session import Database

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

    def url(self, name: str) -> str:
        """Where a database of this name is."""
        return self.address(name)

    @contextmanager
    def empty(self) -> Iterator[Database]:
        """A new database without any table, gone afterwards."""
        name = f"empty_{next(_numbers)}"
        self.make(name)
        yield from self._opened(name)

    @contextmanager
    def copy_of(self, template: str) -> Iterator[Database]:
        """A new database equal to one made by ``template_of``, gone afterwards."""
        name = f"{template}_{next(_numbers)}"
        self.copy(template, name)
        yield from self._opened(name)

    def _opened(self, name: str) -> Iterator[Database]:
        database = Database(self.url(name))
        yield database
        database.close()
        self.drop(name)


def template_of(databases: Databases, name: str, fill: Fill | None = None) -> str:
    """Make a migrated database to copy from, and return its name."""
    databases.make(name)
    database = Database(databases.url(name))
    migrate(database)
    if fill:
        fill(database)
    database.close()
    return name


def in_folder(folder: Path) -> Databases:
    """SQLite files in a folder."""

    def file(name: str) -> Path:
        return folder / f"{name}.sqlite"

    return Databases(
        "sqlite",
        address=lambda name: f"sqlite:///{file(name)}",
        copy=lambda old, new: shutil.copyfile(file(old), file(new)) and None,
        make=lambda name: None,
        drop=lambda name: file(name).unlink(missing_ok=True),
    )


def on_server(uri: Callable[[str], str]) -> Databases:
    """Databases on a PostgreSQL server; ``uri`` gives the address of a name."""
    administration = create_engine(uri("postgres"), isolation_level="AUTOCOMMIT")

    def run(command: str) -> None:
        with administration.connect() as connection:
            connection.execute(text(command))
        administration.dispose()

    return Databases(
        "postgresql",
        address=uri,
        copy=lambda old, new: run(f"CREATE DATABASE {new} TEMPLATE {old}"),
        make=lambda name: run(f"CREATE DATABASE {name}"),
        drop=lambda name: run(f"DROP DATABASE {name} WITH (FORCE)"),
    )
