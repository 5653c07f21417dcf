"""The audit chain: each entry carries the hash of the one before, over a canonical form.

The canonical form is JSON with its names in order, no spaces, and characters as themselves, in
UTF-8; the hash is SHA-256 of it. An entry's hash covers everything in it but itself, and the
hash of the entry before is in it, so no entry can be changed, left out or moved without all
hashes after it changing. The first entry's forerunner is 64 zeros. What a chain cannot tell of
itself is whether its end was cut off or written anew: for that its head is printed elsewhere.
"""

import hashlib
import json
import math
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace
from typing import Any, Self
from urllib.parse import urlencode

from domain.errors import Unreadable

GENESIS = "0" * 64
DONE, REFUSED = "done", "refused"


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the log, without its hash.

    ``at`` is UTC as 2022-11-09T10:30:00.000000Z; ``before`` and ``after`` hold only what changed.
    ``outcome`` is done or refused.
    """

    number: int
    at: str
    actor: str
    actor_name: str
    role: str
    action: str
    subject: str
    subject_title: str
    before: Mapping[str, Any]
    after: Mapping[str, Any]
    reason: str
    authority: str
    outcome: str
    previous: str

    @property
    def year(self) -> int | None:
        """The edition that it is about; none where it is about an account or the comparison."""
        found = SUBJECT.match(self.subject)
        return int(found[1]) if found else None

    def without_details(self) -> Self:
        """The same without what changed and why: for those who may not read the edition's text."""
        return replace(self, before={}, after={}, reason="", authority="")


SUBJECT = re.compile(r"\w+:(\d{4})(?:/|$)")
ENTRY_FIELDS = tuple(each.name for each in fields(Entry))
OBJECTS = ("before", "after")
"""What of an entry is kept as JSON."""
TOO_DEEP = "nested too deep to be read"


class FaultyEntry(Unreadable):
    """A kept entry that no longer holds what can be read; ``fault`` names it."""

    code = "faulty-entry"

    def __init__(self, number: int, why: str) -> None:
        """Keep what is wrong with which entry."""
        self.fault = f"entry {number} cannot be read: {why}"
        super().__init__(f"The log is not as it was written: {self.fault}.")


@dataclass(frozen=True, slots=True)
class EntryFilter:
    """Which entries are asked for. What is empty leaves nothing out.

    ``subject`` is part of a subject or its title; ``since`` and ``until`` are days, both included.
    """

    person: str = ""
    action: str = ""
    subject: str = ""
    outcome: str = ""
    since: str = ""
    until: str = ""

    @property
    def asked(self) -> dict[str, str]:
        """What is asked, under the names it has in an address."""
        told = {each.name: getattr(self, each.name) for each in fields(self)}
        return {ADDRESSED.get(name, name): value for name, value in told.items() if value}

    def address(self, path: str, page: int) -> str:
        """The address of one page of these entries."""
        return f"{path}?{urlencode({**self.asked, 'page': page})}"


ADDRESSED = {"since": "from", "until": "to"}
"""Names that an address has and Python cannot."""


def canonical(entry: Entry) -> bytes:
    """The bytes that an entry's hash is of."""
    told = json.dumps(
        _named(entry), ensure_ascii=False, allow_nan=False, sort_keys=True, separators=(",", ":")
    )
    return told.encode()


def _named(entry: Entry) -> dict[str, Any]:
    return {name: getattr(entry, name) for name in ENTRY_FIELDS}


def hash_of(entry: Entry) -> str:
    """The SHA-256 of an entry, in hexadecimal."""
    return hashlib.sha256(canonical(entry)).hexdigest()


@dataclass(frozen=True, slots=True)
class Verification:
    """What a check of a chain found: how many entries are right, the head, the first fault."""

    entries: int
    head: str
    fault: str = ""


