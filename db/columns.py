"""Typed columns as bytes: numpy's own compressed archive, without pickled objects."""

from io import BytesIO

import numpy as np

from domain.comparison.benchmarks import Grid


def packed(grid: Grid) -> bytes:
    """Return a grid as bytes."""
    whole = BytesIO()
    np.savez_compressed(
        whole,
        areas=np.array(grid.areas, dtype=np.str_),
        series=np.array(grid.series, dtype=np.str_).reshape(-1, 2),
        figures=grid.figures,
    )
    return whole.getvalue()


def unpacked(whole: bytes) -> Grid:
    """Return the grid of bytes that ``packed`` made."""
    with np.load(BytesIO(whole), allow_pickle=False) as columns:
        return Grid(
            tuple(columns["areas"].tolist()),
            tuple((slug, period) for slug, period in columns["series"].tolist()),
            columns["figures"],
        )
