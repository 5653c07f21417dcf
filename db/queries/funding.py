"""Queries on core spending power, spending and deprivation."""

from collections.abc import Sequence

import pandas as pd
from sqlalchemy import and_, select
from sqlalchemy.orm import Session

from db import models
from domain.comparison.terms import Theme
from domain.errors import NotFound
from domain.funding.core_spending_power import BASES, Service
from domain.funding.spending import POPULATION_OF


def core_spending_power(session: Session, year: str, base: int) -> pd.DataFrame:
    """Return core spending power of every area in a year, with the residents of mid ``base``.

    Columns: area_code, name, class, region, pounds, comparable, holds, reason, people. The
    estimate of residents is the first edition, as the settlement of the time used it. Raises
    ``NotFound`` for a year or a base without figures.
    """
    power, people = models.CoreSpendingPower, models.Population
    if base not in BASES:
        raise NotFound(f"There is no population base of mid-{base}.")
    rows = session.execute(
        select(
            models.Area.code,
            models.Area.name,
            models.Area.area_class,
            models.Area.region,
            power.pounds,
            power.comparable,
            power.holds,
            power.reason,
            people.people,
        )
        .join(power, power.area_code == models.Area.code)
        .join(
            people,
            and_(
                people.area_code == models.Area.code,
                people.year == base,
                people.edition == "original",
            ),
        )
        .where(power.year == year)
        .order_by(models.Area.position)
    ).all()
    if not rows:
        raise NotFound(
            f"There is no core spending power of {year}. There are: {', '.join(years(session))}."
        )
    columns = [
        "area_code", "name", "class", "region", "pounds", "comparable", "holds", "reason", "people",
    ]  # fmt: skip
    frame = pd.DataFrame.from_records(rows, columns=columns)
    return frame.astype({"pounds": float, "people": float})


def years(session: Session) -> Sequence[str]:
    """Return the years that core spending power is held for, newest first."""
    year = models.CoreSpendingPower.year
    return session.scalars(select(year).distinct().order_by(year.desc())).all()


def services(session: Session) -> list[Service]:
    """Return the services that councils account for, in the dashboard's order."""
    rows = session.scalars(select(models.Service).order_by(models.Service.position))
    return [
        Service(row.slug, row.name, row.indicator or "", tuple(map(Theme, row.themes.split())))
        for row in rows
    ]


def spending(session: Session) -> pd.DataFrame:
    """Return net current expenditure: area_code, year, basis, service, pounds, people, per_head.

    ``people`` is the revised estimate of ``domain.funding.spending.POPULATION_OF`` the year; a return
    that was not made has no row.
    """
    spent, people = models.Spending, models.Population
    residents = {
        (code, year): number
        for code, year, number in session.execute(
            select(people.area_code, people.year, people.people).where(people.edition == "revised")
        )
    }
    rows = session.execute(
        select(spent.area_code, spent.year, spent.basis, spent.service, spent.pounds).order_by(
            spent.year, spent.basis, spent.service, spent.area_code
        )
    )
    frame = pd.DataFrame.from_records(
        [(*row, residents[row.area_code, POPULATION_OF[row.year]]) for row in rows],
        columns=["area_code", "year", "basis", "service", "pounds", "people"],
    )
    return frame.assign(per_head=frame["pounds"] / frame["people"])


def deprivation(session: Session) -> pd.DataFrame:
    """Return the Indices of Deprivation 2019: area_code, average_score (more is worse)."""
    rows = session.execute(
        select(models.Deprivation.area_code, models.Deprivation.average_score).order_by(
            models.Deprivation.area_code
        )
    )
    return pd.DataFrame.from_records(rows.all(), columns=["area_code", "average_score"])
