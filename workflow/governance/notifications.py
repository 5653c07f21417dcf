"""Messages: one to each person concerned by a step, queued in the step's own transaction."""

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from db.models import Message, Person, RoleHeld
from domain.governance.actions import ACTIONS
from domain.terms import Role
from workflow.clock import now
from workflow.governance.step_context import StepContext
from workflow.governance.steps import steps_from


def recipients(context: StepContext) -> frozenset[Role]:
    """Return the roles that hear of a step: those of its action, or all who can act after it."""
    hear = ACTIONS[context.step.action].hear
    if hear is not None:
        return hear
    return frozenset(step.role for step in steps_from(context.step.to))


def notify(context: StepContext, text: str, subject: str) -> None:
    """Leave a message, a sentence, for everyone concerned but the one who acted.

    It leads to what the step was about, by the log's ``subject``.
    """
    roles = recipients(context)
    if not roles:
        return
    people = context.session.scalars(
        select(Person)
        .join(RoleHeld)
        .where(RoleHeld.role.in_(roles), Person.disabled_at.is_(None))
        .where(Person.username != context.actor.username)
        .distinct()
    )
    moment = now()
    link = _link(context, subject)
    for person in people:
        context.session.add(
            Message(
                person_id=person.id,
                year=context.edition.year,
                text=text,
                link=link,
                at=moment,
                mail_due=moment if person.email else None,
            )
        )


def _link(context: StepContext, subject: str) -> str:
    base = f"/editions/{context.edition.year}"
    kind, _, key = subject.partition(":")
    if kind == "change":
        return f"{base}/changes/{key.partition('/')[2]}"
    return f"{base}/comments" if kind == "comment" else base


def mark_seen(session: Session, person_id: int) -> None:
    """Mark every message to somebody as read."""
    session.execute(
        update(Message)
        .where(Message.person_id == person_id, Message.seen_at.is_(None))
        .values(seen_at=now())
    )
