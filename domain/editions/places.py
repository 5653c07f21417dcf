"""Places of an edition: what can be commented on, edited, amended, signed off.

A place is written as a word and a key: ``section:climate-action``, ``indicator:smoking``,
``dashboard:public-health``; the edition as a whole is ``edition``.
"""

from dataclasses import dataclass
from typing import Self

from domain.editions.kinds import DASHBOARD, EDITION, INDICATOR, KINDS, SCHEMAS, SECTION, TEXT_KINDS
from domain.editions.schemas import Kind
from domain.errors import NotFound

FIELDS = {name: kind.editable for name, kind in TEXT_KINDS.items()}
"""What can be changed of each kind of place, in the order it is shown."""


@dataclass(frozen=True, slots=True)
class Place:
    """One place, taken apart. The edition itself has no key."""

    kind: str
    key: str = ""

    @classmethod
    def of(cls, written: str) -> Self:
        """Take a place apart. Raises ``NotFound`` for what is not written like one."""
        kind, _, key = written.partition(":")
        if written == EDITION or (kind in KINDS and key):
            return cls(kind, key)
        raise NotFound(f"There is no place “{written[:60]}” in an edition.")

    def __str__(self) -> str:
        """Write it as it is kept."""
        return f"{self.kind}:{self.key}" if self.key else self.kind

    @property
    def described(self) -> Kind:
        """Return the row of its kind in the table of kinds."""
        return SCHEMAS.kind(self.kind)

    @property
    def fields(self) -> tuple[str, ...]:
        """What can be changed of it; nothing of a dashboard or the edition as such."""
        return self.described.editable

    @property
    def is_unit(self) -> bool:
        """Whether it is signed off."""
        return self.described.is_unit


def section(slug: str) -> str:
    """The place of a section."""
    return f"{SECTION}:{slug}"


def indicator(slug: str) -> str:
    """The place of an indicator."""
    return f"{INDICATOR}:{slug}"


def dashboard(slug: str) -> str:
    """The place of a dashboard: all its indicators together."""
    return f"{DASHBOARD}:{slug}"
