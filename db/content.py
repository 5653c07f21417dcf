"""The text and figures of an edition as plain data, read from its tables and written to them."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session, contains_eager

from db.models import Dashboard, Edition, Indicator, Outcome, Section
from db.session import schemas_of
from domain.editions.content import Content
from domain.editions.places import DASHBOARD, EDITION, INDICATOR, SECTION, Place, section
from domain.editions.schemas import Field, numbered, put
from domain.errors import NotFound
from domain.indicators.notation import Printed, read
from domain.indicators.terms import Direction, Rating

COLUMN = {
    "value": "value_text",
    "period": "value_period",
    "previous": "previous_text",
    "target": "target_text",
    "quartile": "quartile_text",
}
"""The fields of an indicator whose column has another name."""
TAKEN_APART = frozenset({*COLUMN, "previous_period", "direction", "rating"})
"""The fields of an indicator that are not written as they are given."""
COMPUTED: Mapping[tuple[str, str], Callable[[Any], Any]] = {
    (DASHBOARD, "position"): lambda row: row.outcome.position * 1000 + row.position,
    (DASHBOARD, "outcome"): lambda row: row.outcome.name,
    (INDICATOR, "position"): lambda row: row.number,
    (INDICATOR, "dashboard"): lambda row: row.dashboard.slug,
}
"""The fields that no column of the row's own holds, by their kind. A dot reads as an underscore:
``rule.method`` is in the column ``rule_method``."""
Row = Section | Indicator


def content_of(session: Session, edition: Edition, schema: int = 0) -> Content:
    """Everything that stands in an edition now, in a schema (the newest where none is named).

    ``comparison`` is left to the caller.
    """
    schemas = schemas_of(session)
    in_schema = schema or schemas.newest
    kinds = {kind.name: kind.fields_in(in_schema) for kind in schemas.kinds_in(in_schema)}
    return {
        **numbered(in_schema),
        EDITION: _entry(EDITION, edition, kinds[EDITION]),
        **{
            schemas.kind(name).group: {
                row.slug: _entry(name, row, kinds[name]) for row in rows(session, edition)
            }
            for name, rows in ROWS.items()
            if name in kinds
        },
        "comparison": {},
    }


def _entry(kind: str, row: Any, fields: Iterable[Field]) -> dict[str, Any]:
    entry: dict[str, Any] = {}
    for field in fields:
        computed = COMPUTED.get((kind, field.name))
        column = COLUMN.get(field.name, field.name.replace(".", "_"))
        put(entry, field.name, computed(row) if computed else _plain(getattr(row, column)))
    return entry


def fields_at(session: Session, edition: Edition, place: str) -> dict[str, Any]:
    """The fields of a place that can be changed, as they stand. Raises ``NotFound``."""
    return fields_of(row_at(session, edition, place), Place.of(place).fields)


def all_fields(session: Session, edition: Edition) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every place that has text or figures of its own, with its fields as they stand."""
    for kind, rows in (
        (SECTION, _sections(session, edition)),
        (INDICATOR, indicators_of(session, edition)),
    ):
        row: Row
        for row in rows:
            place = Place(kind, row.slug)
            yield str(place), fields_of(row, place.fields)


def title_at(session: Session, edition: Edition, place: str) -> str:
    """What a place is called by readers. Raises ``NotFound`` where there is none."""
    where = Place.of(place)
    if not where.key:
        return f"the {edition.year} edition"
    if where.kind == "dashboard":
        return f"{dashboard_at(session, edition, where.key).name} dashboard"
    return title_of(row_at(session, edition, place))


def title_of(row: Row) -> str:
    """What readers call the section or the indicator of a row."""
    return row.title if isinstance(row, Section) else row.name


def unit_of(session: Session, edition: Edition, place: str) -> str:
    """What is signed off with a place: an indicator with its dashboard, a section by itself."""
    return unit_of_row(row_at(session, edition, place))


def unit_of_row(row: Row) -> str:
    """What the section or the indicator of a row is signed off with."""
    return f"dashboard:{row.dashboard.slug}" if isinstance(row, Indicator) else section(row.slug)


def places_in(session: Session, edition: Edition, unit: str) -> list[str]:
    """The places that a unit holds. Raises ``NotFound`` where there is no such unit."""
    where = Place.of(unit)
    if where.kind != "dashboard":
        row_at(session, edition, unit)
        return [unit]
    dashboard_at(session, edition, where.key)
    return [f"{INDICATOR}:{row.slug}" for row in indicators_in(session, edition, where.key)]


