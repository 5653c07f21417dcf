"""Queries on messages to people."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import Message


def of_person(session: Session, person_id: int, *, most: int) -> Sequence[Message]:
    """Return a person's messages, the newest first."""
    return session.scalars(
        select(Message)
        .where(Message.person_id == person_id)
        .order_by(Message.id.desc())
        .limit(most)
    ).all()
