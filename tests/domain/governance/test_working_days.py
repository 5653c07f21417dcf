"""Working days in England, and when papers must be out."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.governance.working_days import (
    CLEAR_DAYS,
    are_late,
    is_no_working_day,
    is_working_day,
    next_working_day,
    papers_due,
)

DAYS = st.dates(date(2019, 1, 1), date(2031, 12, 31))


def between(first: date, last: date) -> int:
    """The working days that lie between two days, neither counted."""
    days = (last - first).days
    return sum(is_working_day(first + timedelta(n)) for n in range(1, days))


@pytest.mark.parametrize(
    ("day", "is_one"),
    [
        (date(2022, 11, 9), True),
        (date(2022, 11, 12), False),
        (date(2022, 11, 13), False),
        (date(2022, 12, 25), False),
        (date(2022, 12, 26), False),
        (date(2022, 12, 27), False),
        (date(2022, 12, 28), True),
        (date(2022, 9, 19), False),
        (date(2022, 8, 1), True),
        (date(2022, 8, 29), False),
        (date(2023, 4, 7), False),
        (date(2023, 4, 10), False),
        (date(2023, 5, 8), False),
    ],
)
def test_weekends_and_the_bank_holidays_of_england_are_no_working_days(day, is_one):
    assert is_working_day(day) is is_one


@pytest.mark.parametrize(
    ("meeting", "due"),
    [
        (date(2022, 11, 9), date(2022, 11, 1)),
        (date(2022, 11, 25), date(2022, 11, 17)),
        (date(2022, 12, 7), date(2022, 11, 29)),
        (date(2023, 1, 4), date(2022, 12, 22)),
        (date(2022, 11, 14), date(2022, 11, 4)),
        (date(2022, 11, 13), date(2022, 11, 4)),
    ],
)
def test_papers_go_out_before_five_clear_working_days(meeting, due):
    assert papers_due(meeting) == due


@given(DAYS)
def test_five_working_days_lie_between_the_papers_and_the_meeting_and_one_less_a_day_later(meeting):
    due = papers_due(meeting)
    assert is_working_day(due)
    assert between(due, meeting) == CLEAR_DAYS
    assert between(next_working_day(due), meeting) == CLEAR_DAYS - 1


@given(DAYS, st.integers(0, 30))
def test_papers_are_late_from_the_day_after_they_were_due(meeting, days):
    due = papers_due(meeting)
    assert not are_late(meeting, due - timedelta(days))
    assert are_late(meeting, due + timedelta(days + 1))


@given(DAYS, st.integers(1, 12))
def test_the_working_day_after_so_many_is_one_with_one_less_between(day, after):
    working_day = next_working_day(day, after=after)
    assert is_working_day(working_day)
    assert between(day, working_day) == after - 1


def test_no_working_day_on_is_the_day_itself():
    assert next_working_day(date(2022, 11, 12), after=0) == date(2022, 11, 12)


@pytest.mark.parametrize(
    ("day", "why"),
    [
        (date(2023, 12, 25), "Christmas Day"),
        (date(2022, 9, 19), "State Funeral of Queen Elizabeth II"),
        (date(2023, 11, 25), "a Saturday"),
        (date(2023, 11, 26), "a Sunday"),
        (date(2023, 11, 24), ""),
    ],
)
def test_what_keeps_a_day_from_being_a_working_day_is_named(day, why):
    assert is_no_working_day(day) == why


@given(DAYS)
def test_a_day_is_a_working_day_where_nothing_keeps_it_from_being_one(day):
    assert is_working_day(day) is (is_no_working_day(day) == "")
