"""The table of each kind of content: its rows in printed order, and the column of each field."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.orm import Session, contains_eager

from db.models import Dashboard, Edition, Indicator, Outcome, Section
from domain.editions.kinds import DASHBOARD, EDITION, INDICATOR, SCHEMAS, SECTION


@dataclass(frozen=True, slots=True)
class ContentTable:
    """The rows of one kind of content.

    ``columns`` names the column of a field where it differs from the field's name (a dot reads as an
    underscore: ``rule.method`` is in ``rule_method``). ``computed`` computes the fields that have no
    column. ``container`` returns the row of the unit that a row belongs to, and ``unit_key`` is the
    column of that unit's key.
    """

    model: Any
    select: Callable[[Edition], Select[Any]]
    order: tuple[Any, ...]
    columns: Mapping[str, str] = field(default_factory=dict)
    computed: Mapping[str, Callable[[Any], Any]] = field(default_factory=dict)
    container: Callable[[Any], Any] | None = None
    unit_key: Any = None

    def rows(self, session: Session, edition: Edition, unit: str = "") -> list[Any]:
        """Return the rows of an edition in printed order; only those of a unit where it is given."""
        query = self.select(edition)
        if unit:
            query = query.where(self.unit_key == unit)
        return list(session.scalars(query.order_by(*self.order)))

    def row(self, session: Session, edition: Edition, key: str) -> Any:
        """Return the row of a key, or None."""
        return session.scalar(self.select(edition).where(self.model.slug == key))

    def column(self, name: str) -> str:
        """Return the name of the column that holds a field."""
        return self.columns.get(name, name.replace(".", "_"))

    def value(self, row: Any, name: str) -> Any:
        """Return a field of a row as plain data: an enumeration as its word, nothing as empty."""
        computed = self.computed.get(name)
        value = computed(row) if computed else getattr(row, self.column(name))
        return "" if value is None else getattr(value, "value", value)


def column_values(kind: str, values: Mapping[str, Any]) -> dict[str, Any]:
    """Return the values of an entry's fields by the names of their columns, words as enumerations.

    Fields that have no column are left out.
    """
    table, fields = TABLES[kind], {field.name: field for field in SCHEMAS.kind(kind).fields}
    stored_values = {name: value for name, value in values.items() if name not in table.computed}
    return {
        table.column(name): choices.read(value) if (choices := fields[name].choices) else value
        for name, value in stored_values.items()
    }


def _edition(edition: Edition) -> Select[Any]:
    return select(Edition).where(Edition.id == edition.id)


def _sections(edition: Edition) -> Select[Any]:
    return select(Section).where(Section.edition_id == edition.id)


def _indicators(edition: Edition) -> Select[Any]:
    return (
        select(Indicator)
        .join(Indicator.dashboard)
        .join(Dashboard.outcome)
        .where(Outcome.edition_id == edition.id)
        .options(contains_eager(Indicator.dashboard))
    )


def _dashboards(edition: Edition) -> Select[Any]:
    return (
        select(Dashboard)
        .join(Dashboard.outcome)
        .where(Outcome.edition_id == edition.id)
        .options(contains_eager(Dashboard.outcome))
    )


TABLES: Mapping[str, ContentTable] = {
    EDITION: ContentTable(Edition, _edition, order=()),
    SECTION: ContentTable(Section, _sections, order=(Section.position,)),
    INDICATOR: ContentTable(
        Indicator,
        _indicators,
        order=(Indicator.number,),
        columns={
            "value": "value_text",
            "period": "value_period",
            "previous": "previous_text",
            "target": "target_text",
            "quartile": "quartile_text",
        },
        computed={
            "position": lambda row: row.number,
            "dashboard": lambda row: row.dashboard.slug,
        },
        container=lambda row: row.dashboard,
        unit_key=Dashboard.slug,
    ),
    DASHBOARD: ContentTable(
        Dashboard,
        _dashboards,
        order=(Outcome.position, Dashboard.position),
        computed={
            "position": lambda row: row.outcome.position * 1000 + row.position,
            "outcome": lambda row: row.outcome.name,
        },
    ),
}
"""The table of each kind that has many entries in an edition, and of the edition itself."""
