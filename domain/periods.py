"""Periods as publishers write them, and the year in which each ends."""

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

FORMS = (
    (r"([0-9]{4})/([0-9]{2})", "a financial or school year"),
    (r"([0-9]{4})(?: \(Final\))?", "a calendar year"),
    (r"([0-9]{4})-([0-9]{2})", "a month, or years together"),
    (r"([0-9]{4})/([0-9]{2})-([0-9]{2})/([0-9]{2})", "financial years together"),
)
LAST_MONTH = 12
YEAR_ENDS_IN = 3
CENTURY = 100


@dataclass(frozen=True, order=True, slots=True)
class Period:
    """A period by the first days of its first and last month; sorts by its end, then its text."""

    ends: date
    begins: date
    text: str

    @property
    def end_year(self) -> int:
        """Return the calendar year in which it ends: 2021 for 2020/21, 2019-21, 2021 and 2021-04."""
        return self.ends.year


def is_of_a_form(text: str) -> bool:
    """Return whether a text has one of the forms, be it a real period or not."""
    return any(re.fullmatch(form, text) for form, _ in FORMS)


@lru_cache(maxsize=1024)  # a table of a quarter of a million rows holds a hundred periods
def read_period(text: str) -> Period:
    """Parse 2020/21, 2021, 2021 (Final), 2021-04, 2019-21 or 2018/19-20/21.

    ``2021-04`` is April 2021 and ``2019-21`` three years, because two digits up to 12 are a month.
    Raises ``ValueError`` for anything else.
    """
    for index, (form, _) in enumerate(FORMS):
        match = re.fullmatch(form, text)
        if match:
            return _READ[index](text, *(int(part) for part in match.groups()))
    raise ValueError(f"“{text}” is no period: write it like 2020/21, 2021, 2021-04 or 2019-21")


def _financial(text: str, first: int, last: int) -> Period:
    if (first + 1) % CENTURY != last:
        raise ValueError(f"“{text}” is no year: {first} is followed by {(first + 1) % CENTURY:02}")
    return Period(date(first + 1, YEAR_ENDS_IN, 1), date(first, YEAR_ENDS_IN + 1, 1), text)


def _calendar(text: str, year: int) -> Period:
    return Period(date(year, LAST_MONTH, 1), date(year, 1, 1), text)


def _month_or_years(text: str, year: int, rest: int) -> Period:
    if 1 <= rest <= LAST_MONTH:
        return Period(date(year, rest, 1), date(year, rest, 1), text)
    last = year - year % CENTURY + rest
    if last <= year:
        raise ValueError(f"“{text}” is no period: it ends before it begins")
    return Period(date(last, LAST_MONTH, 1), date(year, 1, 1), text)


def _financial_years(text: str, first: int, second: int, third: int, last: int) -> Period:
    begins = date(first, YEAR_ENDS_IN + 1, 1)
    ends = date(first - first % CENTURY + last, YEAR_ENDS_IN, 1)
    whole = (first + 1) % CENTURY == second and (third + 1) % CENTURY == last
    if not whole or ends <= begins:
        raise ValueError(f"“{text}” is no period: it ends before it begins")
    return Period(ends, begins, text)


_READ = (_financial, _calendar, _month_or_years, _financial_years)
