"""The parts of an account: a user name, a name, and an e-mail address, with their checks."""

import re
import unicodedata

from domain.errors import CompendiumError

USERNAME = re.compile(r"[a-z0-9][a-z0-9._-]{1,59}")
LONGEST_NAME = 120
_LOCAL = r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+"
_LABEL = r"[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?"
ADDRESS = re.compile(rf"{_LOCAL}(\.{_LOCAL})*@({_LABEL}\.)+[A-Za-z][A-Za-z0-9-]*[A-Za-z0-9]")
"""The form that all mail servers accept: no quoted names, only English letters."""


def check_username(username: str) -> None:
    """Check a user name. Raises an error for an unfit one."""
    if not USERNAME.fullmatch(username):
        raise CompendiumError(
            "A user name is 2 to 60 small letters, digits, full stops, hyphens or underscores, "
            "and begins with a letter or digit."
        )


def check_name(name: str) -> None:
    """Check a person's name. Raises an error if it is missing, too long or invisible."""
    if not 0 < len(name.strip()) <= LONGEST_NAME:
        raise CompendiumError(f"A person needs a name of at most {LONGEST_NAME} characters.")
    if any(unicodedata.category(character).startswith("C") for character in name):
        raise CompendiumError("A name can hold only characters that can be seen.")


def is_address(text: str) -> bool:
    """Return whether a text is one e-mail address."""
    return len(text) <= LONGEST_NAME and bool(ADDRESS.fullmatch(text))


def as_address(text: str) -> str:
    """Return an e-mail address without surrounding space; empty for none. Raises for an unfit one."""
    address = text.strip()
    if address and not is_address(address):
        raise CompendiumError(
            f"“{address[:LONGEST_NAME]}” is no e-mail address that mail can be sent to, such as "
            "jane.smith@example.gov.uk.",
            says_nothing_changed=True,
        )
    return address
