"""The schemas of frozen content, by number: the kinds of each and their fields.

Content of schema 1 carries no number; content of a later one carries it as ``schema``. The table
of kinds is ``domain.editions.kinds``.
"""

from collections.abc import Iterable, Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from domain.editions.terms import Document
from domain.errors import CompendiumError
from domain.fields import FIRST, Field, put

NUMBER = "schema"
"""The key under which content carries the number of its schema."""
LONGEST = 20
Values = Mapping[str, Any]


class UnknownShape(CompendiumError):
    """Content that does not match its schema, or whose schema is unknown."""

    code = "unknown-shape"


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of content. Where an edition has many entries of it, they are stored by key.

    A kind without fields is only checked for being present. Content of a schema before ``since``
    is read as having none of it.

    ``title_field`` holds the title of an entry, ``titled`` is the form in which sentences name it.
    ``unit`` is the kind with which an entry is signed off (its own name: by itself; empty: never),
    and ``unit_field`` the field that holds the key of that unit. ``document_field`` holds the
    document that an entry is printed in; without one, ``document`` is that of every entry. An entry
    of a kind that ``is_text`` is never saved empty, and counts as one where versions are compared.
    """

    name: str
    fields: tuple[Field, ...] = ()
    since: int = FIRST
    is_one: bool = False
    title_field: str = ""
    titled: str = "{}"
    unit: str = ""
    unit_field: str = ""
    document_field: str = ""
    document: Document | None = None
    is_text: bool = False

    @property
    def group(self) -> str:
        """Return the key of its entries in content."""
        return self.name if self.is_one else f"{self.name}s"

    @property
    def editable(self) -> tuple[str, ...]:
        """Return the names of the editable fields, in the order of screens."""
        return tuple(field.name for field in self.fields if field.editable)

    @property
    def is_unit(self) -> bool:
        """Return whether its entries are signed off, alone or with entries that belong to them."""
        return self.unit == self.name

    def title_of(self, entry: Values) -> str:
        """Return the title of an entry."""
        return str(entry[self.title_field])

    def document_of(self, entry: Values) -> Document | None:
        """Return the document that an entry is printed in; None where it is in a dashboard."""
        return Document(entry[self.document_field]) if self.document_field else self.document

    def unit_of(self, key: str, entry: Values) -> str:
        """Return the address of the unit that an entry, at its key, is signed off with."""
        return f"{self.unit}:{key if self.is_unit else entry[self.unit_field]}"

    @property
    def sinces(self) -> tuple[int, ...]:
        """Return the schemas that added the kind or a field of it."""
        return (self.since, *(field.since for field in self.fields))

    def fields_in(self, schema: int) -> tuple[Field, ...]:
        """Return the fields that it has in a schema."""
        return tuple(field for field in self.fields if field.since <= schema)

    def fields_after(self, schema: int) -> tuple[Field, ...]:
        """Return the fields that were added after a schema."""
        return tuple(field for field in self.fields if max(self.since, field.since) > schema)


@dataclass(frozen=True)
class Schemas:
    """All schemas, as one table of kinds with their fields."""

    kinds: tuple[Kind, ...]

    @cached_property
    def newest(self) -> int:
        """Return the number of the schema in which content is frozen now."""
        return max(since for kind in self.kinds for since in kind.sinces)

    def kinds_in(self, schema: int) -> tuple[Kind, ...]:
        """Return the kinds that content of a schema has."""
        return tuple(kind for kind in self.kinds if kind.since <= schema)

    def kind(self, name: str) -> Kind:
        """Return a kind by its name."""
        return self._by_name[name]

    @cached_property
    def _by_name(self) -> dict[str, Kind]:
        return {kind.name: kind for kind in self.kinds}

    def schema_of(self, content: Values) -> int:
        """Return the number of a content's schema. Raises ``UnknownShape`` if it is unknown."""
        if NUMBER not in content:
            return FIRST
        number = content[NUMBER]
        if type(number) is not int or not FIRST < number <= self.newest:
            raise UnknownShape(
                f"its schema is “{str(number)[:LONGEST]}”, and the newest that this product knows "
                f"is {self.newest}"
            )
        return number

    def schema_for(self, changes: Iterable[tuple[str, Values]]) -> int:
        """Return the first schema that has all the fields of some changes (kind and new values)."""
        needed = [
            max(self.kind(kind).since, field.since)
            for kind, after in changes
            for field in self.kind(kind).fields
            if field.name in after
        ]
        return max(needed, default=FIRST)

    def check(self, content: Any) -> None:
        """Raise ``UnknownShape`` with the first part of its schema that content lacks."""
        if not isinstance(content, dict):
            raise UnknownShape("it is not an edition's content")
        schema = self.schema_of(content)
        for kind in self.kinds_in(schema):
            if kind.group not in content:
                raise UnknownShape(f"it has no “{kind.group}”, which schema {schema} holds")
            for named, entry in _entries(kind, content[kind.group]):
                _check_entry(named, entry, kind.fields_in(schema), schema)

    def read(self, content: dict[str, Any], schema: int = 0) -> dict[str, Any]:
        """Return content converted to a schema at or after its own (by default the newest).

        Fields added after its own schema get their default. The argument is not changed.
        """
        own_schema, wanted = self.schema_of(content), schema or self.newest
        if own_schema >= wanted:
            return content
        result = {**content, **numbered(wanted)}
        for kind in self.kinds_in(wanted):
            later = [field for field in kind.fields_after(own_schema) if field.since <= wanted]
            result[kind.group] = _with_defaults(kind, content.get(kind.group, {}), later)
        return result

    def lacking(self, kind: str, fields: Values) -> str:
        """Return the first missing editable field of those that the kind had from the start."""
        content_kind = self.kind(kind)
        always = (field for field in content_kind.fields_in(content_kind.since) if field.editable)
        return next((field.name for field in always if field.name not in fields), "")

    def fields_read(self, kind: str, fields: Values) -> dict[str, Any]:
        """Return the stored editable fields of one place, with the defaults of later schemas.

        A revision carries no number: a field of a later schema that it lacks gets the default.
        """
        content_kind = self.kind(kind)
        later = (field for field in content_kind.fields_after(content_kind.since) if field.editable)
        return {**{field.name: deepcopy(field.default) for field in later}, **fields}


