"""Messages to people, their e-mails, and forms that were already processed."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Base, Key, Moment


class Message(Base):
    """One message to one person about one step, and the state of its e-mail.

    ``mail_due`` is empty when there is nothing to send: no address, or sent at ``mailed_at``.
    """

    __tablename__ = "message"
    __table_args__ = (Index("ix_message_mail_due", "mail_due"),)

    id: Mapped[Key]
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), index=True)
    year: Mapped[int]
    text: Mapped[str]
    link: Mapped[str]
    at: Mapped[datetime] = mapped_column(Moment)
    seen_at: Mapped[datetime | None] = mapped_column(Moment)
    mail_due: Mapped[datetime | None] = mapped_column(Moment)
    mail_tries: Mapped[int] = mapped_column(default=0)
    mail_problem: Mapped[str] = mapped_column(default="")
    mailed_at: Mapped[datetime | None] = mapped_column(Moment)


class Posted(Base):
    """A processed form, by the key that it carried, and the address of its answer."""

    __tablename__ = "posted"

    key: Mapped[str] = mapped_column(String(64), primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"))
    location: Mapped[str]
    said: Mapped[str]
    at: Mapped[datetime] = mapped_column(Moment)
