"""One step being taken: who takes it on what, with what, and the questions its rules ask."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.content import title_at
from db.models import Change, Decision, Edition, Motion
from domain.errors import NotFound
from workflow.access import Actor
from workflow.audit_log import EntryDetails
from workflow.governance.step_input import StepInput
from workflow.governance.steps import Step


@dataclass(frozen=True, slots=True)
class StepContext:
    """A step with everything it is taken with. ``today`` is the council's own date."""

    session: Session
    edition: Edition
    step: Step
    actor: Actor
    step_input: StepInput
    today: date

    def change(self) -> Change:
        """The change that is meant, of the kind and in the round that it can be now."""
        found = self.session.scalar(
            select(Change).where(
                Change.edition_id == self.edition.id, Change.number == self.step_input.number
            )
        )
        if found is None:
            raise NotFound(f"There is no change {self.step_input.number} of this edition.")
        return found

    def decision(self) -> Decision | None:
        """What the Cabinet decided in this round, if it has."""
        return decision_of(self.session, self.edition)

    def motion(self) -> Motion:
        """The motion before the Council in this round."""
        return self.session.scalars(
            select(Motion).where(
                Motion.edition_id == self.edition.id, Motion.round == self.edition.round
            )
        ).one()

    def title(self, place: str) -> str:
        """What the log calls a place."""
        title = title_at(self.session, self.edition, place)
        return title if place == "edition" else f"{title}, {self.edition.year}"

    def entry_details(self, place: str = "", **what: Any) -> EntryDetails:
        """What the log will say; of the edition, or of a place in it."""
        if not place:
            return EntryDetails(
                f"edition:{self.edition.year}", f"the {self.edition.year} edition", **what
            )
        kind, _, key = place.partition(":")
        return EntryDetails(f"{kind}:{self.edition.year}/{key}", self.title(place), **what)

    def with_input(self, **changes: Any) -> "StepContext":
        """The same step with something else given."""
        return replace(self, step_input=replace(self.step_input, **changes))


def decision_of(session: Session, edition: Edition) -> Decision | None:
    """What the Cabinet decided on an edition in its present round, if it has."""
    return session.scalar(
        select(Decision).where(Decision.edition_id == edition.id, Decision.round == edition.round)
    )
