"""The outbox: writing messages to people by their roles, and marking a person's as seen.

A message is written in the transaction of the caller. ``workflow/messages/mail_queue.py`` sends it
by e-mail afterwards, where the person has an address.
"""

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from db.models import Message, Person, RoleHeld
from domain.terms import Role
from workflow.access import Actor
from workflow.clock import now


@dataclass(frozen=True, slots=True)
class Notice:
    """The content of a message: the year of its edition, a sentence, and the address it links to."""

    year: int
    text: str
    link: str


def post(session: Session, notice: Notice, roles: Collection[Role], *, sender: Actor) -> None:
    """Write a message to everyone but the sender who has one of these roles and can sign in."""
    people = session.scalars(
        select(Person)
        .join(RoleHeld)
        .where(RoleHeld.role.in_(roles), Person.disabled_at.is_(None))
        .where(Person.username != sender.username)
        .distinct()
    )
    moment = now()
    for person in people:
        session.add(
            Message(
                person_id=person.id,
                year=notice.year,
                text=notice.text,
                link=notice.link,
                at=moment,
                mail_due=moment if person.email else None,
            )
        )


def mark_seen(session: Session, person_id: int) -> None:
    """Mark all messages to a person as seen; those seen before keep their moment."""
    session.execute(
        update(Message)
        .where(Message.person_id == person_id, Message.seen_at.is_(None))
        .values(seen_at=now())
    )
