"""Parsers for the cells of tables. A parser raises ``ValueError`` with what the cell should be."""

import math
import re
from collections.abc import Callable
from datetime import date
from enum import StrEnum
from functools import lru_cache
from typing import Any, TypeVar

LARGEST = 2**31 - 1  # the largest whole number that every database stores
LONGEST_SLUG = 80
LONGEST_YEAR = 10
Parser = Callable[[str], Any]
Word = TypeVar("Word", bound=StrEnum)
Read = TypeVar("Read")


def text(cell: str) -> str:
    """Return any text unchanged."""
    return cell


def some_text(cell: str) -> str:
    """Return a text that is not empty."""
    if not cell.strip():
        raise ValueError("is empty, and must not be")
    return cell


def yes_or_no(cell: str) -> bool:
    """Parse ``yes`` or ``no``."""
    if cell not in ("yes", "no"):
        raise ValueError(f"“{cell}” must be yes or no")
    return cell == "yes"


def whole_number(cell: str) -> int:
    """Parse a whole number from 0."""
    if not (cell.isascii() and cell.isdigit()):
        raise ValueError(f"“{cell}” must be a whole number")
    if len(cell) > len(str(LARGEST)) or int(cell) > LARGEST:
        raise ValueError(f"“{cell}” is too large: at most {LARGEST:,}")
    return int(cell)


def whole_number_or_empty(cell: str) -> int | None:
    """Parse a whole number; None for an empty cell."""
    return whole_number(cell) if cell else None


def number(cell: str) -> float:
    """Parse a number with a decimal point."""
    plain = cell.isascii() and "_" not in cell  # Python also reads other digits and underscores
    try:
        read = float(cell if plain else "")
    except ValueError:
        raise ValueError(f"“{cell}” must be a number, such as 12.5") from None
    if not math.isfinite(read):
        raise ValueError(f"“{cell}” must be a finite number")
    return read


def number_or_empty(cell: str) -> float | None:
    """Parse a number; None for an empty cell."""
    return number(cell) if cell else None


def day(cell: str) -> date:
    """Parse a day such as 2022-12-07."""
    try:
        return date.fromisoformat(cell)
    except ValueError:
        raise ValueError(f"“{cell}” must be a day written like 2022-12-07") from None


def word_of(words: type[Word]) -> Callable[[str], Word]:
    """Return a parser for the words of an enumeration."""

    def parse(cell: str) -> Word:
        try:
            return words(cell)
        except ValueError:
            allowed = ", ".join(word.value for word in words if word.value)
            raise ValueError(f"“{cell}” must be one of: {allowed}") from None

    return parse


def at_most(longest: int, parse: Callable[[str], Read]) -> Callable[[str], Read]:
    """Return the parser with a limit on the number of characters."""

    def parse_short(cell: str) -> Read:
        if len(cell) > longest:
            raise ValueError(f"“{cell}” is too long: at most {longest} characters")
        return parse(cell)

    return parse_short


def or_empty(parse: Callable[[str], Read]) -> Callable[[str], Read | None]:
    """Return the parser with None for an empty cell."""
    return lambda cell: parse(cell) if cell else None


@lru_cache(maxsize=1024)  # the same few names occur in row after row
def slug(cell: str) -> str:
    """Parse a name fit for an address: small letters, digits and hyphens."""
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", cell) or len(cell) > LONGEST_SLUG:
        raise ValueError(f"“{cell}” must be small letters, digits and hyphens, at most 80")
    return cell
