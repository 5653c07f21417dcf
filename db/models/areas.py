"""Areas, their changes, the groups they are compared in, and their numbers of residents."""

from datetime import date

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from db.base import AreaCode, Base, Key, Slug, words
from domain.comparison.terms import AreaClass


class Area(Base):
    """An upper-tier council's area by its GSS code; England included, for comparison."""

    __tablename__ = "area"

    code: Mapped[AreaCode] = mapped_column(primary_key=True)
    position: Mapped[int]
    name: Mapped[str]
    official_name: Mapped[str]
    area_class: Mapped[AreaClass] = mapped_column(words(AreaClass, "area_class"))
    region: Mapped[str]
    began: Mapped[date | None]
    ended: Mapped[date | None]


class AreaChange(Base):
    """The replacement of one area by another on a day. Old areas may be too old to be in ``area``."""

    __tablename__ = "area_change"

    id: Mapped[Key]
    old_code: Mapped[AreaCode]
    old_name: Mapped[str]
    new_code: Mapped[AreaCode]
    new_name: Mapped[str]
    on: Mapped[date]


class ComparatorGroup(Base):
    """A named, dated set of areas."""

    __tablename__ = "comparator_group"

    slug: Mapped[Slug] = mapped_column(primary_key=True)
    position: Mapped[int]
    name: Mapped[str]
    as_of: Mapped[date]
    basis: Mapped[str]


class GroupMember(Base):
    """One area of a group."""

    __tablename__ = "group_member"

    group_slug: Mapped[Slug] = mapped_column(
        ForeignKey("comparator_group.slug", ondelete="CASCADE"), primary_key=True
    )
    area_code: Mapped[AreaCode] = mapped_column(
        ForeignKey("area.code", ondelete="CASCADE"), primary_key=True
    )


class Population(Base):
    """A mid-year estimate of residents: of the first edition, or revised after the Census 2021."""

    __tablename__ = "population"

    area_code: Mapped[AreaCode] = mapped_column(
        ForeignKey("area.code", ondelete="CASCADE"), primary_key=True
    )
    year: Mapped[int] = mapped_column(primary_key=True)
    edition: Mapped[str] = mapped_column(String(10), primary_key=True)
    people: Mapped[int]
