"""Figures as they are printed: read into numbers, and printed back exactly."""

from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from domain.indicators.notation import (
    NOTHING_PRINTED,
    SCALES,
    Amount,
    Bound,
    Printed,
    PrintedQuartile,
    Unit,
    read,
    read_quartile,
)
from domain.indicators.terms import Quartile

NOTATION = "0123456789,.£%-<>≤≥kmbn() /"


@st.composite
def amounts(draw):
    places = draw(st.integers(0, 4))
    digits = draw(st.integers(0, 10**12))
    scale = draw(st.sampled_from(list(SCALES)))
    number = Decimal(digits).scaleb(-places) * SCALES[scale]
    return Amount(
        number=number.copy_negate() if draw(st.booleans()) else number,
        unit=draw(st.sampled_from(Unit)),
        scale=scale,
        places=places,
        grouped=draw(st.booleans()) and digits >= 1000 * 10**places,
    )


periods = st.text(st.characters(blacklist_characters="()", codec="utf-8"), max_size=12)
bounds = st.sampled_from(Bound)


def with_period(text: str, period: str) -> str:
    return f"{text} ({period})" if period else text


@pytest.mark.parametrize(
    ("text", "number", "unit", "scale", "places", "period"),
    [
        ("£27.0bn", "27000000000", Unit.POUNDS, "bn", 1, ""),
        ("1,991k", "1991000", Unit.NUMBER, "k", 0, ""),
        ("-£2.3m", "-2300000", Unit.POUNDS, "m", 1, ""),
        ("2.59m", "2590000", Unit.NUMBER, "m", 2, ""),
        ("493.0%", "493.0", Unit.PERCENT, "", 1, ""),
        ("9.4% (2019)", "9.4", Unit.PERCENT, "", 1, "2019"),
        ("3,244 (2020/21)", "3244", Unit.NUMBER, "", 0, "2020/21"),
        ("0.26", "0.26", Unit.NUMBER, "", 2, ""),
        ("17.40", "17.4", Unit.NUMBER, "", 2, ""),
        ("-0.5%", "-0.5", Unit.PERCENT, "", 1, ""),
    ],
)
def test_a_printed_number_is_read_with_all_its_parts(text, number, unit, scale, places, period):
    cell = read(text)
    assert cell.amount is not None
    assert cell.amount.number == Decimal(number)
    assert (cell.amount.unit, cell.amount.scale, cell.amount.places) == (unit, scale, places)
    assert cell.period == period
    assert str(cell) == text


def test_thousands_are_grouped_only_where_they_were_printed_so():
    assert read("1,684").low.grouped
    assert not read("1684").low.grouped


def test_a_number_below_a_limit_is_a_bound_and_no_plain_number():
    cell = read("<538.0")
    assert (cell.bound, cell.low.number) == (Bound.BELOW, 538)
    assert cell.amount is None
    assert str(cell) == "<538.0"


@pytest.mark.parametrize(
    ("text", "low", "high"), [("2-4%", 2, 4), ("28%-40%", 28, 40), ("4-6%", 4, 6)]
)
def test_both_ends_of_a_band_of_percentages_are_percentages(text, low, high):
    cell = read(text)
    assert (cell.low.number, cell.high.number) == (low, high)
    assert cell.low.unit is cell.high.unit is Unit.PERCENT
    assert cell.amount is None
    assert str(cell) == text


def test_a_band_whose_period_speaks_of_per_cent_prints_back():
    cell = read("2-4% (20% sample)")
    assert cell.low.unit is Unit.PERCENT
    assert str(cell) == "2-4% (20% sample)"


def test_a_band_with_pounds_at_one_end_only_prints_back():
    assert str(read("2-£4")) == "2-£4"
    assert str(read("£2-4")) == "£2-4"


def test_a_band_that_may_mean_two_or_two_million_stays_words():
    assert read("£2-4m").is_words
    assert read("£2m-4m").low.number == 2_000_000


@pytest.mark.parametrize("text", sorted(NOTHING_PRINTED))
def test_a_cell_without_a_figure_is_absent_and_not_words(text):
    cell = read(text)
    assert cell.absent
    assert not cell.is_words
    assert cell.amount is None
    assert str(cell) == text


