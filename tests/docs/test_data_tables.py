"""``docs/data.md`` against the readers' columns, their parsers and the headings of the files."""

import csv
import gzip
import io
import re
from pathlib import Path

import pytest

from readers.comparison.comparison_tables import COMPARISON_COLUMNS
from readers.editions.edition_tables import EDITION_COLUMNS, SOURCES, YEAR_COUNTS
from readers.intake.figures_file import FIGURES_COLUMNS
from readers.intake.process_table import PROCESS_COLUMNS

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "data.md").read_text(encoding="utf-8")
COLUMNS = {
    "year_counts.csv": YEAR_COUNTS,
    "sources.csv": SOURCES,
    **EDITION_COLUMNS,
    "process.csv": PROCESS_COLUMNS,
    "figures.csv": FIGURES_COLUMNS,
    **COMPARISON_COLUMNS,
}
CELLS = [(table, column) for table, columns in COLUMNS.items() for column in columns]


def rows_of(table: str) -> dict[str, list[str]]:
    """The cells of each column's row, by the column's name."""
    _, _, section = PAGE.partition(f"### `{table}`\n")
    lines = re.split(r"\n#", section, maxsplit=1)[0].splitlines()
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines if "|" in line]
    return {row[0]: row[1:] for row in rows[2:]}


def test_every_table_has_its_part_of_the_page():
    assert re.findall(r"^### `([^`]+)`$", PAGE, re.MULTILINE) == list(COLUMNS)


@pytest.mark.parametrize("table", COLUMNS)
def test_the_columns_are_the_reader_s_in_its_order_and_each_has_a_meaning(table):
    rows = rows_of(table)
    assert list(rows) == list(COLUMNS[table])
    assert all(len(cells) == 2 and all(cells) for cells in rows.values())


@pytest.mark.parametrize(("table", "column"), CELLS)
def test_the_values_on_the_page_are_those_that_the_reader_accepts(table, column):
    parse = COLUMNS[table][column]
    values = rows_of(table)[column][1]
    for value in re.findall(r"`([^`]+)`", values):
        if not value.endswith(".csv"):
            parse(value)
    try:
        parse("~")
    except ValueError as error:
        _, listed, words = str(error).partition("must be one of: ")
        assert all(f"`{word}`" in values for word in words.split(", ") if listed)


def test_the_page_describes_every_table_that_is_shipped():
    shipped = list((ROOT / "data").rglob("*.csv*"))
    assert {path.name for path in shipped} == set(COLUMNS) - {"figures.csv"}


@pytest.mark.parametrize(
    "path", sorted((ROOT / "data").rglob("*.csv*")), ids=lambda path: path.name
)
def test_a_shipped_table_begins_with_the_columns_of_the_page(path):
    content = path.read_bytes()
    text = (gzip.decompress(content) if path.suffix == ".gz" else content).decode("utf-8-sig")
    assert next(csv.reader(io.StringIO(text))) == list(rows_of(path.name))
