"""The only place where an error becomes a message."""

import structlog
from dash import set_props

from domain.errors import CompendiumError
from layouts.ids import Shell

log = structlog.get_logger("compendium")
UNEXPECTED = "Something went wrong. It has been reported."


def in_words(error: Exception) -> str:
    """What the reader is told: our own errors as they stand, others only that one happened."""
    if isinstance(error, CompendiumError):
        return str(error)
    log.error("failure", exc_info=error)
    return UNEXPECTED


def show_problem(error: Exception) -> None:
    """Put a callback's error into the page's alert."""
    set_props(Shell.ALERT, {"children": in_words(error)})
