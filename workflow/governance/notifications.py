"""Messages: one to each person concerned by a step, queued in the step's own transaction."""

from collections.abc import Mapping

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from db.models import Message, Person, RoleHeld
from domain.governance.terms import Action
from domain.terms import Role
from workflow.clock import now
from workflow.governance.step_context import StepContext
from workflow.governance.steps import steps_from

NO_ROLES: frozenset[Role] = frozenset()
RECIPIENTS: Mapping[Action, frozenset[Role]] = {
    Action.EDIT: NO_ROLES,
    Action.SIGN_OFF_SECTION: NO_ROLES,
    Action.COMMENT: frozenset({Role.BI_OFFICER, Role.DEMOCRATIC_SERVICES}),
    Action.ADD_TO_COMMENT: frozenset({Role.BI_OFFICER, Role.DEMOCRATIC_SERVICES}),
    Action.ANSWER_COMMENT: frozenset({Role.SCRUTINY}),
    Action.PROPOSE_AMENDMENT: frozenset({Role.LEADER, Role.DEMOCRATIC_SERVICES}),
    Action.REWORD_AMENDMENT: frozenset({Role.LEADER, Role.DEMOCRATIC_SERVICES}),
    Action.CONSULT: frozenset({Role.CHIEF_EXECUTIVE}),
    Action.SIGN_AMENDMENT: frozenset({Role.BI_OFFICER, Role.LEADER, Role.DEMOCRATIC_SERVICES}),
    Action.REFUSE_AMENDMENT: frozenset({Role.BI_OFFICER, Role.LEADER, Role.DEMOCRATIC_SERVICES}),
    Action.SEND_TO_CABINET: frozenset(
        {Role.DEMOCRATIC_SERVICES, Role.LEADER, Role.CHIEF_EXECUTIVE}
    ),
    Action.SEND_TO_COUNCIL: frozenset(
        {Role.BI_OFFICER, Role.LEADER, Role.CHIEF_EXECUTIVE, Role.MEMBER}
    ),
    Action.AMEND_BY_MOTION: frozenset({Role.BI_OFFICER}),
    Action.PROPOSE_CORRECTION: frozenset({Role.CHIEF_EXECUTIVE}),
    Action.SIGN_CORRECTION: frozenset({Role.BI_OFFICER, Role.DEMOCRATIC_SERVICES}),
    Action.REFUSE_CORRECTION: frozenset({Role.BI_OFFICER}),
    Action.PUBLISH: frozenset(set(Role) - {Role.ADMINISTRATOR}),
    Action.WITHDRAW: frozenset(set(Role) - {Role.ADMINISTRATOR}),
}
"""Who hears of a step. A move that is not named here goes to all who can act after it."""


def recipients(context: StepContext) -> frozenset[Role]:
    """The roles that hear of a step."""
    named = RECIPIENTS.get(context.step.action)
    if named is not None:
        return named
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
    """Mark everything that someone was told as read."""
    session.execute(
        update(Message)
        .where(Message.person_id == person_id, Message.seen_at.is_(None))
        .values(seen_at=now())
    )
