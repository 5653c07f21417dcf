"""Lower comparative performing areas, what would lift each, and those that were lifted."""

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from domain.comparison.lowest_quartile import leaving, positions
from domain.comparison.ranking import LOWEST_QUARTILE, quartiles, ranks
from domain.terms import Polarity
from tests.builders.councils import a_benchmark, some_benchmarks

NAN = float("nan")
FOUR = ("A", "B", "C", "D")
LOWER, HIGHER = Polarity.LOWER_IS_BETTER, Polarity.HIGHER_IS_BETTER
figures = st.one_of(st.integers(-3, 3).map(float), st.floats(-1e6, 1e6), st.just(NAN))
others = st.lists(figures, max_size=40).map(np.array)
signs = st.sampled_from([1, -1])


def quartile_of(council: float, rest, sign: int) -> float:
    return quartiles(ranks(np.append(rest, council), sign))[-1]


def position(benchmarks, slug="jobs", *, code="D", members=FOUR, period=""):
    (result,) = positions(benchmarks, [benchmarks.find(slug, period)], code=code, members=members)
    return result


def history(*years: dict[str, float], polarity: Polarity = HIGHER):
    """Jobs in 2020, 2021 and so on."""
    series = {("jobs", str(2020 + place)): values for place, values in enumerate(years)}
    return some_benchmarks(series, [a_benchmark(polarity=polarity, snapshot_period=None)])


def four(*values: float) -> dict[str, float]:
    return dict(zip(FOUR, values, strict=True))


@given(others, signs)
def test_moving_exactly_to_the_cut_leaves_the_lowest_quartile(rest, sign):
    cut = leaving(rest, sign)
    assume(cut is not None)
    assert quartile_of(cut, rest, sign) < LOWEST_QUARTILE


@given(others, signs)
def test_a_figure_any_worse_than_the_cut_stays_in_the_lowest_quartile(rest, sign):
    cut = leaving(rest, sign)
    assume(cut is not None)
    worse = np.nextafter(cut, -sign * np.inf)
    assert quartile_of(worse, rest, sign) == LOWEST_QUARTILE
    assert quartile_of(cut - sign * 1e9, rest, sign) == LOWEST_QUARTILE


@given(others, signs)
def test_without_a_cut_no_figure_whatever_is_in_the_lowest_quartile(rest, sign):
    assume(leaving(rest, sign) is None)
    assert quartile_of(-sign * 1e9, rest, sign) < LOWEST_QUARTILE


@given(others, signs)
def test_working_out_the_cut_changes_nothing_of_the_others(rest, sign):
    before = rest.copy()
    leaving(rest, sign)
    np.testing.assert_array_equal(rest, before)


@pytest.mark.parametrize(
    ("rest", "sign", "cut"),
    [
        ([4, 3, 2], 1, 2.0),
        ([1, 2, 3], -1, 3.0),
        ([10, 9, 8, 7, 6, 5, 4], 1, 5.0),
        ([10, 9, 8, NAN, 7, 6, 5], 1, 5.0),
        ([5, 5, 5], 1, 5.0),
        ([2, 1], 1, None),
        ([], 1, None),
        ([NAN, NAN, NAN], -1, None),
    ],
)
def test_the_cut_is_the_figure_of_the_last_who_is_out_of_the_lowest_quartile(rest, sign, cut):
    assert leaving(np.array(rest, dtype=float), sign) == cut


def test_a_position_tells_value_rank_quartile_n_and_what_it_would_take():
    result = position(some_benchmarks({"jobs": four(40, 30, 20, 12)}))
    assert (result.value, result.rank, result.quartile, result.n) == (12, 4, 4, 4)
    assert (result.in_lowest, result.cut, result.needed) == (True, 20, 8)


def test_where_less_is_better_the_figure_would_have_to_fall():
    indicator = a_benchmark(polarity=LOWER)
    result = position(some_benchmarks({"jobs": four(10, 20, 30, 45)}, [indicator]))
    assert (result.quartile, result.cut, result.needed) == (4, 30, -15)


def test_an_area_above_the_lowest_quartile_needs_nothing():
    result = position(some_benchmarks({"jobs": four(40, 30, 20, 12)}), code="C")
    assert (result.rank, result.quartile, result.in_lowest) == (3, 3, False)
    assert (result.cut, result.needed) == (None, None)


def test_the_members_that_have_a_figure_are_the_base():
    benchmarks = some_benchmarks({"jobs": {**four(40, 30, 20, 12), "E": 50.0}})
    assert position(benchmarks).n == 4
    assert position(benchmarks, members=("A", "D", "E", "nobody")).n == 3


