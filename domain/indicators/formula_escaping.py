"""Cells of files that spreadsheets open: what one would reckon with is kept from it, and read back.

An apostrophe before such a cell makes it text. It is taken off again where the file comes back, so
that every text returns exactly as it was.
"""

import re

from domain.indicators.notation import read

STARTS = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
"""What a spreadsheet takes for the beginning of a formula, the wide forms of its signs included."""
MARK = "'"
PLAIN = re.compile(r"[\w /.-]*")


def escape_formula(cell: str) -> str:
    """The cell as it may stand in a file: no formula. Printed figures like -£2.3m stay as they are."""
    return f"{MARK}{cell}" if _reckons(cell) else cell


def unescape_formula(cell: str) -> str:
    """The cell as it was before it was kept from being a formula."""
    return cell[1:] if cell.startswith(MARK) and _reckons(cell[1:]) else cell


def _reckons(cell: str) -> bool:
    """Whether it would be a formula, or is one already kept from it."""
    return cell.lstrip(MARK).startswith(STARTS) and not _is_negative(cell)


def _is_negative(cell: str) -> bool:
    """Whether it is a printed figure below nothing, or a mere dash."""
    printed = read(cell)
    is_figure = printed.low is not None and PLAIN.fullmatch(printed.period) is not None
    return cell == "-" or (cell.startswith("-") and is_figure)
