"""The text and figures of an edition as plain data, read from its tables and written to them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy.orm import Session

from db.content_tables import TABLES, ContentTable, column_values
from db.models import Edition
from db.session import schemas_of
from domain.editions.content import Content
from domain.editions.kinds import EDITION, KINDS, TEXT_KINDS
from domain.editions.places import Place
from domain.editions.schemas import Kind, numbered
from domain.editions.terms import Document
from domain.errors import NotFound
from domain.fields import Field, put


@dataclass(frozen=True, slots=True)
class ResolvedPlace:
    """A place of an edition with the row behind it and the row of its kind."""

    place: Place
    row: Any

    @property
    def kind(self) -> Kind:
        """Return its kind."""
        return self.place.content_kind

    @property
    def address(self) -> str:
        """Return the place as it is written."""
        return str(self.place)

    @property
    def title(self) -> str:
        """Return what readers call it."""
        return self.kind.titled.format(self._value(self.kind.title_field))

    @property
    def listed_title(self) -> str:
        """Return its title in a list of places: after the name of the unit that holds it, if any."""
        container = self._table.container
        return f"{container(self.row).name}: {self.title}" if container else self.title

    @property
    def unit(self) -> str:
        """Return the address of what it is signed off with."""
        return self.kind.unit_of(self.place.key, self._values(self.kind.unit_field))

    @property
    def document(self) -> Document | None:
        """Return the document that it is printed in; None where it is in a dashboard."""
        return self.kind.document_of(self._values(self.kind.document_field))

    @property
    def fields(self) -> dict[str, Any]:
        """Return the fields that can be changed, as they stand."""
        return self._values(*self.place.fields)

    @property
    def _table(self) -> ContentTable:
        return TABLES[self.place.kind]

    def _value(self, name: str) -> Any:
        return self._table.value(self.row, name)

    def _values(self, *names: str) -> dict[str, Any]:
        return {name: self._value(name) for name in names if name}


def resolve(session: Session, edition: Edition, place: str) -> ResolvedPlace:
    """Return a place with the row behind it. Raises ``NotFound`` where there is none."""
    where = Place.of(place)
    row = TABLES[where.kind].row(session, edition, where.key) if where.key else edition
    if row is None:
        raise _not_found(edition, where)
    return ResolvedPlace(where, row)


def resolve_text(session: Session, edition: Edition, place: str) -> ResolvedPlace:
    """Return a place that has text or figures of its own. Raises ``NotFound`` where it has none."""
    resolved = resolve(session, edition, place)
    if not resolved.kind.editable:
        raise _not_found(edition, resolved.place)
    return resolved


def texts_of(session: Session, edition: Edition, *kinds: str) -> Iterator[ResolvedPlace]:
    """Yield every place that has text or figures of its own, kind by kind in printed order.

    Only the given ``kinds``, or all of them.
    """
    for kind in (TEXT_KINDS[name] for name in kinds or TEXT_KINDS):
        yield from _resolved(kind, TABLES[kind.name].rows(session, edition))


def units_of(
    session: Session, edition: Edition
) -> Iterator[tuple[ResolvedPlace, list[ResolvedPlace]]]:
    """Yield every unit of signing off, each with the places in it."""
    texts_by_unit: dict[str, list[ResolvedPlace]] = defaultdict(list)
    for text in texts_of(session, edition):
        texts_by_unit[text.unit].append(text)
    for kind in KINDS.values():
        if kind.is_unit:
            for unit in _resolved(kind, TABLES[kind.name].rows(session, edition)):
                yield unit, texts_by_unit[unit.address]


def unit_with_texts(
    session: Session, edition: Edition, unit: str
) -> tuple[ResolvedPlace, list[ResolvedPlace]]:
    """Return a unit of signing off with the places in it.

    Raises ``NotFound`` where there is no such unit.
    """
    resolved = resolve(session, edition, unit)
    if not resolved.kind.is_unit:
        raise NotFound("Sections and dashboards are signed off, nothing else.")
    return resolved, _texts_in(session, edition, resolved)


def content_of(session: Session, edition: Edition, schema: int = 0) -> Content:
    """Return the current content of an edition, in a schema (by default the newest).

    ``comparison`` is left to the caller.
    """
    schemas = schemas_of(session)
    in_schema = schema or schemas.newest
    kinds = {kind.name: kind for kind in schemas.kinds_in(in_schema)}
    entries = {
        kind.group: {
            row.slug: _entry(name, row, kind.fields_in(in_schema))
            for row in TABLES[name].rows(session, edition)
        }
        for name, kind in kinds.items()
        if name in TABLES and not kind.is_one
    }
    return {
        **numbered(in_schema),
        EDITION: _entry(EDITION, edition, kinds[EDITION].fields_in(in_schema)),
        **entries,
        "comparison": {},
    }


def fields_at(session: Session, edition: Edition, place: str) -> dict[str, Any]:
    """Return the current editable fields of a place. Raises ``NotFound``."""
    return resolve_text(session, edition, place).fields


def all_fields(session: Session, edition: Edition) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield every place that has text or figures of its own, with its current fields."""
    for text in texts_of(session, edition):
        yield text.address, text.fields


def title_at(session: Session, edition: Edition, place: str) -> str:
    """Return the title of a place for readers. Raises ``NotFound`` where there is none."""
    return resolve(session, edition, place).title


def unit_of(session: Session, edition: Edition, place: str) -> str:
    """Return the unit of a place: an indicator's dashboard, or a section itself."""
    return resolve_text(session, edition, place).unit


def _texts_in(session: Session, edition: Edition, unit: ResolvedPlace) -> list[ResolvedPlace]:
    texts = [unit] if unit.kind.editable else []
    for kind in TEXT_KINDS.values():
        if kind.unit == unit.kind.name and not kind.is_unit:
            rows = TABLES[kind.name].rows(session, edition, unit=unit.place.key)
            texts += _resolved(kind, rows)
    return texts


def write(text: ResolvedPlace, fields: Mapping[str, Any]) -> None:
    """Set some fields of a place. The caller has checked them, and flushes."""
    for name, value in column_values(text.kind.name, fields).items():
        setattr(text.row, name, value)


def row_at(session: Session, edition: Edition, place: str) -> Any:
    """Return the row of a place with text or figures of its own. Raises ``NotFound``."""
    return resolve_text(session, edition, place).row


def _resolved(kind: Kind, rows: Iterable[Any]) -> Iterator[ResolvedPlace]:
    for row in rows:
        yield ResolvedPlace(Place(kind.name, row.slug), row)


def _entry(kind: str, row: Any, fields: Iterable[Field]) -> dict[str, Any]:
    entry: dict[str, Any] = {}
    for field in fields:
        put(entry, field.name, TABLES[kind].value(row, field.name))
    return entry


def _not_found(edition: Edition, place: Place) -> NotFound:
    return NotFound(f"The {edition.year} edition has no {place.kind} “{place.key}”.")
