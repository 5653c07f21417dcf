"""Characters that no text may hold: those nobody sees, and those that turn the reading order.

What they do cannot be seen on a page, so a text with them is not what its reader takes it for.
Joiners (U+200C, U+200D), which some scripts and signs are written with, are not among them.
"""

import re

UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffd]"
)
"""Control characters but tabs and line ends; marks without width; marks of direction; U+FFFD."""
LOST = "\ufffd"
"""It stands where a character could not be read."""
BEFORE = 20
"""So much of the text before the character is told, to find it by."""


def error_in(text: str) -> str:
    """What is wrong with a text's characters and what to do; empty where nothing is.

    It goes on from the name of the field: "holds a character that cannot be seen …".
    """
    found = UNSEEN.search(text)
    if found is None:
        return ""
    what = "took the place of another" if found[0] == LOST else "cannot be seen"
    before = " ".join(text[: found.start()].split())[-BEFORE:]
    where = f"after “{before}”" if before else "at its beginning"
    return (
        f"holds a character that {what} (U+{ord(found[0]):04X}, {where}). "
        "Take it out, or type the words there again."
    )