@pytest.mark.parametrize(
    ("code", "members"), [("nobody", FOUR), ("nobody", (*FOUR, "nobody")), ("A", ("B", "C"))]
)
def test_an_area_without_a_figure_or_outside_the_group_has_no_position(code, members):
    benchmarks = some_benchmarks({"jobs": four(40, 30, 20, 12)})
    result = position(benchmarks, code=code, members=members)
    assert (result.value, result.rank, result.quartile) == (None, None, None)
    assert (result.in_lowest, result.left_lowest, result.needed) == (False, False, None)
    assert result.n == (4 if "A" in members else 2)


def test_where_no_direction_is_good_there_is_a_value_and_no_rank():
    indicator = a_benchmark(polarity=Polarity.NEITHER)
    result = position(some_benchmarks({"jobs": four(40, 30, 20, 12)}, [indicator]))
    assert (result.value, result.rank, result.quartile, result.n) == (12, None, None, 4)
    assert (result.in_lowest, result.needed) == (False, None)


@pytest.mark.parametrize(
    ("before", "now", "left"),
    [
        (four(4, 3, 2, 1), four(4, 3, 2, 5), True),
        (four(4, 3, 2, 1), four(4, 3, 2, 2), True),
        (four(4, 3, 2, 1), four(5, 4, 3, 2), False),
        (four(3, 2, 1, 4), four(4, 3, 2, 1), False),
        (four(3, 2, 1, 4), four(3, 2, 1, 5), False),
        (four(4, 3, 2, 1), {"A": 4.0, "B": 3.0, "C": 2.0}, False),
        ({"A": 4.0, "B": 3.0, "C": 2.0}, four(4, 3, 2, 5), False),
    ],
)
def test_an_improver_was_in_the_lowest_quartile_and_now_stands_in_a_better_one(before, now, left):
    assert position(history(before, now)).left_lowest is left


@pytest.mark.parametrize(
    ("before", "now", "fell"),
    [
        (four(4, 3, 2, 5), four(4, 3, 2, 1), True),
        (four(4, 3, 1, 2), four(4, 3, 2, 1), True),
        (four(4, 3, 2, 1), four(5, 4, 3, 2), False),
        (four(4, 3, 2, 5), four(4, 3, 2, 2), False),
        ({"A": 4.0, "B": 3.0, "C": 2.0}, four(4, 3, 2, 1), False),
        (four(4, 3, 2, 5), {"A": 4.0, "B": 3.0, "C": 2.0}, False),
    ],
)
def test_an_area_fell_that_stood_better_before_and_is_in_the_lowest_quartile_now(before, now, fell):
    assert position(history(before, now)).fell is fell


def test_an_area_without_a_period_before_neither_fell_nor_was_lifted():
    result = position(history(four(4, 3, 2, 1)))
    assert result.in_lowest
    assert (result.fell, result.left_lowest) == (False, False)


def test_the_period_before_is_the_indicator_s_own_and_the_first_has_none():
    benchmarks = history(four(1, 2, 3, 4), four(4, 3, 2, 1), four(9, 8, 7, 6))
    latest = position(benchmarks)
    assert latest.series.period.text == "2022"
    assert (latest.before.series.period.text, latest.before.value) == ("2021", 1)
    assert latest.before.before is None
    assert position(benchmarks, period="2020").before is None


def test_positions_come_in_the_order_of_the_series():
    benchmarks = some_benchmarks({"pay": four(1, 2, 3, 4), "jobs": four(4, 3, 2, 1)})
    all_positions = positions(benchmarks, list(benchmarks.series), code="A", members=FOUR)
    assert [(position.series.indicator.slug, position.rank) for position in all_positions] == [
        ("pay", 4),
        ("jobs", 1),
    ]


@given(others, figures, signs)
def test_moving_by_what_is_needed_lifts_an_area_out(rest, council, sign):
    assume(not np.isnan(council))
    names = [f"area{place:02}" for place in range(len(rest) + 1)]
    values = dict(zip(names, [council, *rest], strict=True))
    polarity = HIGHER if sign == 1 else LOWER
    benchmarks = some_benchmarks({"jobs": values}, [a_benchmark(polarity=polarity)])
    result = position(benchmarks, code="area00", members=names)
    assert result.in_lowest == (result.needed is not None)
    if result.in_lowest:
        assert sign * result.needed > 0
        assert result.needed == result.cut - council
        assert quartile_of(result.cut, rest, sign) < LOWEST_QUARTILE
