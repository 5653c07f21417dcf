"""Ranks and quartiles: ties, gaps and polarity."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.testing import assert_array_equal

from domain.comparison.ranking import (
    LOWEST_QUARTILE,
    last_rank_of,
    quartiles,
    rank_column,
    ranks,
    ranks_ascending,
)

NAN = float("nan")
figures = st.one_of(
    st.integers(-3, 3).map(float),  # so that ties are many
    st.floats(-1e6, 1e6),
    st.just(NAN),
)
rows = st.lists(figures, min_size=1, max_size=50).map(np.array)
distinct = st.lists(st.floats(-1e6, 1e6), min_size=1, max_size=60, unique=True).map(np.array)
signs = st.sampled_from([1, -1])


def test_the_highest_is_first_where_more_is_better_and_last_where_less_is():
    values = np.array([10.0, 30.0, 20.0])
    assert_array_equal(ranks(values, 1), [3, 1, 2])
    assert_array_equal(ranks(values, -1), [1, 3, 2])


def test_ties_share_the_better_rank_and_the_ranks_they_fill_are_skipped():
    assert_array_equal(ranks(np.array([5.0, 7.0, 7.0, 9.0]), 1), [4, 2, 2, 1])


def test_nothing_and_below_nothing_tie_as_the_same_number():
    assert_array_equal(ranks(np.array([0.0, -0.0, 1.0]), 1), [2, 2, 1])


def test_a_row_without_any_figure_has_no_rank():
    assert_array_equal(ranks(np.array([NAN, NAN]), 1), [NAN, NAN])


def test_tied_areas_of_a_column_share_the_better_rank():
    values = pd.Series([5.0, 7.0, 7.0, 9.0], index=["a", "b", "c", "d"])
    assert rank_column(values, 1).to_dict() == {"a": 4, "b": 2, "c": 2, "d": 1}
    assert rank_column(values, -1).to_dict() == {"a": 1, "b": 2, "c": 2, "d": 4}


def test_an_area_without_a_value_in_a_column_is_not_ranked():
    ranked = rank_column(pd.Series([5.0, NAN, 7.0]), 1)
    assert str(ranked.dtype) == "Int64"
    assert ranked.isna().tolist() == [False, True, False]
    assert ranked.dropna().tolist() == [2, 1]


def test_an_empty_column_has_no_ranks():
    assert rank_column(pd.Series([], dtype=float), 1).empty


@given(rows, signs)
def test_a_column_has_the_ranks_of_its_array(values, sign):
    column = rank_column(pd.Series(values), sign)
    assert_array_equal(column.to_numpy(dtype=float, na_value=NAN), ranks(values, sign))


def test_each_row_is_ranked_by_its_own_polarity():
    values = np.array([[1.0, 2.0, NAN], [1.0, 2.0, 3.0], [1.0, 2.0, 3.0]])
    assert_array_equal(
        ranks(values, np.array([1.0, -1.0, 0.0])), [[2, 1, NAN], [1, 2, 3], [NAN, NAN, NAN]]
    )


def test_no_area_and_no_indicator_can_be_ranked_too():
    assert ranks(np.empty((0, 4)), np.empty(0)).shape == (0, 4)
    assert ranks(np.empty((2, 0)), np.ones(2)).shape == (2, 0)


@given(rows, signs)
def test_a_rank_is_one_more_than_the_number_that_are_strictly_better(values, sign):
    better = [np.sum(sign * values > sign * value) for value in values]
    expected = [NAN if np.isnan(v) else 1 + b for v, b in zip(values, better, strict=True)]
    assert_array_equal(ranks(values, sign), expected)


@given(rows, signs)
def test_a_gap_stays_a_gap_and_nothing_else_becomes_one(values, sign):
    assert_array_equal(np.isnan(ranks(values, sign)), np.isnan(values))


@given(rows)
def test_where_neither_direction_is_good_nothing_is_ranked(values):
    assert np.isnan(ranks(values, 0)).all()


@given(rows)
def test_turning_both_the_figures_and_the_polarity_round_changes_nothing(values):
    assert_array_equal(ranks(values, 1), ranks(-values, -1))


@given(rows, signs, st.randoms(use_true_random=False))
def test_the_order_in_which_areas_stand_changes_no_area_s_rank_or_quartile(values, sign, chance):
    order = chance.sample(range(len(values)), len(values))
    ranked = ranks(values, sign)
    assert_array_equal(ranks(values[order], sign), ranked[order])
    assert_array_equal(quartiles(ranked[order]), quartiles(ranked)[order])


@given(rows, signs, figures)
def test_an_area_without_a_figure_changes_nobody_s_rank_or_quartile(values, sign, figure):
    more = np.append(values, NAN)
    assert_array_equal(ranks(more, sign)[:-1], ranks(values, sign))
    assert_array_equal(quartiles(ranks(more, sign))[:-1], quartiles(ranks(values, sign)))


@given(distinct, signs)
def test_without_ties_every_rank_is_given_once(values, sign):
    assert sorted(ranks(values, sign)) == list(range(1, len(values) + 1))


@given(distinct, signs)
def test_without_ties_quartiles_differ_in_size_by_at_most_one(values, sign):
    given_out = quartiles(ranks(values, sign))
    sizes = [np.sum(given_out == quartile) for quartile in (1, 2, 3, 4)]
    assert sum(sizes) == len(values)
    assert max(sizes) - min(sizes) <= 1


@given(rows, signs)
def test_a_better_rank_never_has_a_worse_quartile_and_ties_share_theirs(values, sign):
    ranked = ranks(values, sign)
    there = ~np.isnan(ranked)
    placed = sorted(zip(ranked[there], quartiles(ranked)[there], strict=True))
    assert [quartile for _, quartile in placed] == sorted(quartile for _, quartile in placed)
    assert len({rank for rank, _ in placed}) == len(set(placed))


@given(rows, signs)
def test_whoever_has_a_figure_has_a_quartile_from_one_to_four(values, sign):
    placed = quartiles(ranks(values, sign))
    assert_array_equal(np.isnan(placed), np.isnan(values))
    assert set(placed[~np.isnan(placed)]) <= {1, 2, 3, 4}


@pytest.mark.parametrize(
    ("n", "expected"),
    [
        (1, [1]),
        (2, [1, 3]),
        (3, [1, 2, 3]),
        (5, [1, 1, 2, 3, 4]),
        (8, [1, 1, 2, 2, 3, 3, 4, 4]),
        (10, [1, 1, 1, 2, 2, 3, 3, 3, 4, 4]),
    ],
)
def test_quartiles_of_few_areas_are_as_worked_out_by_hand(n, expected):
    assert_array_equal(quartiles(np.arange(1.0, n + 1)), expected)


@given(st.integers(1, 400), st.integers(1, LOWEST_QUARTILE))
def test_the_last_rank_of_a_quartile_is_in_it_and_the_next_is_not(n, quartile):
    last = last_rank_of(quartile, n)
    placed = quartiles(np.arange(1.0, n + 1))
    assert all(placed[:last] <= quartile)
    assert all(placed[last:] > quartile)


@given(st.lists(rows, min_size=1, max_size=5), signs)
def test_rows_are_ranked_together_as_they_are_alone(several, sign):
    width = max(map(len, several))
    grid = np.array([np.pad(row, (0, width - len(row)), constant_values=NAN) for row in several])
    together = ranks(grid, np.full(len(grid), float(sign)))
    for row, ranked in zip(grid, together, strict=True):
        assert_array_equal(ranked, ranks(row, sign))


@given(rows)
def test_what_is_ranked_is_left_as_it_was(values):
    before = values.copy()
    ranks_ascending(values)
    quartiles(values)
    assert_array_equal(values, before)
