"""An edition's whole content in one canonical form, its digest, and changes to it.

Content is plain data: ``edition`` (its own facts), ``sections``, ``dashboards`` and
``indicators`` by their keys, and ``comparison`` (ranks and funding figures used, or
empty). The canonical form is JSON with its names in order, no spaces, characters as themselves,
in UTF-8; the digest is SHA-256 of it.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from domain.editions.kinds import KINDS
from domain.editions.places import Place
from domain.errors import NotFound

Content = dict[str, Any]
Fields = Mapping[str, Any]


def canonical(content: Fields) -> str:
    """Return the canonical form, whose bytes the digest is computed from."""
    return json.dumps(
        content, ensure_ascii=False, allow_nan=False, sort_keys=True, separators=(",", ":")
    )


def digest_of(content: Fields) -> str:
    """Return the SHA-256 of the canonical form, in hexadecimal."""
    return hashlib.sha256(canonical(content).encode()).hexdigest()


def is_intact(stored: str, digest: str) -> bool:
    """Return whether a stored canonical form still has its digest."""
    return hashlib.sha256(stored.encode()).hexdigest() == digest


def digest_of_wording(place: str, before: Fields, after: Fields, reason: str) -> str:
    """Return the digest of a place and an exact text, which consultations and signatures carry."""
    return digest_of(
        {"place": place, "before": dict(before), "after": dict(after), "reason": reason}
    )


def entry_at(content: Content, place: str) -> dict[str, Any]:
    """Return the entry at a place. Raises ``NotFound`` where there is none."""
    address = Place.of(place)
    entry: dict[str, Any] | None = content.get(address.content_kind.group, {}).get(address.key)
    if entry is None:
        raise NotFound(f"The edition has no {address.kind} “{address.key}”.")
    return entry


def with_change(content: Content, place: str, after: Fields) -> Content:
    """Return a copy of the content with some fields of one place changed."""
    changed = deepcopy(content)
    entry_at(changed, place).update(after)
    return changed


def with_changes(content: Content, changes: Iterable[tuple[str, Fields]]) -> Content:
    """Return a copy of the content with several changes made in order."""
    for place, after in changes:
        content = with_change(content, place, after)
    return content


@dataclass(frozen=True, slots=True)
class Difference:
    """One field of one place that differs. A value that a version lacks is None."""

    place: str
    title: str
    field: str
    before: Any
    after: Any


def differences(old: Content, new: Content) -> Iterator[Difference]:
    """Return the differences between two versions, in the order of sections and indicators."""
    for kind in KINDS.values():
        before, after = old.get(kind.group, {}), new.get(kind.group, {})
        for key in _in_order(before, after):
            old_entry, new_entry = before.get(key), after.get(key)
            title = str((new_entry or old_entry).get(kind.title_field, key))
            yield from _fields(f"{kind.name}:{key}", title, old_entry or {}, new_entry or {})


def _in_order(before: Content, after: Content) -> list[str]:
    everything = {**before, **after}
    return sorted(everything, key=lambda key: (everything[key].get("position", 0), key))


def _fields(
    place: str, title: str, before: dict[str, Any], after: dict[str, Any]
) -> Iterator[Difference]:
    for field in sorted({*before, *after}):
        if before.get(field) != after.get(field):
            yield Difference(place, title, field, before.get(field), after.get(field))


def digest_of_answer(answer: str) -> str:
    """Return the digest by which a form names the answer that was read; empty without one."""
    return digest_of({"answer": answer}) if answer else ""
