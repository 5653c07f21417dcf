"""People, their roles, and the times they signed in."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from db.base import Base, Key, Moment, words
from domain.terms import Role


class Person(Base):
    """A person who can sign in."""

    __tablename__ = "person"

    id: Mapped[Key]
    username: Mapped[str] = mapped_column(String(60), unique=True)
    name: Mapped[str] = mapped_column(String(120))
    email: Mapped[str] = mapped_column(String(120), default="")
    password_hash: Mapped[str]
    demonstration: Mapped[bool] = mapped_column(default=False)
    disabled_at: Mapped[datetime | None] = mapped_column(Moment)
    roles_held: Mapped[list["RoleHeld"]] = relationship(
        back_populates="person", cascade="all, delete-orphan", order_by="RoleHeld.role"
    )

    @property
    def roles(self) -> frozenset[Role]:
        """Return the person's present roles."""
        return frozenset(row.role for row in self.roles_held)


class RoleHeld(Base):
    """One role of one person."""

    __tablename__ = "role_held"

    person_id: Mapped[int] = mapped_column(
        ForeignKey("person.id", ondelete="CASCADE"), primary_key=True
    )
    role: Mapped[Role] = mapped_column(words(Role, "role"), primary_key=True)
    person: Mapped[Person] = relationship(back_populates="roles_held")


class SignIn(Base):
    """One signed-in browser. The cookie holds a random token; only its hash is stored here."""

    __tablename__ = "sign_in"

    token_hash: Mapped[str] = mapped_column(String(64), primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), index=True)
    started_at: Mapped[datetime] = mapped_column(Moment)


class FailedSignIn(Base):
    """One failed attempt; the count limits guessing in all worker processes together."""

    __tablename__ = "failed_sign_in"
    __table_args__ = (
        Index("ix_failed_sign_in_username_at", "username", "at"),
        Index("ix_failed_sign_in_address_at", "address", "at"),
    )

    id: Mapped[Key]
    username: Mapped[str] = mapped_column(String(60))
    address: Mapped[str] = mapped_column(String(60))
    at: Mapped[datetime] = mapped_column(Moment)
