"""Ranks and quartiles: 1 is best, ties share the better rank, areas without a value are unranked.

Every rank of the product is computed here. The method is standard competition ranking ("1224").
A quartile divides the ranked areas into four as evenly as whole areas allow: an area of rank r
among n is in quartile ⌊4(r − 1)/n⌋ + 1.
"""

import numpy as np
import pandas as pd
from numpy.typing import NDArray

Numbers = NDArray[np.float64]
LOWEST_QUARTILE = 4


def ranks(values: Numbers, signs: Numbers | int) -> Numbers:
    """Return the ranks along the last axis; NaN where there is no value or the sign is 0.

    ``signs`` is 1 where more is better, -1 where less is better, 0 where neither is; one for all
    values, or one for each row.
    """
    keys = -np.asarray(values, dtype=float) * np.asarray(signs, dtype=float)[..., np.newaxis]
    keys = np.where(np.asarray(signs)[..., np.newaxis] == 0, np.nan, keys)
    return ranks_ascending(keys)


def rank_column(values: pd.Series, sign: int) -> pd.Series:
    """Return the ranks of a column as Int64 under the same index, empty where there is no value."""
    ranked = ranks(values.to_numpy(dtype=float), sign)
    return pd.Series(ranked, index=values.index).astype("Int64")


def ranks_ascending(keys: Numbers) -> Numbers:
    """Return the ranks along the last axis, the smallest key first."""
    order = np.argsort(keys, axis=-1)  # NaN comes last
    ordered = np.take_along_axis(keys, order, axis=-1)
    positions = np.broadcast_to(np.arange(1.0, keys.shape[-1] + 1), keys.shape)
    first_of_tie = np.ones(keys.shape, dtype=bool)
    first_of_tie[..., 1:] = ordered[..., 1:] != ordered[..., :-1]
    shared = np.maximum.accumulate(np.where(first_of_tie, positions, 0), axis=-1)
    ranked = np.empty(keys.shape)
    np.put_along_axis(ranked, order, np.where(np.isnan(ordered), np.nan, shared), axis=-1)
    return ranked


def quartiles(ranked: Numbers) -> Numbers:
    """Return the quartile of each rank along the last axis, among the areas that are ranked."""
    n = np.maximum((~np.isnan(ranked)).sum(axis=-1, keepdims=True), 1)
    cut: Numbers = np.floor((ranked - 1) * LOWEST_QUARTILE / n) + 1
    return cut


def last_rank_of(quartile: int, n: int) -> int:
    """Return the largest rank among ``n`` that is in this quartile or a better one."""
    return -(-quartile * n // LOWEST_QUARTILE)
