"""What officers write in an edition: each revision of a place, and what is signed off as one."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from domain.terms import Document


@dataclass(frozen=True, slots=True)
class Saved:
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
class Unit:
    """A section or a dashboard to write and sign off.

    ``newest`` is its newest revision; ``signed_by`` is empty unless it is signed off as it stands.
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
    """Whether there is no text in it, or no value."""
