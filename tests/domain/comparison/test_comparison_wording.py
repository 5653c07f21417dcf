"""Ranks, pounds and figures of councils in plain English, at the edges of each rule."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain import formatting
from domain.comparison import benchmark_wording as on_indicators
from domain.comparison import comparison_wording as wording
from domain.comparison import rank_wording as on_ranks
from domain.comparison.areas import AreaChange
from domain.comparison.quadrants import Across, Quadrant
from domain.comparison.terms import AreaClass, Theme
from domain.periods import read_period
from domain.terms import Polarity
from tests.builders.councils import a_benchmark, a_geography, a_group, an_area

SIZES = st.floats(1e-6, 1e9) | st.floats(-1e9, -1e-6) | st.just(0.0)


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (1, "1st"), (2, "2nd"), (3, "3rd"), (4, "4th"), (10, "10th"), (11, "11th"), (12, "12th"),
        (13, "13th"), (20, "20th"), (21, "21st"), (22, "22nd"), (23, "23rd"), (101, "101st"),
        (111, "111th"), (112, "112th"), (113, "113th"), (121, "121st"), (152, "152nd"),
        (1011, "1,011th"), (3.0, "3rd"),
    ],
)  # fmt: skip
def test_a_rank_is_said_as_people_say_it(number, words):
    assert formatting.ordinal(number) == words


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        (760.92, "£760.92"), (-2, "−£2.00"), (0, "£0.00"), (1234.5, "£1,234.50"),
        (-1234.567, "−£1,234.57"), (-0.001, "£0.00"),
    ],
)  # fmt: skip
def test_pounds_have_pence_and_their_sign_before_the_pound(amount, words):
    assert formatting.pounds(amount) == words


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        (0, "£0"), (999.6, "£1,000"), (123_456, "£123,456"), (-123_456, "−£123,456"),
        (999_999, "£999,999"), (1_000_000, "£1.0m"), (115_234_000, "£115.2m"),
        (-115_234_000, "−£115.2m"), (999_900_000, "£999.9m"), (1_000_000_000, "£1.00bn"),
        (1_023_000_000, "£1.02bn"), (-1_023_000_000, "−£1.02bn"),
    ],
)  # fmt: skip
def test_large_pounds_are_rounded_to_what_can_be_read(amount, words):
    assert formatting.large_pounds(amount) == words


@pytest.mark.parametrize(("amount", "words"), [(999_999.6, "£1.0m"), (999_960_000, "£1.00bn")])
def test_pounds_that_round_up_to_a_million_or_a_billion_are_said_as_one(amount, words):
    assert formatting.large_pounds(amount) == words


def test_an_interval_of_one_rank_is_that_rank():
    assert wording.how_sure(2, 7) == "9 times in 10 between 2nd and 7th"
    assert wording.how_sure(1, 1) == "9 times in 10 it is 1st"


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (0.0, 0.0), (12.345, 12.35), (12.344, 12.34), (-12.344, -12.34), (1.0, 1.0), (1.004, 1.0),
        (0.99951, 1.0), (0.12345, 0.123), (0.0012345, 0.00123), (-0.012345, -0.0123),
        (123456.789, 123456.79),
    ],
)  # fmt: skip
def test_a_value_has_two_decimals_or_three_figures_below_one(value, shown):
    assert wording.shown(value) == shown


@pytest.mark.parametrize(
    ("value", "unit", "words"),
    [
        (12.5, "%", "12.5%"), (12.0, "%", "12%"), (-1.25, "%", "−1.25%"), (100, "%", "100%"),
        (1234.0, "£", "£1,234"), (-1234.5, "£", "−£1,234.5"), (0.5, "£", "£0.5"),
        (823.0, "per 100,000", "823"), (1_101_420.0, "number", "1,101,420"), (0.0, "%", "0%"),
        (-0.0, "%", "0%"), (0.00123, "rate", "0.00123"), (-0.0004567, "rate", "−0.000457"),
        (None, "%", "no figure"), (float("nan"), "£", "no figure"),
    ],
)  # fmt: skip
def test_a_figure_has_the_sign_of_its_unit_where_one_says_it(value, unit, words):
    assert wording.figure(value, unit) == words


@given(SIZES)
def test_a_figure_as_it_is_printed_is_the_one_that_charts_draw(value):
    assert float(wording.figure(value, "").replace(",", "").replace("−", "-")) == wording.shown(
        value
    )


@given(SIZES)
def test_what_is_shown_is_not_rounded_again(value):
    assert wording.shown(wording.shown(value)) == wording.shown(value)


def test_a_unit_is_said_in_words_where_a_sign_stood():
    assert [wording.unit_in_words(unit) for unit in ("%", "£", "per 1,000")] == [
        "per cent", "pounds", "per 1,000",
    ]  # fmt: skip


def test_a_group_says_how_many_have_a_figure_and_of_how_many_where_some_lack_one():
    group = a_group("county-councils", "A", "B")
    assert wording.group_and_size(group, 2) == "County councils (n = 2)"
    assert wording.group_and_size(group, 1) == "County councils (n = 1 of 2)"


def test_those_without_a_figure_are_named_together_under_each_reason():
    on = date(2021, 4, 1)
    areas = [
        an_area("W", "West Northamptonshire", began=on),
        an_area("N", "North Northamptonshire", began=on),
        an_area("S", "Surrey"),
    ]
    changes = [AreaChange("O", "Northamptonshire", new, "", on) for new in ("W", "N")]
    geography = a_geography(areas, changes)
    sentence = wording.who_is_missing(geography, ["W", "S", "N"], read_period("2020/21"))
    assert sentence == (
        "Without a figure: West Northamptonshire and North Northamptonshire (began on 1 April "
        "2021; before, Northamptonshire had the figures); Surrey (no figure is published)."
    )
    assert wording.who_is_missing(geography, [], read_period("2020/21")) == ""


def test_those_with_figures_for_too_few_indicators_are_counted_and_named():
    assert wording.too_few([], 10) == ""
    assert wording.too_few([("Surrey", 2)], 10) == (
        "1 member is not ranked, with figures for fewer than 70% of the 10 indicators: "
        "Surrey (2 of 10)."
    )
    assert wording.too_few([("Surrey", 2), ("Kent", 0)], 10) == (
        "2 members are not ranked, with figures for fewer than 70% of the 10 indicators: "
        "Surrey (2 of 10) and Kent (0 of 10)."
    )


@pytest.mark.parametrize(
    ("slug", "name", "inside"),
    [
        ("county-councils", "County councils", "county councils"),
        ("upper-tier", "All upper-tier authorities", "upper-tier authorities"),
        ("region-london", "London", "authorities of London"),
        ("region-east-midlands", "East Midlands", "authorities of East Midlands"),
        ("class-london", "London boroughs and the City", "London boroughs and the City"),
    ],
)
def test_a_group_s_name_can_be_counted_within_a_sentence_and_keeps_its_capitals(slug, name, inside):
    assert wording.lower_name(a_group(slug, name=name)) == inside


@pytest.mark.parametrize(("text", "lower"), [("Net spend", "net spend"), ("X", "x"), ("", "")])
def test_a_first_letter_is_made_small(text, lower):
    assert formatting.lower_first(text) == lower


@pytest.mark.parametrize(
    ("mapping", "keys"),
    [
        (wording.THEMES, Theme), (wording.THEMES_LISTED, Theme), (wording.GOOD, Polarity),
        (wording.CLASSES, AreaClass), (on_ranks.ACROSS, Across),
        (on_ranks.ACROSS_AXIS, Across), (on_ranks.ACROSS_READ, Across),
        (on_ranks.ACROSS_RANK, Across), (on_ranks.ACROSS_VALUE, Across),
        (on_ranks.ACROSS_SHORT, Across), (on_ranks.QUADRANTS, Across),
        (on_ranks.QUADRANTS[Across.REVENUE], Quadrant),
        (on_ranks.QUADRANTS[Across.DEPRIVATION], Quadrant), (wording.QUARTERS, range(1, 5)),
    ],
    ids=range(14),
)  # fmt: skip
def test_every_term_has_words_of_its_own(mapping, keys):
    assert set(mapping) == set(keys)
    words = [str(text) for text in mapping.values()]
    assert len(set(words)) == len(words)


def test_an_interval_is_told_where_both_of_its_ends_are_published():
    assert on_indicators.interval(1.25, 2, "%") == "1.25% to 2%"
    assert on_indicators.interval(None, 2, "%") == on_indicators.interval(1, None, "%") == ""


def test_a_quartile_is_told_and_otherwise_whether_the_council_is_of_the_group():
    assert on_indicators.place_of(1, member=True) == "1st"
    assert on_indicators.place_of(None, member=True) == ""
    assert on_indicators.place_of(None, member=False) == "not in the group"


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({}, "Yes"),
        ({"primary": False}, "No: an index score, or nearly the same as another"),
        ({"polarity": Polarity.NEITHER}, "No: no direction is stated as good"),
        ({"polarity": Polarity.NEITHER, "primary": False}, "No: no direction is stated as good"),
    ],
)
def test_whether_an_indicator_counts_is_told_with_the_reason(changes, words):
    assert on_indicators.counting_in_words(a_benchmark(**changes)) == words
