"""What is only ever added to: refused here, in the session; the database's triggers refuse too."""

from sqlalchemy import event, inspect
from sqlalchemy.orm import ORMExecuteState, Session

from db.models.audit import AuditEntry
from db.models.revisions import FrozenVersion
from domain.errors import CompendiumError

APPEND_ONLY: dict[type[object], str] = {
    AuditEntry: "Entries of the audit log",
    FrozenVersion: "Frozen versions",
}
"""The tables, and what a refusal calls their rows."""


class AppendOnly(CompendiumError):
    """An attempt to change what is only ever added to."""

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
