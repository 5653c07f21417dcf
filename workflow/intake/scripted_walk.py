"""Taking an edition through the real steps: the record of 2022, and a demonstration's walk.

A script gives the meetings, comments and resolutions of a walk. Every step goes through
``service.take_step`` like any other, with its guards, its audit entry and its messages.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.content import all_fields, fields_at
from db.models import Edition, Motion
from domain.editions.kinds import EDITION, INDICATOR
from domain.editions.places import Place, section
from domain.editions.revisions import SignOffUnit
from domain.editions.sections import RECOMMENDATIONS, lettered
from domain.editions.terms import Stage
from domain.errors import CompendiumError
from domain.governance import rules
from domain.governance.commission_views import CommentSummary, draft_views
from domain.governance.terms import Action, CommentKind, CommentOutcome
from domain.governance.working_days import papers_due
from domain.terms import Role
from workflow.access import Actor
from workflow.editions import revision_history
from workflow.governance import service, steps
from workflow.governance.bodies import scrutiny
from workflow.governance.readiness import unsigned_units
from workflow.governance.step_context import StepContext
from workflow.governance.step_input import DelegationInput, StepInput

ORDER = (
    Stage.DRAFTING,
    Stage.SCRUTINY,
    Stage.REVISION,
    Stage.CABINET,
    Stage.AMENDMENT,
    Stage.COUNCIL,
    Stage.APPROVED,
    Stage.PUBLISHED,
)


@dataclass(frozen=True, slots=True)
class Actors:
    """The people of a walk. The second officer signs off what the first has written."""

    officer: Actor
    second: Actor
    scrutiny: Actor
    clerk: Actor


@dataclass(frozen=True, slots=True)
class Script:
    """The events of a walk. ``answers`` are by comment number; ``unknown`` is the text for the rest."""

    scrutiny_on: date
    cabinet_on: date
    council_on: date
    comments: Sequence[tuple[CommentKind, str]]
    answers: Mapping[int, str]
    recommendations: Sequence[str]
    delegation_in: str
    motion: str
    unknown: str
    texts: Callable[[str, Mapping[str, Any]], Mapping[str, str]] | None = None
    values: Mapping[str, str] = field(default_factory=dict)


class ScriptedWalk:
    """One edition taken through its steps, in one session."""

    def __init__(self, session: Session, edition: Edition, cast: Actors, script: Script) -> None:
        """Store the edition, the people and the script."""
        self.session, self.edition, self.cast, self.script = session, edition, cast, script
        self._from = {
            Stage.DRAFTING: self._draft,
            Stage.SCRUTINY: self._scrutinise,
            Stage.REVISION: self._revise,
            Stage.CABINET: self._resolve,
            Stage.AMENDMENT: self._send_to_council,
            Stage.COUNCIL: self._approve,
            Stage.APPROVED: self._publish,
        }

    def to(self, stage: Stage) -> Iterator[Stage]:
        """Take steps until the edition is at a stage, yielding each stage on the way."""
        ahead = ORDER[ORDER.index(self.edition.stage) :] if self.edition.stage in ORDER else ()
        if stage not in ahead:
            raise CompendiumError(
                f"The {self.edition.year} edition is in {self.edition.stage.value} already, and "
                f"cannot be walked to {stage.value}.",
                says_nothing_changed=True,
            )
        while self.edition.stage is not stage:
            self._from[self.edition.stage]()
            yield self.edition.stage

    def _draft(self) -> None:
        self._write()
        self._sign_off()
        self._take(
            Action.SEND_TO_SCRUTINY,
            self.cast.officer,
            today=papers_due(self.script.scrutiny_on),
            meeting=self.script.scrutiny_on,
        )

    def _write(self) -> None:
        """Write the script's text into every place that is still empty."""
        if self.script.texts is None:
            return
        for place, fields in list(all_fields(self.session, self.edition)):
            step_input = self.script.texts(place, fields)
            if step_input:
                self._edit(place, step_input)

    def _edit(self, place: str, fields: Mapping[str, str]) -> None:
        self._take(
            Action.EDIT,
            self.cast.officer,
            today=papers_due(self.script.scrutiny_on),
            place=place,
            read=revision_history.number_of(self.session, self.edition, place),
            fields=fields,
        )

    def _sign_off(self) -> None:
        day = papers_due(self.script.scrutiny_on)
        step = steps.steps_for(Action.SIGN_OFF_SECTION, self.edition.stage)[0]
        asking = StepContext(
            self.session, self.edition, step, self.cast.second, StepInput(self.edition.version), day
        )
        for unit in unsigned_units(asking):
            self._take(
                Action.SIGN_OFF_SECTION,
                self._signer(unit),
                today=day,
                place=unit.place,
                read=unit.newest,
            )

    def _signer(self, unit: SignOffUnit) -> Actor:
        """Return the second officer, or the first where the second has edited the unit."""
        for officer in (self.cast.second, self.cast.officer):
            if not rules.is_own_work(unit, officer.username):
                return officer
        raise CompendiumError(
            f"“{unit.title}” was edited by {self.cast.second.name} and by {self.cast.officer.name}, so "
            "neither of them can sign it off. Let another officer sign it off in the product, then "
            "walk on.",
            says_nothing_changed=True,
        )

    def _scrutinise(self) -> None:
        day = self.script.scrutiny_on
        for kind, text in self.script.comments:
            self._take(
                Action.COMMENT, self.cast.scrutiny, today=day, place=EDITION, kind=kind, text=text
            )
        self._take(
            Action.REFER_TO_CABINET,
            self.cast.clerk,
            today=day,
            minute=self.script.unknown,
            text=draft_views(
                [
                    CommentSummary(row.number or 0, row.kind, "", row.text)
                    for row in scrutiny.submitted(self.session, self.edition)
                ]
            ),
        )

    def _revise(self) -> None:
        day = self.script.scrutiny_on
        for row in scrutiny.submitted(self.session, self.edition):
            number = row.number or 0
            is_view = row.kind is CommentKind.VIEW and number not in self.script.answers
            if is_view or row.answered_at is not None:
                continue
            self._take(
                Action.ANSWER_COMMENT,
                self.cast.officer,
                today=day,
                number=number,
                text=self.script.answers.get(number, self.script.unknown),
                outcome=CommentOutcome.NEXT_YEAR
                if row.kind is CommentKind.REQUEST
                else CommentOutcome.DONE,
            )
        self._recommend()
        self._sign_off()
        self._take(
            Action.SEND_TO_CABINET,
            self.cast.officer,
            today=papers_due(self.script.cabinet_on),
            meeting=self.script.cabinet_on,
        )

    def _recommend(self) -> None:
        """Write the recommendations, unless the edition has some."""
        place, body = section(RECOMMENDATIONS), "\n\n".join(self.script.recommendations)
        if fields_at(self.session, self.edition, place)["body"] != body:
            self._edit(place, {"body": body})

    def _resolve(self) -> None:
        unknown, letter = self.script.unknown, self.script.delegation_in
        self._take(
            Action.RESOLVE,
            self.cast.clerk,
            today=self.script.cabinet_on,
            resolutions=lettered("\n\n".join(self.script.recommendations)),
            minute=unknown,
            reason=unknown,
            options_rejected=unknown,
            interests=unknown,
            dispensations=unknown,
            delegation=DelegationInput(letter, self.script.council_on) if letter else None,
        )

    def _send_to_council(self) -> None:
        self._take(
            Action.SEND_TO_COUNCIL,
            self.cast.clerk,
            today=papers_due(self.script.council_on),
            meeting=self.script.council_on,
            text=self.script.motion,
        )

    def _approve(self) -> None:
        unknown = self.script.unknown
        self._take(
            Action.APPROVE,
            self.cast.clerk,
            today=self.script.council_on,
            digest=self._digest(),
            mover=f"Mover: {unknown}",
            seconder=f"Seconder: {unknown}",
            vote=f"Carried. {unknown}",
            minute=unknown,
        )

    def _publish(self) -> None:
        self._take(
            Action.PUBLISH, self.cast.officer, today=self.script.council_on, digest=self._digest()
        )

    def _digest(self) -> str:
        return self.session.scalars(
            select(Motion.digest).where(
                Motion.edition_id == self.edition.id, Motion.round == self.edition.round
            )
        ).one()

    def _take(self, action: Action, actor: Actor, *, today: date, **step_input: Any) -> None:
        service.take_step(
            self.session,
            self.edition,
            action,
            actor,
            StepInput(self.edition.version, **step_input),
            today=today,
        )


def actors_of_record() -> Actors:
    """Return the people of a record from published papers, which do not name them."""

    def player(number: str, name: str, role: Role) -> Actor:
        return Actor(username=number, name=f"{name} (record)", roles=frozenset({role}))

    return Actors(
        officer=player("record-officer", "An officer", Role.BI_OFFICER),
        second=player("record-second-officer", "A second officer", Role.BI_OFFICER),
        scrutiny=player("record-scrutiny", "The Scrutiny Commission", Role.SCRUTINY),
        clerk=player("record-clerk", "Democratic Services", Role.DEMOCRATIC_SERVICES),
    )


def without_figures(place: str, fields: Mapping[str, Any]) -> Mapping[str, str]:
    """Return a demonstration's text for an empty place; it says so and makes up no figure."""
    if Place.of(place).kind == INDICATOR:
        return {} if fields["value"] else {"value": "N/A", "direction": "rule"}
    if fields["body"] or place == section(RECOMMENDATIONS):
        return {}
    return {
        "body": "This text was put here by the demonstration. It says nothing about the council."
    }
