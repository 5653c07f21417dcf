"""Periods as publishers write them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.periods import read_period

years = st.integers(2000, 2098)


@pytest.mark.parametrize(
    ("text", "begins", "ends", "end_year"),
    [
        ("2020/21", date(2020, 4, 1), date(2021, 3, 1), 2021),
        ("1999/00", date(1999, 4, 1), date(2000, 3, 1), 2000),
        ("2021", date(2021, 1, 1), date(2021, 12, 1), 2021),
        ("2021 (Final)", date(2021, 1, 1), date(2021, 12, 1), 2021),
        ("2021-04", date(2021, 4, 1), date(2021, 4, 1), 2021),
        ("2020-12", date(2020, 12, 1), date(2020, 12, 1), 2020),
        ("2019-21", date(2019, 1, 1), date(2021, 12, 1), 2021),
        ("2020-21", date(2020, 1, 1), date(2021, 12, 1), 2021),
        ("2018/19-20/21", date(2018, 4, 1), date(2021, 3, 1), 2021),
        ("2020/21-21/22", date(2020, 4, 1), date(2022, 3, 1), 2022),
    ],
)
def test_a_period_says_when_it_begins_and_ends(text, begins, ends, end_year):
    period = read_period(text)
    assert (period.begins, period.ends, period.end_year) == (begins, ends, end_year)
    assert period.text == text


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "is no period: write it like"),
        ("20/21", "is no period: write it like"),
        ("2020/2021", "is no period: write it like"),
        ("2020/21 ", "is no period: write it like"),
        ("Q1 2021", "is no period: write it like"),
        ("2021-4", "is no period: write it like"),
        ("2021 (final)", "is no period: write it like"),
        ("2020/22", "is no year: 2020 is followed by 21"),
        ("2020/20", "is no year: 2020 is followed by 21"),
        ("2099/01", "is no year: 2099 is followed by 00"),
        ("2021-21", "it ends before it begins"),
        ("2021-20", "it ends before it begins"),
        ("2021-00", "it ends before it begins"),
        ("2018/19-17/18", "it ends before it begins"),
        ("2018/19-20/22", "it ends before it begins"),
        ("2018/20-20/21", "“2018/20-20/21” is no"),
    ],
)
def test_what_is_no_period_is_refused_with_the_reason(text, why):
    with pytest.raises(ValueError, match="is no") as refusal:
        read_period(text)
    assert why in str(refusal.value)
    assert f"“{text}”" in str(refusal.value)


@pytest.mark.parametrize("text", ["0000", "9999/00"])
def test_a_year_that_no_calendar_has_is_refused_as_a_table_refuses_a_cell(text):
    with pytest.raises(ValueError, match=r"out of range"):
        read_period(text)


def test_figures_of_other_scripts_make_no_period():
    with pytest.raises(ValueError, match="is no period: write it like"):
        read_period("２０２０/２１")


def test_periods_stand_in_the_order_of_their_ends():
    texts = ["2022", "2019-21", "2020/21", "2021-04", "2021", "2018/19-20/21", "2021 (Final)"]
    assert [period.text for period in sorted(map(read_period, texts))] == [
        "2018/19-20/21",
        "2020/21",
        "2021-04",
        "2019-21",
        "2021",
        "2021 (Final)",
        "2022",
    ]


@given(years)
def test_a_financial_year_is_twelve_months_to_march(year):
    period = read_period(f"{year}/{(year + 1) % 100:02}")
    assert (period.begins.month, period.ends.month) == (4, 3)
    assert period.end_year == period.begins.year + 1 == year + 1


@given(years, st.integers(1, 99))
def test_two_figures_after_a_hyphen_are_a_month_up_to_twelve_and_a_later_year_beyond(year, rest):
    text = f"{year}-{rest:02}"
    if rest <= 12:
        assert read_period(text).begins == read_period(text).ends == date(year, rest, 1)
    elif rest > year % 100:
        assert read_period(text).ends == date(year - year % 100 + rest, 12, 1)
    else:
        with pytest.raises(ValueError, match="ends before it begins"):
            read_period(text)