def verify(chain: Iterable[tuple[Entry, str]], *, head: str = "", length: int = -1) -> Verification:
    """Check a chain of entries with the hash kept beside each.

    With ``head`` and ``length`` it must end in that hash and have so many entries.
    """
    previous, count = GENESIS, 0
    try:
        for entry, kept in chain:
            fault = _fault(entry, kept, count + 1, previous)
            if fault:
                return Verification(count, previous, fault)
            previous, count = kept, count + 1
    except FaultyEntry as error:
        return Verification(count, previous, error.fault)
    if head and previous != head:
        return Verification(
            count, previous, f"the chain ends in {previous}, not in the head {head}"
        )
    if length not in (-1, count):
        return Verification(count, previous, f"there are {count} entries, not {length}")
    return Verification(count, previous)


def _fault(entry: Entry, kept: str, number: int, previous: str) -> str:
    if type(entry.number) is not int or entry.number != number:
        return f"entry {number} is missing or out of place: number {entry.number} stands there"
    if entry.previous != previous:
        return f"entry {number} does not follow the one before it"
    return "" if _fits(entry, kept) else f"entry {number} {CHANGED}"


CHANGED = "is not what was written: its hash does not fit"


def _fits(entry: Entry, kept: str) -> bool:
    """Whether the hash is the entry's. What cannot be written was never hashed."""
    try:
        return hash_of(entry) == kept
    except (ValueError, RecursionError):
        return False


def as_line(entry: Entry, kept: str) -> str:
    """One line of an export."""
    told = {**_named(entry), "hash": kept}
    return json.dumps(told, ensure_ascii=False, allow_nan=False, sort_keys=True)


def from_line(line: str) -> tuple[Entry, str]:
    """Read a line of an export. Raises ``ValueError`` for anything but an entry, as written."""
    try:
        return _from_line(line)
    except RecursionError:
        raise ValueError(TOO_DEEP) from None


def _from_line(line: str) -> tuple[Entry, str]:
    read = _read_json(line)
    if not isinstance(read, dict) or set(read) != {*ENTRY_FIELDS, "hash"}:
        raise ValueError("not an entry of the log")
    kept = read.pop("hash")
    entry = Entry(**read)
    if as_line(entry, kept) != line.rstrip("\n"):
        raise ValueError("not written as the product writes it")
    return entry, kept


def from_row(row: Mapping[str, Any]) -> tuple[Entry, str]:
    """Read what a database keeps of an entry: a number and texts, of which two are JSON.

    Raises ``FaultyEntry`` for what the product does not write there.
    """
    number = row["number"]
    texts = {name: row[name] for name in (*ENTRY_FIELDS, "hash") if name != "number"}
    for name, text in texts.items():
        if not isinstance(text, str):
            raise FaultyEntry(number, f"its “{name}” is not text")
    kept = texts.pop("hash")
    objects = {name: _object(number, name, texts[name]) for name in OBJECTS}
    return Entry(**{**texts, **objects, "number": number}), kept


def _object(number: int, name: str, text: str) -> dict[str, Any]:
    try:
        read = _read_json(text)
    except (ValueError, RecursionError) as error:
        why = TOO_DEEP if isinstance(error, RecursionError) else error
        fault = f"its “{name}” is not JSON as the log holds it: {why}"
        raise FaultyEntry(number, fault) from None
    if not isinstance(read, dict):
        raise FaultyEntry(number, f"its “{name}” does not hold names with values")
    return read


def _read_json(text: str) -> Any:
    """Read JSON, and of it only what the log can hold. Raises ``ValueError``."""
    try:
        read = json.loads(
            text,
            object_pairs_hook=_each_name_once,
            parse_constant=_no_number,
            parse_float=_finite,
        )
        if "\\ud" in text.lower():
            json.dumps(read, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        raise ValueError("half of a character stands in it") from None
    return read


def _no_number(word: str) -> float:
    raise ValueError(f"{word} is not a number that the log can hold")


def _finite(digits: str) -> float:
    number = float(digits)
    return number if math.isfinite(number) else _no_number(digits)


def _each_name_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    read = dict(pairs)
    if len(read) != len(pairs):
        raise ValueError("a name stands twice")
    return read
