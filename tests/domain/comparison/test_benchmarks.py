"""Benchmark indicators with every council's values, arranged for ranking."""

import numpy as np
import pytest
from numpy.testing import assert_array_equal

from domain.comparison.benchmarks import benchmarks_of, grid_of
from domain.comparison.terms import Theme
from domain.errors import NotFound
from domain.terms import Polarity
from tests.builders.councils import a_benchmark, some_benchmarks

NAN = float("nan")


@pytest.fixture
def held():
    return some_benchmarks(
        {
            ("jobs", "2021/22"): {"A": 3.0, "B": 4.0},
            ("jobs", "2019/20"): {"A": 1.0},
            ("jobs", "2020/21"): {"A": 2.0, "B": 5.0, "C": 6.0},
            ("roads", "2020"): {"B": 7.0},
            ("roads", "2021-04"): {"B": 8.0},
        },
        [
            a_benchmark("jobs"),
            a_benchmark("roads", theme=Theme.TRANSPORT, snapshot_period=None),
            a_benchmark("empty"),
        ],
    )


def grid(held) -> np.ndarray:
    return held.values


def periods(series) -> list[tuple[str, str]]:
    return [(one_series.indicator.slug, one_series.period.text) for one_series in series]


def test_there_is_a_column_for_each_area_and_a_row_for_each_series(held):
    assert held.areas == ("A", "B", "C")
    assert grid(held).shape == (5, 3)
    assert [series.row for series in held.series] == [0, 1, 2, 3, 4]
    assert_array_equal(grid(held)[0], [3, 4, NAN])


def test_intervals_stand_where_their_values_do(held):
    assert held.lower.shape == held.upper.shape == grid(held).shape
    assert np.isnan(held.lower).all()


def test_nobody_can_change_the_values_that_others_read(held):
    with pytest.raises(ValueError, match="read-only"):
        grid(held)[0, 0] = 1


def test_the_series_of_an_indicator_stand_in_the_order_of_time(held):
    assert periods(held.of_indicator["jobs"]) == [
        ("jobs", "2019/20"),
        ("jobs", "2020/21"),
        ("jobs", "2021/22"),
    ]
    assert held.of_indicator["empty"] == []


def test_values_are_given_in_the_order_asked_with_gaps_for_whoever_has_none(held):
    series = held.find("jobs", "2021/22")
    assert_array_equal(held.of(series, ["C", "B", "nobody", "A"]), [NAN, 4, NAN, 3])
    assert held.columns(["C", "nobody", "A"]) == [2, 0]


@pytest.mark.parametrize(
    ("slug", "period", "expected"),
    [
        ("jobs", "", "2020/21"),
        ("jobs", "2021/22", "2021/22"),
        (" JOBS ", " 2019/20 ", "2019/20"),
        ("roads", "", "2021-04"),
    ],
)
def test_a_series_is_found_by_its_period_else_the_snapshot_else_the_latest(
    held, slug, period, expected
):
    assert held.find(slug, period).period.text == expected


def test_an_indicator_is_found_by_its_publisher_s_spelling_too():
    held = some_benchmarks({"lait-jobs": {"A": 1.0}})
    assert held.find("LAIT_jobs").indicator.slug == "lait-jobs"


@pytest.mark.parametrize("slug", ["", "parks", "empty"])
def test_an_indicator_without_figures_is_refused(held, slug):
    with pytest.raises(NotFound, match=f"There is no benchmark indicator “{slug}”"):
        held.find(slug)


def test_a_period_without_figures_is_refused_with_those_there_are(held):
    with pytest.raises(NotFound) as refusal:
        held.find("jobs", "1999/00")
    assert str(refusal.value) == (
        "“jobs” has no figures for “1999/00”. It has: 2019/20, 2020/21, 2021/22."
    )


@pytest.mark.parametrize(
    ("changes", "themes"),
    [
        ({}, [Theme.OVERALL, Theme.ECONOMY]),
        ({"county_function": True}, [Theme.OVERALL, Theme.LA_CORE, Theme.ECONOMY]),
        ({"theme": Theme.OVERALL}, [Theme.OVERALL]),
        ({"theme": Theme.OVERALL, "county_function": True}, [Theme.OVERALL, Theme.LA_CORE]),
        ({"polarity": Polarity.LOWER_IS_BETTER}, [Theme.OVERALL, Theme.ECONOMY]),
        ({"polarity": Polarity.NEITHER, "county_function": True}, []),
        ({"primary": False, "county_function": True}, []),
    ],
)
def test_an_indicator_counts_in_its_theme_in_all_and_in_county_functions(changes, themes):
    indicator = a_benchmark(**changes)
    assert [theme for theme in Theme if indicator.counts_in(theme)] == themes


@pytest.mark.parametrize("polarity", Polarity)
def test_an_indicator_is_ranked_where_a_direction_is_good(polarity):
    assert a_benchmark(polarity=polarity).ranked == (polarity is not Polarity.NEITHER)


def test_the_snapshot_has_each_indicator_of_a_theme_once_in_its_own_period(held):
    assert periods(held.snapshot(Theme.OVERALL)) == [("jobs", "2020/21")]
    assert held.snapshot(Theme.TRANSPORT) == []


def test_the_series_of_a_year_are_the_latest_that_end_in_it():
    held = some_benchmarks(
        {
            ("jobs", "2021-04"): {"A": 1.0},
            ("jobs", "2021-10"): {"A": 1.0},
            ("jobs", "2020/21"): {"A": 1.0},
            ("pay", "2019-21"): {"A": 1.0},
            ("roads", "2021"): {"A": 1.0},
            ("rent", "2022"): {"A": 1.0},
        },
        [a_benchmark("roads", theme=Theme.TRANSPORT)],
    )
    assert sorted(periods(held.in_year(Theme.ECONOMY, 2021))) == [
        ("jobs", "2021-10"),
        ("pay", "2019-21"),
    ]
    assert len(held.in_year(Theme.OVERALL, 2021)) == 3


def test_a_year_is_offered_where_enough_of_the_theme_s_indicators_have_figures():
    held = some_benchmarks(
        {
            ("jobs", "2019"): {"A": 1.0},
            ("jobs", "2020"): {"A": 1.0},
            ("jobs", "2021"): {"A": 1.0},
            ("pay", "2020"): {"A": 1.0},
            ("pay", "2021"): {"A": 1.0},
            ("rent", "2021"): {"A": 1.0},
            ("shops", "2018"): {"A": 1.0},
        }
    )
    assert held.years(Theme.ECONOMY) == [2020, 2021]
    assert held.years(Theme.ECONOMY, share=0.75) == [2021]
    assert held.years(Theme.ECONOMY, share=0.25) == [2018, 2019, 2020, 2021]


def test_two_arrangements_are_equal_only_when_they_are_the_same(held):
    values = {"jobs": {"A": 1.0}}
    assert some_benchmarks(values) != some_benchmarks(values)
    assert held == held  # noqa: PLR0124 - what is computed from one is kept by it


def test_a_theme_without_indicators_is_offered_no_year(held):
    assert held.years(Theme.HEALTH_ADULT) == []


def test_no_values_make_no_series():
    nothing = benchmarks_of([a_benchmark()], grid_of([]))
    assert (nothing.areas, nothing.series) == ((), ())
    assert nothing.snapshot(Theme.OVERALL) == []
