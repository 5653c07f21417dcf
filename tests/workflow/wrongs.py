"""Things that must not be done, each brought to where somebody tries to."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy.orm import Session

from db.models import Edition
from db.session import Database
from domain.editions.terms import Stage
from domain.errors import CompendiumError
from domain.governance.terms import Action
from tests.builders.workflow import TODAY, YEAR, an_edition, everything_needed
from workflow.access import Actor
from workflow.governance import service
from workflow.governance.step_input import StepInput

Prepare = Callable[[Session, Edition], StepInput]


@dataclass(frozen=True)
class Wrong:
    """Something that must not be done: at a stage, by somebody, and how it is refused."""

    stage: Stage
    action: Action
    actor: Actor
    prepare: Prepare
    refusal: type[CompendiumError]


def needed(action: Action, **other: Any) -> Prepare:
    return lambda session, edition: replace(everything_needed(session, edition, action), **other)


@contextmanager
def prepared(stages, wrong: Wrong) -> Iterator[tuple[Database, StepInput]]:
    with stages.at(wrong.stage) as database:
        with database.session_scope() as session:
            step_input = wrong.prepare(session, an_edition(session, wrong.stage))
        yield database, step_input


def take(database: Database, wrong: Wrong, step_input: StepInput) -> None:
    service.take(database, YEAR, wrong.action, wrong.actor, step_input, today=TODAY)
