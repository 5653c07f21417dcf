"""Uploading of a file of figures: every row that differs is saved as an edit, or none is."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy.orm import Session

from db.content import texts_of
from db.models import Edition
from db.queries import revisions
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
from workflow.governance.step_context import Reading
from workflow.governance.step_input import StepInput


def bring_figures(
    database: Database, year: int, actor: Actor, table: Table, *, version: int
) -> int:
    """Save every row of the table that differs from the edition; return how many did.

    All are saved in one transaction. Raises ``Unreadable``, naming the line, for an unknown
    indicator, an invalid figure, a judgement without its reason, or a row that somebody has saved
    since the file was downloaded.
    """
    with (
        service.refusals_written_down(database, year, Action.EDIT, actor, StepInput(version)),
        database.session_scope() as session,
    ):
        edition = service.locked(session, year)
        policy.step_of(actor, steps.steps_for(Action.EDIT, edition.stage))
        saving = _Saving(session, edition, actor, version, _reading(session, edition))
        return sum(saving.save(row) for row in table.rows)


def _reading(session: Session, edition: Edition) -> Reading:
    """Return every indicator with the number of its newest revision, read at once."""
    texts = {text.address: text for text in texts_of(session, edition, INDICATOR)}
    numbers = revisions.numbers(session, edition.year)
    return Reading(texts, {place: numbers.get(place, 0) for place in texts})


@dataclass(frozen=True, slots=True)
class _Saving:
    """The saving of one file's rows in one transaction."""

    session: Session
    edition: Edition
    actor: Actor
    version: int
    reading: Reading

    def save(self, row: Row) -> bool:
        """Save one row of the file; return whether it differs from the edition."""
        step_input = StepInput(
            self.version,
            place=indicator(row["indicator"]),
            read=row["revision"],
            fields={name: row[name] for name in FIELDS[INDICATOR]},
            reason="Brought in with a file of figures",
        )
        try:
            if not self._differs(step_input):
                return False
            service.take_step(
                self.session,
                self.edition,
                Action.EDIT,
                self.actor,
                step_input,
                reading=self.reading,
            )
        except Conflict:
            details = "somebody saved it since the file was taken away: take it away anew"
            raise _at(row, details) from None
        except NothingToSave:
            return False
        except CompendiumError as fault:
            raise _at(row, str(fault)) from None
        return True

    def _differs(self, step_input: StepInput) -> bool:
        """Return whether a row says otherwise than the revision that was taken away."""
        then = self._taken_away(step_input.place, step_input.read)
        now = {**then, "direction": step_input.fields["direction"]}
        arrow = step_input.fields["direction"] not in ("rule", then["direction"])
        return arrow or any(now[name] != value for name, value in step_input.fields.items())

    def _taken_away(self, place: str, number: int) -> dict[str, Any]:
        """Return what a place held at a revision: as it stands, where that is the newest."""
        text = self.reading.texts.get(place)
        if text is not None and number == self.reading.numbers[place]:
            return text.fields
        return revision_history.fields_then(self.session, self.edition, place, number)


def _at(row: Row, details: str) -> Unreadable:
    return Unreadable(f"Nothing was saved. {Problem('The file', row.line, '', details)}")
