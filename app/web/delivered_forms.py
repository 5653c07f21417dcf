"""The keys of delivered forms. The next page names them to the browser, which deletes its copies.

The cookie holds them until a page is drawn, as it holds notices. Where an answer never arrives the
browser keeps what was typed, and the form's key makes a second posting harmless.
"""

from flask import session

from callbacks.form_keys import is_form_key

ARRIVED = "arrived"
MOST_KEYS = 8
"""The most keys that the cookie holds."""


def mark_delivered(key: str) -> None:
    """Add the key of a form that was served."""
    if is_form_key(key):
        session[ARRIVED] = [*session.get(ARRIVED, ()), key][-MOST_KEYS:]


def delivered() -> list[str]:
    """Return the keys of the forms served since the last page was drawn, and forget them."""
    return list(session.pop(ARRIVED)) if ARRIVED in session else []
