"""Why a step was not taken."""

from collections.abc import Mapping
from typing import Any

from domain.errors import CompendiumError, NotPermitted


class Incomplete(CompendiumError):
    """Something the step needs was not given; says what. It is not an attempt at more."""


class NothingToSave(Incomplete):
    """What was given is what stands there already."""


class Refused(NotPermitted):
    """The person may take such steps, but not this one, or not now. It is written down."""


class Stale(CompendiumError):
    """Somebody else was quicker: what was read is no longer what stands there."""


class Conflict(Stale):
    """A save on an old revision, with what it was based on and what stands there now."""

    def __init__(
        self, message: str, *, base: Mapping[str, Any], now: Mapping[str, Any], number: int
    ) -> None:
        super().__init__(message)
        self.base, self.now, self.number = base, now, number
