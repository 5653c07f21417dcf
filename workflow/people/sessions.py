"""Signing in and out: sessions on the server, and limits on failed attempts."""

import hashlib
import secrets
from datetime import timedelta
from typing import TypeGuard

from sqlalchemy import delete, func, or_, select
from sqlalchemy.orm import Session

from db.models import FailedSignIn, Person, SignIn
from db.queries import people
from db.queries.people import existing
from db.session import Database, one_at_a_time
from domain.errors import CompendiumError
from workflow.access import Actor
from workflow.clock import now
from workflow.people import passwords

LASTS = timedelta(hours=12)
WINDOW = timedelta(minutes=15)
MOST_FAILURES_A_NAME = 5
MOST_FAILURES_AN_ADDRESS = 30
NOT_RIGHT = "The user name or the password is not right."


class SignInRefused(CompendiumError):
    """A wrong user name or password, or too many attempts."""

    code = "sign-in-refused"


class TooManyAttempts(SignInRefused):
    """Too many wrong passwords; for 15 minutes no further password is checked."""

    code = "too-many-attempts"


def end_all(session: Session, person: Person) -> None:
    """Sign a person out of every browser."""
    session.execute(delete(SignIn).where(SignIn.person_id == person.id))


def sign_in(database: Database, username: str, password: str, address: str) -> str:
    """Check a password and return the token for the cookie."""
    username = username.strip().lower().replace("\0", "")[:60]
    checked = checked_person(database, username, password, address, SignInRefused(NOT_RIGHT))
    with database.session_scope() as session:
        return begin(session, unchanged_person(session, checked))


def sign_out(session: Session, token: str) -> None:
    """End the sign-in of this token, in every copy of it."""
    session.execute(delete(SignIn).where(SignIn.token_hash == _hash(token)))


def actor_of(session: Session, token: str) -> Actor | None:
    """Return the actor whose session has this token, while the session lasts."""
    person = session.scalar(
        select(Person)
        .join(SignIn, SignIn.person_id == Person.id)
        .where(SignIn.token_hash == _hash(token), SignIn.started_at > now() - LASTS)
        .where(Person.disabled_at.is_(None))
    )
    return actor_for(person) if person else None


def actor_for(person: Person) -> Actor:
    """Return a person as an actor."""
    return Actor(person.id, person.username, person.name, person.roles)


def checked_person(
    database: Database, username: str, password: str, address: str, refusal: SignInRefused
) -> Person:
    """Return the person with this password.

    The attempt is stored before the password is checked, so that guesses made at the same moment
    are counted too; it is deleted when a sign-in begins.
    """
    address = address[:60]
    with database.session_scope() as session:
        _check_not_too_many(session, username, address)
        session.add(FailedSignIn(username=username, address=address, at=now()))
        person = people.by_username(session, username)
    if not _is_right(person, password):
        raise refusal
    return person


def _is_right(person: Person | None, password: str) -> TypeGuard[Person]:
    if person is None or len(password) > passwords.LONGEST_PASSWORD:
        return passwords.matches_nobody(password[: passwords.LONGEST_PASSWORD])
    return passwords.matches(password, person.password_hash) and person.disabled_at is None


def unchanged_person(session: Session, checked: Person) -> Person:
    """Return the person again, unless disabled or given another password since the check."""
    person = existing(session, checked.username)
    if person.disabled_at or person.password_hash != checked.password_hash:
        raise SignInRefused(NOT_RIGHT)
    return person


def begin(session: Session, person: Person) -> str:
    """Begin a session for a person; return the token for the cookie."""
    session.execute(delete(SignIn).where(SignIn.started_at <= now() - LASTS))
    session.execute(delete(FailedSignIn).where(FailedSignIn.username == person.username))
    token = secrets.token_urlsafe(32)
    session.add(SignIn(token_hash=_hash(token), person_id=person.id, started_at=now()))
    return token


def _check_not_too_many(session: Session, username: str, address: str) -> None:
    one_at_a_time(session, FailedSignIn)
    session.execute(delete(FailedSignIn).where(FailedSignIn.at <= now() - WINDOW))
    by_name, by_address = session.execute(
        select(
            func.count().filter(FailedSignIn.username == username),
            func.count().filter(FailedSignIn.address == address),
        ).where(or_(FailedSignIn.username == username, FailedSignIn.address == address))
    ).one()
    if by_name >= MOST_FAILURES_A_NAME or by_address >= MOST_FAILURES_AN_ADDRESS:
        raise TooManyAttempts(
            "There were too many attempts to sign in. Wait 15 minutes and try again; nothing "
            "else was changed."
        )


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
