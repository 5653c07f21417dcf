"""Eight people at one moment."""

import threading
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor

from db.queries import audit as queries
from db.session import Database
from domain.audit_chain import Entry, verify
from domain.errors import CompendiumError
from domain.governance.terms import Action
from tests.builders.audit import entries
from tests.builders.workflow import TODAY, YEAR
from workflow.access import Actor
from workflow.governance import service
from workflow.governance.service import Form
from workflow.governance.step_input import StepInput

EIGHT = 8
Try = Callable[[], object]
NO_FORM = Form()


def at_once(tries: Sequence[Try]) -> list[CompendiumError | None]:
    """What became of each try, all begun at one moment; nothing where it went well."""
    together = threading.Barrier(len(tries))

    def one(attempt: Try) -> CompendiumError | None:
        together.wait()
        try:
            attempt()
        except CompendiumError as refusal:
            return refusal
        return None

    with ThreadPoolExecutor(len(tries)) as pool:
        return list(pool.map(one, tries))


def context(
    database: Database, action: Action, actor: Actor, step_input: StepInput, form: Form = NO_FORM
) -> Try:
    """A step to be taken, by the one function that takes steps."""
    return lambda: service.take(database, YEAR, action, actor, step_input, form=form, today=TODAY)


def winners(outcomes: Sequence[CompendiumError | None]) -> int:
    """How many went well."""
    return outcomes.count(None)


def done(database: Database, action: Action) -> list[Entry]:
    """What the log says was done of an action; the whole log is checked with it."""
    with database.reading_scope() as session:
        assert verify(queries.chain(session)).fault == ""
    written = entries(database)
    return [entry for entry in written if (entry.action, entry.outcome) == (action.value, "done")]
