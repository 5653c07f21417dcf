"""The history of an edition's text: each save, each sign-off, each frozen version."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Base, EditionKey, Key, Moment


class Revision(Base):
    """One save of one place, with all its fields after the save.

    The first revision of a place was loaded or carried over. ``cause`` is the word of the action or
    of the recorded event that made it.
    """

    __tablename__ = "revision"
    __table_args__ = (
        UniqueConstraint("edition_id", "place", "number"),
        Index("ix_revision_newest", "edition_id", "place", "by", "cause", "id"),
    )

    id: Mapped[Key]
    edition_id: Mapped[EditionKey]
    place: Mapped[str] = mapped_column(String(120))
    number: Mapped[int]
    round: Mapped[int]
    stage: Mapped[str] = mapped_column(String(20))
    fields: Mapped[dict[str, Any]] = mapped_column(JSON)
    cause: Mapped[str] = mapped_column(String(40))
    note: Mapped[str]
    by: Mapped[str] = mapped_column(String(60))
    by_name: Mapped[str] = mapped_column(String(120))
    at: Mapped[datetime] = mapped_column(Moment)


class SignOff(Base):
    """A second officer's approval of a section or a dashboard, at its newest revision.

    ``revision_id`` is the newest revision of anything in the unit when it was signed off; a newer
    one reopens it.
    """

    __tablename__ = "sign_off"

    id: Mapped[Key]
    edition_id: Mapped[EditionKey]
    unit: Mapped[str] = mapped_column(String(120))
    revision_id: Mapped[int]
    by: Mapped[str] = mapped_column(String(60))
    by_name: Mapped[str] = mapped_column(String(120))
    at: Mapped[datetime] = mapped_column(Moment)


class FrozenVersion(Base):
    """A whole edition in its canonical form, under its SHA-256. It never changes.

    ``content`` is the canonical JSON itself, so that its bytes have the digest.
    ``revision_id`` is the edition's newest revision when it was frozen.
    """

    __tablename__ = "frozen_version"
    __table_args__ = (UniqueConstraint("edition_id", "name"),)

    id: Mapped[Key]
    edition_id: Mapped[EditionKey]
    round: Mapped[int]
    name: Mapped[str] = mapped_column(String(12))
    digest: Mapped[str] = mapped_column(String(64), index=True)
    content: Mapped[str] = mapped_column(Text)
    revision_id: Mapped[int]
    at: Mapped[datetime] = mapped_column(Moment)
    by_name: Mapped[str] = mapped_column(String(120))


class Presence(Base):
    """A person who has a place open for editing, and the last time their browser reported it."""

    __tablename__ = "presence"

    edition_id: Mapped[EditionKey] = mapped_column(primary_key=True)
    place: Mapped[str] = mapped_column(String(120), primary_key=True)
    by: Mapped[str] = mapped_column(String(60), primary_key=True)
    by_name: Mapped[str] = mapped_column(String(120))
    at: Mapped[datetime] = mapped_column(Moment)
