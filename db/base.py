"""The declarative base: names of constraints and the column types that tables share."""

from datetime import UTC, datetime
from enum import Enum
from typing import Annotated, Any

from sqlalchemy import DateTime, Dialect, ForeignKey, MetaData, String, TypeDecorator
from sqlalchemy import Enum as EnumColumn
from sqlalchemy.orm import DeclarativeBase, mapped_column

CONSTRAINT_NAMES = {
    "ix": "ix_%(column_0_label)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


class Base(DeclarativeBase):
    """The base of every table."""

    metadata = MetaData(naming_convention=CONSTRAINT_NAMES)


class Moment(TypeDecorator[datetime]):
    """A moment in UTC. A time without a zone is refused, not guessed."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Return the stored form in UTC; SQLite has no zones, so there it is without one."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment needs its time zone")
        moment = value.astimezone(UTC)
        return moment.replace(tzinfo=None) if dialect.name == "sqlite" else moment

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Return the moment in UTC."""
        del dialect
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


def words(enumeration: type[Enum], name: str) -> EnumColumn:
    """Return the column type of an enumeration: its readable value, behind a check constraint."""

    def values(members: type[Enum]) -> list[Any]:
        return [member.value for member in members]

    return EnumColumn(
        enumeration,
        name=name,
        native_enum=False,
        create_constraint=True,
        values_callable=values,
        length=40,
    )


Key = Annotated[int, mapped_column(primary_key=True)]
Slug = Annotated[str, mapped_column(String(80))]
AreaCode = Annotated[str, mapped_column(String(9))]
EditionKey = Annotated[int, mapped_column(ForeignKey("edition.id", ondelete="CASCADE"), index=True)]
