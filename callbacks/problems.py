"""Errors as messages: no other module turns one into a text for readers."""

import structlog
from dash import set_props

from domain.errors import CompendiumError
from layouts.ids import Shell

log = structlog.get_logger("compendium")
UNEXPECTED = "Something went wrong. It has been reported."


def in_words(error: Exception) -> str:
    """Return the text of the product's own errors; of any other only that it happened."""
    if isinstance(error, CompendiumError):
        return str(error)
    log.error("failure", exc_info=error)
    return UNEXPECTED


def show_problem(error: Exception) -> None:
    """Put a callback's error into the page's alert."""
    set_props(Shell.ALERT, {"children": in_words(error)})
