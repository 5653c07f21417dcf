"""Theme ranks: averages of ranks, coverage, how sure a rank is, what one indicator changes."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.testing import assert_array_equal

from domain.comparison.ranking import ranks, ranks_ascending
from domain.comparison.terms import Theme
from domain.comparison.theme_ranks import COVERAGE, DRAWS, SEED, ThemeRanks, theme_ranks
from domain.terms import Polarity
from tests.builders.councils import a_benchmark, some_benchmarks

NAN = float("nan")
AREAS = ("A", "B", "C", "D")
LOWER = Polarity.LOWER_IS_BETTER
grids = st.integers(2, 8).flatmap(
    lambda wide: st.lists(
        st.lists(
            st.one_of(st.integers(0, 5).map(float), st.just(NAN)), min_size=wide, max_size=wide
        ),
        min_size=1,
        max_size=7,
    ).map(np.array)
)


def of_grid(values) -> ThemeRanks:
    """Theme ranks of a grid of values, a row for each indicator, where more is better."""
    members = tuple(f"area {place}" for place in range(values.shape[1]))
    return ThemeRanks(members, tuple(range(len(values))), ranks(values, np.ones(len(values))))


@pytest.fixture
def held():
    """Jobs 1 2 3 4; pay 2 1 3 gap; waste (less is better) 1 1 3 gap; roads gap gap gap 1."""
    return some_benchmarks(
        {
            "jobs": {"A": 9.0, "B": 8.0, "C": 7.0, "D": 6.0},
            "pay": {"A": 20.0, "B": 30.0, "C": 10.0},
            "waste": {"A": 5.0, "B": 5.0, "C": 6.0},
        },
        [a_benchmark("jobs"), a_benchmark("pay"), a_benchmark("waste", polarity=LOWER)],
    )


@pytest.fixture
def position(held):
    return theme_ranks(held, held.snapshot(Theme.ECONOMY), AREAS)


def test_each_area_is_ranked_on_each_indicator_by_its_polarity(position):
    assert_array_equal(position.indicator_ranks, [[1, 2, 3, 4], [2, 1, 3, NAN], [1, 1, 3, NAN]])


def test_the_average_rank_is_over_the_indicators_that_an_area_has(position):
    assert_array_equal(position.used, [3, 3, 3, 1])
    assert_array_equal(position.averages, [4 / 3, 4 / 3, 3, 4])


def test_averages_that_tie_share_the_better_rank_and_too_few_figures_have_none(position):
    assert_array_equal(position.covered, [True, True, True, False])
    assert_array_equal(position.ranks, [1, 1, 3, NAN])
    assert position.n == 3


def test_an_area_is_ranked_among_the_members_alone(held):
    position = theme_ranks(held, held.snapshot(Theme.ECONOMY), ("C", "A"))
    assert position.members == ("C", "A")
    assert_array_equal(position.indicator_ranks, [[2, 1], [2, 1], [2, 1]])


def test_a_member_that_no_table_mentions_stays_a_member_without_a_rank(held):
    position = theme_ranks(held, held.snapshot(Theme.ECONOMY), ("nobody", "A", "B"))
    assert position.members == ("nobody", "A", "B")
    assert_array_equal(position.used, [0, 3, 3])
    assert_array_equal(position.averages, [NAN, 4 / 3, 4 / 3])
    assert_array_equal(position.ranks, [NAN, 1, 1])
    low, high = position.interval
    assert_array_equal(np.isnan(low), [True, False, False])
    assert_array_equal(np.isnan(high), [True, False, False])


def test_a_place_is_found_by_the_area_s_code(position):
    assert [position.index_of(code) for code in ("A", "D", "nobody")] == [0, 3, None]


@pytest.mark.parametrize("members", [(), ("nobody",)])
def test_a_group_without_figures_ranks_nobody(held, members):
    position = theme_ranks(held, held.snapshot(Theme.ECONOMY), members)
    assert position.n == 0
    assert np.isnan(position.ranks).all()
    assert all(np.isnan(bound).all() for bound in position.interval)


def test_a_theme_without_indicators_ranks_nobody(held):
    position = theme_ranks(held, [], AREAS)
    assert position.n == 0
    assert_array_equal(position.used, [0, 0, 0, 0])
    assert_array_equal(position.averages, [NAN] * 4)
    assert_array_equal(position.ranks, [NAN] * 4)
    assert all(np.isnan(bound).all() for bound in position.interval)
    assert position.without_one.shape == (0, 4)


@pytest.mark.parametrize("indicators", range(10, 201, 10))
def test_seven_in_ten_is_enough_and_one_fewer_is_not(indicators):
    enough = indicators * 7 // 10
    values = np.ones((indicators, 2))
    values[enough:, 0] = NAN
    values[enough - 1 :, 1] = NAN
    assert COVERAGE == 0.7
    assert_array_equal(of_grid(values).covered, [True, False])


def test_where_every_indicator_agrees_the_rank_is_quite_sure():
    low, high = of_grid(np.array([[3.0, 2.0, 1.0]] * 5)).interval
    assert_array_equal(low, [1, 2, 3])
    assert_array_equal(high, [1, 2, 3])


def test_where_two_indicators_contradict_each_other_the_rank_is_quite_unsure():
    low, high = of_grid(np.array([[2.0, 1.0], [1.0, 2.0]])).interval
    assert_array_equal(low, [1, 1])
    assert_array_equal(high, [2, 2])


def test_the_interval_is_that_of_a_thousand_draws_from_the_fixed_seed():
    values = np.random.default_rng(7).normal(size=(12, 6))
    position = of_grid(values)
    times = np.random.default_rng(SEED).multinomial(12, [1 / 12] * 12, size=DRAWS)
    drawn = np.array([ranks_ascending(draw @ position.indicator_ranks / 12) for draw in times])
    ordered = np.sort(drawn, axis=0)
    assert DRAWS == 1000
    assert_array_equal(position.interval, [ordered[49], ordered[949]])


def test_a_draw_that_leaves_an_area_without_a_figure_leaves_that_area_out():
    values = np.array([[3.0, 2.0, 1.0]] * 4)
    values[0, 0] = NAN
    times = np.random.default_rng(SEED).multinomial(4, [1 / 4] * 4, size=DRAWS)
    assert (times[:, 0] == 4).any()
    assert_array_equal(of_grid(values).interval, [[1, 2, 3], [1, 2, 3]])


@settings(max_examples=40)
@given(grids)
def test_an_interval_lies_between_the_best_and_the_worst_that_a_rank_can_be(values):
    position = of_grid(values)
    low, high = position.interval
    assert_array_equal(np.isnan(low), ~position.covered)
    assert_array_equal(np.isnan(high), ~position.covered)
    assert np.all(low[position.covered] >= 1)
    assert np.all(high[position.covered] <= position.n)
    assert np.all(low[position.covered] <= high[position.covered])


@settings(max_examples=20)
@given(grids)
def test_the_same_figures_give_the_same_interval(values):
    assert_array_equal(of_grid(values).interval, of_grid(values.copy()).interval)


@settings(max_examples=40)
@given(grids)
def test_leaving_out_one_indicator_is_ranking_without_it(values):
    position = of_grid(values)
    for row, left in enumerate(position.without_one):
        rest = of_grid(np.delete(values, row, axis=0))
        averages = np.where(position.covered, rest.averages, NAN)
        assert_array_equal(left, ranks_ascending(averages))


@given(grids)
def test_a_theme_rank_is_one_more_than_the_covered_areas_with_a_better_average(values):
    position = of_grid(values)
    averages = position.averages[position.covered]
    expected = [1 + np.sum(averages < average) for average in averages]
    assert_array_equal(position.ranks[position.covered], expected)
    assert np.isnan(position.ranks[~position.covered]).all()
