"""Which forms arrived: their keys are told to the browser with the next page, which forgets them.

They stand in the cookie until a page is drawn, as notices do. Where an answer never arrives the
browser goes on keeping what was typed, and the form's key makes a second posting harmless.
"""

from flask import session

from callbacks.form_keys import is_form_key

ARRIVED = "arrived"
MOST_KEYS = 8
"""So many keys at most stand in the cookie."""


def mark_delivered(key: str) -> None:
    """Remember that the form of this key was dealt with."""
    if is_form_key(key):
        session[ARRIVED] = [*session.get(ARRIVED, ()), key][-MOST_KEYS:]


def delivered() -> list[str]:
    """The keys of the forms that were dealt with since a page was last drawn."""
    return list(session.pop(ARRIVED)) if ARRIVED in session else []
