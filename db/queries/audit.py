"""The audit log: its entries, its head, the whole of it as an export."""

from collections.abc import Iterator

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from db.models import AuditEntry
from domain.audit import GENESIS, Entry, as_line


def chain(session: Session) -> Iterator[tuple[Entry, str]]:
    """Every entry with the hash kept beside it, in order."""
    for row in session.scalars(
        select(AuditEntry).order_by(AuditEntry.number).execution_options(yield_per=500)
    ):
        yield row.as_entry(), row.hash


def head(session: Session) -> tuple[int, str]:
    """How many entries there are, and the hash of the last."""
    last = session.scalar(select(AuditEntry).order_by(AuditEntry.number.desc()).limit(1))
    count = session.scalar(select(func.count()).select_from(AuditEntry)) or 0
    return count, last.hash if last else GENESIS


def newest(session: Session, *, skip: int, most: int) -> list[tuple[Entry, str]]:
    """Some entries from the newest on, each with its hash."""
    rows = session.scalars(
        select(AuditEntry).order_by(AuditEntry.number.desc()).offset(skip).limit(most)
    )
    return [(row.as_entry(), row.hash) for row in rows]


def export(session: Session) -> Iterator[str]:
    """Every entry as one line of an export."""
    for entry, kept in chain(session):
        yield f"{as_line(entry, kept)}\n"