def numbered(schema: int) -> dict[str, int]:
    """Return the part of content that gives its schema: empty for the first."""
    return {} if schema == FIRST else {NUMBER: schema}


def _entries(kind: Kind, stored: Any) -> Iterator[tuple[str, Any]]:
    """Yield each entry of a kind that has fields, with its name in error texts."""
    if not kind.fields:
        return
    if kind.is_one:
        yield f"its {kind.name}", stored
        return
    if not isinstance(stored, dict):
        raise UnknownShape(f"its “{kind.group}” are no entries by their keys")
    for key, entry in stored.items():
        yield f"its {kind.name} “{key}”", entry


def _check_entry(named: str, entry: Any, fields: Iterable[Field], schema: int) -> None:
    for field in fields:
        if not _holds(entry, field.name):
            raise UnknownShape(f"{named} has no “{field.name}”, which schema {schema} holds")


def _holds(entry: Any, name: str) -> bool:
    outer, dot, inner = name.partition(".")
    if not isinstance(entry, dict) or outer not in entry:
        return False
    return not dot or _holds(entry[outer], inner)


def _with_defaults(kind: Kind, stored: Any, later: Iterable[Field]) -> Any:
    if kind.is_one:
        return _entry_with_defaults(stored, later)
    return {key: _entry_with_defaults(entry, later) for key, entry in stored.items()}


def _entry_with_defaults(entry: Any, later: Iterable[Field]) -> Any:
    result = entry
    for field in later:
        result = dict(result)
        put(result, field.name, deepcopy(field.default))
    return result
