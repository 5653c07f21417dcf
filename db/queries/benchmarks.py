"""The indicators that councils are ranked on, with every council's values."""

import numpy as np
import pandas as pd
from sqlalchemy import select
from sqlalchemy.orm import Session

from db import models
from domain.comparison.benchmarks import BenchmarkIndicator, Benchmarks, benchmarks_of

VALUE_COLUMNS = ["indicator", "period", "area_code", "value", "lower", "upper"]


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


def values(session: Session) -> pd.DataFrame:
    """Return every value: indicator (its slug), period, area_code, value, lower, upper."""
    table = models.BenchmarkValue
    rows = session.execute(
        select(
            models.BenchmarkIndicator.slug,
            table.period,
            table.area_code,
            table.value,
            table.lower,
            table.upper,
        )
        .join(models.BenchmarkIndicator, models.BenchmarkIndicator.id == table.indicator_id)
        .order_by(table.indicator_id, table.period, table.area_code)
    )
    frame = pd.DataFrame.from_records(rows.all(), columns=VALUE_COLUMNS)
    return frame.astype({"value": np.float64, "lower": np.float64, "upper": np.float64})


def benchmarks(session: Session) -> Benchmarks:
    """Return all indicators and values, arranged for ranking."""
    return benchmarks_of(indicators(session), values(session))
