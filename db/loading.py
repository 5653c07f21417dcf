"""Loading of editions from files: all rows of all tables, or none."""

import hashlib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from db.content_tables import column_values
from db.models import (
    Aim,
    Dashboard,
    Edition,
    Indicator,
    Outcome,
    Revision,
    Section,
    SignOff,
    Source,
    YearCount,
)
from domain.editions.kinds import INDICATOR
from domain.editions.sections import RECOMMENDATIONS
from domain.editions.terms import Document, Stage
from domain.errors import Unreadable
from domain.indicators.fields import FILE_COLUMNS
from domain.indicators.notation import Printed, PrintedQuartile
from readers.editions.edition_tables import EditionTables, editions_in, read_edition, read_shared
from readers.tables import FaultyTables, Row, Table


def load_folder(session: Session, folder: Path) -> list[str]:
    """Load every edition of ``folder`` and the tables they share.

    Returns one sentence for each edition. Raises ``FaultyTables`` before anything is
    written when a table is wrong. Loading the same files again changes nothing.
    """
    years = editions_in(folder)
    if not years:
        raise Unreadable(
            f"There is no edition in {folder}: a folder named by its year must hold edition.csv."
        )
    editions = {year: read_edition(folder, year) for year in years}
    shared = read_shared(folder)
    problems = [fault for edition in editions.values() for fault in edition.problems]
    problems += [fault for table in shared.values() for fault in table.problems]
    if problems:
        raise FaultyTables(problems)
    _replace(session, YearCount, shared["year_counts.csv"])
    _replace(session, Source, shared["sources.csv"])
    digests = {year: digest_of(folder / year) for year in years}
    return [_load_edition(session, editions[year], digests[year]) for year in years]


def _replace(session: Session, model: type[YearCount | Source], table: Table) -> None:
    session.execute(delete(model))
    session.add_all(model(position=row.line, **row.cells) for row in table.rows)


def _load_edition(session: Session, tables: EditionTables, digest: str) -> str:
    about = tables["edition.csv"].rows[0].cells
    loaded = session.scalar(select(Edition).where(Edition.year == about["year"]))
    if loaded is not None and loaded.digest == digest:
        return f"The {loaded.year} edition is loaded already."
    if loaded is not None:
        _check_untouched(session, loaded)
        session.delete(loaded)
        session.flush()
    outcomes = _outcomes(tables)
    session.add(Edition(**about, digest=digest, outcomes=outcomes, sections=_sections(tables)))
    session.flush()
    indicators = len(tables["indicators.csv"].rows)
    dashboards = len(tables["dashboards.csv"].rows)
    verb = "Loaded" if loaded is None else "Replaced"
    return f"{verb} the {about['year']} edition: {indicators} indicators, {dashboards} dashboards."


def _check_untouched(session: Session, edition: Edition) -> None:
    """Check that nobody has worked on the edition here. Raises an error if somebody has."""
    worked_on = session.scalar(
        select(Revision.id).where(Revision.edition_id == edition.id, Revision.number > 1).limit(1)
    )
    signed = session.scalar(select(SignOff.id).where(SignOff.edition_id == edition.id).limit(1))
    if edition.stage is not Stage.DRAFTING or worked_on or signed:
        raise Unreadable(
            f"The {edition.year} edition was worked on in this database (it is in "
            f"{edition.stage.value}), and its files have changed since. Its text and figures now "
            "change only by the steps of the workflow; take its folder out to load the rest. "
            "Nothing was loaded."
        )


def digest_of(folder: Path) -> str:
    """Return the SHA-256 of a folder's tables and texts, names and bytes."""
    whole = hashlib.sha256()
    tables = [path for kind in ("*.csv", "*.csv.gz", "*/*.md") for path in folder.glob(kind)]
    for path in sorted(tables):
        whole.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return whole.hexdigest()


def _sections(tables: EditionTables) -> list[Section]:
    """Return the sections of the files, and the one for the recommendations to the Cabinet."""
    recommending = Section(
        slug=RECOMMENDATIONS,
        document=Document.CABINET_REPORT,
        position=max((row["position"] for row in tables["sections.csv"].rows), default=0) + 1,
        title="Recommendations to the Cabinet",
        outcome="",
        sub_outcome="",
        body="",
    )
    return [
        *(
            Section(**row.cells, body=tables.texts[row["slug"]])
            for row in tables["sections.csv"].rows
        ),
        recommending,
    ]


def _outcomes(tables: EditionTables) -> list[Outcome]:
    return [
        Outcome(
            position=position,
            name=row["outcome"],
            kind=row["kind"],
            dashboards=_dashboards(tables, row["outcome"]),
            aims=_aims(tables, row["outcome"]),
        )
        for position, row in enumerate(tables["outcomes.csv"].rows)
    ]


def _aims(tables: EditionTables, outcome: str) -> list[Aim]:
    rows = _of(tables["strategic_plan.csv"], "outcome", outcome)
    return [
        Aim(position=position, sub_outcome=row["sub_outcome"], text=row["aim"])
        for position, row in enumerate(rows)
    ]


def _dashboards(tables: EditionTables, outcome: str) -> list[Dashboard]:
    return [
        Dashboard(
            position=row.line,
            slug=row["slug"],
            name=row["dashboard"],
            comparator=row["comparator"],
            note=row["note"],
            has_targets=row["targets"],
            in_headline=row["headline"],
            indicators=_indicators(tables, row["slug"]),
        )
        for row in _of(tables["dashboards.csv"], "outcome", outcome)
    ]


def _indicators(tables: EditionTables, dashboard: str) -> list[Indicator]:
    rules = {row["indicator"]: row for row in tables["rules.csv"].rows}
    edition = tables["edition.csv"].rows[0]
    return [
        _indicator(row, rules[row["slug"]], edition)
        for row in _of(tables["indicators.csv"], "dashboard", dashboard)
    ]


def _indicator(row: Row, rule: Row, edition: Row) -> Indicator:
    period, previous_period = _periods(row, edition)
    values = {field.name: _text(row[name]) for name, field in FILE_COLUMNS}
    values |= {"period": period, "previous_period": previous_period, **_rule(rule)}
    return Indicator(**column_values(INDICATOR, values))


def _text(cell: Any) -> Any:
    """Return a printed figure as its text, any other cell as it was read."""
    return cell.text if isinstance(cell, Printed | PrintedQuartile) else cell


def _periods(row: Row, edition: Row) -> tuple[str, str]:
    """Return the real periods: stated, else printed, else the column's year.

    Where only the current period is stated, the one before is unknown.
    """
    now = row["period"] or row["value"].period
    before = row["previous_period"] or row["previous"].period
    if now or before:
        return now or edition["data_year"], before
    return edition["data_year"], edition["previous_data_year"]


def _rule(row: Row) -> dict[str, Any]:
    return {
        "rule.method": row["method"],
        "rule.tolerance": str(row["tolerance"]),
        "rule.tolerance_in": row["tolerance_in"],
        "rule.sample": row["sample"] or 0,
        "rule.reason": row["reason"],
    }


def _of(table: Table, column: str, value: str) -> Iterable[Row]:
    return (row for row in table.rows if row[column] == value)