@pytest.mark.parametrize(
    "text", ["MTFS", "Fair Funding", "Year on year decrease", "£5%", "12,34", "1.2.3", "٣", "007"]
)
def test_what_is_not_a_number_stays_as_words(text):
    cell = read(text)
    assert cell.is_words
    assert not cell.absent
    assert str(cell) == text


def test_the_figure_alone_leaves_out_the_period():
    assert read("9.4% (2019)").without_period == "9.4%"
    assert read("9.4%").without_period == "9.4%"
    assert read("MTFS").without_period == "MTFS"


@given(amounts(), bounds, periods)
def test_an_amount_made_of_parts_is_read_again_as_the_same_parts(amount, bound, period):
    text = with_period(f"{bound}{amount}", period)
    cell = read(text)
    assert cell == Printed(text, amount, None, bound, period)
    assert str(cell) == text


@given(amounts(), amounts(), periods)
def test_a_band_of_any_two_amounts_prints_back(low, high, period):
    text = with_period(f"{low}-{high}", period)
    cell = read(text)
    assert str(cell) == text
    assert cell.high in (high, None)


@given(st.integers(0, 100), st.integers(0, 100), periods)
def test_a_band_with_one_per_cent_sign_is_two_percentages(low, high, period):
    text = with_period(f"{low}-{high}%", period)
    cell = read(text)
    assert [end.unit for end in (cell.low, cell.high)] == [Unit.PERCENT, Unit.PERCENT]
    assert str(cell) == text


@given(st.text() | st.text(NOTATION))
@example("2-£4")
@example("2-4% (5%)")
@example("0" * 40)
@example("9" * 40 + ".5bn")
@example("-0.0%")
@example("<1-2%")
def test_any_text_is_read_without_fail_and_prints_back(text):
    cell = read(text)
    assert cell.text == text
    assert str(cell) == text


@given(st.text() | st.text(NOTATION))
def test_every_cell_is_absent_or_words_or_a_number(text):
    cell = read(text)
    assert [cell.absent, cell.is_words, cell.low is not None].count(True) == 1


@pytest.mark.parametrize(
    ("text", "position", "starred", "scope", "period"),
    [
        ("1st", Quartile.FIRST, False, "", ""),
        ("4th*", Quartile.FOURTH, True, "", ""),
        ("2nd (2021)", Quartile.SECOND, False, "", "2021"),
        ("1st (Eng)", Quartile.FIRST, False, "Eng", ""),
        ("3rd (Cties. 2022)", Quartile.THIRD, False, "Cties", "2022"),
        ("1st/2nd (2020/21)", Quartile.SURVEY_BETTER, False, "", "2020/21"),
        ("1st (Aug 2022)", Quartile.FIRST, False, "", "Aug 2022"),
    ],
)
def test_a_quartile_is_read_with_all_its_parts(text, position, starred, scope, period):
    cell = read_quartile(text)
    assert cell == PrintedQuartile(text, position, starred, scope, period)
    assert str(cell) == text


@pytest.mark.parametrize("text", ["first", "5th", "1st (England)", "1st ()", "1st (Eng. )", "2ND"])
def test_a_quartile_that_is_not_understood_is_kept_and_said_to_be_unread(text):
    cell = read_quartile(text)
    assert cell.position is None
    assert cell.unread
    assert str(cell) == text


@pytest.mark.parametrize("text", sorted(NOTHING_PRINTED))
def test_an_empty_quartile_is_not_unread(text):
    assert not read_quartile(text).unread


@given(st.text() | st.text("1st2nd3r4h/*() EngCties.0"))
def test_any_quartile_cell_is_read_without_fail_and_prints_back(text):
    assert str(read_quartile(text)) == text


@given(
    st.sampled_from(["1st", "2nd", "3rd", "4th", "1st/2nd"]),
    st.booleans(),
    st.sampled_from(["", "Eng", "Cties"]),
    st.sampled_from(["", "2021", "2020/21", "Mar 2022"]),
)
def test_a_quartile_made_of_parts_is_read_again_as_the_same_parts(position, star, scope, period):
    inside = ". ".join(part for part in (scope, period) if part)
    cell = read_quartile(with_period(f"{position}{'*' if star else ''}", inside))
    assert cell.position is not None
    assert (cell.starred, cell.scope, cell.period) == (star, scope, period)
