"""The reasons for refusing a step. All but two kinds say that nothing was changed."""

from collections.abc import Mapping
from typing import Any

from domain.errors import CompendiumError, NotPermitted


class Incomplete(CompendiumError):
    """Input that the step needs is missing or wrong. It is not recorded as a refusal."""

    code = "incomplete"
    says_nothing_changed = True


class NothingToSave(Incomplete):
    """The input equals what is stored already."""

    code = "nothing-to-save"
    says_nothing_changed = False


class Refused(NotPermitted):
    """The person may take such steps, but not this one or not now. It is recorded in the log."""

    code = "refused"
    says_nothing_changed = True


class OwnWork(Refused):
    """Somebody else must sign what this person wrote or was consulted on."""

    code = "own-work"


class OutsideDelegation(Refused):
    """The Cabinet's delegation does not cover this text."""

    code = "outside-delegation"


class NotConsulted(Refused):
    """The Leader's view of this exact text is not on record."""

    code = "not-consulted"


class Stale(CompendiumError):
    """A change by another person since the form was read."""

    code = "stale"
    says_nothing_changed = True


class Conflict(Stale):
    """A save based on an old revision, with the fields it was based on and the present ones."""

    code = "conflict"
    says_nothing_changed = False

    def __init__(
        self, reason: str, *, base: Mapping[str, Any], now: Mapping[str, Any], number: int
    ) -> None:
        super().__init__(reason)
        self.base, self.now, self.number = base, now, number
