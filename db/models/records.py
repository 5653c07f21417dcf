"""The records of the council's bodies about an edition: meetings, comments and decisions."""

from datetime import date, datetime

from sqlalchemy import JSON, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from db.base import Base, EditionKey, Key, Moment, words
from domain.governance.terms import Body, CommentKind, CommentOutcome


class Meeting(Base):
    """A body's meeting about an edition. ``round`` counts from 1; referring back begins the next.

    ``minute`` is empty until the meeting's decision is recorded.
    """

    __tablename__ = "meeting"
    __table_args__ = (UniqueConstraint("edition_id", "round", "body"),)

    id: Mapped[Key]
    edition_id: Mapped[EditionKey]
    round: Mapped[int]
    body: Mapped[Body] = mapped_column(words(Body, "body"))
    on: Mapped[date]
    minute: Mapped[str]


class Comment(Base):
    """A comment of the Scrutiny Commission on a place of version A.

    Only its author sees it until it is submitted; after that it never changes. ``outcome`` and
    ``answer`` are the officers'. ``digest`` is that of the version it was made on.
    """

    __tablename__ = "comment"
    __table_args__ = (UniqueConstraint("edition_id", "number"),)

    id: Mapped[Key]
    edition_id: Mapped[EditionKey]
    round: Mapped[int]
    number: Mapped[int | None]
    place: Mapped[str] = mapped_column(String(120))
    kind: Mapped[CommentKind] = mapped_column(words(CommentKind, "kind"))
    text: Mapped[str]
    by: Mapped[str] = mapped_column(String(60))
    by_name: Mapped[str] = mapped_column(String(120))
    drafted_at: Mapped[datetime] = mapped_column(Moment)
    submitted_at: Mapped[datetime | None] = mapped_column(Moment)
    digest: Mapped[str] = mapped_column(String(64))
    outcome: Mapped[CommentOutcome] = mapped_column(words(CommentOutcome, "outcome"))
    answer: Mapped[str]
    answered_by_name: Mapped[str] = mapped_column(String(120))
    answered_at: Mapped[datetime | None] = mapped_column(Moment)
    addenda: Mapped[list["Addendum"]] = relationship(
        back_populates="comment", cascade="all, delete-orphan", order_by="Addendum.id"
    )


class Addendum(Base):
    """An addition of the Commission to a submitted comment."""

    __tablename__ = "addendum"

    id: Mapped[Key]
    comment_id: Mapped[int] = mapped_column(
        ForeignKey("comment.id", ondelete="CASCADE"), index=True
    )
    text: Mapped[str]
    by_name: Mapped[str] = mapped_column(String(120))
    at: Mapped[datetime] = mapped_column(Moment)
    comment: Mapped[Comment] = relationship(back_populates="addenda")


class Decision(Base):
    """A decision of the Cabinet, with the particulars that the regulations require.

    SI 2012/2089 reg 12: the decision and its date, the reasons, alternatives considered and
    rejected, interests declared and dispensations. "None" is written out.
    """

    __tablename__ = "decision"
    __table_args__ = (UniqueConstraint("edition_id", "round"),)

    id: Mapped[Key]
    edition_id: Mapped[EditionKey]
    round: Mapped[int]
    on: Mapped[date]
    minute: Mapped[str]
    reasons: Mapped[str]
    options_rejected: Mapped[str]
    interests: Mapped[str]
    dispensations: Mapped[str]
    resolutions: Mapped[list["Resolution"]] = relationship(
        back_populates="decision", cascade="all, delete-orphan", order_by="Resolution.letter"
    )
    delegation: Mapped["Delegation | None"] = relationship(
        back_populates="decision", cascade="all, delete-orphan", uselist=False
    )


class Resolution(Base):
    """One lettered resolution, and the recommendation it answers (empty where none)."""

    __tablename__ = "resolution"
    __table_args__ = (UniqueConstraint("decision_id", "letter"),)

    id: Mapped[Key]
    decision_id: Mapped[int] = mapped_column(ForeignKey("decision.id", ondelete="CASCADE"))
    letter: Mapped[str] = mapped_column(String(2))
    recommended: Mapped[str]
    text: Mapped[str]
    decision: Mapped[Decision] = relationship(back_populates="resolutions")


class Delegation(Base):
    """The authority to amend, granted by one resolution. ``scope`` is empty for any amendments."""

    __tablename__ = "delegation"

    id: Mapped[Key]
    decision_id: Mapped[int] = mapped_column(
        ForeignKey("decision.id", ondelete="CASCADE"), unique=True
    )
    letter: Mapped[str] = mapped_column(String(2))
    scope: Mapped[list[str]] = mapped_column(JSON)
    until: Mapped[date]
    decision: Mapped[Decision] = relationship(back_populates="delegation")


class Motion(Base):
    """The motion before the County Council, naming the version it would approve.

    ``digest`` is that of version C, or of the text as the Council amended it. Mover, seconder
    and vote are empty until it is carried.
    """

    __tablename__ = "motion"
    __table_args__ = (UniqueConstraint("edition_id", "round"),)

    id: Mapped[Key]
    edition_id: Mapped[EditionKey]
    round: Mapped[int]
    text: Mapped[str]
    version: Mapped[str] = mapped_column(String(12))
    digest: Mapped[str] = mapped_column(String(64))
    mover: Mapped[str]
    seconder: Mapped[str]
    vote: Mapped[str]
    minute: Mapped[str]
    carried_on: Mapped[date | None]
