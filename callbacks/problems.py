"""Errors as messages for readers. No other module makes a message of an error."""

import structlog
from dash import set_props

from domain.errors import CompendiumError
from layouts.ids import Shell

log = structlog.get_logger("compendium")
UNEXPECTED = "Something went wrong. It has been reported."


def in_words(error: Exception) -> str:
    """Return the text of the product's own errors, and a general message for any other."""
    if isinstance(error, CompendiumError):
        return str(error)
    log.error("failure", exc_info=error)
    return UNEXPECTED


def show_problem(error: Exception) -> None:
    """Show a callback's error in the page's alert."""
    set_props(Shell.ALERT, {"children": in_words(error)})
