"""The tables of one edition, as stored in ``data/``.

``<year>/edition.csv, outcomes.csv, dashboards.csv, indicators.csv, rules.csv,
strategic_plan.csv`` make an edition; ``year_counts.csv`` and ``sources.csv`` belong to all.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from domain.editions.sections import ADDED
from domain.editions.terms import Document
from domain.fields import Field, FieldKind
from domain.indicators.direction_of_travel import ToleranceIn
from domain.indicators.fields import FILE_COLUMNS
from domain.indicators.notation import read
from domain.indicators.terms import Method
from readers.cells import (
    LONGEST_YEAR,
    Parser,
    at_most,
    day,
    or_empty,
    slug,
    some_text,
    text,
    whole_number,
    whole_number_or_empty,
    word_of,
    yes_or_no,
)
from readers.editions.cells import quartile, tolerance
from readers.tables import NULL, Problem, Table, check_known, check_unique, read_table

LONGEST_WORD = 20
PARSERS: Mapping[FieldKind, Parser] = {
    FieldKind.KEY: slug,
    FieldKind.TITLE: some_text,
    FieldKind.NUMBER: whole_number,
    FieldKind.FLAG: yes_or_no,
    FieldKind.FIGURE: read,
    FieldKind.TARGET: read,
    FieldKind.QUARTILE: quartile,
}
"""The parser for each kind of field; any other kind is text, stored unchanged."""


def _parser(field: Field) -> Parser:
    """Return the parser of a field's cells."""
    if field.choices:
        word = word_of(field.choices.words)
        return or_empty(word) if field.choices.may_be_empty else word
    return PARSERS.get(field.kind, text)


EDITION_COLUMNS: Mapping[str, Mapping[str, Parser]] = {
    "edition.csv": {
        "year": whole_number,
        "title": some_text,
        "data_year": at_most(LONGEST_YEAR, some_text),
        "previous_data_year": at_most(LONGEST_YEAR, some_text),
        "plan": some_text,
        "council_on": day,
    },
    "outcomes.csv": {"outcome": some_text, "kind": some_text},
    "dashboards.csv": {
        "slug": slug,
        "dashboard": some_text,
        "outcome": some_text,
        "comparator": some_text,
        "note": text,
        "targets": yes_or_no,
        "headline": yes_or_no,
        "title_in_document": some_text,
    },
    "indicators.csv": {name: _parser(field) for name, field in FILE_COLUMNS},
    "rules.csv": {
        "indicator": slug,
        "method": word_of(Method),
        "tolerance": at_most(LONGEST_WORD, tolerance),
        "tolerance_in": word_of(ToleranceIn),
        "sample": whole_number_or_empty,
        "reason": text,
    },
    "strategic_plan.csv": {"outcome": some_text, "sub_outcome": some_text, "aim": some_text},
    "sections.csv": {
        "slug": slug,
        "document": word_of(Document),
        "position": whole_number,
        "title": some_text,
        "outcome": text,
        "sub_outcome": text,
    },
}
NARRATIVE = "narrative"
"""The folder of the sections' texts, one Markdown file for each slug."""

YEAR_COUNTS: Mapping[str, Parser] = {
    "report_year": whole_number,
    "data_year": at_most(LONGEST_YEAR, some_text),
    "level": at_most(LONGEST_WORD, some_text),
    "group": text,
    "name": text,
    "total": whole_number_or_empty,
    "improved": whole_number_or_empty,
    "no_change": whole_number_or_empty,
    "worsened": whole_number_or_empty,
    "undetermined": whole_number_or_empty,
    "quarter_1": whole_number_or_empty,
    "quarter_2": whole_number_or_empty,
    "quarter_3": whole_number_or_empty,
    "quarter_4": whole_number_or_empty,
    "quarters_in": text,
    "benchmark_rank": text,
    "document": some_text,
    "paragraph": text,
    "note": text,
}

SOURCES: Mapping[str, Parser] = {
    "table": some_text,
    "holds": some_text,
    "source": some_text,
    "licence": some_text,
    "note": text,
}


@dataclass(frozen=True, slots=True)
class EditionTables:
    """The tables and texts of one edition: a table for each name of ``COLUMNS``, a text for each slug."""

    tables: dict[str, Table]
    texts: dict[str, str]

    def __getitem__(self, name: str) -> Table:
        """Return one table by its file's name."""
        return self.tables[name]

    @property
    def problems(self) -> list[Problem]:
        """Return every fault, in the order of the tables."""
        return [problem for table in self.tables.values() for problem in table.problems]


def editions_in(folder: Path) -> list[str]:
    """Return the folders that hold an edition, by year."""
    return sorted(path.parent.name for path in folder.glob("*/edition.csv"))


def read_edition(folder: Path, year: str) -> EditionTables:
    """Read the tables of one edition and check that they fit together."""
    tables = {
        name: read_table(folder, f"{year}/{name}", columns)
        for name, columns in EDITION_COLUMNS.items()
    }
    edition = EditionTables(tables, _texts(folder / year / NARRATIVE, tables["sections.csv"]))
    if not edition.problems:
        _check_together(edition)
        _check_year(edition["edition.csv"], year)
    return edition


