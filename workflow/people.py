"""People: adding and disabling them, their roles and passwords, signing in and out.

A browser that has signed in holds a random token; its hash is a row of ``sign_in``. Signing
out, a changed password, a changed role and a disabled account delete rows, so every copy of
the token stops working at the next request.
"""

import hashlib
import secrets
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from typing import Any, TypeGuard

from sqlalchemy import delete, func, or_, select
from sqlalchemy.orm import Session

from db.models import FailedSignIn, Person, RoleHeld, SignIn
from db.queries import people
from db.session import Database, one_at_a_time
from domain.accounts import as_address, check_name, check_username
from domain.errors import CompendiumError, NotFound
from domain.terms import Role, Upkeep
from workflow import audit, passwords
from workflow.audit import Told
from workflow.policy import COMMAND_LINE, Actor

LASTS = timedelta(hours=12)
WINDOW = timedelta(minutes=15)
MOST_FAILURES_A_NAME = 5
MOST_FAILURES_AN_ADDRESS = 30
NOT_RIGHT = "The user name or the password is not right."


class SignInRefused(CompendiumError):
    """The user name and password do not fit, or too many attempts were made."""


class TooManyAttempts(SignInRefused):
    """So many wrong passwords that none is looked at for a while."""


def now() -> datetime:
    """The time, in UTC."""
    return datetime.now(UTC)


def add(
    session: Session,
    username: str,
    name: str,
    roles: Iterable[Role],
    password: str,
    *,
    demonstration: bool = False,
    email: str = "",
    by: Actor = COMMAND_LINE,
) -> Person:
    """Add someone who can sign in. Refuses a name that is taken, and what is unfit."""
    username = username.strip().lower()
    check_username(username)
    check_name(name)
    if people.by_username(session, username) is not None:
        raise CompendiumError(f"There is already a person with the user name “{username}”.")
    if not demonstration:
        passwords.check_new(password, username)
    person = Person(
        username=username,
        name=name.strip(),
        email=as_address(email),
        password_hash=passwords.hashed(password),
        demonstration=demonstration,
        roles_held=[RoleHeld(role=role) for role in sorted(set(roles))],
    )
    session.add(person)
    session.flush()
    address = {"email": person.email} if person.email else {}
    _write_down(session, by, Upkeep.ADD_PERSON, person, {}, {**_state(person), **address})
    return person


def disable(session: Session, username: str, *, by: Actor = COMMAND_LINE) -> None:
    """Stop someone from signing in, and end what they have open."""
    person = _existing(session, username)
    before = _state(person)
    person.disabled_at = person.disabled_at or now()
    if Role.ADMINISTRATOR in person.roles:
        _check_an_administrator_is_left(session, person)
    end_all(session, person)
    _write_down(session, by, Upkeep.DISABLE_PERSON, person, before, _state(person))


def enable(session: Session, username: str, *, by: Actor = COMMAND_LINE) -> None:
    """Let someone sign in again."""
    person = _existing(session, username)
    before = _state(person)
    person.disabled_at = None
    _write_down(session, by, Upkeep.ENABLE_PERSON, person, before, _state(person))


def set_roles(
    session: Session, username: str, roles: Iterable[Role], *, by: Actor = COMMAND_LINE
) -> None:
    """Give someone exactly these roles, and end what they have open."""
    person = _existing(session, username)
    before = _state(person)
    wanted = set(roles)
    was_administrator = Role.ADMINISTRATOR in person.roles
    person.roles_held = [held for held in person.roles_held if held.role in wanted]
    person.roles_held += [RoleHeld(role=role) for role in sorted(wanted - person.roles)]
    if was_administrator:
        _check_an_administrator_is_left(session, person)
    end_all(session, person)
    _write_down(session, by, Upkeep.SET_ROLES, person, before, _state(person))


def set_email(session: Session, username: str, address: str, *, by: Actor = COMMAND_LINE) -> str:
    """Say where notices to someone are sent, nowhere when empty. Gives the address as kept."""
    person = _existing(session, username)
    before, person.email = person.email, as_address(address)
    after = {"email": person.email}
    _write_down(session, by, Upkeep.SET_EMAIL, person, {"email": before}, after)
    return person.email


def set_password(
    session: Session, username: str, password: str, *, by: Actor = COMMAND_LINE
) -> None:
    """Give someone a new password, and end what they have open. The log says that, not which."""
    person = _existing(session, username)
    passwords.check_new(password, person.username)
    person.password_hash = passwords.hashed(password)
    end_all(session, person)
    _write_down(session, by, Upkeep.SET_PASSWORD, person, {}, {})


