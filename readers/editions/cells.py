"""Parsers for the cells of an edition's tables."""

from decimal import Decimal, InvalidOperation

from domain.indicators.notation import PrintedQuartile, read_quartile


def quartile(cell: str) -> PrintedQuartile:
    """Parse a quartile cell as printed."""
    printed = read_quartile(cell)
    if printed.unread:
        raise ValueError(f"“{cell}” cannot be read: write it like 2nd, 2nd (2021) or 2nd (Eng)")
    return printed


def tolerance(cell: str) -> Decimal:
    """Parse a number that is not negative; 0 when empty."""
    try:
        number = Decimal(cell or "0")
    except InvalidOperation:
        raise ValueError(f"“{cell}” must be a number") from None
    if not number.is_finite() or number < 0:
        raise ValueError(f"“{cell}” must be a number that is not negative")
    return number