def write_fields(session: Session, edition: Edition, place: str, fields: Mapping[str, Any]) -> None:
    """Set some fields of a place. The caller has checked them."""
    write_row(row_at(session, edition, place), fields)
    session.flush()


def write_row(row: Row, fields: Mapping[str, Any]) -> None:
    """Set some fields of a row. The caller has checked them, and flushes."""
    if isinstance(row, Indicator):
        _write_indicator(row, fields)
    else:
        for name, value in fields.items():
            setattr(row, name, value)


def row_at(session: Session, edition: Edition, place: str) -> Row:
    """The row behind a place. Raises ``NotFound``."""
    where = Place.of(place)
    found: Row | None = None
    if where.kind == SECTION:
        found = session.scalar(
            select(Section).where(Section.edition_id == edition.id, Section.slug == where.key)
        )
    elif where.kind == INDICATOR:
        found = session.scalar(_indicators(edition).where(Indicator.slug == where.key))
    if found is None:
        raise NotFound(f"The {edition.year} edition has no {where.kind} “{where.key}”.")
    return found


def indicators_of(session: Session, edition: Edition) -> list[Indicator]:
    """The indicators of an edition, by their printed number."""
    return list(session.scalars(_indicators(edition).order_by(Indicator.number)))


def indicators_in(session: Session, edition: Edition, dashboard: str) -> list[Indicator]:
    """The indicators of one dashboard, by their printed number."""
    held = _indicators(edition).where(Dashboard.slug == dashboard).order_by(Indicator.number)
    return list(session.scalars(held))


def dashboards_of(session: Session, edition: Edition) -> list[Dashboard]:
    """The dashboards of an edition, in printed order."""
    return list(
        session.scalars(
            select(Dashboard)
            .join(Dashboard.outcome)
            .where(Outcome.edition_id == edition.id)
            .options(contains_eager(Dashboard.outcome))
            .order_by(Outcome.position, Dashboard.position)
        )
    )


def fields_of(row: Row, names: tuple[str, ...]) -> dict[str, Any]:
    """Some fields of a row as plain data: enumerations as their words, nothing as empty."""
    return {name: _plain(getattr(row, COLUMN.get(name, name))) for name in names}


def printed_columns(name: str, cell: Printed, period: str) -> dict[str, Any]:
    """The columns of a printed figure: its text, what was read of it, its period."""
    amount = cell.low
    return {
        f"{name}_text": cell.text,
        f"{name}_number": float(amount.number) if amount else None,
        f"{name}_unit": amount.unit.value if amount else "",
        f"{name}_scale": amount.scale if amount else "",
        f"{name}_period": period,
    }


def target_columns(cell: Printed) -> dict[str, Any]:
    """The columns of a printed target."""
    return {
        "target_text": cell.text,
        "target_bound": cell.bound.value,
        "target_low": float(cell.low.number) if cell.low else None,
        "target_high": float(cell.high.number) if cell.high else None,
    }


def _write_indicator(row: Indicator, fields: Mapping[str, Any]) -> None:
    given = {**fields_of(row, Place(INDICATOR, row.slug).fields), **fields}
    columns = {
        **{name: given[name] for name in given if name not in TAKEN_APART},
        **printed_columns("value", read(given["value"]), given["period"]),
        **printed_columns("previous", read(given["previous"]), given["previous_period"]),
        **target_columns(read(given["target"])),
        "quartile_text": given["quartile"],
        "direction": Direction(given["direction"]),
        "rating": Rating(given["rating"]) if given["rating"] else None,
    }
    for name, value in columns.items():
        setattr(row, name, value)


def _plain(value: Any) -> Any:
    if value is None:
        return ""
    return getattr(value, "value", value)


def _sections(session: Session, edition: Edition) -> list[Section]:
    return list(
        session.scalars(
            select(Section).where(Section.edition_id == edition.id).order_by(Section.position)
        )
    )


def _indicators(edition: Edition) -> Any:
    return (
        select(Indicator)
        .join(Indicator.dashboard)
        .join(Dashboard.outcome)
        .where(Outcome.edition_id == edition.id)
        .options(contains_eager(Indicator.dashboard))
    )


ROWS: Mapping[str, Callable[[Session, Edition], Sequence[Any]]] = {
    SECTION: _sections,
    DASHBOARD: dashboards_of,
    INDICATOR: indicators_of,
}
"""The rows of each kind of which there are many, in printed order."""


def dashboard_at(session: Session, edition: Edition, slug: str) -> Dashboard:
    """A dashboard by its slug. Raises ``NotFound``."""
    for row in dashboards_of(session, edition):
        if row.slug == slug:
            return row
    raise NotFound(f"The {edition.year} edition has no dashboard “{slug}”.")
