"""Indicators that many councils publish alike, and every council's values."""

from sqlalchemy import LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Base, Key, Slug, words
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


class ComparisonRelease(Base):
    """The digest of the files from which the comparison was loaded, and the benchmark values.

    ``figures`` are every council's values as typed columns (``db/columns.py``): they are always read
    and replaced together, and a quarter of a million rows of a table take a hundred times as long.
    """

    __tablename__ = "comparison_release"

    digest: Mapped[str] = mapped_column(String(64), primary_key=True)
    figures: Mapped[bytes] = mapped_column(LargeBinary)
