"""The council's local date, and the present moment."""

from contextvars import ContextVar
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")
TODAY: ContextVar[date | None] = ContextVar("TODAY", default=None)
"""The day that counts as today in this context. Only tests set it."""


def today_in_england() -> date:
    """Return the date in England."""
    return TODAY.get() or datetime.now(LONDON).date()


def now() -> datetime:
    """Return the present moment in UTC."""
    return datetime.now(UTC)
