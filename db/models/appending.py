"""Append-only tables: the session refuses to change their rows, and so do database triggers."""

from sqlalchemy import event, inspect
from sqlalchemy.orm import ORMExecuteState, Session

from db.models.audit import AuditEntry
from db.models.revisions import FrozenVersion
from domain.errors import CompendiumError

APPEND_ONLY: dict[type[object], str] = {
    AuditEntry: "Entries of the audit log",
    FrozenVersion: "Frozen versions",
}
"""The append-only tables, and the names of their rows in error texts."""


class AppendOnly(CompendiumError):
    """An attempt to change a row of an append-only table."""

    code = "append-only"


def _refuse(_mapper: object, _connection: object, row: object) -> None:
    raise AppendOnly(f"{APPEND_ONLY[type(row)]} cannot be changed or removed.")


for _model in APPEND_ONLY:
    event.listen(_model, "before_update", _refuse)
    event.listen(_model, "before_delete", _refuse)


@event.listens_for(Session, "do_orm_execute")
def _refuse_bulk_change(execution: ORMExecuteState) -> None:
    for model, name in APPEND_ONLY.items():
        bulk = execution.is_update or execution.is_delete
        if bulk and execution.bind_mapper is inspect(model):
            raise AppendOnly(f"{name} cannot be changed or removed.")
