"""Queries on people, for signing in and the account pages."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from db.models import Person
from domain.errors import NotFound
from domain.terms import Role


def by_username(session: Session, username: str) -> Person | None:
    """Return the person with a user name, which is compared without regard to capitals."""
    return session.scalar(select(Person).where(Person.username == username.strip().lower()))


def everyone(session: Session) -> Sequence[Person]:
    """Return every person with their roles, by name."""
    return session.scalars(
        select(Person).options(selectinload(Person.roles_held)).order_by(Person.name)
    ).all()


def with_role(session: Session, role: Role) -> list[Person]:
    """Return the people who have a role and can sign in, by name."""
    return [
        person for person in everyone(session) if role in person.roles and not person.disabled_at
    ]


def demonstration(session: Session) -> Sequence[Person]:
    """Return the people made for a demonstration, in the order they were made."""
    return session.scalars(select(Person).where(Person.demonstration).order_by(Person.id)).all()


def existing(session: Session, username: str) -> Person:
    """Return the person with this user name. Raises ``NotFound``."""
    person = by_username(session, username)
    if person is None:
        raise NotFound(f"There is no person with the user name “{username}”.")
    return person
