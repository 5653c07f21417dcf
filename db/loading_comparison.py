"""Loading of the tables that councils are compared by: all of them, or none."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from sqlalchemy import delete, insert, select
from sqlalchemy.orm import Session

from db import models
from db.base import Base
from db.columns import packed
from db.loading import digest_of
from domain.comparison.benchmarks import Grid, grid_of
from readers.comparison.comparison_tables import FOLDER, ComparisonTables, read_comparison
from readers.tables import FaultyTables, Row

Rows = Iterable[Mapping[str, Any]]
NEWEST_FIRST: tuple[type[Base], ...] = (
    models.BenchmarkIndicator,
    models.Deprivation,
    models.Spending,
    models.Service,
    models.CoreSpendingPower,
    models.Population,
    models.GroupMember,
    models.ComparatorGroup,
    models.AreaChange,
    models.Area,
    models.ComparisonRelease,
)
"""Every table of the comparison; a table comes before those that it refers to."""


def load_comparison(session: Session, folder: Path) -> str:
    """Replace the loaded comparison by ``folder/comparison``, and return a sentence about it.

    Raises ``FaultyTables`` before anything is written when a table is wrong. Loading the same
    files again changes nothing.
    """
    digest = digest_of(folder / FOLDER)
    if session.scalar(select(models.ComparisonRelease.digest)) == digest:
        return "The tables that compare councils are loaded already."
    read = read_comparison(folder)
    if read.problems:
        raise FaultyTables(read.problems)
    for model in NEWEST_FIRST:
        session.execute(delete(model))
    session.add(models.ComparisonRelease(digest=digest, figures=packed(_grid(read))))
    _load_areas(session, read)
    _load_funding(session, read)
    return _load_benchmarks(session, read)


def _load_areas(session: Session, read: ComparisonTables) -> None:
    _insert(session, models.Area, (_area(row) for row in read["areas.csv"].rows))
    _insert(session, models.AreaChange, (row.cells for row in read["area_changes.csv"].rows))
    _insert(session, models.ComparatorGroup, (_group(row) for row in read["groups.csv"].rows))
    _insert(session, models.GroupMember, (_member(row) for row in read["group_members.csv"].rows))
    _insert(session, models.Population, (_people(row) for row in read["population.csv"].rows))


def _load_funding(session: Session, read: ComparisonTables) -> None:
    power = read["core_spending_power.csv"].rows
    services = read["services.csv"].rows
    _insert(session, models.CoreSpendingPower, (row.cells for row in power))
    _insert(session, models.Service, (_service(row) for row in services))
    _insert(session, models.Spending, (row.cells for row in read["spending.csv.gz"].rows))
    _insert(session, models.Deprivation, (row.cells for row in read["deprivation.csv"].rows))


def _load_benchmarks(session: Session, read: ComparisonTables) -> str:
    indicators = read["benchmark_indicators.csv"].rows
    _insert(session, models.BenchmarkIndicator, (row.cells for row in indicators))
    values = len(read["benchmark_values.csv.gz"].rows)
    return (
        f"Loaded {values:,} values of {len(indicators)} benchmark indicators, and what councils "
        "have and spend."
    )


def _grid(read: ComparisonTables) -> Grid:
    """Return the values as columns: by indicator in the order of their table, then by period."""
    order = {
        row["slug"]: number for number, row in enumerate(read["benchmark_indicators.csv"].rows)
    }
    rows = read["benchmark_values.csv.gz"].rows
    cells = [
        tuple(row[name] for name in VALUE_COLUMNS)
        for row in sorted(rows, key=lambda row: (order[row["indicator"]], row["period"]))
    ]
    return grid_of(cells)


VALUE_COLUMNS = ("indicator", "period", "area_code", "value", "lower", "upper")


def _insert(session: Session, model: type[Base], rows: Rows) -> None:
    records = [dict(row) for row in rows]
    if records:
        session.execute(insert(model), records)


def _area(row: Row) -> dict[str, Any]:
    renamed = {"area_code": "code", "class": "area_class"}
    cells = {renamed.get(name, name): cell for name, cell in row.cells.items()}
    return {"position": row.line, **cells}


def _group(row: Row) -> dict[str, Any]:
    return {
        "slug": row["group"],
        "position": row.line,
        "name": row["name"],
        "as_of": row["as_of"],
        "basis": row["basis"],
    }


def _member(row: Row) -> dict[str, Any]:
    return {"group_slug": row["group"], "area_code": row["area_code"]}


def _people(row: Row) -> dict[str, Any]:
    return {
        "area_code": row["area_code"],
        "year": row["year"],
        "edition": row["edition"],
        "people": row["population"],
    }


def _service(row: Row) -> dict[str, Any]:
    return {
        "slug": row["service"],
        "position": row.line,
        "name": row["name"],
        "indicator": row["indicator"],
        "themes": row["themes"],
    }
