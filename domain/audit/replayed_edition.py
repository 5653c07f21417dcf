"""One edition replayed from the log, and its comparison with the database.

Everything that an entry is about is an item: it has a name in words, like “comment 3”, and
fields. ``compare`` compares the items of the log with those of the database, and names the
entry that recorded a value which differs.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from domain.audit_chain import Entry
from domain.editions.places import Place
from domain.editions.terms import Stage

Fields = Mapping[str, Any]
StoredEdition = Mapping[str, Fields]
"""The items in the database: the fields of each by its name."""
STATUS = "the standing"
"""The name of the item that holds an edition's stage, its round and what is published."""


@dataclass(frozen=True, slots=True)
class RecordedValue:
    """A value, and the number of the newest entry that recorded it."""

    value: Any
    entry: int


@dataclass(frozen=True, slots=True)
class Discrepancy:
    """A difference between the log and the database; ``entry`` is 0 where no entry concerns it."""

    message: str
    entry: int = 0


@dataclass(slots=True)
class ReplayedEdition:
    """One edition replayed from the log. ``digest`` is that of the version that was frozen last."""

    year: int
    round: int = 1
    version: int = 1
    stage: str = Stage.DRAFTING.value
    digest: str = ""
    items: dict[str, dict[str, RecordedValue]] = field(default_factory=dict)
    texts: dict[str, dict[str, Any]] = field(default_factory=dict)
    faults: list[Discrepancy] = field(default_factory=list)
    _counts: dict[str, int] = field(default_factory=dict)

    def record(self, entry: Entry, item: str, **fields: Any) -> None:
        """Record the values that an entry gives for the fields of an item."""
        recorded = {name: RecordedValue(value, entry.number) for name, value in fields.items()}
        self.items.setdefault(item, {}).update(recorded)

    def value(self, item: str, name: str) -> Any:
        """Return the newest recorded value of a field, or None."""
        recorded = self.items.get(item, {}).get(name)
        return recorded.value if recorded else None

    def next_number(self, kind: str) -> int:
        """Count one more item of a kind and return its number."""
        self._counts[kind] = self._counts.get(kind, 0) + 1
        return self._counts[kind]

    def add_fault(self, entry: Entry, message: str) -> None:
        """Record that an entry does not follow from those before it."""
        self.faults.append(Discrepancy(f"entry {entry.number} {message}", entry.number))

    def write(self, entry: Entry, place: str, fields: Fields) -> None:
        """Set some fields of a place and record its next revision."""
        text = self.texts.setdefault(place, {})
        text.update(fields)
        self.record(entry, place, **fields)
        revision = f"revision {self.next_number(f'revision of {place}')} of {place}"
        self.record(
            entry,
            revision,
            fields=dict(text),
            cause=entry.action,
            round=self.round,
            stage=self.stage,
            by=entry.actor,
            by_name=entry.actor_name,
        )

    def rewrite(self, entry: Entry, place: str) -> None:
        """Set the fields of a place from an entry; add a fault if its values before differ."""
        text = self.texts.get(place, {})
        before, after = (fields_of(place, values) for values in (entry.before, entry.after))
        if any(text.get(name) != value for name, value in before.items()):
            self.add_fault(entry, f"does not follow from what stood before it at {place}")
        self.write(entry, place, after)

    def freeze(self, entry: Entry) -> None:
        """Record the version that an entry names, with the texts of the moment."""
        version, self.digest = entry.after["version"], entry.after["digest"]
        self.record(
            entry,
            f"version {version}",
            digest=self.digest,
            content=self.digest,
            round=self.round,
            by_name=entry.actor_name,
            **{text_at(place): dict(fields) for place, fields in self.texts.items()},
        )

    def check_frozen(self, entry: Entry) -> None:
        """Add a fault if an entry names a version with another digest than it was frozen with."""
        version, digest = entry.after["version"], entry.after["digest"]
        if self.value(f"version {version}", "digest") != digest:
            self.add_fault(entry, f"names a version {version} that was not frozen so")

    def move(self, entry: Entry) -> None:
        """Set the stage that an entry moved the edition to, if it moved it."""
        if "stage" not in entry.after:
            return
        if entry.before.get("stage") != self.stage:
            self.add_fault(entry, f"moves the {self.year} edition from where it did not stand")
        self.stage, self.version = entry.after["stage"], self.version + 1
        self.record(entry, STATUS, stage=self.stage, version=self.version)


def text_at(place: str) -> str:
    """Return the name of the field that holds a version's text at a place."""
    return f"text at {place}"


def fields_of(place: str, values: Fields) -> dict[str, Any]:
    """Return those of the values that are fields of a place."""
    return {name: values[name] for name in Place.of(place).fields if name in values}


def compare(replayed: ReplayedEdition, stored: StoredEdition) -> Iterator[Discrepancy]:
    """Return the items that differ from the log, are no longer stored, or were never recorded.

    A field that is not stored at all is passed over: version A holds no report to the Cabinet.
    """
    yield from replayed.faults
    suffix = f"in the {replayed.year} edition"
    for item, fields in replayed.items.items():
        if item in stored:
            yield from _differing(f"{item} {suffix}", fields, stored[item])
        else:
            entry = min(recorded.entry for recorded in fields.values())
            yield Discrepancy(
                f"entry {entry} says otherwise: there is no {item} {suffix} now", entry
            )
    for item in (name for name in stored if name not in replayed.items):
        yield Discrepancy(f"there is no entry of {item} {suffix}")


def _differing(
    item: str, fields: Mapping[str, RecordedValue], stored: Fields
) -> Iterator[Discrepancy]:
    for name, recorded in fields.items():
        if stored.get(name, recorded.value) != recorded.value:
            message = f"entry {recorded.entry} says otherwise of {item}: its {name}"
            yield Discrepancy(message, recorded.entry)


def first_discrepancy(faults: Iterable[Discrepancy]) -> Discrepancy | None:
    """Return the discrepancy of the earliest entry; one without an entry only if alone."""
    return min(faults, key=lambda fault: fault.entry or float("inf"), default=None)
