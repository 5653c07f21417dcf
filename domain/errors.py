"""What we raise on purpose. The text of each is written for the person who will read it."""


class CompendiumError(Exception):
    """Something the reader can understand and act on; its text is shown to them as it is."""


class NotFound(CompendiumError):
    """What was asked for is not here."""


class NotPermitted(CompendiumError):
    """The person asking may not see or do this."""


class Unreadable(CompendiumError):
    """Input that cannot be used; says where it is and what to do about it."""


class BadSettings(CompendiumError):
    """The product must not start like this."""
