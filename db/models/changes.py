"""Changes to a text the Cabinet has seen: under the delegation, by motion, after publication."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from db.base import Base, EditionKey, Key, Moment, words
from domain.governance.terms import ChangeKind, ChangeState, Consulted, Origin


class Change(Base):
    """One change of one place, numbered within its edition.

    ``before`` and ``after`` hold the fields that differ; ``digest`` is that of the exact wording
    and every consultation names it. A delegated change has ``origin``, the record of its decision
    and, when refused, why; one by motion has ``mover``, ``seconder``, ``vote`` and ``minute``.
    """

    __tablename__ = "change"
    __table_args__ = (UniqueConstraint("edition_id", "number"),)

    id: Mapped[Key]
    edition_id: Mapped[EditionKey]
    round: Mapped[int]
    number: Mapped[int]
    kind: Mapped[ChangeKind] = mapped_column(words(ChangeKind, "kind"))
    state: Mapped[ChangeState] = mapped_column(words(ChangeState, "state"))
    place: Mapped[str] = mapped_column(String(120))
    before: Mapped[dict[str, Any]] = mapped_column(JSON)
    after: Mapped[dict[str, Any]] = mapped_column(JSON)
    reason: Mapped[str]
    origin: Mapped[Origin | None] = mapped_column(words(Origin, "origin"))
    digest: Mapped[str] = mapped_column(String(64))
    decided_by_name: Mapped[str] = mapped_column(String(120))
    decided_at: Mapped[datetime | None] = mapped_column(Moment)
    decision: Mapped[str]
    options_rejected: Mapped[str]
    interests: Mapped[str]
    dispensations: Mapped[str]
    mover: Mapped[str]
    seconder: Mapped[str]
    vote: Mapped[str]
    minute: Mapped[str]
    wordings: Mapped[list["Wording"]] = relationship(
        back_populates="change", cascade="all, delete-orphan", order_by="Wording.id"
    )
    consultations: Mapped[list["Consultation"]] = relationship(
        back_populates="change", cascade="all, delete-orphan", order_by="Consultation.id"
    )


class Wording(Base):
    """One proposed wording; the newest is the change's own."""

    __tablename__ = "wording"

    id: Mapped[Key]
    change_id: Mapped[int] = mapped_column(ForeignKey("change.id", ondelete="CASCADE"), index=True)
    after: Mapped[dict[str, Any]] = mapped_column(JSON)
    reason: Mapped[str]
    digest: Mapped[str] = mapped_column(String(64))
    by: Mapped[str] = mapped_column(String(60))
    by_name: Mapped[str] = mapped_column(String(120))
    at: Mapped[datetime] = mapped_column(Moment)
    change: Mapped[Change] = relationship(back_populates="wordings")


class Consultation(Base):
    """The Leader's view of one exact wording. ``evidence`` is given when a clerk records it."""

    __tablename__ = "consultation"

    id: Mapped[Key]
    change_id: Mapped[int] = mapped_column(ForeignKey("change.id", ondelete="CASCADE"), index=True)
    digest: Mapped[str] = mapped_column(String(64))
    view: Mapped[Consulted] = mapped_column(words(Consulted, "view"))
    words: Mapped[str]
    evidence: Mapped[str]
    by: Mapped[str] = mapped_column(String(60))
    by_name: Mapped[str] = mapped_column(String(120))
    at: Mapped[datetime] = mapped_column(Moment)
    change: Mapped[Change] = relationship(back_populates="consultations")


class Notice(Base):
    """A notice to readers with a version: what was corrected and why, or why it was withdrawn."""

    __tablename__ = "notice"

    id: Mapped[Key]
    edition_id: Mapped[EditionKey]
    version: Mapped[str] = mapped_column(String(12))
    text: Mapped[str]
    at: Mapped[datetime] = mapped_column(Moment)
