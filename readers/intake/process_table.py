"""The table of an edition's approval: ``<year>/process.csv``, which is optional.

Its rows are of these kinds, each with a key, a date, the body and a summary:
``meeting`` (key scrutiny, cabinet or council), ``view`` and ``request`` of the Scrutiny Commission
(numbered together), ``answer`` of officers (the number it answers), ``recommendation`` to the
Cabinet (lettered), one ``motion``, and ``focus`` (areas for continued focus, numbered).
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from enum import StrEnum
from itertools import pairwise
from pathlib import Path

from domain.editions.sections import LETTERS
from readers.cells import Parser, day, some_text, word_of
from readers.tables import FaultyTables, Row, Table, read_table


class RowKind(StrEnum):
    """The kind of a row."""

    MEETING = "meeting"
    VIEW = "view"
    REQUEST = "request"
    ANSWER = "answer"
    RECOMMENDATION = "recommendation"
    MOTION = "motion"
    FOCUS = "focus"


def paragraph(cell: str) -> str:
    """Parse text on one line, which must not be empty."""
    if len(cell.splitlines()) > 1:
        raise ValueError("must stand on one line")
    return some_text(cell)


PROCESS_COLUMNS: Mapping[str, Parser] = {
    "kind": word_of(RowKind),
    "key": some_text,
    "date": day,
    "body": some_text,
    "text": paragraph,
}
MEETINGS = ("scrutiny", "cabinet", "council")
COMMENTS = (RowKind.VIEW, RowKind.REQUEST)
NEEDED = (RowKind.RECOMMENDATION, RowKind.MOTION)


def _number(index: int) -> str:
    return str(index + 1)


def _letter(index: int) -> str:
    return LETTERS[index] if index < len(LETTERS) else "nothing more"


COUNTED: Mapping[tuple[RowKind, ...], Callable[[int], str]] = {
    COMMENTS: _number,
    (RowKind.RECOMMENDATION,): _letter,
    (RowKind.MOTION,): lambda index: "nothing more" if index else "1",
    (RowKind.FOCUS,): _number,
}
"""The keys of each kind's rows, in their order; there is one motion."""


def read_process(folder: Path, year: int) -> Table | None:
    """Read the table of a year; None where there is none. Raises ``FaultyTables``."""
    name = f"{year}/process.csv"
    if not (folder / name).exists():
        return None
    table = read_table(folder, name, PROCESS_COLUMNS)
    if not table.problems:
        _check_meetings(table)
        _check_counted(table)
        _check_answers(table)
    if table.problems:
        raise FaultyTables(table.problems)
    return table


def rows_of(table: Table, *kinds: RowKind) -> Sequence[Row]:
    """Return the rows of some kinds, in their order."""
    return [row for row in table.rows if row["kind"] in kinds]


def _check_meetings(table: Table) -> None:
    """Check that each body meets once, one after the other."""
    unknown = f"must be one of: {', '.join(MEETINGS)}"
    meetings = _check_once(table, rows_of(table, RowKind.MEETING), MEETINGS, unknown)
    for meeting in MEETINGS:
        if meeting not in meetings:
            table.blame(0, "key", f"there is no meeting “{meeting}”")
    for one, other in pairwise(meetings[meeting] for meeting in MEETINGS if meeting in meetings):
        if other["date"] <= one["date"]:
            what = f"“{other['key']}” must meet after “{one['key']}”, at line {one.line}"
            table.blame(other.line, "date", what)


def _check_answers(table: Table) -> None:
    """Check that each answer is to a comment that has no other answer."""
    comments = [row["key"] for row in rows_of(table, *COMMENTS)]
    _check_once(table, rows_of(table, RowKind.ANSWER), comments, "is no view or request to answer")


def _check_once(
    table: Table, rows: Sequence[Row], keys: Collection[str], unknown: str
) -> dict[str, Row]:
    """Return the row of each key. Report unknown keys and repeated ones."""
    first: dict[str, Row] = {}
    for row in rows:
        key = row["key"]
        if key not in keys:
            table.blame(row.line, "key", f"“{key}” {unknown}")
        elif key in first:
            table.blame(row.line, "key", f"“{key}” stands already at line {first[key].line}")
        else:
            first[key] = row
    return first


def _check_counted(table: Table) -> None:
    for kind in NEEDED:
        if not rows_of(table, kind):
            table.blame(0, "kind", f"there is no {kind.value}")
    for kinds, key_at in COUNTED.items():
        for index, row in enumerate(rows_of(table, *kinds)):
            if row["key"] != key_at(index):
                what = f"“{row['key']}” stands where {key_at(index)} should: it is counted in order"
                table.blame(row.line, "key", what)
