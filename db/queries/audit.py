"""Queries on the audit log: its entries, its head, and the whole of it as an export."""

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

HashedEntry = tuple[Entry, str]
EVERYTHING = EntryFilter()


def chain(session: Session) -> Iterator[HashedEntry]:
    """Yield every entry with its stored hash, in order.

    Raises ``FaultyEntry`` at the first entry that cannot be read.
    """
    every = _stored_entries(session).order_by(AuditEntry.number).execution_options(yield_per=500)
    try:
        for row in session.execute(every).mappings():
            yield from_row(dict(row))
    except DatabaseError as error:
        if "decode" not in str(error.orig):
            raise
        number = _first_that_cannot_be_read(session)
        raise FaultyEntry(number, "it holds bytes that are not text") from None


def _stored_entries(session: Session) -> Select[Any]:
    """Select entries as the database stores them, with the JSON as unparsed text."""
    as_text = cast if session.get_bind().dialect.name == "postgresql" else type_coerce
    texts = {name: as_text(getattr(AuditEntry, name), Text) for name in OBJECTS}
    columns = {name: texts.get(name, getattr(AuditEntry, name)) for name in (*ENTRY_FIELDS, "hash")}
    return select(*(column.label(name) for name, column in columns.items()))


def _first_that_cannot_be_read(session: Session) -> int:
    """Return the number of the first entry that is not UTF-8; SQLite fails for a whole batch."""
    numbers = session.scalars(select(AuditEntry.number).order_by(AuditEntry.number)).all()
    return next(number for number in numbers if not _can_be_read(session, number))


def _can_be_read(session: Session, number: int) -> bool:
    try:
        session.execute(_stored_entries(session).where(AuditEntry.number == number)).all()
    except DatabaseError:
        return False
    return True


def head(session: Session) -> tuple[int, str]:
    """Return how many entries there are, and the hash of the last."""
    last = session.scalar(select(AuditEntry.hash).order_by(AuditEntry.number.desc()).limit(1))
    count = session.scalar(select(func.count()).select_from(AuditEntry)) or 0
    return count, GENESIS if last is None else last


def newest(
    session: Session, entry_filter: EntryFilter = EVERYTHING, *, skip: int = 0, most: int
) -> list[HashedEntry]:
    """Return a page of the filtered entries, the newest first, each with its hash."""
    some = (
        _stored_entries(session)
        .where(*_conditions(entry_filter))
        .order_by(AuditEntry.number.desc())
    )
    return [
        from_row(dict(row)) for row in session.execute(some.offset(skip).limit(most)).mappings()
    ]


def number_of(session: Session, entry_filter: EntryFilter) -> int:
    """Return how many entries pass the filter."""
    count = select(func.count()).select_from(AuditEntry).where(*_conditions(entry_filter))
    return session.scalar(count) or 0


def _conditions(entry_filter: EntryFilter) -> list[ColumnElement[bool]]:
    """Return the conditions of a filter. Days are compared as texts of one form."""
    conditions = {
        "person": AuditEntry.actor == entry_filter.person,
        "action": AuditEntry.action == entry_filter.action,
        "outcome": AuditEntry.outcome == entry_filter.outcome,
        "since": AuditEntry.at >= f"{entry_filter.since}T00:00:00.000000Z",
        "until": AuditEntry.at <= f"{entry_filter.until}T23:59:59.999999Z",
        "subject": or_(
            AuditEntry.subject.icontains(entry_filter.subject, autoescape=True),
            AuditEntry.subject_title.icontains(entry_filter.subject, autoescape=True),
        ),
    }
    return [condition for name, condition in conditions.items() if getattr(entry_filter, name)]


def people(session: Session) -> list[tuple[str, str]]:
    """Return everybody with an entry: the user name, and the name last recorded with it."""
    last = select(func.max(AuditEntry.number)).group_by(AuditEntry.actor)
    count = session.execute(
        select(AuditEntry.actor, AuditEntry.actor_name)
        .where(AuditEntry.number.in_(last))
        .order_by(AuditEntry.actor_name, AuditEntry.actor)
    )
    return [(actor, name) for actor, name in count]


def actions(session: Session) -> list[str]:
    """Return every word for an action that occurs in the log."""
    return list(session.scalars(select(AuditEntry.action).distinct().order_by(AuditEntry.action)))


def export(session: Session) -> Iterator[str]:
    """Yield every entry as one line of an export."""
    for entry, stored_hash in chain(session):
        yield f"{as_line(entry, stored_hash)}\n"
