"""Ranks and quartiles: 1 is best, ties share the better rank, gaps stay gaps.

The method is competition ranking ("1224"), and a quartile is a rank cut into four as evenly as
whole areas allow: an area of rank r among n is in quartile ⌊4(r − 1)/n⌋ + 1.
"""

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]
LOWEST_QUARTILE = 4


def ranks(values: Numbers, signs: Numbers | int) -> Numbers:
    """Rank along the last axis. NaN, and everything under a sign of 0, is not ranked.

    ``signs`` is 1 where more is better, -1 where less is, 0 where neither is; one for each row.
    """
    keys = -np.asarray(values, dtype=float) * np.asarray(signs, dtype=float)[..., np.newaxis]
    keys = np.where(np.asarray(signs)[..., np.newaxis] == 0, np.nan, keys)
    return ranks_ascending(keys)


def ranks_ascending(keys: Numbers) -> Numbers:
    """Rank along the last axis, the smallest first."""
    order = np.argsort(keys, axis=-1)  # NaN comes last
    ordered = np.take_along_axis(keys, order, axis=-1)
    places = np.broadcast_to(np.arange(1.0, keys.shape[-1] + 1), keys.shape)
    first = np.ones(keys.shape, dtype=bool)
    first[..., 1:] = ordered[..., 1:] != ordered[..., :-1]
    shared = np.maximum.accumulate(np.where(first, places, 0), axis=-1)
    ranked = np.empty(keys.shape)
    np.put_along_axis(ranked, order, np.where(np.isnan(ordered), np.nan, shared), axis=-1)
    return ranked


def quartiles(ranked: Numbers) -> Numbers:
    """The quartile of each rank along the last axis, among those that are ranked."""
    n = np.maximum((~np.isnan(ranked)).sum(axis=-1, keepdims=True), 1)
    cut: Numbers = np.floor((ranked - 1) * LOWEST_QUARTILE / n) + 1
    return cut


def last_rank_of(quartile: int, n: int) -> int:
    """The largest rank that still is in this quartile or a better one, among ``n``."""
    return -(-quartile * n // LOWEST_QUARTILE)
