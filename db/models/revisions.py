"""The text of an edition through time: each save, each sign-off, each frozen version."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Base, EditionKey, Key, Moment


class Revision(Base):
    """One save of one place: all its fields as they stood after it.

    The first of a place is what was loaded or carried over. ``cause`` says what made it: the
    word of an action, or of the upkeep that loaded it.
    """

    __tablename__ = "revision"
    __table_args__ = (UniqueConstraint("edition_id", "place", "number"),)

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
    """A second pair of eyes on a section or a dashboard, as it stood at its latest revision.

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

    ``content`` is the canonical JSON itself, so reading it back gives the bytes of the digest.
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
    """Who has a place open for editing, and when their browser last said so."""

    __tablename__ = "presence"

    edition_id: Mapped[EditionKey] = mapped_column(primary_key=True)
    place: Mapped[str] = mapped_column(String(120), primary_key=True)
    by: Mapped[str] = mapped_column(String(60), primary_key=True)
    by_name: Mapped[str] = mapped_column(String(120))
    at: Mapped[datetime] = mapped_column(Moment)
