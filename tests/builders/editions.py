"""Folders of tables: a small valid edition, and methods that change it."""

import csv
import gzip
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Self

from sqlalchemy import select
from sqlalchemy.orm import Session

from db import models
from domain.editions.terms import Stage
from readers.comparison import comparison_tables
from readers.editions.edition_tables import EDITION_COLUMNS, NARRATIVE, SOURCES, YEAR_COUNTS
from readers.intake import process_table

REPOSITORY = Path(__file__).resolve().parents[2]
DATA = REPOSITORY / "data"

INDICATORS = (
    {
        "number": "1",
        "slug": "waste-recycled",
        "dashboard": "environment-waste",
        "indicator": "Waste recycled",
        "polarity": "high",
        "value": "45.1%",
        "previous": "43.0%",
        "target": "50%",
        "quartile": "2nd (2020/21)",
        "direction": "improved",
    },
    {
        "number": "2",
        "slug": "smoking",
        "dashboard": "public-health",
        "indicator": "Adults who smoke",
        "polarity": "low",
        "value": "13.0% (2021)",
        "previous": "12.5% (2020)",
        "target": "-",
        "quartile": "1st (Eng)",
        "direction": "no_change",
        "rating": "exceptional",
    },
)

TABLES: dict[str, list[dict[str, str]]] = {
    "2022/edition.csv": [
        {
            "year": "2022",
            "title": "Annual Delivery Report and Performance Compendium 2022",
            "data_year": "2021/22",
            "previous_data_year": "2020/21",
            "plan": "Strategic Plan 2022-26",
            "council_on": "2022-12-07",
        }
    ],
    "2022/outcomes.csv": [
        {"outcome": "Clean & Green", "kind": "outcome of the Strategic Plan"},
        {"outcome": "Safe & Well", "kind": "outcome of the Strategic Plan"},
    ],
    "2022/dashboards.csv": [
        {
            "slug": slug,
            "dashboard": name,
            "outcome": outcome,
            "comparator": "32 county councils and county unitaries",
            "note": "",
            "targets": "yes",
            "headline": "yes",
            "title_in_document": name,
        }
        for slug, name, outcome in (
            ("environment-waste", "Environment & Waste", "Clean & Green"),
            ("public-health", "Public Health", "Safe & Well"),
        )
    ],
    "2022/indicators.csv": [
        {
            "section": "",
            "strategic_plan": "yes",
            "rating": "",
            "period": "",
            "previous_period": "",
            "source": "",
            "commentary": "",
            **cells,
        }
        for cells in INDICATORS
    ],
    "2022/rules.csv": [
        {
            "indicator": slug,
            "method": method,
            "tolerance": tolerance,
            "tolerance_in": tolerance_in,
            "sample": sample,
            "reason": "",
        }
        for slug, method, tolerance, tolerance_in, sample in (
            ("waste-recycled", "tolerance", "0.5", "points", ""),
            ("smoking", "survey", "", "", "900"),
        )
    ],
    "2022/strategic_plan.csv": [
        {"outcome": "Clean & Green", "sub_outcome": "Waste is reused", "aim": "More is recycled"},
        {"outcome": "Safe & Well", "sub_outcome": "People are well", "aim": "Fewer smoke"},
    ],
    "2022/sections.csv": [
        {
            "slug": slug,
            "document": "delivery_report",
            "position": position,
            "title": title,
            "outcome": outcome,
            "sub_outcome": sub_outcome,
        }
        for slug, position, title, outcome, sub_outcome in (
            ("introduction", "1", "Introduction", "", ""),
            ("clean-green", "2", "Clean & Green", "Clean & Green", ""),
            ("waste-reused", "3", "Waste is reused", "Clean & Green", "Waste is reused"),
        )
    ],
    "year_counts.csv": [
        {
            "report_year": "2022",
            "data_year": "2021/22",
            "level": "overall",
            "group": "",
            "name": "",
            "total": "2",
            "improved": "1",
            "no_change": "1",
            "worsened": "0",
            "undetermined": "",
            "quarter_1": "1",
            "quarter_2": "1",
            "quarter_3": "",
            "quarter_4": "",
            "quarters_in": "indicators",
            "benchmark_rank": "",
            "document": "Report of the Cabinet",
            "paragraph": "para 13",
            "note": "",
        }
    ],
    "sources.csv": [
        {
            "table": "2022/edition.csv",
            "holds": "The edition",
            "source": "The council",
            "licence": "Open Government Licence v3.0",
            "note": "",
        }
    ],
}

