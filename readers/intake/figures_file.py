"""The CSV file in which officers download an edition's figures and upload them again.

One row for each indicator: its slug, the revision that was downloaded, and its fields in their
printed form. ``direction`` is ``rule`` where the arrow is left to the indicator's rule.
"""

import csv
import io
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from domain.indicators.fields import INDICATOR_FIELDS
from domain.indicators.formula_escaping import escape_formula, unescape_formula
from readers.cells import Parser, some_text, text, whole_number
from readers.tables import FaultyTables, Table, check_unique, read_table

NAME = "figures.csv"
FIGURES_COLUMNS: Mapping[str, Parser] = {
    "indicator": some_text,
    "revision": whole_number,
    "name": text,
    **{field.name: unescape_formula for field in INDICATOR_FIELDS if field.editable},
}


def written(rows: Iterable[Mapping[str, Any]]) -> bytes:
    """Return the rows as CSV in UTF-8 with a byte order mark for spreadsheets."""
    file = io.StringIO()
    writer = csv.writer(file)
    writer.writerow(FIGURES_COLUMNS)
    for row in rows:
        writer.writerow([escape_formula(str(row[name])) for name in FIGURES_COLUMNS])
    return b"\xef\xbb\xbf" + file.getvalue().encode()


def read_figures(content: bytes) -> Table:
    """Read such a file. Raises ``FaultyTables``, naming line and column of every fault."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / NAME).write_bytes(content)
        table = read_table(Path(folder), NAME, FIGURES_COLUMNS)
    check_unique(table, "indicator")
    if table.problems:
        raise FaultyTables(table.problems)
    return table
