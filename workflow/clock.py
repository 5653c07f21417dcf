"""The date where the council is."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")


def today_in_england() -> date:
    """The date where the council is."""
    return datetime.now(LONDON).date()


def now() -> datetime:
    """The moment, in UTC."""
    return datetime.now(UTC)
