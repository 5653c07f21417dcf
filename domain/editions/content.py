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
    """The text whose bytes the digest is of."""
    return json.dumps(
        content, ensure_ascii=False, allow_nan=False, sort_keys=True, separators=(",", ":")
    )


def digest_of(content: Fields) -> str:
    """The SHA-256 of the canonical form, in hexadecimal."""
    return hashlib.sha256(canonical(content).encode()).hexdigest()


def is_intact(kept: str, digest: str) -> bool:
    """Whether a kept canonical form is what its digest was made of."""
    return hashlib.sha256(kept.encode()).hexdigest() == digest


def digest_of_wording(place: str, before: Fields, after: Fields, reason: str) -> str:
    """The digest that consultations and signatures carry: the place and the exact text."""
    return digest_of(
        {"place": place, "before": dict(before), "after": dict(after), "reason": reason}
    )


def entry_at(content: Content, place: str) -> dict[str, Any]:
    """What stands at a place. Raises ``NotFound`` where there is none."""
    where = Place.of(place)
    found: dict[str, Any] | None = content.get(where.described.group, {}).get(where.key)
    if found is None:
        raise NotFound(f"The edition has no {where.kind} “{where.key}”.")
    return found


def with_change(content: Content, place: str, after: Fields) -> Content:
    """The content with some fields of one place set anew; the one given stays as it was."""
    changed = deepcopy(content)
    entry_at(changed, place).update(after)
    return changed


def with_changes(content: Content, changes: Iterable[tuple[str, Fields]]) -> Content:
    """The content with several changes made, one after the other."""
    for place, after in changes:
        content = with_change(content, place, after)
    return content


@dataclass(frozen=True, slots=True)
class Difference:
    """One field of one place that differs. What is not there at all is None."""

    place: str
    title: str
    field: str
    before: Any
    after: Any


def differences(old: Content, new: Content) -> Iterator[Difference]:
    """What differs between two versions, in the order of sections and indicators."""
    for kind in KINDS.values():
        before, after = old.get(kind.group, {}), new.get(kind.group, {})
        for key in _in_order(before, after):
            was, now = before.get(key), after.get(key)
            title = str((now or was).get(kind.title_field, key))
            yield from _fields(f"{kind.name}:{key}", title, was or {}, now or {})


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
    """What a form says of the answer that was read; nothing where there was none."""
    return digest_of({"answer": answer}) if answer else ""
