"""What lets a browser keep the words of a form until they have arrived (``keeping.js``)."""

from collections.abc import Mapping

from dash import html
from dash.development.base_component import Component

from layouts import ids

SCRIPT = "keeping.js"


def kept_line() -> Component:
    """Return where the script says what is kept, and offers what was typed before."""
    return html.P("", id=ids.Keeping.KEPT, className="kept", role="status")


def attributes(
    who: str, year: int, about: str, *, refused: bool, unchanged: str = ""
) -> Mapping[str, str]:
    """Return what a form says to the script: whose it is, what it is about, whether it was refused.

    ``unchanged`` is what the script says while nothing is typed.
    """
    return {
        "data-keep": f"{who}/{year}/{about}",
        **({"data-refused": "yes"} if refused else {}),
        **({"data-unchanged": unchanged} if unchanged else {}),
    }