PROCESS = [
    {"kind": kind, "key": key, "date": day, "body": body, "text": text}
    for kind, key, day, body, text in (
        ("meeting", "scrutiny", "2022-11-09", "Scrutiny Commission", "considered the draft"),
        ("meeting", "cabinet", "2022-11-25", "Cabinet", "considered it with the views"),
        ("meeting", "council", "2022-12-07", "County Council", "considered it for approval"),
        ("view", "1", "2022-11-09", "Scrutiny Commission", "Recycling does well."),
        ("request", "2", "2022-11-09", "Scrutiny Commission", "Say more about smoking."),
        ("answer", "2", "2022-11-09", "Officers", "The next edition will."),
        ("recommendation", "a", "2022-11-25", "Cabinet", "Note the progress."),
        ("recommendation", "b", "2022-11-25", "Cabinet", "Authorise the Chief Executive to amend."),
        ("motion", "1", "2022-12-07", "County Council", "That the edition be approved."),
        ("focus", "1", "2022-11-25", "Cabinet", "Recycle more."),
    )
]
"""The process table of a small edition: two comments, one answered, and a delegation."""

TEXTS = {
    "introduction": "What the council did.\n",
    "clean-green": "A clean county.\n",
    "waste-reused": "### Aims by 2026\n\n- More is recycled\n",
}
"""The narrative of each section."""


def published(session: Session) -> None:
    """Publish the loaded editions without the steps of the process."""
    for edition in session.scalars(select(models.Edition)):
        edition.stage, edition.published = Stage.PUBLISHED, "C"


def columns_of(table: str) -> list[str]:
    """Return the columns of a table, in their order."""
    shared = {"year_counts.csv": YEAR_COUNTS, "sources.csv": SOURCES}
    papers = {"process.csv": process_table.PROCESS_COLUMNS}
    return list(
        {**EDITION_COLUMNS, **comparison_tables.COMPARISON_COLUMNS, **shared, **papers}[
            Path(table).name
        ]
    )


def opened(path: Path, mode: str) -> IO[str]:
    """Open a table as text; one whose name ends in ``.gz`` is compressed."""
    if path.suffix == ".gz":
        return gzip.open(path, f"{mode}t", encoding="utf-8", newline="")
    return path.open(mode, encoding="utf-8", newline="")


@dataclass(frozen=True)
class Folder:
    """A folder of tables on disk; ``line`` is a line of the file, the heading being line 1."""

    path: Path

    def put(self, table: str, line: int, /, **cells: str) -> None:
        """Change cells of one row."""
        rows = self.rows(table)
        rows[line - 2].update(cells)
        self.write(table, rows)

    def repeat(self, table: str, line: int, /, **cells: str) -> None:
        """Add a copy of a row with other cells."""
        rows = self.rows(table)
        self.write(table, [*rows, {**rows[line - 2], **cells}])

    def drop(self, table: str, line: int) -> None:
        """Delete a row."""
        rows = self.rows(table)
        del rows[line - 2]
        self.write(table, rows)

    def rows(self, table: str) -> list[dict[str, str]]:
        """Return every row of a table."""
        with opened(self.path / table, "r") as file:
            return list(csv.DictReader(file))

    def write(self, table: str, rows: list[dict[str, str]]) -> None:
        """Write a whole table."""
        place = self.path / table
        place.parent.mkdir(parents=True, exist_ok=True)
        with opened(place, "w") as file:
            columns = columns_of(table)
            writer = csv.DictWriter(file, columns, lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows)

    def write_narrative(self, year: str, slug: str, text: str) -> None:
        """Write the narrative of one section."""
        place = self.path / year / NARRATIVE / f"{slug}.md"
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, encoding="utf-8")

    def with_papers(self, year: str = "2022") -> Self:
        """Add the process table, so that the edition is loaded with the record of its steps."""
        self.write(f"{year}/process.csv", PROCESS)
        return self

    def text(self, table: str) -> str:
        """Return a table as text."""
        return (self.path / table).read_text(encoding="utf-8")

    def replace(self, table: str, old: str, new: str) -> None:
        """Replace the first occurrence of a text in a table."""
        assert old in self.text(table)
        changed = self.text(table).replace(old, new, 1)
        (self.path / table).write_text(changed, encoding="utf-8")


def a_folder(path: Path) -> Folder:
    """Return a valid small edition of 2022 with two indicators and three sections."""
    folder = Folder(path)
    for table, rows in TABLES.items():
        folder.write(table, rows)
    for slug, text in TEXTS.items():
        folder.write_narrative("2022", slug, text)
    return folder
