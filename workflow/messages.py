"""Messages: one to each person concerned by a step, queued in the step's own transaction."""

from collections.abc import Mapping

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from db.models import Message, Person, RoleHeld
from domain.terms import Action, Role
from workflow.rules import steps_from
from workflow.taking import Taking, now

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


def tell(taking: Taking, text: str) -> None:
    """Leave a message, a sentence, for everyone concerned but the one who acted."""
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
    for person in people:
        taking.session.add(
            Message(
                person_id=person.id,
                year=taking.edition.year,
                text=text,
                link=f"/editions/{taking.edition.year}",
                at=moment,
                mail_due=moment if person.email else None,
            )
        )


def mark_seen(session: Session, person_id: int) -> None:
    """Mark everything that someone was told as read."""
    session.execute(
        update(Message)
        .where(Message.person_id == person_id, Message.seen_at.is_(None))
        .values(seen_at=now())
    )
