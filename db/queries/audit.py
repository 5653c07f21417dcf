"""The audit log: its entries, its head, the whole of it as an export."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import ColumnElement, Select, Text, cast, func, or_, select, type_coerce
from sqlalchemy.exc import DatabaseError
from sqlalchemy.orm import Session

from db.models import AuditEntry
from domain.audit_chain import (
    ENTRY_FIELDS,
    GENESIS,
    OBJECTS,
    Entry,
    EntryFilter,
    FaultyEntry,
    as_line,
    from_row,
)

Kept = tuple[Entry, str]
EVERYTHING = EntryFilter()


def chain(session: Session) -> Iterator[Kept]:
    """Every entry with the hash kept beside it, in order.

    Raises ``FaultyEntry`` at the first that no longer holds what can be read.
    """
    every = _as_kept(session).order_by(AuditEntry.number).execution_options(yield_per=500)
    try:
        for row in session.execute(every).mappings():
            yield from_row(dict(row))
    except DatabaseError as error:
        if "decode" not in str(error.orig):
            raise
        number = _first_that_cannot_be_read(session)
        raise FaultyEntry(number, "it holds bytes that are not text") from None


def _as_kept(session: Session) -> Select[Any]:
    """Select entries as the database holds them: the JSON as its text, read by nobody yet."""
    as_text = cast if session.get_bind().dialect.name == "postgresql" else type_coerce
    texts = {name: as_text(getattr(AuditEntry, name), Text) for name in OBJECTS}
    columns = {name: texts.get(name, getattr(AuditEntry, name)) for name in (*ENTRY_FIELDS, "hash")}
    return select(*(column.label(name) for name, column in columns.items()))


def _first_that_cannot_be_read(session: Session) -> int:
    """SQLite gives up on a whole batch where one text is not UTF-8: look for the one."""
    numbers = session.scalars(select(AuditEntry.number).order_by(AuditEntry.number)).all()
    return next(number for number in numbers if not _can_be_read(session, number))


def _can_be_read(session: Session, number: int) -> bool:
    try:
        session.execute(_as_kept(session).where(AuditEntry.number == number)).all()
    except DatabaseError:
        return False
    return True


def head(session: Session) -> tuple[int, str]:
    """How many entries there are, and the hash of the last."""
    last = session.scalar(select(AuditEntry.hash).order_by(AuditEntry.number.desc()).limit(1))
    count = session.scalar(select(func.count()).select_from(AuditEntry)) or 0
    return count, GENESIS if last is None else last


def newest(
    session: Session, sought: EntryFilter = EVERYTHING, *, skip: int = 0, most: int
) -> list[Kept]:
    """Some of the entries that are sought, from the newest on, each with its hash."""
    some = _as_kept(session).where(*_fitting(sought)).order_by(AuditEntry.number.desc())
    return [
        from_row(dict(row)) for row in session.execute(some.offset(skip).limit(most)).mappings()
    ]


def number_of(session: Session, sought: EntryFilter) -> int:
    """How many entries are sought."""
    found = select(func.count()).select_from(AuditEntry).where(*_fitting(sought))
    return session.scalar(found) or 0


def _fitting(sought: EntryFilter) -> list[ColumnElement[bool]]:
    """The conditions of what is sought. Days are compared as texts of one shape."""
    conditions = {
        "person": AuditEntry.actor == sought.person,
        "action": AuditEntry.action == sought.action,
        "outcome": AuditEntry.outcome == sought.outcome,
        "since": AuditEntry.at >= f"{sought.since}T00:00:00.000000Z",
        "until": AuditEntry.at <= f"{sought.until}T23:59:59.999999Z",
        "subject": or_(
            AuditEntry.subject.icontains(sought.subject, autoescape=True),
            AuditEntry.subject_title.icontains(sought.subject, autoescape=True),
        ),
    }
    return [condition for name, condition in conditions.items() if getattr(sought, name)]


def people(session: Session) -> list[tuple[str, str]]:
    """Everybody who did something: the user name, and the name last written down beside it."""
    last = select(func.max(AuditEntry.number)).group_by(AuditEntry.actor)
    found = session.execute(
        select(AuditEntry.actor, AuditEntry.actor_name)
        .where(AuditEntry.number.in_(last))
        .order_by(AuditEntry.actor_name, AuditEntry.actor)
    )
    return [(actor, name) for actor, name in found]


def actions(session: Session) -> list[str]:
    """Every word for what was done that stands in the log."""
    return list(session.scalars(select(AuditEntry.action).distinct().order_by(AuditEntry.action)))


def export(session: Session) -> Iterator[str]:
    """Every entry as one line of an export."""
    for entry, kept in chain(session):
        yield f"{as_line(entry, kept)}\n"
