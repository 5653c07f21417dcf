"""Places of an edition: the addresses of what is commented on, edited, amended and signed off.

A place is written as a word and a key: ``section:climate-action``, ``indicator:smoking``,
``dashboard:public-health``; the edition as a whole is ``edition``.
"""

from dataclasses import dataclass
from typing import Self

from domain.editions.kinds import DASHBOARD, EDITION, INDICATOR, KINDS, SCHEMAS, SECTION, TEXT_KINDS
from domain.editions.schemas import Kind
from domain.errors import NotFound

FIELDS = {name: kind.editable for name, kind in TEXT_KINDS.items()}
"""The editable fields of each kind of place, in the order of screens."""


@dataclass(frozen=True, slots=True)
class Place:
    """One place as its kind and key. The edition itself has no key."""

    kind: str
    key: str = ""

    @classmethod
    def of(cls, written: str) -> Self:
        """Parse a place. Raises ``NotFound`` for a text that is not the address of a place."""
        kind, _, key = written.partition(":")
        if written == EDITION or (kind in KINDS and key):
            return cls(kind, key)
        raise NotFound(f"There is no place “{written[:60]}” in an edition.")

    def __str__(self) -> str:
        """Return the stored form."""
        return f"{self.kind}:{self.key}" if self.key else self.kind

    @property
    def content_kind(self) -> Kind:
        """Return the row of its kind in the table of kinds."""
        return SCHEMAS.kind(self.kind)

    @property
    def fields(self) -> tuple[str, ...]:
        """Return its editable fields; a dashboard and the edition have none."""
        return self.content_kind.editable

    @property
    def is_unit(self) -> bool:
        """Return whether it is signed off by itself."""
        return self.content_kind.is_unit


def section(slug: str) -> str:
    """Return the place of a section."""
    return f"{SECTION}:{slug}"


def indicator(slug: str) -> str:
    """Return the place of an indicator."""
    return f"{INDICATOR}:{slug}"


def dashboard(slug: str) -> str:
    """Return the place of a dashboard: all its indicators together."""
    return f"{DASHBOARD}:{slug}"
