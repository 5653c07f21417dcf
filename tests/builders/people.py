"""Builders of people and their sign-ins."""

from collections.abc import Iterable

from sqlalchemy import func, select

from db.models import FailedSignIn
from db.session import Database
from domain.terms import Role
from workflow.access import Actor
from workflow.people import accounts, sessions

A_PASSWORD = "a long enough password"
ANOTHER_PASSWORD = "quite another long one"
HERE = "192.0.2.1"


def a_person(
    database: Database,
    username: str = "officer",
    roles: Iterable[Role] = (Role.BI_OFFICER,),
    password: str = A_PASSWORD,
) -> None:
    """Add an account that can sign in."""
    with database.session_scope() as session:
        accounts.add(session, username, "An Officer", roles, password)


def an_actor(*roles: Role, username: str = "officer") -> Actor:
    """Return a signed-in actor with these roles."""
    return Actor(1, username, "An Officer", frozenset(roles))


def signed_in(
    database: Database, username: str = "officer", password: str = A_PASSWORD, address: str = HERE
) -> str:
    """Return the token of a fresh sign-in."""
    return sessions.sign_in(database, username, password, address)


def is_signed_in(database: Database, token: str) -> bool:
    """Return whether a token is still valid."""
    with database.reading_scope() as session:
        return sessions.actor_of(session, token) is not None


def attempts(database: Database) -> int:
    """Return the number of recorded attempts to sign in."""
    with database.reading_scope() as session:
        return session.scalar(select(func.count()).select_from(FailedSignIn)) or 0
