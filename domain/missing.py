"""Numbers of arrays and frames as numbers of Python: NaN and pandas' NA become None."""

import math
from typing import Any


def known(number: Any) -> float | None:
    """Return a number, or None where there is none."""
    return None if is_missing(number) else float(number)


def whole(number: Any) -> int | None:
    """Return a whole number, or None where there is none."""
    return None if is_missing(number) else int(number)


def is_missing(cell: Any) -> bool:
    """Return whether a cell holds nothing: None, NaN or pandas' NA, the one value unlike itself."""
    if cell is None or isinstance(cell, float):
        return cell is None or math.isnan(cell)
    return type(cell).__name__ == "NAType"
