"""One council's theme rank in full."""

import numpy as np
import pytest

from domain.comparison.ranking import ranks
from domain.comparison.terms import Theme
from domain.comparison.theme_positions import ThemePosition, history, theme_position
from domain.comparison.theme_ranks import ThemeRanks

NAN = float("nan")


def ranked(*rows: tuple[float, ...]) -> ThemeRanks:
    """Areas A, B, C and so on, a row of values for each indicator, more being better."""
    values = np.array(rows)
    names = tuple("ABCDEF"[: values.shape[1]])
    series = tuple(f"indicator {place}" for place in range(len(rows)))
    return ThemeRanks(names, series, ranks(values, np.ones(len(rows))))


def test_a_standing_tells_rank_average_base_and_how_sure_it_is():
    result = theme_position(Theme.ECONOMY, ranked((3, 2, 1), (3, 2, 1), (3, 2, 1)), "B")
    assert result == ThemePosition(
        Theme.ECONOMY,
        n=3,
        indicators=3,
        used=3,
        average=2.0,
        rank=2,
        low=2,
        high=2,
        lowest_without=2,
        highest_without=2,
        tipping=None,
    )


def test_the_indicator_that_moves_a_council_furthest_is_named_with_the_rank_it_then_has():
    every = ranked((9, 1, 2), (1, 2, 3), (3, 2, 1))
    result = theme_position(Theme.ECONOMY, every, "A")
    assert result.rank == 1
    assert result.tipping == ("indicator 2", 2)
    assert (result.lowest_without, result.highest_without) == (1, 2)


@pytest.mark.parametrize(("code", "used"), [("B", 1), ("nobody", 0)])
def test_a_council_with_too_few_figures_or_outside_the_group_has_no_rank(code, used):
    every = ranked((3, 2, 1), (3, NAN, 1), (3, NAN, 1))
    result = theme_position(Theme.ECONOMY, every, code)
    assert result == ThemePosition(Theme.ECONOMY, n=2, indicators=3, used=used)


def test_a_rank_that_rests_on_one_indicator_cannot_be_without_it():
    result = theme_position(Theme.ECONOMY, ranked((3, 2, 1)), "A")
    assert (result.rank, result.low, result.high) == (1, 1, 1)
    assert (result.lowest_without, result.highest_without, result.tipping) == (None, None, None)


def test_a_history_has_a_standing_for_each_year():
    years = {2020: ranked((1, 2)), 2021: ranked((2, 1))}
    years_found = history(Theme.ECONOMY, [2020, 2021], years.__getitem__, "A")
    assert [(position.year, position.position.rank) for position in years_found] == [
        (2020, 2),
        (2021, 1),
    ]
