"""The audit log. Entries are only added; the session and the database refuse to change them."""

from typing import Any

from sqlalchemy import JSON, String
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Base
from domain.audit_chain import ENTRY_FIELDS, Entry


class AuditEntry(Base):
    """One entry with its hash. ``at`` is stored as the text that the hash is computed from."""

    __tablename__ = "audit_entry"

    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    at: Mapped[str] = mapped_column(String(27), index=True)
    actor: Mapped[str] = mapped_column(String(60))
    actor_name: Mapped[str] = mapped_column(String(120))
    role: Mapped[str] = mapped_column(String(40))
    action: Mapped[str] = mapped_column(String(40), index=True)
    subject: Mapped[str] = mapped_column(String(120), index=True)
    subject_title: Mapped[str]
    before: Mapped[dict[str, Any]] = mapped_column(JSON)
    after: Mapped[dict[str, Any]] = mapped_column(JSON)
    reason: Mapped[str]
    authority: Mapped[str]
    outcome: Mapped[str] = mapped_column(String(10))
    previous: Mapped[str] = mapped_column(String(64))
    hash: Mapped[str] = mapped_column(String(64), unique=True)

    def as_entry(self) -> Entry:
        """Return the entry as an object of the audit chain."""
        return Entry(**{name: getattr(self, name) for name in ENTRY_FIELDS})
