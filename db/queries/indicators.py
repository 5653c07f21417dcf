"""The indicators of an edition, as objects of the domain."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.orm import Session, contains_eager

from db import models
from db.content_tables import TABLES
from db.queries.editions import dashboard_of
from domain.editions.kinds import INDICATOR
from domain.editions.terms import Stage
from domain.errors import NotFound
from domain.indicators import stored_values
from domain.indicators.direction_of_travel import Rule
from domain.indicators.fields import INDICATOR_FIELDS
from domain.indicators.indicator import Indicator


def of_edition(session: Session, year: int) -> list[Indicator]:
    """Return every indicator of an edition, by its printed number."""
    rows = session.scalars(_of_edition(year).order_by(models.Indicator.number))
    return _indicators(rows.all())


def of_dashboard(session: Session, year: int, slug: str) -> list[Indicator]:
    """Return the indicators of one dashboard, in printed order."""
    rows = session.scalars(
        _of_edition(year).where(models.Dashboard.slug == slug).order_by(models.Indicator.number)
    )
    return _indicators(rows.all())


def by_slug(session: Session, year: int, slug: str) -> Indicator:
    """Return one indicator of an edition. Raises ``NotFound``."""
    row = session.scalar(_of_edition(year).where(models.Indicator.slug == slug))
    if row is None:
        raise NotFound(f"The {year} edition has no indicator at this address.")
    return _indicators([row])[0]


def history(session: Session, slug: str) -> list[tuple[int, Indicator]]:
    """Return the same indicator in every published edition: year and indicator, oldest first."""
    years = session.scalars(
        select(models.Edition.year)
        .join(models.Edition.outcomes)
        .join(models.Outcome.dashboards)
        .join(models.Dashboard.indicators)
        .where(models.Indicator.slug == slug, models.Edition.stage == Stage.PUBLISHED)
        .order_by(models.Edition.year)
    )
    return [(year, by_slug(session, year, slug)) for year in years]


def _of_edition(year: int) -> Select[models.Indicator]:
    return (
        select(models.Indicator)
        .join(models.Indicator.dashboard)
        .join(models.Dashboard.outcome)
        .join(models.Outcome.edition)
        .where(models.Edition.year == year)
        .options(
            contains_eager(models.Indicator.dashboard).contains_eager(models.Dashboard.outcome)
        )
    )


def _indicators(rows: Sequence[models.Indicator]) -> list[Indicator]:
    dashboards = {
        row.dashboard_id: dashboard_of(row.dashboard, row.dashboard.outcome.name) for row in rows
    }
    return [
        stored_values.indicator_of(stored_values_of(row), dashboards[row.dashboard_id])
        for row in rows
    ]


def rule_of(row: models.Indicator) -> Rule:
    """Return an indicator's declared rule."""
    return stored_values.rule_of(stored_values_of(row))


def stored_values_of(row: models.Indicator) -> dict[str, Any]:
    """Return an indicator's stored values by the names of its fields."""
    return {field.name: TABLES[INDICATOR].value(row, field.name) for field in INDICATOR_FIELDS}
