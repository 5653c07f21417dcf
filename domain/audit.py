"""The audit chain: each entry carries the hash of the one before, over a canonical form.

The canonical form is JSON with its names in order, no spaces, and characters as themselves, in
UTF-8; the hash is SHA-256 of it. An entry's hash covers everything in it but itself, and the
hash of the entry before is in it, so no entry can be changed, left out or moved without all
hashes after it changing. The first entry's forerunner is 64 zeros. What a chain cannot tell of
itself is whether its end was cut off or written anew: for that its head is printed elsewhere.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, fields
from typing import Any

GENESIS = "0" * 64


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


NAMES = tuple(each.name for each in fields(Entry))


def canonical(entry: Entry) -> bytes:
    """The bytes that an entry's hash is of."""
    told = json.dumps(
        asdict(entry), ensure_ascii=False, allow_nan=False, sort_keys=True, separators=(",", ":")
    )
    return told.encode()


def hash_of(entry: Entry) -> str:
    """The SHA-256 of an entry, in hexadecimal."""
    return hashlib.sha256(canonical(entry)).hexdigest()


@dataclass(frozen=True, slots=True)
class Verified:
    """What a check of a chain found: how many entries are right, the head, the first fault."""

    entries: int
    head: str
    fault: str = ""


def verify(chain: Iterable[tuple[Entry, str]], *, head: str = "", length: int = -1) -> Verified:
    """Check a chain of entries with the hash kept beside each.

    With ``head`` and ``length`` it must end in that hash and have so many entries.
    """
    previous, count = GENESIS, 0
    for entry, kept in chain:
        fault = _fault(entry, kept, count + 1, previous)
        if fault:
            return Verified(count, previous, fault)
        previous, count = kept, count + 1
    if head and previous != head:
        return Verified(count, previous, f"the chain ends in {previous}, not in the head {head}")
    if length not in (-1, count):
        return Verified(count, previous, f"there are {count} entries, not {length}")
    return Verified(count, previous)


def _fault(entry: Entry, kept: str, number: int, previous: str) -> str:
    if entry.number != number:
        return f"entry {number} is missing or out of place: number {entry.number} stands there"
    if entry.previous != previous:
        return f"entry {number} does not follow the one before it"
    if hash_of(entry) != kept:
        return f"entry {number} is not what was written: its hash does not fit"
    return ""


def as_line(entry: Entry, kept: str) -> str:
    """One line of an export."""
    return json.dumps({**asdict(entry), "hash": kept}, ensure_ascii=False, sort_keys=True)


def from_line(line: str) -> tuple[Entry, str]:
    """Read a line of an export. Raises ``ValueError`` for anything but an entry, as written."""
    read = json.loads(line, object_pairs_hook=_each_name_once)
    if not isinstance(read, dict) or set(read) != {*NAMES, "hash"}:
        raise ValueError("not an entry of the log")
    kept = read.pop("hash")
    entry = Entry(**read)
    if as_line(entry, kept) != line.rstrip("\n"):
        raise ValueError("not written as the product writes it")
    return entry, kept


def _each_name_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    read = dict(pairs)
    if len(read) != len(pairs):
        raise ValueError("a name stands twice")
    return read
