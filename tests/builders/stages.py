"""Databases with the small edition at a stage, copied from one template for each stage."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from sqlalchemy import event

from db.session import Database
from domain.editions.terms import Stage
from tests.builders.databases import Databases, template_of
from tests.builders.workflow import an_edition


@dataclass(frozen=True)
class Stages:
    """The databases with the small edition, by stage."""

    databases: Databases
    templates: dict[Stage, str] = field(default_factory=dict, compare=False)

    @contextmanager
    def at(self, stage: Stage) -> Iterator[Database]:
        """Yield a new database with the edition at a stage."""
        with self.databases.copy_of(self._template(stage)) as database:
            event.listen(database.engine, "connect", self._without_waiting_for_the_disk)
            yield database

    def _without_waiting_for_the_disk(self, connection: Any, _record: object) -> None:
        if self.databases.kind == "sqlite":
            connection.execute("PRAGMA synchronous=OFF")

    def _template(self, stage: Stage) -> str:
        if stage not in self.templates:
            self.templates[stage] = self._make(stage)
        return self.templates[stage]

    def _make(self, stage: Stage) -> str:
        order = list(Stage)
        before = order[order.index(stage) - 1] if stage is not order[0] else None

        def fill(database: Database) -> None:
            with database.session_scope() as session:
                an_edition(session, stage)

        start = self._template(before) if before else ""
        return template_of(self.databases, f"small_{stage.value}", fill, start=start)


@cache
def stages_in(databases: Databases) -> Stages:
    """Return the stages of these databases; all tests of a process share them."""
    return Stages(databases)
