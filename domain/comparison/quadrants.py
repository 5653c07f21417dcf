"""Performance rank up, spending or deprivation across: four quadrants, cut at the medians."""

from enum import StrEnum

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from domain.comparison.ranking import Numbers, ranks
from domain.comparison.theme_ranks import ThemeRanks


class Across(StrEnum):
    """What performance is compared with."""

    REVENUE = "revenue"
    DEPRIVATION = "deprivation"


class Quadrant(StrEnum):
    """The quadrant of an area; spend or deprivation is low on the right."""

    HIGH_RIGHT = "high-right"
    HIGH_LEFT = "high-left"
    LOW_RIGHT = "low-right"
    LOW_LEFT = "low-left"


def quadrant_points(theme_ranks: ThemeRanks, across: pd.Series) -> pd.DataFrame:
    """Join performance with what is across.

    ``across`` holds pounds per head or a score of deprivation by area code. Columns: area_code,
    average_rank, performance_rank (1 is best), low and high (its interval), across_value,
    across_rank (1 spends the most, or is the most deprived), indicators_used and quadrant. Ranks
    are empty where an area lacks the figures, and so is its quadrant. ``across`` is ranked among
    those that have a performance rank, so that both axes are of the same areas. An area on a
    median belongs to the better half upwards, and to the right half across.
    """
    low, high = theme_ranks.interval
    codes = list(theme_ranks.members)
    values = across.reindex(codes).to_numpy(dtype=float)
    both = ~np.isnan(theme_ranks.ranks) & ~np.isnan(values)
    across_rank = ranks(np.where(both, values, np.nan), 1)
    points = pd.DataFrame(
        {
            "area_code": codes,
            "average_rank": theme_ranks.averages,
            "performance_rank": _whole(theme_ranks.ranks),
            "low": _whole(low),
            "high": _whole(high),
            "across_rank": _whole(across_rank),
            "across_value": values,
            "indicators_used": theme_ranks.used,
        }
    )
    return points.assign(quadrant=_quadrants(theme_ranks.ranks, across_rank, both))


def medians(points: pd.DataFrame) -> tuple[float, float]:
    """Return the medians of the ranks across and up of the areas drawn, NaN without any."""
    drawn = points[points["quadrant"] != ""]
    if drawn.empty:
        return float("nan"), float("nan")
    return float(drawn["across_rank"].median()), float(drawn["performance_rank"].median())


def _whole(ranked: Numbers) -> pd.Series:
    return pd.Series(ranked).astype("Int64")


def _quadrants(up: Numbers, across: Numbers, both: NDArray[np.bool_]) -> list[str]:
    if not both.any():
        return ["" for _ in up]
    middle_up, middle_across = np.median(up[both]), np.median(across[both])
    names = {
        (True, True): Quadrant.HIGH_RIGHT,
        (True, False): Quadrant.HIGH_LEFT,
        (False, True): Quadrant.LOW_RIGHT,
        (False, False): Quadrant.LOW_LEFT,
    }
    return [
        names[bool(u <= middle_up), bool(a >= middle_across)].value if there else ""
        for u, a, there in zip(up, across, both, strict=True)
    ]
