"""The key of a form: it prevents a second submission and identifies text that the browser stores."""

import re
import secrets

KEY = re.compile("[0-9a-f]{32}")


def is_form_key(text: str) -> bool:
    """Return whether a text has the format of a form key."""
    return KEY.fullmatch(text) is not None


def form_key(typed: str = "") -> str:
    """Return a new form key, or the key of a form that was refused."""
    return typed if is_form_key(typed) else secrets.token_hex(16)
