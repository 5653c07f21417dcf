"""Working days in England, and the last day for publishing papers before a meeting.

Weekends and the bank holidays of England do not count. Local Government Act 1972 section
100B: papers are public five clear days before a meeting, counting neither the day of publication
nor the day of the meeting (R v Swansea City Council, ex parte Elitestone, 1993).
"""

from datetime import date, timedelta
from functools import lru_cache

from holidays import HolidayBase, country_holidays

CLEAR_DAYS = 5
DAY = timedelta(days=1)


@lru_cache(maxsize=1)
def _bank_holidays() -> HolidayBase:
    return country_holidays("GB", subdiv="ENG")


def is_working_day(day: date) -> bool:
    """Return whether a day is neither a weekend nor a bank holiday in England."""
    return day.weekday() < SATURDAY and day not in _bank_holidays()


SATURDAY = 5


def is_no_working_day(day: date) -> str:
    """Return why a day is no working day: “a Saturday”, “Christmas Day”; empty if it is one."""
    if day in _bank_holidays():
        return str(_bank_holidays()[day])
    return "" if is_working_day(day) else f"a {day:%A}"


def papers_due(meeting: date) -> date:
    """Return the last day to publish papers: five clear working days lie before the meeting."""
    day, clear = meeting, 0
    while clear < CLEAR_DAYS:
        day -= DAY
        clear += is_working_day(day)
    day -= DAY
    while not is_working_day(day):
        day -= DAY
    return day


def next_working_day(day: date, *, after: int = 1) -> date:
    """Return the working day that is ``after`` working days after a day."""
    while after:
        day += DAY
        after -= is_working_day(day)
    return day


def are_late(meeting: date, out_on: date) -> bool:
    """Return whether papers that go out on a day are late for a meeting."""
    return out_on > papers_due(meeting)
