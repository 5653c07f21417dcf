"""A council's spending per head on each service beside its group, by two methods."""

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from domain.comparison.ranking import LOWEST_QUARTILE
from domain.funding.core_spending_power import Service
from domain.funding.spending import (
    POPULATION_OF,
    YEAR,
    ServicePosition,
    SpendingMethod,
    service_position,
)
from domain.funding.terms import Basis

YEARS = (YEAR, *(year for year in POPULATION_OF if year != YEAR))
MIDDLE = 100


@dataclass(frozen=True, slots=True)
class Quarter:
    """A quarter among ``n``; the 1st spends the most."""

    quartile: int
    n: int


@dataclass(frozen=True, slots=True)
class ServiceRow:
    """One service: the council beside the group's middle, lowest and highest, in pounds per head.

    ``rank`` is None where the council is not in the group, its pounds where it made no return.
    ``council`` is the quarter by the council's method, ``alike`` by outturn against outturn.
    """

    service: Service
    council_per_head: float | None
    median: float
    low: float
    high: float
    rank: int | None
    n: int
    quarter: Quarter | None
    council: Quarter | None
    alike: Quarter | None

    def of_middle(self, pounds: float | None) -> float | None:
        """Return pounds as a share of the group's middle (100); None if the middle is not above 0."""
        if pounds is None or self.median <= 0:
            return None
        return round(MIDDLE * pounds / self.median, 1)


@dataclass(frozen=True, eq=False)
class ServiceTable:
    """Every service of the dashboard, and the members without a return, by method."""

    year: str
    method: SpendingMethod
    rows: tuple[ServiceRow, ...]
    missing: tuple[str, ...]
    missing_by_council: tuple[str, ...]

    @property
    def both(self) -> bool:
        """Return whether both methods can be shown: budgets are held for one year."""
        return self.year == YEAR

    @property
    def lowest_quarter(self) -> list[ServiceRow]:
        """Return the services on which the council is in the quarter that spends least."""
        return [row for row in self.rows if row.quarter and row.quarter.quartile == LOWEST_QUARTILE]


def service_table(
    spending: pd.DataFrame,
    services: Sequence[Service],
    *,
    year: str,
    members: Sequence[str],
    council_code: str,
    method: SpendingMethod,
) -> ServiceTable:
    """Return the table of the services that have an indicator in the dashboard.

    In years without budgets all figures are outturn, whatever the ``method``.
    """
    shown = method if year == YEAR else SpendingMethod.OUTTURN
    methods = tuple(SpendingMethod) if year == YEAR else (shown,)
    rows = spending[
        (spending["year"] == year) & spending["area_code"].isin([*members, council_code])
    ]
    by_service = {
        service: {
            method: service_position(
                rows,
                service.slug,
                year=year,
                members=members,
                council_code=council_code,
                method=method,
            )
            for method in methods
        }
        for service in services
        if service.indicator
    }
    first = next(iter(by_service.values()))
    return ServiceTable(
        year,
        shown,
        tuple(
            _row(
                service,
                _own(rows, service.slug, council_code, shown),
                council_code,
                shown,
                by_method,
            )
            for service, by_method in by_service.items()
        ),
        first[shown].missing,
        first.get(SpendingMethod.COUNCIL, first[shown]).missing,
    )


def _row(
    service: Service,
    council_per_head: float | None,
    council_code: str,
    shown: SpendingMethod,
    by_method: dict[SpendingMethod, ServicePosition],
) -> ServiceRow:
    position = by_method[shown]
    per_head, row = position.rows["per_head"], position.of(council_code)
    return ServiceRow(
        service=service,
        council_per_head=council_per_head,
        median=float(per_head.median()),
        low=float(per_head.min()),
        high=float(per_head.max()),
        rank=None if row is None else int(row["rank"]),
        n=position.n,
        quarter=_quarter(position, council_code),
        council=_quarter(by_method.get(SpendingMethod.COUNCIL), council_code),
        alike=_quarter(by_method.get(SpendingMethod.OUTTURN), council_code),
    )


def _quarter(position: ServicePosition | None, council_code: str) -> Quarter | None:
    row = position.of(council_code) if position else None
    return None if row is None or position is None else Quarter(int(row["quartile"]), position.n)


def _own(
    spending: pd.DataFrame, service: str, council_code: str, method: SpendingMethod
) -> float | None:
    basis = Basis.BUDGET if method is SpendingMethod.BUDGET else Basis.OUTTURN
    rows = spending[
        (spending["area_code"] == council_code)
        & (spending["service"] == service)
        & (spending["basis"] == basis)
    ]
    return float(rows["per_head"].iloc[0]) if len(rows) else None
