"""Parsers for the cells of the comparison tables."""

import re
from functools import lru_cache

from domain.comparison.terms import Theme
from domain.funding.spending import POPULATION_OF
from domain.periods import read_period
from readers.cells import whole_number, word_of

ESTIMATES = ("original", "revised")


@lru_cache(maxsize=1024)  # the same few areas occur in row after row
def area_code(cell: str) -> str:
    """Return a GSS code of England."""
    if not re.fullmatch(r"E[0-9]{8}", cell):
        raise ValueError(f"“{cell}” must be a GSS code such as E10000018")
    return cell


def financial_year(cell: str) -> str:
    """Return a financial year such as 2021/22."""
    if not re.fullmatch(r"20[0-9]{2}/[0-9]{2}", cell):
        raise ValueError(f"“{cell}” must be a financial year such as 2021/22")
    return period(cell)


def year_of_spending(cell: str) -> str:
    """Return a financial year whose residents we know which estimate to take of."""
    if financial_year(cell) not in POPULATION_OF:
        raise ValueError(f"“{cell}” must be one of: {', '.join(POPULATION_OF)}")
    return cell


def period(cell: str) -> str:
    """Return a period whose end is known."""
    read_period(cell)
    return cell


def pounds_or_empty(cell: str) -> int | None:
    """Parse whole pounds, which may be negative; None for an empty cell."""
    if not cell:
        return None
    if not re.fullmatch(r"-?[0-9]{1,13}", cell):
        raise ValueError(f"“{cell}” must be whole pounds, without commas or a pound sign")
    return int(cell)


def people(cell: str) -> int:
    """Return how many residents: a whole number above 0, for figures are divided by it."""
    read = whole_number(cell)
    if not read:
        raise ValueError("“0” must be above 0: figures per head are divided by it")
    return read


def not_negative(cell: str) -> int | None:
    """Parse whole pounds from 0; None for an empty cell."""
    read = pounds_or_empty(cell)
    if read is not None and read < 0:
        raise ValueError(f"“{cell}” must not be below 0")
    return read


def pounds(cell: str) -> int:
    """Parse whole pounds, which may be negative."""
    read = pounds_or_empty(cell)
    if read is None:
        raise ValueError("is empty: leave out the row of a return that was not made")
    return read


def themes(cell: str) -> str:
    """Parse themes with a space between two."""
    for word in cell.split():
        word_of(Theme)(word)
    return cell


def edition_of_estimate(cell: str) -> str:
    """Parse the edition of a population estimate."""
    if cell not in ESTIMATES:
        raise ValueError(f"“{cell}” must be one of: {', '.join(ESTIMATES)}")
    return cell
