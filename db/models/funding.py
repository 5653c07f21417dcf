"""Councils' core spending power, their spending, and the deprivation of their areas."""

from sqlalchemy import BigInteger, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from db.base import AreaCode, Base, Slug, words
from domain.funding.terms import Basis, Comparable


class CoreSpendingPower(Base):
    """Core spending power: the government's measure of an area's funding in a year, in pounds.

    ``reason`` says why a figure does not compare, or not wholly.
    """

    __tablename__ = "core_spending_power"

    area_code: Mapped[AreaCode] = mapped_column(
        ForeignKey("area.code", ondelete="CASCADE"), primary_key=True
    )
    year: Mapped[str] = mapped_column(String(10), primary_key=True)
    pounds: Mapped[int | None] = mapped_column(BigInteger)
    comparable: Mapped[Comparable] = mapped_column(words(Comparable, "comparable"))
    holds: Mapped[str]
    reason: Mapped[str]


class Service(Base):
    """A service in the accounts, and the indicator of a dashboard that shows it."""

    __tablename__ = "service"

    slug: Mapped[Slug] = mapped_column(primary_key=True)
    position: Mapped[int]
    name: Mapped[str]
    indicator: Mapped[str | None] = mapped_column(String(80))
    themes: Mapped[str]


class Spending(Base):
    """Net current expenditure of a council on a service in a year, in pounds."""

    __tablename__ = "spending"

    area_code: Mapped[AreaCode] = mapped_column(
        ForeignKey("area.code", ondelete="CASCADE"), primary_key=True
    )
    year: Mapped[str] = mapped_column(String(10), primary_key=True)
    basis: Mapped[Basis] = mapped_column(words(Basis, "basis"), primary_key=True)
    service: Mapped[Slug] = mapped_column(
        ForeignKey("service.slug", ondelete="CASCADE"), primary_key=True
    )
    pounds: Mapped[int] = mapped_column(BigInteger)


class Deprivation(Base):
    """The English Indices of Deprivation 2019: the higher the score, the more deprived."""

    __tablename__ = "deprivation"

    area_code: Mapped[AreaCode] = mapped_column(
        ForeignKey("area.code", ondelete="CASCADE"), primary_key=True
    )
    average_score: Mapped[float]
    rank: Mapped[int]
