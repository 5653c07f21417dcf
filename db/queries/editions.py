"""Editions, their outcomes and dashboards, the plan's aims, the counts since 2018, sources."""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from db import models
from domain.editions.terms import Stage
from domain.errors import NotFound
from domain.indicators.indicator import Dashboard
from domain.indicators.year_counts import YearCount


@dataclass(frozen=True, slots=True)
class EditionFacts:
    """An edition's own facts. ``outcomes`` are name and kind, in printed order."""

    year: int
    title: str
    data_year: str
    previous_data_year: str
    plan: str
    council_on: date
    digest: str


@dataclass(frozen=True, slots=True)
class OutcomeFacts:
    """An outcome with its dashboards in printed order and its aims by sub-outcome."""

    name: str
    kind: str
    dashboards: tuple[Dashboard, ...]
    aims: tuple[tuple[str, str], ...]


def latest(session: Session) -> EditionFacts:
    """Return the newest published edition. Raises ``NotFound`` where there is none."""
    edition = session.scalar(
        select(models.Edition)
        .where(models.Edition.stage == Stage.PUBLISHED)
        .order_by(models.Edition.year.desc())
        .limit(1)
    )
    if edition is None:
        raise NotFound(
            "No edition is published yet. The newest one appears here when the County Council has "
            "approved it."
        )
    return _edition(edition)


def by_year(session: Session, year: int) -> EditionFacts:
    """Return the edition of a year. Raises ``NotFound``."""
    edition = session.scalar(select(models.Edition).where(models.Edition.year == year))
    if edition is None:
        raise NotFound(f"There is no edition of {year}.")
    return _edition(edition)


def outcomes(session: Session, year: int) -> list[OutcomeFacts]:
    """Return the outcomes of an edition with their dashboards and aims."""
    rows = session.scalars(
        select(models.Outcome)
        .join(models.Outcome.edition)
        .where(models.Edition.year == year)
        .options(joinedload(models.Outcome.dashboards), joinedload(models.Outcome.aims))
        .order_by(models.Outcome.position)
    ).unique()
    return [
        OutcomeFacts(
            row.name,
            row.kind,
            tuple(dashboard_of(dashboard, row.name) for dashboard in row.dashboards),
            tuple((aim.sub_outcome, aim.text) for aim in row.aims),
        )
        for row in rows
    ]


def dashboards(session: Session, year: int) -> list[Dashboard]:
    """Return every dashboard of an edition, in printed order."""
    return [dashboard for outcome in outcomes(session, year) for dashboard in outcome.dashboards]


def dashboard_of(row: models.Dashboard, outcome: str) -> Dashboard:
    """Return a row as the domain's dashboard."""
    return Dashboard(
        slug=row.slug,
        name=row.name,
        outcome=outcome,
        comparator=row.comparator,
        comparator_note=row.note,
        has_targets=row.has_targets,
        counted_in_headline=row.in_headline,
    )


def year_counts(session: Session, level: str) -> list[YearCount]:
    """Return the counts in each year's papers: ``overall``, ``outcome`` or ``dashboard``."""
    rows = session.scalars(
        select(models.YearCount)
        .where(models.YearCount.level == level)
        .order_by(models.YearCount.position)
    )
    return [YearCount(**{name: getattr(row, name) for name in YEAR_COUNT}) for row in rows]


YEAR_COUNT = tuple(field.name for field in fields(YearCount))


def sources(session: Session) -> Sequence[models.Source]:
    """Return every table's source and licence."""
    return session.scalars(select(models.Source).order_by(models.Source.position)).all()


def _edition(row: models.Edition) -> EditionFacts:
    return EditionFacts(
        year=row.year,
        title=row.title,
        data_year=row.data_year,
        previous_data_year=row.previous_data_year,
        plan=row.plan,
        council_on=row.council_on,
        digest=row.digest,
    )
