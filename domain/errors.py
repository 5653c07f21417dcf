"""The product's own errors. The text of each is written for the person who will read it.

Every kind of error has a ``code``: a short word that stays the same when the text is reworded. The
web chooses the HTTP status by it, and tests compare it.
"""

from typing import ClassVar

NOTHING_CHANGED = "Nothing was changed."


class CompendiumError(Exception):
    """Something the reader can understand and act on; its text is shown to them as it is.

    ``reason`` is the text of the place that raises it. ``str`` adds the sentence that nothing was
    changed where ``says_nothing_changed``: that is the only place which writes the sentence.
    """

    code: ClassVar[str] = "error"
    says_nothing_changed: bool = False

    def __init__(self, reason: str, *, says_nothing_changed: bool | None = None) -> None:
        """Store the reason; ``says_nothing_changed`` overrides the default of the class."""
        super().__init__(reason)
        self.reason = reason
        if says_nothing_changed is not None:
            self.says_nothing_changed = says_nothing_changed

    def __str__(self) -> str:
        """Return the reason, with the sentence that nothing was changed where it applies."""
        return f"{self.reason} {NOTHING_CHANGED}" if self.says_nothing_changed else self.reason


class NotFound(CompendiumError):
    """The requested object does not exist."""

    code = "not-found"


class NotPermitted(CompendiumError):
    """The person may not see or do this."""

    code = "not-permitted"


class Unreadable(CompendiumError):
    """Input that cannot be used; its text says where it is and what to do about it."""

    code = "unreadable"


class BadSettings(CompendiumError):
    """Settings with which the product must not start."""

    code = "bad-settings"
