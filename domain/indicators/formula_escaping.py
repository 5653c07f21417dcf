"""Escaping of cells that a spreadsheet would take for a formula, and its reversal.

An apostrophe before such a cell makes it text. It is removed when the file is read, so that every
text returns exactly as it was.
"""

import re

from domain.indicators.notation import read

STARTS = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
"""The characters with which a formula begins, including their full-width forms."""
MARK = "'"
PLAIN = re.compile(r"[\w /.-]*")


def escape_formula(cell: str) -> str:
    """Return the cell in a form that is no formula. Printed figures like -£2.3m are unchanged."""
    return f"{MARK}{cell}" if _is_formula(cell) else cell


def unescape_formula(cell: str) -> str:
    """Return the cell as it was before ``escape_formula``."""
    return cell[1:] if cell.startswith(MARK) and _is_formula(cell[1:]) else cell


def _is_formula(cell: str) -> bool:
    """Return whether a spreadsheet would take the cell for a formula, or it is escaped already."""
    return cell.lstrip(MARK).startswith(STARTS) and not _is_negative(cell)


def _is_negative(cell: str) -> bool:
    """Return whether it is a printed negative figure, or a mere dash."""
    printed = read(cell)
    is_figure = printed.low is not None and PLAIN.fullmatch(printed.period) is not None
    return cell == "-" or (cell.startswith("-") and is_figure)
