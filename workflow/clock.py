"""The date where the council is."""

from contextvars import ContextVar
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")
TODAY: ContextVar[date | None] = ContextVar("TODAY", default=None)
"""The day that is taken for today in this context. Tests set one; nothing else does."""


def today_in_england() -> date:
    """The date where the council is."""
    return TODAY.get() or datetime.now(LONDON).date()


def now() -> datetime:
    """The moment, in UTC."""
    return datetime.now(UTC)
