"""Performance against spend or deprivation: four quadrants, cut at the medians."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from domain.comparison.quadrants import Quadrant, medians, quadrant_points
from domain.comparison.ranking import ranks
from domain.comparison.theme_ranks import ThemeRanks

NAN = float("nan")
COLUMNS = [
    "area_code",
    "average_rank",
    "performance_rank",
    "low",
    "high",
    "across_rank",
    "across_value",
    "indicators_used",
    "quadrant",
]
pairs = st.lists(
    st.tuples(
        st.integers(0, 9).map(float) | st.just(NAN), st.integers(0, 9).map(float) | st.just(NAN)
    ),
    min_size=1,
    max_size=20,
)


def position(**performance: float) -> ThemeRanks:
    """Areas ranked on one indicator, more being better."""
    values = np.array([list(performance.values())], dtype=float)
    return ThemeRanks(tuple(performance), (0,), ranks(values, np.ones(1)))


def points(performance: dict[str, float], across: dict[str, float]) -> pd.DataFrame:
    return quadrant_points(position(**performance), pd.Series(across, dtype=float))


def column(table, name: str) -> dict[str, object]:
    cells = table.set_index("area_code")[name]
    return {code: None if pd.isna(cell) else cell for code, cell in cells.items()}


def test_each_corner_is_one_of_performance_and_spend():
    table = points({"a": 9, "b": 8, "c": 2, "d": 1}, {"a": 100, "b": 400, "c": 200, "d": 300})
    assert column(table, "performance_rank") == {"a": 1, "b": 2, "c": 3, "d": 4}
    assert column(table, "across_rank") == {"a": 4, "b": 1, "c": 3, "d": 2}
    assert column(table, "quadrant") == {
        "a": Quadrant.HIGH_RIGHT,
        "b": Quadrant.HIGH_LEFT,
        "c": Quadrant.LOW_RIGHT,
        "d": Quadrant.LOW_LEFT,
    }
    assert medians(table) == (2.5, 2.5)


def test_every_row_has_the_columns_that_charts_and_commands_print():
    table = points({"a": 2, "b": 1}, {"a": 10, "b": 20})
    assert list(table.columns) == COLUMNS
    assert column(table, "across_value") == {"a": 10, "b": 20}
    assert column(table, "indicators_used") == {"a": 1, "b": 1}
    assert column(table, "average_rank") == {"a": 1, "b": 2}
    assert (column(table, "low"), column(table, "high")) == ({"a": 1, "b": 2}, {"a": 1, "b": 2})


def test_an_area_on_a_median_belongs_to_the_better_half_and_to_the_right():
    table = points({"a": 3, "b": 2, "c": 1}, {"a": 3, "b": 2, "c": 1})
    assert medians(table) == (2, 2)
    assert column(table, "quadrant")["b"] == Quadrant.HIGH_RIGHT


def test_an_area_without_performance_or_without_spend_is_in_no_quadrant():
    table = points({"a": 3, "b": 2, "c": NAN, "d": 1}, {"a": 10, "b": 20, "c": 30})
    assert column(table, "quadrant") == {"a": "high-right", "b": "low-left", "c": "", "d": ""}
    assert column(table, "across_rank") == {"a": 2, "b": 1, "c": None, "d": None}
    assert column(table, "performance_rank") == {"a": 1, "b": 2, "c": None, "d": 3}
    assert column(table, "across_value") == {"a": 10, "b": 20, "c": 30, "d": None}


def test_an_outsider_s_spending_moves_nobody():
    performance = {"a": 3, "b": 2, "c": 1}
    across = {"a": 10, "b": 20, "c": 30}
    pd.testing.assert_frame_equal(
        points(performance, across), points(performance, {**across, "outsider": 15})
    )


def test_where_nothing_can_be_drawn_nobody_is_in_a_quadrant():
    table = points({"a": 3, "b": 2}, {})
    assert column(table, "quadrant") == {"a": "", "b": ""}
    assert np.isnan(medians(table)).all()


@given(pairs)
def test_a_quadrant_is_the_half_upwards_and_the_half_across(given_pairs):
    names = [f"a{place}" for place in range(len(given_pairs))]
    table = points(
        dict(zip(names, (up for up, _ in given_pairs), strict=True)),
        dict(zip(names, (across for _, across in given_pairs), strict=True)),
    )
    drawn = table[table["quadrant"] != ""]
    assume(len(drawn))
    assert (drawn[["performance_rank", "across_rank"]].notna()).all(axis=None)
    middle_across, middle_up = medians(table)
    for row in drawn.itertuples():
        assert row.quadrant == "-".join(
            [
                "high" if row.performance_rank <= middle_up else "low",
                "right" if row.across_rank >= middle_across else "left",
            ]
        )


@pytest.mark.parametrize("low_spend", [True, False])
def test_the_least_spender_stands_to_the_right(low_spend):
    across = {"a": 10.0, "b": 20.0} if low_spend else {"a": 20.0, "b": 10.0}
    table = points({"a": 2, "b": 1}, across)
    assert column(table, "quadrant")["a"] == ("high-right" if low_spend else "high-left")
