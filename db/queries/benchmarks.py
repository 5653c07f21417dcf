"""The indicators that councils are ranked on, with every council's values."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from db import models
from db.columns import unpacked
from db.queries.areas import NOTHING_LOADED
from domain.comparison.benchmarks import BenchmarkIndicator, Benchmarks, benchmarks_of
from domain.errors import NotFound


def indicators(session: Session) -> list[BenchmarkIndicator]:
    """Return every benchmark indicator, in the tables' order."""
    rows = session.scalars(select(models.BenchmarkIndicator).order_by(models.BenchmarkIndicator.id))
    return [
        BenchmarkIndicator(
            slug=row.slug,
            name=row.name,
            theme=row.theme,
            subject=row.subject,
            county_function=row.county_function,
            polarity=row.polarity,
            unit=row.unit,
            primary=row.primary,
            publisher=row.publisher,
            source=row.source,
            snapshot_period=row.snapshot_period,
            note=row.note,
        )
        for row in rows
    ]


def benchmarks(session: Session) -> Benchmarks:
    """Return all indicators with every council's values. Raises ``NotFound`` without any."""
    figures = session.scalar(select(models.ComparisonRelease.figures))
    if figures is None:
        raise NotFound(NOTHING_LOADED)
    return benchmarks_of(indicators(session), unpacked(figures))
