"""People: adding and disabling them, their roles and passwords, signing in and out.

A browser that has signed in holds a random token; its hash is a row of ``sign_in``. Signing
out, a changed password, a changed role and a disabled account delete rows, so every copy of
the token stops working at the next request.
"""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from db.models import Person, RoleHeld
from db.queries import people
from db.queries.people import existing
from db.session import Database
from domain.errors import CompendiumError
from domain.people.accounts import as_address, check_name, check_username
from domain.terms import RecordedEvent, Role
from workflow import audit_log, clock
from workflow.access import COMMAND_LINE, Actor
from workflow.audit_log import EntryDetails
from workflow.people import passwords
from workflow.people.sessions import (
    SignInRefused,
    begin,
    checked_person,
    end_all,
    unchanged_person,
)


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
    """Add a person who can sign in. Raises an error for a name in use, and for unfit values."""
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
    _write_down(session, by, RecordedEvent.ADD_PERSON, person, {}, {**_state(person), **address})
    return person


def disable(session: Session, username: str, *, by: Actor = COMMAND_LINE) -> None:
    """Prevent a person from signing in, and end their sessions."""
    person = existing(session, username)
    before = _state(person)
    person.disabled_at = person.disabled_at or clock.now()
    if Role.ADMINISTRATOR in person.roles:
        _check_an_administrator_is_left(session, person)
    end_all(session, person)
    _write_down(session, by, RecordedEvent.DISABLE_PERSON, person, before, _state(person))


def enable(session: Session, username: str, *, by: Actor = COMMAND_LINE) -> None:
    """Allow a person to sign in again."""
    person = existing(session, username)
    before = _state(person)
    person.disabled_at = None
    _write_down(session, by, RecordedEvent.ENABLE_PERSON, person, before, _state(person))


def set_roles(
    session: Session, username: str, roles: Iterable[Role], *, by: Actor = COMMAND_LINE
) -> None:
    """Set a person's roles, and end their sessions."""
    person = existing(session, username)
    before = _state(person)
    wanted = set(roles)
    was_administrator = Role.ADMINISTRATOR in person.roles
    person.roles_held = [role_held for role_held in person.roles_held if role_held.role in wanted]
    person.roles_held += [RoleHeld(role=role) for role in sorted(wanted - person.roles)]
    if was_administrator:
        _check_an_administrator_is_left(session, person)
    end_all(session, person)
    _write_down(session, by, RecordedEvent.SET_ROLES, person, before, _state(person))


def set_email(session: Session, username: str, address: str, *, by: Actor = COMMAND_LINE) -> str:
    """Set the address for a person's notices (empty for none). Return the stored form."""
    person = existing(session, username)
    before, person.email = person.email, as_address(address)
    after = {"email": person.email}
    _write_down(session, by, RecordedEvent.SET_EMAIL, person, {"email": before}, after)
    return person.email


def set_password(
    session: Session, username: str, password: str, *, by: Actor = COMMAND_LINE
) -> None:
    """Set a person's password, and end their sessions. The log has no trace of the password."""
    person = existing(session, username)
    passwords.check_new(password, person.username)
    person.password_hash = passwords.hashed(password)
    end_all(session, person)
    _write_down(session, by, RecordedEvent.SET_PASSWORD, person, {}, {})


def change_own_password(database: Database, actor: Actor, old: str, new: str, address: str) -> str:
    """Change the actor's own password; return the token of a fresh sign-in.

    Wrong old passwords are limited as in signing in. All other browsers of the person are
    signed out.
    """
    refusal = SignInRefused("The present password is not right.", says_nothing_changed=True)
    checked = checked_person(database, actor.username, old, address, refusal)
    with database.session_scope() as session:
        person = unchanged_person(session, checked)
        set_password(session, person.username, new, by=actor)
        return begin(session, person)


def _state(person: Person) -> dict[str, Any]:
    """Return the fields of an account for the log; the password is not among them."""
    return {
        "name": person.name,
        "roles": sorted(role.value for role in person.roles),
        "can_sign_in": person.disabled_at is None,
    }


def _write_down(
    session: Session,
    by: Actor,
    action: RecordedEvent,
    person: Person,
    before: dict[str, Any],
    after: dict[str, Any],
) -> None:
    """Add an entry, unless the account is unchanged: a repeated request is harmless."""
    if before and before == after:
        return
    details = EntryDetails(f"person:{person.username}", person.name, before, after)
    role = Role.ADMINISTRATOR.value if Role.ADMINISTRATOR in by.roles else ""
    audit_log.record(session, by, action.value, details, role=role)


def _check_an_administrator_is_left(session: Session, changed: Person) -> None:
    """Check that an administrator who can sign in remains, if there was one."""
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
