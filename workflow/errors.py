"""Why a step was not taken."""

from collections.abc import Mapping
from typing import Any

from domain.errors import CompendiumError, NotPermitted


class Incomplete(CompendiumError):
    """Input that the step needs is missing or wrong. It is not recorded as a refusal."""


class NothingToSave(Incomplete):
    """The input equals what is stored already."""


class Refused(NotPermitted):
    """The person may take such steps, but not this one or not now. It is recorded in the log."""


class Stale(CompendiumError):
    """Somebody else changed what was read."""


class Conflict(Stale):
    """A save based on an old revision, with the fields it was based on and the present ones."""

    def __init__(
        self, message: str, *, base: Mapping[str, Any], now: Mapping[str, Any], number: int
    ) -> None:
        super().__init__(message)
        self.base, self.now, self.number = base, now, number