def change_own_password(database: Database, actor: Actor, old: str, new: str, address: str) -> str:
    """Change the password of the person asking; returns the token of a fresh sign-in.

    Guessing the old one is slowed down as signing in is. Every other browser of theirs is
    signed out.
    """
    refusal = "The present password is not right. Nothing was changed."
    checked = _checked(database, actor.username, old, address, refusal)
    with database.session_scope() as session:
        person = _unchanged(session, checked)
        set_password(session, person.username, new, by=actor)
        return _begin(session, person)


def _state(person: Person) -> dict[str, Any]:
    """What the log says of an account; nothing of its password."""
    return {
        "name": person.name,
        "roles": sorted(role.value for role in person.roles),
        "can_sign_in": person.disabled_at is None,
    }


def _write_down(
    session: Session,
    by: Actor,
    action: Upkeep,
    person: Person,
    before: dict[str, Any],
    after: dict[str, Any],
) -> None:
    """Add an entry, unless the account is as it was: asking again is harmless."""
    if before and before == after:
        return
    told = Told(f"person:{person.username}", person.name, before, after)
    role = Role.ADMINISTRATOR.value if Role.ADMINISTRATOR in by.roles else ""
    audit.record(session, by, action.value, told, role=role)


def end_all(session: Session, person: Person) -> None:
    """Sign someone out of every browser."""
    session.execute(delete(SignIn).where(SignIn.person_id == person.id))


def sign_in(database: Database, username: str, password: str, address: str) -> str:
    """Check a password and return the token for the cookie."""
    username = username.strip().lower().replace("\0", "")[:60]
    checked = _checked(database, username, password, address, NOT_RIGHT)
    with database.session_scope() as session:
        return _begin(session, _unchanged(session, checked))


def sign_out(session: Session, token: str) -> None:
    """End the sign-in of this token, in every copy of it."""
    session.execute(delete(SignIn).where(SignIn.token_hash == _hash(token)))


def actor_of(session: Session, token: str) -> Actor | None:
    """Who holds this token, if it still counts."""
    person = session.scalar(
        select(Person)
        .join(SignIn, SignIn.person_id == Person.id)
        .where(SignIn.token_hash == _hash(token), SignIn.started_at > now() - LASTS)
        .where(Person.disabled_at.is_(None))
    )
    return actor_for(person) if person else None


def actor_for(person: Person) -> Actor:
    """The actor that a person is."""
    return Actor(person.id, person.username, person.name, person.roles)


def _checked(
    database: Database, username: str, password: str, address: str, refusal: str
) -> Person:
    """The person whose password this is.

    The attempt is written down before the password is looked at, so that guesses made at the
    same moment are counted too; it is struck out when a sign-in begins.
    """
    address = address[:60]
    with database.session_scope() as session:
        _check_not_too_many(session, username, address)
        session.add(FailedSignIn(username=username, address=address, at=now()))
        person = people.by_username(session, username)
    if not _is_right(person, password):
        raise SignInRefused(refusal)
    return person


def _is_right(person: Person | None, password: str) -> TypeGuard[Person]:
    if person is None or len(password) > passwords.LONGEST:
        return passwords.matches_nobody(password[: passwords.LONGEST])
    return passwords.matches(password, person.password_hash) and person.disabled_at is None


def _unchanged(session: Session, checked: Person) -> Person:
    """The person again, unless disabled or given another password since the check."""
    person = _existing(session, checked.username)
    if person.disabled_at or person.password_hash != checked.password_hash:
        raise SignInRefused(NOT_RIGHT)
    return person


def _begin(session: Session, person: Person) -> str:
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


def _check_an_administrator_is_left(session: Session, changed: Person) -> None:
    """Refuse to take away the last administrator who can sign in, if there was one."""
    session.flush()
    left = session.scalar(
        select(func.count())
        .select_from(Person)
        .join(RoleHeld, RoleHeld.person_id == Person.id)
        .where(RoleHeld.role == Role.ADMINISTRATOR, Person.disabled_at.is_(None))
    )
    if not left:
        raise CompendiumError(
            f"{changed.name} is the last administrator who can sign in. Make somebody else one "
            "first; nothing was changed."
        )


def _existing(session: Session, username: str) -> Person:
    person = people.by_username(session, username)
    if person is None:
        raise NotFound(f"There is no person with the user name “{username}”.")
    return person


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
