"""Taking of steps: the only way in which an edition changes."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from db.content import title_at
from db.models import Edition, Posted
from db.queries import governance
from db.session import Database
from domain.audit_chain import REFUSED, Entry
from domain.editions.kinds import EDITION
from domain.editions.stage_wording import WHERE
from domain.errors import NotFound, NotPermitted
from domain.governance.actions import Subject, is_about
from domain.governance.entry_wording import sentence
from domain.governance.terms import Action
from domain.terms import RecordedEvent
from workflow import audit_log, clock
from workflow.access import Actor
from workflow.audit_log import EntryDetails
from workflow.clock import now
from workflow.editions.comparison_snapshot import comparison_snapshot
from workflow.errors import Stale
from workflow.governance import guards, notifications, policy, steps
from workflow.governance.effects import EFFECTS
from workflow.governance.step_context import Reading, StepContext
from workflow.governance.step_input import StepInput, check_complete
from workflow.governance.steps import Step


@dataclass(frozen=True, slots=True)
class Form:
    """A posted form: the key that makes a second click harmless, and the address of its answer."""

    key: str = ""
    location: str = ""
    message: str = ""


def take(
    database: Database,
    year: int,
    action: Action,
    actor: Actor,
    step_input: StepInput,
    *,
    form: Form = Form(),
    today: date | None = None,
) -> Form:
    """Take a step in a transaction of its own; return the form with the address of its answer.

    A form whose key was processed before changes nothing and leads to its earlier answer. A refusal
    is recorded in a transaction of its own, and raised. The comparison that a version is frozen with
    is computed before the lock is taken, so that nobody waits for it.
    """
    if steps.freezes(action):
        with database.reading_scope() as session:
            comparison_snapshot(session)
    with (
        refusals_written_down(database, year, action, actor, step_input),
        database.session_scope() as session,
    ):
        edition = locked(session, year)
        done = was_posted(session, actor, form.key)
        if done is not None:
            return Form(done.key, done.location, done.said)
        take_step(session, edition, action, actor, step_input, today=today)
        keep(session, actor, form)
    return form


@contextmanager
def refusals_written_down(
    database: Database,
    year: int,
    action: Action | RecordedEvent,
    actor: Actor,
    step_input: StepInput,
) -> Iterator[None]:
    """Record a refusal in a transaction of its own, and raise it again."""
    try:
        yield
    except NotPermitted as refusal:
        _write_refusal_down(database, year, action, actor, step_input, str(refusal))
        raise


def take_step(
    session: Session,
    edition: Edition,
    action: Action,
    actor: Actor,
    step_input: StepInput,
    *,
    today: date | None = None,
    reading: Reading | None = None,
) -> StepContext:
    """Take a step on a locked edition, and record the person and the authority.

    The change, its audit entry and its messages share the caller's transaction, so that none is
    saved without the others. ``reading`` is what the caller has read of the edition under its lock,
    where several steps follow one another. Raises ``NotPermitted``, ``Refused``, ``Incomplete``,
    ``Stale`` or ``Conflict``; nothing is changed then.
    """
    policy.check_ever(actor, action)
    if step_input.version != edition.version:
        raise Stale(
            f"The edition was moved on while you had this page open: it is {WHERE[edition.stage]} "
            "now. Nothing was changed, and anything that you typed is kept.",
            says_nothing_changed=False,
        )
    step = policy.step_of(actor, steps.steps_for(action, edition.stage))
    check_complete(step.needs, step_input)
    day = today or clock.today_in_england()
    context = StepContext(session, edition, step, actor, step_input, day, reading or Reading())
    guards.check(context)
    details = EFFECTS[action](context)
    move(session, edition, step, expected=step_input.version)
    entry = _record(context, details)
    notifications.notify(context, sentence(entry), entry.subject)
    return context


def locked(session: Session, year: int) -> Edition:
    """Return the edition of a year, locked until the session ends. Raises ``NotFound``."""
    edition = session.scalar(
        select(Edition)
        .where(Edition.year == year)
        .with_for_update()
        .execution_options(populate_existing=True)
    )
    if edition is None:
        raise NotFound(f"There is no edition of {year}.")
    return edition


def move(session: Session, edition: Edition, step: Step, *, expected: int) -> None:
    """Move the edition to the step's stage, unless somebody moved it since it was read."""
    if not step.moves:
        return
    session.flush()
    moved = session.execute(
        update(Edition)
        .where(Edition.id == edition.id, Edition.version == expected, Edition.stage == step.at)
        .values(stage=step.to, version=expected + 1)
        .execution_options(synchronize_session=False)
        .returning(Edition.id)
    ).all()
    if len(moved) != 1:
        raise Stale("Somebody else moved the edition on at the same moment.")
    session.refresh(edition)


def _record(context: StepContext, details: EntryDetails) -> Entry:
    step = context.step
    if step.moves:
        details = replace(
            details,
            before={**details.before, "stage": step.at.value},
            after={**details.after, "stage": step.to.value},
        )
    row = audit_log.record(
        context.session, context.actor, step.action.value, details, role=step.role.value
    )
    return row.as_entry()


def was_posted(session: Session, actor: Actor, key: str) -> Posted | None:
    """Return the same person's form of this key, where it was dealt with already."""
    done = session.get(Posted, key) if key else None
    return done if done is not None and done.person_id == actor.person_id else None


def keep(session: Session, actor: Actor, form: Form) -> None:
    """Record that a form was processed."""
    if form.key and actor.person_id is not None:
        session.add(
            Posted(
                key=form.key,
                person_id=actor.person_id,
                location=form.location,
                said=form.message,
                at=now(),
            )
        )


def _tried_on(
    session: Session, year: int, action: Action | RecordedEvent, step_input: StepInput
) -> str:
    """Return what a refused step was tried on: a change, a comment, a place or the edition."""
    whole = f"the {year} edition"
    if step_input.number and is_about(action, Subject.CHANGE):
        return f"change {step_input.number} to {whole}"
    if step_input.number and is_about(action, Subject.COMMENT):
        return f"comment {step_input.number} on {whole}"
    if step_input.place in ("", EDITION):
        return whole
    try:
        return f"{title_at(session, governance.edition(session, year), step_input.place)}, {year}"
    except NotFound:
        return whole


def _write_refusal_down(
    database: Database,
    year: int,
    action: Action | RecordedEvent,
    actor: Actor,
    step_input: StepInput,
    why: str,
) -> None:
    tried: Mapping[str, object] = {
        name: value
        for name, value in (("place", step_input.place), ("number", step_input.number))
        if value
    }
    with database.session_scope() as session:
        title = _tried_on(session, year, action, step_input)
        details = EntryDetails(f"edition:{year}", title, after=tried, reason=why)
        roles = ", ".join(sorted(role.value for role in actor.roles))[:40]
        audit_log.record(session, actor, action.value, details, role=roles, outcome=REFUSED)