def read_shared(folder: Path) -> dict[str, Table]:
    """Read the tables that belong to all editions: ``year_counts.csv`` and ``sources.csv``."""
    return {
        "year_counts.csv": read_table(folder, "year_counts.csv", YEAR_COUNTS),
        "sources.csv": read_table(folder, "sources.csv", SOURCES),
    }


def _texts(folder: Path, sections: Table) -> dict[str, str]:
    """Read each section's text, and blame the row of one that is missing or cannot be read."""
    texts = {}
    for row in sections.rows:
        name = f"{NARRATIVE}/{row['slug']}.md"
        try:
            texts[row["slug"]] = _narrative(folder / f"{row['slug']}.md")
        except OSError:
            sections.blame(row.line, "slug", f"its text, {name}, is missing or cannot be opened")
        except UnicodeDecodeError as error:
            sections.blame(row.line, "slug", f"{name} is not UTF-8 text at byte {error.start}")
        except ValueError as error:
            sections.blame(row.line, "slug", f"{name}{error}")
    return texts


def _narrative(path: Path) -> str:
    """Read a text without its byte order mark. Tabs and line ends are the only control characters."""
    text = path.read_text(encoding="utf-8-sig")
    match = re.search(r"[\0-\x08\x0b-\x1f\x7f-\x9f]", text)
    if match:
        what = "null character" if match[0] == NULL else f"control character {ord(match[0]):#04x}"
        line = text.count("\n", 0, match.start()) + 1
        raise ValueError(f", line {line}, holds a {what}: remove it")
    return text


def _check_together(edition: EditionTables) -> None:
    if len(edition["edition.csv"].rows) != 1:
        edition["edition.csv"].blame(2, "", "there must be exactly one row, the edition's own")
    for name, column in UNIQUE:
        check_unique(edition[name], column)
    for name, column, other, other_column in REFERENCES:
        allowed = {row[other_column] for row in edition[other].rows}
        check_known(edition[name], column, allowed, f"{other}, column “{other_column}”")
    _check_every_indicator_has_a_rule(edition)
    _check_every_rule_is_whole(edition["rules.csv"])
    _check_sections(edition)


UNIQUE = (
    ("outcomes.csv", "outcome"),
    ("dashboards.csv", "slug"),
    ("dashboards.csv", "dashboard"),
    ("indicators.csv", "number"),
    ("indicators.csv", "slug"),
    ("rules.csv", "indicator"),
    ("sections.csv", "slug"),
    ("sections.csv", "position"),
)
REFERENCES = (
    ("dashboards.csv", "outcome", "outcomes.csv", "outcome"),
    ("indicators.csv", "dashboard", "dashboards.csv", "slug"),
    ("rules.csv", "indicator", "indicators.csv", "slug"),
    ("strategic_plan.csv", "outcome", "outcomes.csv", "outcome"),
)


NEEDED: Mapping[Method, str] = {
    Method.TOLERANCE: "tolerance_in",
    Method.SURVEY: "sample",
    Method.NOT_COMPARABLE: "reason",
}


def _check_year(table: Table, year: str) -> None:
    for row in table.rows:
        if str(row["year"]) != year:
            what = f"“{row['year']}” is not the year of its folder, {year}"
            table.blame(row.line, "year", what)


def _check_every_rule_is_whole(table: Table) -> None:
    for row in table.rows:
        column = NEEDED.get(row["method"])
        if column and not row[column]:
            table.blame(row.line, column, f"a rule by {row['method'].value} needs one")


def _check_every_indicator_has_a_rule(edition: EditionTables) -> None:
    ruled = {row["indicator"] for row in edition["rules.csv"].rows}
    for row in edition["indicators.csv"].rows:
        if row["slug"] not in ruled:
            edition["indicators.csv"].blame(row.line, "slug", "has no row in rules.csv")


def _check_sections(edition: EditionTables) -> None:
    """Check that a section's outcome and sub-outcome are the plan's, where it has them."""
    plan = {(row["outcome"], row["sub_outcome"]) for row in edition["strategic_plan.csv"].rows}
    outcomes = {outcome for outcome, _ in plan}
    for row in edition["sections.csv"].rows:
        if row["slug"] in ADDED:
            what = f"“{row['slug']}” is a section that the product adds itself: take another name"
            edition["sections.csv"].blame(row.line, "slug", what)
        where = (row["outcome"], row["sub_outcome"])
        if row["sub_outcome"] and where not in plan:
            what = f"“{row['sub_outcome']}” is no sub-outcome of “{row['outcome']}”"
            edition["sections.csv"].blame(row.line, "sub_outcome", what)
        elif row["outcome"] and row["outcome"] not in outcomes:
            what = f"“{row['outcome']}” is no outcome of strategic_plan.csv"
            edition["sections.csv"].blame(row.line, "outcome", what)
