"""The date where the council is."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")


def today_in_england() -> date:
    """The date where the council is."""
    return datetime.now(LONDON).date()
