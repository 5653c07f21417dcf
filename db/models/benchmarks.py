"""Indicators that many councils publish alike, and every council's values."""

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from db.base import AreaCode, Base, Key, Slug, words
from domain.comparison.terms import Theme
from domain.terms import Polarity


class BenchmarkIndicator(Base):
    """One measure that councils are ranked on. Only ``primary`` ones count in an average rank."""

    __tablename__ = "benchmark_indicator"

    id: Mapped[Key]
    slug: Mapped[Slug] = mapped_column(unique=True)
    name: Mapped[str]
    theme: Mapped[Theme] = mapped_column(words(Theme, "theme"))
    subject: Mapped[str]
    county_function: Mapped[bool]
    polarity: Mapped[Polarity] = mapped_column(words(Polarity, "polarity"))
    unit: Mapped[str]
    primary: Mapped[bool]
    publisher: Mapped[str]
    source: Mapped[str]
    snapshot_period: Mapped[str | None] = mapped_column(String(15))
    note: Mapped[str]


class BenchmarkValue(Base):
    """One area's value of an indicator in a period, with its interval where one is published."""

    __tablename__ = "benchmark_value"
    __table_args__ = {"sqlite_with_rowid": False}

    indicator_id: Mapped[int] = mapped_column(
        ForeignKey("benchmark_indicator.id", ondelete="CASCADE"), primary_key=True
    )
    period: Mapped[str] = mapped_column(String(15), primary_key=True)
    area_code: Mapped[AreaCode] = mapped_column(
        ForeignKey("area.code", ondelete="CASCADE"), primary_key=True
    )
    value: Mapped[float]
    lower: Mapped[float | None]
    upper: Mapped[float | None]


class ComparisonRelease(Base):
    """The digest of the files from which the tables of the comparison were loaded."""

    __tablename__ = "comparison_release"

    digest: Mapped[str] = mapped_column(String(64), primary_key=True)
