"""Every council on one indicator in one period, and where one of them stands."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.testing import assert_array_equal

from domain.comparison.areas import ENGLAND
from domain.comparison.benchmark_positions import benchmark_position, position_table
from domain.comparison.ranking import quartiles, ranks
from domain.terms import Polarity
from tests.builders.councils import a_benchmark, some_benchmarks

NAN = float("nan")
LOWER, NEITHER = Polarity.LOWER_IS_BETTER, Polarity.NEITHER
FIVE = ("A", "B", "C", "D", "nobody")
JOBS = {"A": 30.0, "B": 50.0, "C": 30.0, "D": 10.0, "outsider": 99.0, ENGLAND: 40.0}
grids = st.lists(st.integers(0, 6).map(float), min_size=1, max_size=30)


def jobs(polarity: Polarity = Polarity.HIGHER_IS_BETTER):
    held = some_benchmarks({"jobs": JOBS}, [a_benchmark(polarity=polarity)])
    return held, held.find("jobs")


@pytest.mark.parametrize(
    ("polarity", "order", "ranked", "placed"),
    [
        (Polarity.HIGHER_IS_BETTER, "BACD", [1, 2, 2, 4], [1, 2, 2, 4]),
        (LOWER, "DACB", [1, 2, 2, 4], [1, 2, 2, 4]),
        (NEITHER, "DACB", [NAN] * 4, [NAN] * 4),
    ],
)
def test_members_stand_with_the_best_first_and_those_without_a_value_last(
    polarity, order, ranked, placed
):
    table = position_table(*jobs(polarity), FIVE)
    assert list(table["area_code"]) == [*order, "nobody"]
    assert_array_equal(table["rank"].astype(float), [*ranked, NAN])
    assert_array_equal(table["quartile"].astype(float), [*placed, NAN])
    assert list(table.columns) == ["area_code", "value", "lower", "upper", "rank", "quartile"]


def test_one_council_s_standing_is_told_with_what_lies_around_it():
    result = benchmark_position(*jobs(), FIVE, "C")
    assert (result.value, result.rank, result.quartile, result.n) == (30, 2, 2, 4)
    assert (result.england, result.median, result.best) == (40, 30, 50)
    assert result.cuts == (50, 30, 30)


def test_a_council_outside_the_group_has_its_value_and_no_rank():
    result = benchmark_position(*jobs(), FIVE, "outsider")
    assert (result.value, result.rank, result.quartile, result.n) == (99, None, None, 4)


def test_a_member_without_a_figure_has_neither():
    result = benchmark_position(*jobs(), FIVE, "nobody")
    assert (result.value, result.rank, result.quartile, result.n) == (None, None, None, 4)


def test_where_no_direction_is_good_there_is_a_median_and_no_best():
    result = benchmark_position(*jobs(NEITHER), FIVE, "A")
    assert (result.value, result.rank, result.median) == (30, None, 30)
    assert (result.best, result.cuts) == (None, ())


@pytest.mark.parametrize(("england", "apart"), [(40.0, False), (99.5, True), (9.0, True)])
def test_england_stands_apart_where_it_lies_outside_all_councils(england, apart):
    held = some_benchmarks({"jobs": {**JOBS, ENGLAND: england}}, [a_benchmark()])
    assert benchmark_position(held, held.find("jobs"), FIVE, "A").england_apart is apart


def test_a_council_that_no_table_mentions_has_no_interval():
    assert benchmark_position(*jobs(), FIVE, "nobody").interval == (None, None)
    assert benchmark_position(*jobs(), FIVE, "A").interval == (None, None)


def test_a_group_without_any_figure_has_nothing_to_stand_among():
    result = benchmark_position(*jobs(), ("nobody",), "nobody")
    assert (result.n, result.median, result.best, result.cuts) == (0, None, None, ())


@given(grids, st.sampled_from([Polarity.HIGHER_IS_BETTER, LOWER]))
def test_a_quartile_reaches_to_its_cut_and_no_further(values, polarity):
    names = tuple(f"area{place:02}" for place in range(len(values)))
    held = some_benchmarks(
        {"jobs": dict(zip(names, values, strict=True))}, [a_benchmark(polarity=polarity)]
    )
    result = benchmark_position(held, held.find("jobs"), names, names[0])
    placed = quartiles(ranks(np.array(values), polarity.sign))
    for quartile, cut in zip((1, 2, 3), result.cuts, strict=True):
        as_good = polarity.sign * np.array(values) >= polarity.sign * cut
        assert_array_equal(placed <= quartile, as_good)
