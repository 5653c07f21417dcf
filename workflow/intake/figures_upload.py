"""Bringing back a file of figures: every row that differs is an edit of its own, or none is."""

from sqlalchemy.orm import Session

from db.models import Edition
from db.session import Database
from domain.editions.kinds import INDICATOR
from domain.editions.places import FIELDS, indicator
from domain.errors import CompendiumError, Unreadable
from domain.governance.terms import Action
from readers.tables import Problem, Row, Table
from workflow.access import Actor
from workflow.editions import revision_history
from workflow.errors import Conflict, NothingToSave
from workflow.governance import policy, service, steps
from workflow.governance.step_input import StepInput


def bring_figures(
    database: Database, year: int, actor: Actor, table: Table, *, version: int
) -> int:
    """Save every row of the table that differs from what stands; returns how many did.

    All are saved in one transaction. Raises ``Unreadable``, naming the line, where one cannot be:
    an unknown indicator, a figure that cannot be kept, a judgement without its reason, or a row
    that somebody has saved since the file was taken away.
    """
    asked = StepInput(version)
    with (
        service.refusals_written_down(database, year, Action.EDIT, actor, asked),
        database.session_scope() as session,
    ):
        edition = service.locked(session, year)
        policy.step_of(actor, steps.steps_for(Action.EDIT, edition.stage))
        return sum(_bring(session, edition, actor, row, version) for row in table.rows)


def _bring(session: Session, edition: Edition, actor: Actor, row: Row, version: int) -> bool:
    place = indicator(row["indicator"])
    step_input = StepInput(
        version,
        place=place,
        read=row["revision"],
        fields={name: row[name] for name in FIELDS[INDICATOR]},
        reason="Brought in with a file of figures",
    )
    try:
        if not _differs(session, edition, place, step_input):
            return False
        service.take_step(session, edition, Action.EDIT, actor, step_input)
    except Conflict:
        details = "somebody saved it since the file was taken away: take it away anew"
        raise _at(row, details) from None
    except NothingToSave:
        return False
    except CompendiumError as fault:
        raise _at(row, str(fault)) from None
    return True


def _differs(session: Session, edition: Edition, place: str, step_input: StepInput) -> bool:
    then = revision_history.fields_then(session, edition, place, step_input.read)
    now = {**then, "direction": step_input.fields["direction"]}
    arrow = step_input.fields["direction"] not in ("rule", then["direction"])
    return arrow or any(now[name] != value for name, value in step_input.fields.items())


def _at(row: Row, details: str) -> Unreadable:
    return Unreadable(f"Nothing was saved. {Problem('The file', row.line, '', details)}")
