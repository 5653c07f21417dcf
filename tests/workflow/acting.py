"""One edition and its people beside the model: every step is tried on both."""

import json
from collections import Counter
from contextlib import ExitStack
from typing import Any, ClassVar

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, precondition
from sqlalchemy import select

from db.content import all_fields
from db.models import AuditEntry, Change
from db.queries import governance
from domain.editions.terms import Stage
from domain.errors import CompendiumError, NotPermitted
from domain.governance.terms import Action
from domain.terms import Role
from tests.builders.workflow import EVERYTHING, RECOMMENDED, TODAY, YEAR, motion_of
from tests.workflow.modelled import LEADS_TO, PEOPLE, SMOKING, Model, field_of
from workflow.access import Actor
from workflow.editions import revision_history
from workflow.governance import service
from workflow.governance.step_input import StepInput

OUTCOMES = ("done", "refused", "not done")
tallies: Counter[str] = Counter()
"""How often each outcome was met, each action done, and each stage stood at."""


PLACES = st.sampled_from(["section:introduction", SMOKING, RECOMMENDED])
SELDOM = st.sampled_from([False, False, False, True])


def mostly(*roles: Role) -> st.SearchStrategy[str]:
    """Anybody, but three times in four somebody who holds one of these roles."""
    holding = sorted(who for who in PEOPLE if PEOPLE[who] & set(roles))
    anybody = [*sorted(PEOPLE), *holding * (3 * len(PEOPLE) // len(holding))]
    return st.sampled_from(anybody)


def likely(*stages: Stage) -> Any:
    """A rule of these stages, tried at another only after every fourth step, and at the end."""
    return precondition(
        lambda council: council.model.is_at(*stages, Stage.WITHDRAWN) or council.tried % 4 == 0
    )


class Acting(RuleBasedStateMachine):
    """One edition, several people, and the model of what they may do."""

    stages: ClassVar[Any] = None

    def __init__(self) -> None:
        super().__init__()
        self.stack = ExitStack()
        self.database = self.stack.enter_context(self.stages.at(Stage.DRAFTING))
        self.written = self.texts = self.tried = 0
        self.approved = ""
        self.frozen: dict[str, str] = {}
        with self.database.reading_scope() as session:
            texts = dict(all_fields(session, governance.edition(session, YEAR)))
        self.model = Model(texts)

    def teardown(self) -> None:
        self.stack.close()

    def take(self, action: Action, who: str, *, allowed: bool, **step_input: Any) -> bool:
        """Try a step, and check that it succeeds exactly when the model allows it."""
        self.tried += 1
        actor = Actor(1, who, who.title(), frozenset(PEOPLE[who]))
        with self.database.reading_scope() as session:
            version = governance.edition(session, YEAR).version
        behind = step_input.pop("behind", False)
        whole = StepInput(version - behind, **{**EVERYTHING, **step_input})
        try:
            service.take(self.database, YEAR, action, actor, whole, today=TODAY)
            outcome = "done"
        except NotPermitted:
            outcome = "refused"
        except CompendiumError:
            outcome = "not done"
        assert (outcome == "done") is (allowed and not behind), (action, who, outcome)
        self.check_log(action, who, outcome)
        tallies[outcome] += 1
        if outcome == "done":
            self.model.stage = LEADS_TO.get((self.model.stage, action), self.model.stage)
            tallies.update([action.value, self.model.stage.value])
        return outcome == "done"

    def check_log(self, action: Action, who: str, outcome: str) -> None:
        """One entry for a success or a refusal, none for anything else."""
        with self.database.reading_scope() as session:
            new = session.scalars(select(AuditEntry).where(AuditEntry.number > self.written)).all()
            told = [(each.action, each.actor, each.outcome) for each in new]
        assert told == ([] if outcome == "not done" else [(action.value, who, outcome)])
        self.written += len(new)

    def saving(self, place: str, *, unfinished: bool = False, late: bool = False) -> dict[str, Any]:
        """A text of its own for a place, as it was read just now or one revision ago."""
        self.texts += 1
        text = f"Text {self.texts}.{' TBC' if unfinished else ''}"
        with self.database.reading_scope() as session:
            read = revision_history.number_of(session, governance.edition(session, YEAR), place)
        return {"place": place, "read": read - late, "fields": {field_of(place): text}}

    def has(self, who: str, *roles: Role) -> bool:
        return bool(PEOPLE[who] & set(roles))

    def officer_at(self, who: str, *stages: Stage) -> bool:
        return self.has(who, Role.BI_OFFICER) and self.model.is_at(*stages)

    def clerk_at(self, who: str, *stages: Stage) -> bool:
        return self.has(who, Role.DEMOCRATIC_SERVICES) and self.model.is_at(*stages)

    def motion(self) -> str:
        """The digest that the motion names."""
        with self.database.reading_scope() as session:
            motion = motion_of(session, governance.edition(session, YEAR))
            return motion.digest if motion else "0" * 64

    def newest_content(self, letter: str) -> dict[str, Any]:
        """What the newest version of a letter holds."""
        with self.database.reading_scope() as session:
            versions = governance.record_of(session, YEAR).versions
            name = [each.name for each in versions if each.name.startswith(letter)][-1]
            held: dict[str, Any] = json.loads(
                governance.frozen_version(session, YEAR, name).content
            )
            return held

    def published_digest(self) -> str:
        """The digest of the text that the public reads."""
        with self.database.reading_scope() as session:
            name = governance.status_of(session, YEAR).published
            return governance.frozen_version(session, YEAR, name).digest

    def a_waiting(self, which: int, *, late: bool = False) -> tuple[int, str]:
        """A change that waits, with the digest of its wording or of one that it never had."""
        numbers = sorted(self.model.waiting) or [99]
        number = numbers[which % len(numbers)]
        with self.database.reading_scope() as session:
            wanted = select(Change.digest).where(Change.number == number)
            digest = session.scalar(wanted) or "0" * 64
        return number, "1" * 64 if late else digest
