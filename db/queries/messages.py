"""Messages to people."""

from collections.abc import Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from db.models import Message


def of_person(session: Session, person_id: int, *, most: int) -> Sequence[Message]:
    """Someone's messages, the newest first."""
    return session.scalars(
        select(Message)
        .where(Message.person_id == person_id)
        .order_by(Message.id.desc())
        .limit(most)
    ).all()


def unseen(session: Session, person_id: int) -> int:
    """How many messages someone has not marked as read."""
    return (
        session.scalar(
            select(func.count())
            .select_from(Message)
            .where(Message.person_id == person_id, Message.seen_at.is_(None))
        )
        or 0
    )
