"""A table of indicators as CSV or a workbook, with the same rows and words as on screen."""

import csv
import io
from collections.abc import Sequence
from typing import Protocol

import xlsxwriter

from domain import formatting
from domain.indicators.fields import TABLE_COLUMNS
from domain.indicators.filtering import Filters
from domain.indicators.formula_escaping import escape_formula
from domain.indicators.indicator import Indicator


class EditionFacts(Protocol):
    """The facts about the edition that a file contains."""

    @property
    def year(self) -> int:
        """Return the edition's year."""

    @property
    def title(self) -> str:
        """Return its title."""


def as_csv(edition: EditionFacts, rows: Sequence[Indicator]) -> bytes:
    """Return the rows as CSV in UTF-8 with a byte order mark, so that Excel reads the pounds.

    Text that a spreadsheet would take for a formula is escaped by an apostrophe.
    """
    del edition
    written = io.StringIO()
    writer = csv.writer(written)
    writer.writerow([column.heading for column in TABLE_COLUMNS])
    for row in rows:
        writer.writerow(
            [escape_formula(cell) if isinstance(cell, str) else cell for cell in _cells(row)]
        )
    return written.getvalue().encode("utf-8-sig")


def as_workbook(edition: EditionFacts, rows: Sequence[Indicator], filters: Filters) -> bytes:
    """Return the rows as a workbook: a named table, a frozen head, and a sheet of notes."""
    buffer = io.BytesIO()
    options = {"strings_to_formulas": False, "strings_to_urls": False, "in_memory": True}
    book = xlsxwriter.Workbook(buffer, options)
    book.set_properties({"title": edition.title})
    _write_rows(book, rows)
    _write_notes(book, edition, rows, filters)
    book.close()
    return buffer.getvalue()


def _write_rows(book: xlsxwriter.Workbook, rows: Sequence[Indicator]) -> None:
    sheet = book.add_worksheet("Indicators")
    wrap = book.add_format({"text_wrap": True, "valign": "top"})
    for index, column in enumerate(TABLE_COLUMNS):
        sheet.set_column(index, index, column.width, wrap)
    sheet.add_table(
        0,
        0,
        max(len(rows), 1),
        len(TABLE_COLUMNS) - 1,
        {
            "name": "Indicators",
            "columns": [{"header": column.heading} for column in TABLE_COLUMNS],
            "data": [_cells(row) for row in rows],
            "style": "Table Style Light 1",
        },
    )
    sheet.freeze_panes(1, 4)


def _write_notes(
    book: xlsxwriter.Workbook, edition: EditionFacts, rows: Sequence[Indicator], filters: Filters
) -> None:
    sheet = book.add_worksheet("About")
    sheet.set_column(0, 0, 100, book.add_format({"text_wrap": True, "valign": "top"}))
    notes = (
        edition.title,
        f"{formatting.counted(len(rows), 'indicator', 'indicators')}"
        + (", narrowed by the reader's choice." if filters.narrowing else ": all of the edition."),
        "Values, targets and quartiles are exactly as published. The direction of travel is given "
        "as published, which is the officers' judgement, and by the declared rule.",
        "The period is the real one of each figure. Where a period before is empty it is not "
        "stated in the edition.",
        "Contains public sector information licensed under the Open Government Licence v3.0.",
    )
    for line, note in enumerate(notes):
        sheet.write_string(line, 0, note)


def _cells(row: Indicator) -> list[object]:
    return [column.cell(row) for column in TABLE_COLUMNS]
