"""The parts of a form whose text the browser stores until it is saved (``keeping.js``)."""

from collections.abc import Mapping

from dash import html
from dash.development.base_component import Component

from layouts import ids

SCRIPT = "keeping.js"


def status_line() -> Component:
    """Return the line where the script says what is stored, and offers text typed earlier."""
    return html.P("", id=ids.FormStorage.STATUS, className="kept", role="status")


def attributes(
    who: str, year: int, about: str, *, refused: bool, unchanged: str = ""
) -> Mapping[str, str]:
    """Return a form's attributes for the script: its user, its subject, whether it was refused.

    ``unchanged`` is the text that the script shows while nothing is typed.
    """
    return {
        "data-keep": f"{who}/{year}/{about}",
        **({"data-refused": "yes"} if refused else {}),
        **({"data-unchanged": unchanged} if unchanged else {}),
    }
