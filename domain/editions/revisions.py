"""Revisions of an edition's text, and the units that are signed off."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from domain.editions.kinds import BEGINNING_FIELDS
from domain.editions.terms import Document
from domain.terms import RecordedEvent


@dataclass(frozen=True, slots=True)
class Revision:
    """One revision of one place."""

    id: int
    place: str
    number: int
    stage: str
    fields: Mapping[str, Any]
    cause: str
    note: str
    by: str
    by_name: str
    at: datetime


@dataclass(frozen=True, slots=True)
class SignOffUnit:
    """A section or a dashboard to write and sign off.

    ``newest`` is its newest revision; ``signed_by`` is empty unless that revision is signed off.
    ``editors`` have edited it since the last version was frozen.
    """

    place: str
    title: str
    document: Document | None
    newest: int
    edited_by: str
    edited_at: datetime | None
    signed_by: str
    editors: frozenset[str]
    is_empty: bool
    """Whether it has no content yet (``is_unwritten``)."""


@dataclass(frozen=True, slots=True)
class RevisionEntry:
    """A revision's author, time and action, without its content."""

    id: int
    place: str
    cause: str
    by: str
    by_name: str
    at: datetime


CARRIED = frozenset({RecordedEvent.LOAD_EDITION.value, RecordedEvent.ROLL_FORWARD.value})
"""Causes of a first revision that no officer wrote."""


def newest_of(revisions: Iterable[RevisionEntry]) -> RevisionEntry | None:
    """Return the newest of some revisions, if there is one."""
    return max(revisions, key=lambda revision: revision.id, default=None)


def signer_of(newest: RevisionEntry | None, sign_offs: Mapping[int, str]) -> str:
    """Return who signed off the newest revision of a unit; empty where nobody did.

    ``sign_offs`` are the names by the revision signed off: that of an older one does not count.
    """
    return sign_offs.get(newest.id if newest else 0, "")


def editors_since(revisions: Iterable[RevisionEntry], frozen: int) -> frozenset[str]:
    """Return the usernames of those who wrote after the revision at which a version was frozen."""
    return frozenset(
        revision.by
        for revision in revisions
        if revision.id > frozen and revision.cause not in CARRIED
    )


UNWRITTEN = "Nothing is written here yet, so there is nothing to sign off."


def is_unwritten(places: Iterable[Mapping[str, Any]]) -> bool:
    """Return whether the places of a unit have no content yet: no text, no value and no period.

    An empty value with a period is intended. A dashboard without indicators is never unwritten.
    """
    is_written = [
        any(str(fields.get(name, "")).strip() for name in BEGINNING_FIELDS) for fields in places
    ]
    return bool(is_written) and not any(is_written)
