"""Comma-separated tables with declared columns: every row read, or every fault named."""

import csv
import gzip
import io
import zlib
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from domain.errors import Unreadable
from domain.formatting import counted
from readers.cells import Parser

NULL = "\0"


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault in a table: its file, line and column, what it is and what to do."""

    table: str
    line: int
    column: str
    what: str

    def __str__(self) -> str:
        """Return the location and the fault."""
        place = f", column “{self.column}”" if self.column else ""
        line = f", line {self.line}" if self.line else ""
        return f"{self.table}{line}{place}: {self.what}"


class FaultyTables(Unreadable):
    """Tables that cannot be loaded; ``problems`` names every fault."""

    code = "faulty-tables"

    def __init__(self, problems: list[Problem]) -> None:
        """Store the faults and join them into the message."""
        self.problems = problems
        faults = "\n".join(f"  {problem}" for problem in problems)
        wrong = counted(len(problems), "thing is", "things are")
        super().__init__(f"Nothing was loaded. {wrong} wrong:\n{faults}")


@dataclass(frozen=True, slots=True)
class Row:
    """One row: the line of the file where it begins and its cells by column name."""

    line: int
    cells: dict[str, Any]

    def __getitem__(self, column: str) -> Any:
        """Return one cell."""
        return self.cells[column]


@dataclass(slots=True)
class Table:
    """A table as far as it could be read, and all its faults."""

    name: str
    rows: list[Row] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def blame(self, line: int, column: str, what: str) -> None:
        """Add a fault."""
        self.problems.append(Problem(self.name, line, column, what))


def read_table(folder: Path, name: str, columns: Mapping[str, Parser]) -> Table:
    """Read ``folder/name``. The first row must hold exactly the declared columns.

    A file whose name ends in ``.gz`` is decompressed.
    """
    table = Table(name)
    try:
        text = _text_of(folder / name)
    except FileNotFoundError:
        table.blame(0, "", "the file is missing")
        return table
    except (gzip.BadGzipFile, EOFError, zlib.error):
        table.blame(0, "", "not a whole gzip file: pack the table again with gzip")
        return table
    except OSError as error:
        table.blame(0, "", f"the file cannot be read: {error.strerror}")
        return table
    except UnicodeDecodeError as error:
        table.blame(0, "", f"not UTF-8 text at byte {error.start}: save it as CSV UTF-8")
        return table
    if NULL in text:
        before = text.partition(NULL)[0]
        table.blame(before.count("\n") + 1, "", "holds a null character: remove it")
    else:
        _read_rows(table, _numbered(table, text), columns)
    return table


def _text_of(path: Path) -> str:
    if path.suffix == ".gz":
        with gzip.open(path, "rt", encoding="utf-8-sig") as unpacked:
            return unpacked.read()
    return path.read_text(encoding="utf-8-sig")


def _numbered(table: Table, text: str) -> Iterator[tuple[int, list[str]]]:
    """Yield each row with the line where it begins, as far as the quotation marks match."""
    rows = csv.reader(io.StringIO(text), strict=True)
    begins = 1
    try:
        for cells in rows:
            yield begins, cells
            begins = rows.line_num + 1
    except csv.Error as error:
        what = f"the quotation marks of the row that begins here do not match up ({error})"
        table.blame(begins, "", what)


def _read_rows(
    table: Table, rows: Iterator[tuple[int, list[str]]], columns: Mapping[str, Parser]
) -> None:
    _, heads = next(rows, (1, []))
    if heads != list(columns):
        _blame_heads(table, heads, list(columns))
        return
    for line, cells in rows:
        if len(cells) != len(columns):
            there = counted(len(cells), "cell", "cells")
            what = f"{there} where {len(columns)} are needed"
            table.blame(line, "", what)
        else:
            _read_row(table, line, cells, columns)


def _blame_heads(table: Table, heads: list[str], wanted: list[str]) -> None:
    missing = [name for name in wanted if name not in heads]
    unknown = [name for name in heads if name not in wanted]
    for name in missing:
        table.blame(1, name, "the column is missing")
    for name in unknown:
        table.blame(1, name, "no such column is known: remove it")
    if not missing and not unknown:
        table.blame(1, "", f"the columns must stand once each, in this order: {', '.join(wanted)}")


def _read_row(table: Table, line: int, cells: list[str], columns: Mapping[str, Parser]) -> None:
    read: dict[str, Any] = {}
    for (name, parse), cell in zip(columns.items(), cells, strict=True):
        try:
            read[name] = parse(cell)
        except ValueError as error:
            table.blame(line, name, str(error))
    if len(read) == len(columns):
        table.rows.append(Row(line, read))


def check_unique(table: Table, *columns: str) -> None:
    """Report every row whose cells in these columns occur in an earlier row."""
    first: dict[tuple[Any, ...], int] = {}
    for row in table.rows:
        key = tuple(row[column] for column in columns)
        if key in first:
            same = ", ".join(str(part) for part in key)
            what = f"“{same}” stands already at line {first[key]}"
            table.blame(row.line, columns[0] if len(columns) == 1 else "", what)
        first.setdefault(key, row.line)


def check_known(table: Table, column: str, allowed: Collection[Any], where: str) -> None:
    """Report every row whose cell in this column is not in another table."""
    for row in table.rows:
        if row[column] not in allowed:
            table.blame(row.line, column, f"“{row[column]}” is not in {where}")
