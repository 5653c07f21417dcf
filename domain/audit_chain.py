"""The audit chain: each entry carries the hash of the one before, over a canonical form.

The canonical form is JSON in UTF-8 with sorted names, no spaces and unescaped characters; the
hash is its SHA-256. The hash of an entry covers all its fields, including the hash of the
entry before, so changing, removing or moving an entry changes every hash after it. The first
entry has 64 zeros as the hash before it. A chain alone cannot show that its end was removed or
replaced: to detect that, the hash of its last entry (its head) is printed elsewhere.
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
        """Return the year of its edition; None where it is about an account or the comparison."""
        match = SUBJECT.match(self.subject)
        return int(match[1]) if match else None

    def without_details(self) -> Self:
        """Return the entry without changes and reason, for people who may not read the text."""
        return replace(self, before={}, after={}, reason="", authority="")


SUBJECT = re.compile(r"\w+:(\d{4})(?:/|$)")
ENTRY_FIELDS = tuple(field.name for field in fields(Entry))
OBJECTS = ("before", "after")
"""The fields of an entry that are stored as JSON."""
TOO_DEEP = "nested too deep to be read"


class FaultyEntry(Unreadable):
    """A stored entry that cannot be read; ``fault`` names it."""

    code = "faulty-entry"

    def __init__(self, number: int, why: str) -> None:
        """Store the number of the entry and what is wrong with it."""
        self.fault = f"entry {number} cannot be read: {why}"
        super().__init__(f"The log is not as it was written: {self.fault}.")


@dataclass(frozen=True, slots=True)
class EntryFilter:
    """The filter of a list of entries. Empty fields do not narrow it.

    ``subject`` is part of a subject or its title; ``since`` and ``until`` are days, both included.
    """

    person: str = ""
    action: str = ""
    subject: str = ""
    outcome: str = ""
    since: str = ""
    until: str = ""

    @property
    def query(self) -> dict[str, str]:
        """Return the fields that are not empty under their names in an address."""
        values = {field.name: getattr(self, field.name) for field in fields(self)}
        return {ADDRESS_NAMES.get(name, name): value for name, value in values.items() if value}

    def address(self, path: str, page: int) -> str:
        """Return the address of one page of these entries."""
        return f"{path}?{urlencode({**self.query, 'page': page})}"


ADDRESS_NAMES = {"since": "from", "until": "to"}
"""Names in an address that are reserved words in Python."""


def canonical(entry: Entry) -> bytes:
    """Return the bytes that the hash of an entry is computed from."""
    text = json.dumps(
        _named(entry), ensure_ascii=False, allow_nan=False, sort_keys=True, separators=(",", ":")
    )
    return text.encode()


def _named(entry: Entry) -> dict[str, Any]:
    return {name: getattr(entry, name) for name in ENTRY_FIELDS}


def hash_of(entry: Entry) -> str:
    """Return the SHA-256 of an entry, in hexadecimal."""
    return hashlib.sha256(canonical(entry)).hexdigest()


@dataclass(frozen=True, slots=True)
class Verification:
    """The result of checking a chain: how many entries are right, the head, the first fault."""

    entries: int
    head: str
    fault: str = ""


def verify(chain: Iterable[tuple[Entry, str]], *, head: str = "", length: int = -1) -> Verification:
    """Check a chain of entries with their stored hashes.

    With ``head`` and ``length`` it must end in that hash and have so many entries.
    """
    previous, count = GENESIS, 0
    try:
        for entry, stored_hash in chain:
            fault = _fault(entry, stored_hash, count + 1, previous)
            if fault:
                return Verification(count, previous, fault)
            previous, count = stored_hash, count + 1
    except FaultyEntry as error:
        return Verification(count, previous, error.fault)
    if head and previous != head:
        return Verification(
            count, previous, f"the chain ends in {previous}, not in the head {head}"
        )
    if length not in (-1, count):
        return Verification(count, previous, f"there are {count} entries, not {length}")
    return Verification(count, previous)


def _fault(entry: Entry, stored_hash: str, number: int, previous: str) -> str:
    if type(entry.number) is not int or entry.number != number:
        return f"entry {number} is missing or out of place: number {entry.number} stands there"
    if entry.previous != previous:
        return f"entry {number} does not follow the one before it"
    return "" if _fits(entry, stored_hash) else f"entry {number} {CHANGED}"


CHANGED = "is not what was written: its hash does not fit"


def _fits(entry: Entry, stored_hash: str) -> bool:
    """Return whether a stored hash is that of the entry; False for an unserialisable entry."""
    try:
        return hash_of(entry) == stored_hash
    except (ValueError, RecursionError):
        return False


def as_line(entry: Entry, stored_hash: str) -> str:
    """Return one line of an export."""
    line = {**_named(entry), "hash": stored_hash}
    return json.dumps(line, ensure_ascii=False, allow_nan=False, sort_keys=True)


def from_line(line: str) -> tuple[Entry, str]:
    """Read a line of an export. Raises ``ValueError`` unless it is an entry exactly as exported."""
    try:
        return _from_line(line)
    except RecursionError:
        raise ValueError(TOO_DEEP) from None


def _from_line(line: str) -> tuple[Entry, str]:
    read = _read_json(line)
    if not isinstance(read, dict) or set(read) != {*ENTRY_FIELDS, "hash"}:
        raise ValueError("not an entry of the log")
    stored_hash = read.pop("hash")
    entry = Entry(**read)
    if as_line(entry, stored_hash) != line.rstrip("\n"):
        raise ValueError("not written as the product writes it")
    return entry, stored_hash


def from_row(row: Mapping[str, Any]) -> tuple[Entry, str]:
    """Read an entry from a database row: a number and texts, of which two are JSON.

    Raises ``FaultyEntry`` for values that the product does not write.
    """
    number = row["number"]
    texts = {name: row[name] for name in (*ENTRY_FIELDS, "hash") if name != "number"}
    for name, text in texts.items():
        if not isinstance(text, str):
            raise FaultyEntry(number, f"its “{name}” is not text")
    stored_hash = texts.pop("hash")
    objects = {name: _object(number, name, texts[name]) for name in OBJECTS}
    return Entry(**{**texts, **objects, "number": number}), stored_hash


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
    """Read JSON that the log can hold. Raises ``ValueError`` for any other text."""
    try:
        read = json.loads(
            text,
            object_pairs_hook=_unique_names,
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


def _unique_names(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    read = dict(pairs)
    if len(read) != len(pairs):
        raise ValueError("a name stands twice")
    return read
