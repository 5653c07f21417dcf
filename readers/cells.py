"""What one cell of a table holds: each parser reads it, or says what it should be."""

import math
import re
from collections.abc import Callable
from datetime import date
from enum import StrEnum
from functools import lru_cache
from typing import Any, TypeVar

LARGEST = 2**31 - 1  # what every database keeps as a whole number
LONGEST_SLUG = 80
LONGEST_YEAR = 10
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
            allowed = ", ".join(word.value for word in words if word.value)
            raise ValueError(f"“{cell}” must be one of: {allowed}") from None

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
