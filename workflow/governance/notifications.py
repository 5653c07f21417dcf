"""Messages: one to each person concerned by a step, queued in the step's own transaction."""

from collections.abc import Mapping

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from db.models import Message, Person, RoleHeld
from domain.governance.terms import Action
from domain.terms import Role
from workflow.clock import now
from workflow.governance.step_context import Taking
from workflow.governance.steps import steps_from

NOBODY: frozenset[Role] = frozenset()
CONCERNED: Mapping[Action, frozenset[Role]] = {
    Action.EDIT: NOBODY,
    Action.SIGN_OFF_SECTION: NOBODY,
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


def concerned(taking: Taking) -> frozenset[Role]:
    """The roles that hear of a step."""
    named = CONCERNED.get(taking.step.action)
    if named is not None:
        return named
    return frozenset(step.role for step in steps_from(taking.step.to))


def tell(taking: Taking, text: str, subject: str) -> None:
    """Leave a message, a sentence, for everyone concerned but the one who acted.

    It leads to what the step was about, by the log's ``subject``.
    """
    roles = concerned(taking)
    if not roles:
        return
    people = taking.session.scalars(
        select(Person)
        .join(RoleHeld)
        .where(RoleHeld.role.in_(roles), Person.disabled_at.is_(None))
        .where(Person.username != taking.actor.username)
        .distinct()
    )
    moment = now()
    link = _link(taking, subject)
    for person in people:
        taking.session.add(
            Message(
                person_id=person.id,
                year=taking.edition.year,
                text=text,
                link=link,
                at=moment,
                mail_due=moment if person.email else None,
            )
        )


def _link(taking: Taking, subject: str) -> str:
    base = f"/editions/{taking.edition.year}"
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
