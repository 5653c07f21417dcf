"""The shapes of frozen content, by number: what each kind holds, and since which schema.

Content of schema 1 carries no number; content of a later one carries it as ``schema``. To add a
field or a kind, add a row whose ``since`` is the next number, with the default by which older
content is read. A row that was released stays as it is: older content is read for ever.
"""

from collections.abc import Iterable, Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from domain.errors import CompendiumError

NUMBER = "schema"
"""The key under which content carries the number of its schema."""
FIRST = 1
LONGEST = 20
Held = Mapping[str, Any]


class UnknownShape(CompendiumError):
    """Content that its schema does not describe: something is missing, or its schema is unknown."""

    code = "unknown-shape"


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a kind. A dot in its name leads into an object: ``rule.method``.

    ``default`` is what content of a schema before ``since`` reads as; a field of schema 1 has
    none. What is ``editable`` can be written, amended and corrected; its order is that of screens.
    """

    name: str
    since: int = FIRST
    default: Any = None
    editable: bool = False


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of content. Where there are many of it, they stand by their keys.

    Of a kind without fields only that it is there is known. Content of a schema before ``since``
    is read as holding none of it.
    """

    name: str
    fields: tuple[Field, ...] = ()
    since: int = FIRST
    is_one: bool = False

    @property
    def group(self) -> str:
        """The key under which content holds it."""
        return self.name if self.is_one else f"{self.name}s"

    @property
    def editable(self) -> tuple[str, ...]:
        """The names of the fields that can be changed, in the order of screens."""
        return tuple(field.name for field in self.fields if field.editable)

    @property
    def sinces(self) -> tuple[int, ...]:
        """The schemas that brought something of it."""
        return (self.since, *(field.since for field in self.fields))

    def fields_in(self, schema: int) -> tuple[Field, ...]:
        """The fields that it has in a schema."""
        return tuple(field for field in self.fields if field.since <= schema)

    def fields_after(self, schema: int) -> tuple[Field, ...]:
        """The fields that it has only since a later schema."""
        return tuple(field for field in self.fields if max(self.since, field.since) > schema)


@dataclass(frozen=True)
class Schemas:
    """Every schema there is, as one table of kinds with their fields."""

    kinds: tuple[Kind, ...]

    @cached_property
    def newest(self) -> int:
        """The number of the schema in which content is frozen now."""
        return max(since for kind in self.kinds for since in kind.sinces)

    def kinds_in(self, schema: int) -> tuple[Kind, ...]:
        """The kinds that content of a schema holds."""
        return tuple(kind for kind in self.kinds if kind.since <= schema)

    def kind(self, name: str) -> Kind:
        """A kind by its name."""
        return self._by_name[name]

    @cached_property
    def _by_name(self) -> dict[str, Kind]:
        return {kind.name: kind for kind in self.kinds}

    def schema_of(self, content: Held) -> int:
        """The number of a content's schema. Raises ``UnknownShape`` for one that is not known."""
        if NUMBER not in content:
            return FIRST
        number = content[NUMBER]
        if type(number) is not int or not FIRST < number <= self.newest:
            raise UnknownShape(
                f"its schema is “{str(number)[:LONGEST]}”, and the newest that this product knows "
                f"is {self.newest}"
            )
        return number

    def schema_for(self, changes: Iterable[tuple[str, Held]]) -> int:
        """The first schema that holds all the fields of some changes: kind, and what is set."""
        needed = [
            max(self.kind(kind).since, field.since)
            for kind, after in changes
            for field in self.kind(kind).fields
            if field.name in after
        ]
        return max(needed, default=FIRST)

    def check(self, content: Any) -> None:
        """Raise ``UnknownShape``, naming the first thing, where content lacks what its schema has."""
        if not isinstance(content, dict):
            raise UnknownShape("it is not an edition's content")
        schema = self.schema_of(content)
        for kind in self.kinds_in(schema):
            if kind.group not in content:
                raise UnknownShape(f"it has no “{kind.group}”, which schema {schema} holds")
            for named, entry in _entries(kind, content[kind.group]):
                _check_entry(named, entry, kind.fields_in(schema), schema)

    def read(self, content: dict[str, Any], schema: int = 0) -> dict[str, Any]:
        """Content in a schema at or after its own (the newest where none is named).

        What came after its own schema has its default. What is given stays as it was.
        """
        was, wanted = self.schema_of(content), schema or self.newest
        if was >= wanted:
            return content
        read = {**content, **numbered(wanted)}
        for kind in self.kinds_in(wanted):
            later = [field for field in kind.fields_after(was) if field.since <= wanted]
            read[kind.group] = _with_defaults(kind, content.get(kind.group, {}), later)
        return read

    def lacking(self, kind: str, fields: Held) -> str:
        """The first editable field that the kind always had and that is not kept; else nothing."""
        known = self.kind(kind)
        always = (field for field in known.fields_in(known.since) if field.editable)
        return next((field.name for field in always if field.name not in fields), "")

    def fields_read(self, kind: str, fields: Held) -> dict[str, Any]:
        """What was kept of one place's editable fields; those of later schemas have their default.

        A revision carries no number: what it lacks of a later schema reads as the default.
        """
        known = self.kind(kind)
        later = (field for field in known.fields_after(known.since) if field.editable)
        return {**{field.name: deepcopy(field.default) for field in later}, **fields}


