"""One edition as the log tells it, and what is kept otherwise.

Whatever an entry is about has a name in words, like “comment 3”, and fields. ``compare`` holds
what the log says of them against what is kept, and names the entry that said what is not so.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from domain.audit_chain import Entry
from domain.editions.places import Place
from domain.editions.terms import Stage

Fields = Mapping[str, Any]
StoredEdition = Mapping[str, Fields]
"""What stands in the database: each thing by its name, with its fields."""
STATUS = "the standing"
"""The name of where an edition stands: its stage, its round, what is published."""


@dataclass(frozen=True, slots=True)
class RecordedText:
    """A value, and the number of the entry that said it last."""

    value: Any
    entry: int


@dataclass(frozen=True, slots=True)
class Discrepancy:
    """One thing that is not as the log says; ``entry`` is 0 where none says anything of it."""

    told: str
    entry: int = 0


@dataclass(slots=True)
class ReplayedEdition:
    """One edition as the log tells it. ``digest`` is that of the version that was frozen last."""

    year: int
    round: int = 1
    version: int = 1
    stage: str = Stage.DRAFTING.value
    digest: str = ""
    things: dict[str, dict[str, RecordedText]] = field(default_factory=dict)
    texts: dict[str, dict[str, Any]] = field(default_factory=dict)
    faults: list[Discrepancy] = field(default_factory=list)
    _counts: dict[str, int] = field(default_factory=dict)

    def say(self, entry: Entry, thing: str, **fields: Any) -> None:
        """Keep what an entry says of a thing."""
        said = {name: RecordedText(value, entry.number) for name, value in fields.items()}
        self.things.setdefault(thing, {}).update(said)

    def value(self, thing: str, name: str) -> Any:
        """What was said last of a field; nothing where nothing was."""
        said = self.things.get(thing, {}).get(name)
        return said.value if said else None

    def next_of(self, what: str) -> int:
        """Count on: the number of the next thing of a kind."""
        self._counts[what] = self._counts.get(what, 0) + 1
        return self._counts[what]

    def contradict(self, entry: Entry, told: str) -> None:
        """Keep that an entry does not follow from those before it."""
        self.faults.append(Discrepancy(f"entry {entry.number} {told}", entry.number))

    def write(self, entry: Entry, place: str, fields: Fields) -> None:
        """Set some fields of a place, and keep its next revision."""
        text = self.texts.setdefault(place, {})
        text.update(fields)
        self.say(entry, place, **fields)
        revision = f"revision {self.next_of(f'revision of {place}')} of {place}"
        self.say(
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
        """Set the fields of a place that an entry holds; what it says stood before must have."""
        text = self.texts.get(place, {})
        before, after = (fields_of(place, each) for each in (entry.before, entry.after))
        if any(text.get(name) != value for name, value in before.items()):
            self.contradict(entry, f"does not follow from what stood before it at {place}")
        self.write(entry, place, after)

    def freeze(self, entry: Entry) -> None:
        """Keep the version that an entry names, with the texts of the moment."""
        version, self.digest = entry.after["version"], entry.after["digest"]
        self.say(
            entry,
            f"version {version}",
            digest=self.digest,
            content=self.digest,
            round=self.round,
            by_name=entry.actor_name,
            **{text_at(place): dict(fields) for place, fields in self.texts.items()},
        )

    def name_frozen(self, entry: Entry) -> None:
        """An entry on a version that was frozen before must give the digest that it had."""
        version, digest = entry.after["version"], entry.after["digest"]
        if self.value(f"version {version}", "digest") != digest:
            self.contradict(entry, f"names a version {version} that was not frozen so")

    def move(self, entry: Entry) -> None:
        """Go to the stage that an entry moved the edition to, if it moved it."""
        if "stage" not in entry.after:
            return
        if entry.before.get("stage") != self.stage:
            self.contradict(entry, f"moves the {self.year} edition from where it did not stand")
        self.stage, self.version = entry.after["stage"], self.version + 1
        self.say(entry, STATUS, stage=self.stage, version=self.version)


def text_at(place: str) -> str:
    """What a version's text at a place is called among its fields."""
    return f"text at {place}"


def fields_of(place: str, told: Fields) -> dict[str, Any]:
    """Of what an entry tells, the fields of a place."""
    return {name: told[name] for name in Place.of(place).fields if name in told}


def compare(story: ReplayedEdition, kept: StoredEdition) -> Iterator[Discrepancy]:
    """Whatever is kept otherwise than the log says, is no longer kept, or was never said.

    A field that is not kept at all is passed over: version A holds no report to the Cabinet.
    """
    yield from story.faults
    where = f"in the {story.year} edition"
    for thing, fields in story.things.items():
        if thing in kept:
            yield from _differing(f"{thing} {where}", fields, kept[thing])
        else:
            entry = min(said.entry for said in fields.values())
            yield Discrepancy(
                f"entry {entry} says otherwise: there is no {thing} {where} now", entry
            )
    for thing in (each for each in kept if each not in story.things):
        yield Discrepancy(f"there is no entry of {thing} {where}")


def _differing(
    thing: str, fields: Mapping[str, RecordedText], kept: Fields
) -> Iterator[Discrepancy]:
    for name, said in fields.items():
        if kept.get(name, said.value) != said.value:
            told = f"entry {said.entry} says otherwise of {thing}: its {name}"
            yield Discrepancy(told, said.entry)


def first_discrepancy(faults: Iterable[Discrepancy]) -> Discrepancy | None:
    """The one of the earliest entry; one that has no entry only where there is no other."""
    return min(faults, key=lambda fault: fault.entry or float("inf"), default=None)
