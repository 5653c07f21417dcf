"""What one cell of a table holds: each parser reads it, or says what it should be."""

import math
import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from functools import lru_cache
from typing import Any, TypeVar

from domain.notation import PrintedQuartile, read_quartile
from domain.periods import read_period
from domain.spending import POPULATION_OF
from domain.terms import Theme

LARGEST = 2**31 - 1  # what every database keeps as a whole number
LONGEST_SLUG = 80
LONGEST_YEAR = 10
ESTIMATES = ("original", "revised")
Parser = Callable[[str], Any]
Word = TypeVar("Word", bound=StrEnum)
Read = TypeVar("Read")


def text(cell: str) -> str:
    """Any text, exactly as it stands."""
    return cell


def some_text(cell: str) -> str:
    """Text that must not be empty."""
    if not cell.strip():
        raise ValueError("is empty, and must not be")
    return cell


def yes_or_no(cell: str) -> bool:
    """``yes`` or ``no``."""
    if cell not in ("yes", "no"):
        raise ValueError(f"“{cell}” must be yes or no")
    return cell == "yes"


def whole_number(cell: str) -> int:
    """A whole number from 0."""
    if not (cell.isascii() and cell.isdigit()):
        raise ValueError(f"“{cell}” must be a whole number")
    if len(cell) > len(str(LARGEST)) or int(cell) > LARGEST:
        raise ValueError(f"“{cell}” is too large: at most {LARGEST:,}")
    return int(cell)


def whole_number_or_empty(cell: str) -> int | None:
    """A whole number, or nothing where none was published."""
    return whole_number(cell) if cell else None


def number(cell: str) -> float:
    """A number, with a point before its decimals."""
    plain = cell.isascii() and "_" not in cell  # Python would read other digits and underscores
    try:
        read = float(cell if plain else "")
    except ValueError:
        raise ValueError(f"“{cell}” must be a number, such as 12.5") from None
    if not math.isfinite(read):
        raise ValueError(f"“{cell}” must be a finite number")
    return read


def number_or_empty(cell: str) -> float | None:
    """A number, or nothing where none was published."""
    return number(cell) if cell else None


def day(cell: str) -> date:
    """A day as 2022-12-07."""
    try:
        return date.fromisoformat(cell)
    except ValueError:
        raise ValueError(f"“{cell}” must be a day written like 2022-12-07") from None


def word_of(words: type[Word]) -> Callable[[str], Word]:
    """One of the declared words of an enumeration."""

    def parse(cell: str) -> Word:
        try:
            return words(cell)
        except ValueError:
            known = ", ".join(word.value for word in words if word.value)
            raise ValueError(f"“{cell}” must be one of: {known}") from None

    return parse


def at_most(longest: int, parse: Callable[[str], Read]) -> Callable[[str], Read]:
    """The same, in no more than so many characters."""

    def parse_short(cell: str) -> Read:
        if len(cell) > longest:
            raise ValueError(f"“{cell}” is too long: at most {longest} characters")
        return parse(cell)

    return parse_short


def or_empty(parse: Callable[[str], Read]) -> Callable[[str], Read | None]:
    """The same, or nothing."""
    return lambda cell: parse(cell) if cell else None


@lru_cache(maxsize=1024)  # the same few names stand in row after row
def slug(cell: str) -> str:
    """A name fit for an address: small letters, digits and hyphens."""
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", cell) or len(cell) > LONGEST_SLUG:
        raise ValueError(f"“{cell}” must be small letters, digits and hyphens, at most 80")
    return cell


def quartile(cell: str) -> PrintedQuartile:
    """A quartile cell as printed."""
    printed = read_quartile(cell)
    if printed.unread:
        raise ValueError(f"“{cell}” cannot be read: write it like 2nd, 2nd (2021) or 2nd (Eng)")
    return printed


def tolerance(cell: str) -> Decimal:
    """A number that is not negative; 0 when empty."""
    try:
        number = Decimal(cell or "0")
    except InvalidOperation:
        raise ValueError(f"“{cell}” must be a number") from None
    if not number.is_finite() or number < 0:
        raise ValueError(f"“{cell}” must be a number that is not negative")
    return number


@lru_cache(maxsize=1024)  # the same few areas stand in row after row
def area_code(cell: str) -> str:
    """A GSS code of England."""
    if not re.fullmatch(r"E[0-9]{8}", cell):
        raise ValueError(f"“{cell}” must be a GSS code such as E10000018")
    return cell


def financial_year(cell: str) -> str:
    """A financial year such as 2021/22."""
    if not re.fullmatch(r"20[0-9]{2}/[0-9]{2}", cell):
        raise ValueError(f"“{cell}” must be a financial year such as 2021/22")
    return period(cell)


def year_of_spending(cell: str) -> str:
    """A financial year whose residents we know which estimate to take of."""
    if financial_year(cell) not in POPULATION_OF:
        raise ValueError(f"“{cell}” must be one of: {', '.join(POPULATION_OF)}")
    return cell


def period(cell: str) -> str:
    """A period whose end can be told."""
    read_period(cell)
    return cell


def pounds_or_empty(cell: str) -> int | None:
    """Whole pounds, which may be below nothing, or none where none was published."""
    if not cell:
        return None
    if not re.fullmatch(r"-?[0-9]{1,13}", cell):
        raise ValueError(f"“{cell}” must be whole pounds, without commas or a pound sign")
    return int(cell)


def people(cell: str) -> int:
    """How many residents: a whole number above 0, for figures are divided by it."""
    read = whole_number(cell)
    if not read:
        raise ValueError("“0” must be above 0: figures per head are divided by it")
    return read


def not_negative(cell: str) -> int | None:
    """Whole pounds from 0, or none where none was published."""
    read = pounds_or_empty(cell)
    if read is not None and read < 0:
        raise ValueError(f"“{cell}” must not be below 0")
    return read


def pounds(cell: str) -> int:
    """Whole pounds, which may be below nothing."""
    read = pounds_or_empty(cell)
    if read is None:
        raise ValueError("is empty: leave out the row of a return that was not made")
    return read


def themes(cell: str) -> str:
    """Themes, with a space between two."""
    for word in cell.split():
        word_of(Theme)(word)
    return cell


def edition_of_estimate(cell: str) -> str:
    """Which edition of a population estimate."""
    if cell not in ESTIMATES:
        raise ValueError(f"“{cell}” must be one of: {', '.join(ESTIMATES)}")
    return cell
