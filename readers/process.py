"""What is known of how an edition was approved: ``<year>/process.csv``, where there is one.

Its rows are of these kinds, each with a key, a date, the body and a text in our own words:
``meeting`` (key scrutiny, cabinet or council), ``view`` and ``request`` of the Scrutiny Commission
(numbered), ``answer`` of officers (the number it answers), ``recommendation`` to the Cabinet
(lettered), ``motion``, and ``focus`` (areas for continued focus).
"""

from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path

from readers.tables import FaultyTables, Parser, Problem, Table, day, read_table, some_text, word_of


class Kind(StrEnum):
    """What a row holds."""

    MEETING = "meeting"
    VIEW = "view"
    REQUEST = "request"
    ANSWER = "answer"
    RECOMMENDATION = "recommendation"
    MOTION = "motion"
    FOCUS = "focus"


COLUMNS: Mapping[str, Parser] = {
    "kind": word_of(Kind),
    "key": some_text,
    "date": day,
    "body": some_text,
    "text": some_text,
}
MEETINGS = ("scrutiny", "cabinet", "council")


def read_process(folder: Path, year: int) -> Table | None:
    """The table of a year, or nothing where there is none. Raises ``FaultyTables``."""
    name = f"{year}/process.csv"
    if not (folder / name).exists():
        return None
    table = read_table(folder, name, COLUMNS)
    held = {row["key"] for row in table.rows if row["kind"] is Kind.MEETING}
    missing = [each for each in MEETINGS if each not in held]
    problems = table.problems or [
        Problem(name, 0, "key", f"there is no meeting “{each}”") for each in missing
    ]
    if problems:
        raise FaultyTables(problems)
    return table
