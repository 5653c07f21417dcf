"""The figures of an edition as officers take them away, fill them in and bring them back: CSV.

One row for each indicator: its slug, the revision that was taken away, and its fields as they are
to be printed. ``direction`` is ``rule`` where the arrow is left to the indicator's rule.
"""

import csv
import io
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from domain.notation import read
from domain.places import FIELDS, INDICATOR
from readers.cells import Parser, some_text, text, whole_number
from readers.tables import FaultyTables, Table, check_unique, read_table

NAME = "figures.csv"
FORMULAS = ("=", "+", "-", "@", "\t")
"""What a spreadsheet would take for a formula; an apostrophe is put before it, and taken off."""


def figure(cell: str) -> str:
    """A field as it stands, without the apostrophe that keeps a spreadsheet from reckoning."""
    return cell[1:] if cell.startswith("'") and _reckons(cell[1:]) else cell


COLUMNS: Mapping[str, Parser] = {
    "indicator": some_text,
    "revision": whole_number,
    "name": text,
    **dict.fromkeys(FIELDS[INDICATOR], figure),
}


def written(rows: Iterable[Mapping[str, Any]]) -> bytes:
    """The rows as CSV in UTF-8, with the mark by which spreadsheets know it."""
    file = io.StringIO()
    writer = csv.writer(file)
    writer.writerow(COLUMNS)
    for row in rows:
        writer.writerow([_safe(str(row[name])) for name in COLUMNS])
    return b"\xef\xbb\xbf" + file.getvalue().encode()


def read_figures(content: bytes) -> Table:
    """Read such a file. Raises ``FaultyTables``, naming line and column of every fault."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / NAME).write_bytes(content)
        table = read_table(Path(folder), NAME, COLUMNS)
    check_unique(table, "indicator")
    if table.problems:
        raise FaultyTables(table.problems)
    return table


def _safe(cell: str) -> str:
    return f"'{cell}" if _reckons(cell) else cell


def _reckons(cell: str) -> bool:
    """Whether it would be a formula, or is one already kept from it."""
    return cell.lstrip("'").startswith(FORMULAS) and not _is_negative(cell)


def _is_negative(cell: str) -> bool:
    """Whether it is a printed figure like -£2.3m, or a mere dash, which is no formula."""
    return cell == "-" or (cell.startswith("-") and read(cell).low is not None)