def numbered(schema: int) -> dict[str, int]:
    """What content says of its schema: nothing in the first."""
    return {} if schema == FIRST else {NUMBER: schema}


def put(entry: dict[str, Any], name: str, value: Any) -> None:
    """Set a field of an entry, inside an object where its name has a dot."""
    outer, dot, inner = name.partition(".")
    if dot:
        entry[outer] = {**entry.get(outer, {}), inner: value}
    else:
        entry[name] = value


def _entries(kind: Kind, held: Any) -> Iterator[tuple[str, Any]]:
    """Each entry of a kind that has fields, with what it is called in a refusal."""
    if not kind.fields:
        return
    if kind.is_one:
        yield f"its {kind.name}", held
        return
    if not isinstance(held, dict):
        raise UnknownShape(f"its “{kind.group}” are no entries by their keys")
    for key, entry in held.items():
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


def _with_defaults(kind: Kind, held: Any, later: Iterable[Field]) -> Any:
    if kind.is_one:
        return _entry_with_defaults(held, later)
    return {key: _entry_with_defaults(entry, later) for key, entry in held.items()}


def _entry_with_defaults(entry: Any, later: Iterable[Field]) -> Any:
    read = entry
    for field in later:
        read = dict(read)
        put(read, field.name, deepcopy(field.default))
    return read


SCHEMAS = Schemas(
    (
        Kind(
            "edition",
            (
                Field("year"),
                Field("title"),
                Field("data_year"),
                Field("previous_data_year"),
                Field("plan"),
            ),
            is_one=True,
        ),
        Kind(
            "section",
            (
                Field("slug"),
                Field("position"),
                Field("document"),
                Field("title"),
                Field("outcome"),
                Field("sub_outcome"),
                Field("body", editable=True),
            ),
        ),
        Kind(
            "dashboard",
            (
                Field("slug"),
                Field("position"),
                Field("name"),
                Field("outcome"),
                Field("comparator"),
                Field("note"),
                Field("has_targets"),
                Field("in_headline"),
            ),
        ),
        Kind(
            "indicator",
            (
                Field("number"),
                Field("slug"),
                Field("name"),
                Field("section"),
                Field("strategic_plan"),
                Field("position"),
                Field("dashboard"),
                Field("polarity"),
                Field("rule.method"),
                Field("rule.tolerance"),
                Field("rule.tolerance_in"),
                Field("rule.sample"),
                Field("rule.reason"),
                Field("value", editable=True),
                Field("period", editable=True),
                Field("previous", editable=True),
                Field("previous_period", editable=True),
                Field("target", editable=True),
                Field("quartile", editable=True),
                Field("direction", editable=True),
                Field("rating", editable=True),
                Field("source", editable=True),
                Field("commentary", editable=True),
                Field("override_reason", editable=True),
            ),
        ),
        Kind("comparison", is_one=True),
        Kind("methods", is_one=True),
    )
)
"""What the product knows. The number of the newest schema is the highest ``since``."""
