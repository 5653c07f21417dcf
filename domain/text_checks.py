"""Characters that no text may contain: invisible ones, and those that change the reading order.

They cannot be seen on a page, so a text with them is not what its reader takes it for.
Joiners (U+200C, U+200D), which some scripts and signs need, are allowed.
"""

import re

UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffd]"
)
"""Control characters but tabs and line ends; marks without width; marks of direction; U+FFFD."""
LOST = "\ufffd"
"""The replacement for a character that could not be read."""
CONTEXT = 20
"""The number of characters of the text before the fault that the message quotes."""


def error_in(text: str) -> str:
    """Return what is wrong with a text's characters and what to do; empty where nothing is.

    It continues a sentence from the name of the field: "holds a character that cannot be seen …".
    """
    match = UNSEEN.search(text)
    if match is None:
        return ""
    what = "took the place of another" if match[0] == LOST else "cannot be seen"
    context = " ".join(text[: match.start()].split())[-CONTEXT:]
    where = f"after “{context}”" if context else "at its beginning"
    return (
        f"holds a character that {what} (U+{ord(match[0]):04X}, {where}). "
        "Take it out, or type the words there again."
    )
