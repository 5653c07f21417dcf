"""The key that a form carries: it makes a second click harmless, and names what a browser keeps."""

import re
import secrets

KEY = re.compile("[0-9a-f]{32}")


def is_form_key(text: str) -> bool:
    """Return whether a text has the shape of a form's key."""
    return KEY.fullmatch(text) is not None


def form_key(typed: str = "") -> str:
    """Return a new key for a form; a form that was refused keeps its own."""
    return typed if is_form_key(typed) else secrets.token_hex(16)
