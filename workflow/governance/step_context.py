"""The context of one step: its actor, subject and input, and what its rules read."""

from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.content import ResolvedPlace, resolve, resolve_text
from db.models import Change, Decision, Edition, Motion
from db.queries import governance, revisions
from domain.editions.kinds import EDITION
from domain.editions.places import Place
from domain.editions.revisions import SignOffUnit
from domain.errors import NotFound
from domain.governance.record import Amendment, Delegation
from workflow.access import Actor
from workflow.audit_log import EntryDetails
from workflow.editions import revision_history
from workflow.governance.step_input import StepInput
from workflow.governance.steps import Step


@dataclass(slots=True)
class Reading:
    """The parts of an edition that were read under its lock: each place is read once and reused.

    ``texts`` and the newest revisions' ``numbers`` are by place, ``units`` by the unit's place.
    """

    texts: dict[str, ResolvedPlace] = field(default_factory=dict)
    numbers: dict[str, int] = field(default_factory=dict)
    units: dict[str, SignOffUnit] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class StepContext:
    """A step with its input. ``today`` is the council's own date.

    The edition is locked while the step is taken, so values that were read from it stay valid.
    """

    session: Session
    edition: Edition
    step: Step
    actor: Actor
    step_input: StepInput
    today: date
    reading: Reading = field(default_factory=Reading, compare=False)

    def text(self, place: str) -> ResolvedPlace:
        """Return a place that has text or figures of its own. Raises ``NotFound``."""
        if place not in self.reading.texts:
            self.reading.texts[place] = resolve_text(self.session, self.edition, place)
        return self.reading.texts[place]

    def fields(self, place: str) -> dict[str, Any]:
        """Return the current fields of a place. Raises ``NotFound``."""
        return self.text(place).fields

    def number(self, place: str) -> int:
        """Return the number of a place's newest revision, 0 where there is none."""
        if place not in self.reading.numbers:
            number = revision_history.number_of(self.session, self.edition, place)
            self.reading.numbers[place] = number
        return self.reading.numbers[place]

    def keep(self, place: str, *, note: str) -> None:
        """Add the current fields of a place as its next revision, made by the step."""
        revision = revision_history.revision_of(
            self.edition,
            place,
            self.fields(place),
            by=self.actor,
            cause=self.step.action.value,
            note=note,
            number=self.number(place) + 1,
        )
        self.session.add(revision)
        self.session.flush()
        self.reading.numbers[place] = revision.number

    def unit(self, place: str) -> SignOffUnit:
        """Return the sign-off unit of a section or dashboard. Raises ``NotFound``."""
        if place not in self.reading.units:
            self.reading.units[place] = revisions.unit(self.session, self.edition.year, place)
        return self.reading.units[place]

    def unit_of(self, place: str) -> str:
        """Return the section or dashboard that a place is signed off with."""
        return self.text(place).unit

    def change(self) -> Change:
        """Return the row of the change that the step is about. Raises ``NotFound``."""
        row = self.session.scalar(
            select(Change).where(
                Change.edition_id == self.edition.id, Change.number == self.step_input.number
            )
        )
        if row is None:
            raise NotFound(f"There is no change {self.step_input.number} of this edition.")
        return row

    def amendment(self) -> Amendment:
        """Return the record of the change that the step is about. Raises ``NotFound``."""
        row = self.change()
        return governance.amendment(row, self._title(row.place))

    def decision(self) -> Decision | None:
        """Return what the Cabinet decided in this round, if it has decided."""
        return decision_of(self.session, self.edition)

    def delegation(self) -> Delegation | None:
        """Return the delegation of this round, if there is one."""
        return governance.delegation(self.decision())

    def motion(self) -> Motion:
        """Return the motion before the Council in this round."""
        return self.session.scalars(
            select(Motion).where(
                Motion.edition_id == self.edition.id, Motion.round == self.edition.round
            )
        ).one()

    def title(self, place: str) -> str:
        """Return what the log calls a place."""
        title = self._title(place)
        return title if place == EDITION else f"{title}, {self.edition.year}"

    def _title(self, place: str) -> str:
        if Place.of(place).fields:
            return self.text(place).title
        return resolve(self.session, self.edition, place).title

    def entry_details(self, place: str = "", **what: Any) -> EntryDetails:
        """Return what the log will say of the edition, or of a place in it."""
        if not place:
            return EntryDetails(
                f"edition:{self.edition.year}", f"the {self.edition.year} edition", **what
            )
        kind, _, key = place.partition(":")
        return EntryDetails(f"{kind}:{self.edition.year}/{key}", self.title(place), **what)

    def with_input(self, **changes: Any) -> "StepContext":
        """Return the same step with other input."""
        return replace(self, step_input=replace(self.step_input, **changes))


def decision_of(session: Session, edition: Edition) -> Decision | None:
    """Return what the Cabinet decided on an edition in its present round, if it has decided."""
    return session.scalar(
        select(Decision).where(Decision.edition_id == edition.id, Decision.round == edition.round)
    )
