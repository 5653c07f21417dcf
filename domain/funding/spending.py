"""Spending per head by service in a group, by the council's method or outturn against outturn."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

import pandas as pd

from domain.comparison.ranking import quartiles, ranks
from domain.comparison.terms import Theme
from domain.funding.core_spending_power import Service
from domain.funding.terms import Basis

POPULATION_OF = {"2021/22": 2021, "2022/23": 2022, "2023/24": 2023, "2024/25": 2023}
"""The mid-year whose revised estimate divides each year's spending; 2024 is not loaded."""
YEAR = "2021/22"


class SpendingMethod(StrEnum):
    """The figures that are compared.

    ``COUNCIL`` is the Compendium's method: the council's outturn against the others' budgets.
    """

    COUNCIL = "council"
    OUTTURN = "outturn"
    BUDGET = "budget"


@dataclass(frozen=True, eq=False)
class ServicePosition:
    """Spending per head on a service: rank 1 and the 1st quartile spend the most.

    ``rows`` has area_code, basis, pounds, people, per_head, rank and quartile, the highest first;
    ``missing`` are the members without a return.
    """

    service: str
    rows: pd.DataFrame
    missing: tuple[str, ...]

    @property
    def n(self) -> int:
        """Return how many areas are compared."""
        return len(self.rows)

    def of(self, code: str) -> pd.Series | None:
        """Return one area's row, if it has one."""
        matches = self.rows[self.rows["area_code"] == code]
        return matches.iloc[0] if len(matches) else None


def service_position(
    spending: pd.DataFrame,
    service: str,
    *,
    year: str,
    members: Sequence[str],
    council_code: str,
    method: SpendingMethod,
) -> ServicePosition:
    """Rank members by what they spend on a service per head.

    ``spending`` has area_code, year, basis, service, pounds, people, per_head.
    """
    rows = spending[
        (spending["year"] == year)
        & (spending["service"] == service)
        & spending["area_code"].isin(members)
    ]
    rows = rows[rows["basis"] == _basis_of(rows["area_code"], council_code, method)]
    ranked = ranks(rows["per_head"].to_numpy(dtype=float), 1)
    table = rows.assign(rank=ranked.astype(int), quartile=quartiles(ranked).astype(int))
    present = set(table["area_code"])
    return ServicePosition(
        service,
        table.sort_values(["rank", "area_code"]).reset_index(drop=True),
        tuple(code for code in members if code not in present),
    )


def service_of(services: Sequence[Service], theme: Theme) -> Service:
    """Return the service whose spending a theme's performance is compared with."""
    return next(service for service in services if theme in service.themes)


def outturn_per_head(spending: pd.DataFrame, service: str, *, year: str = YEAR) -> pd.Series:
    """Return what each area spent per head on a service, by area code."""
    rows = spending[
        (spending["year"] == year)
        & (spending["service"] == service)
        & (spending["basis"] == Basis.OUTTURN)
    ]
    return rows.set_index("area_code")["per_head"]


def _basis_of(codes: pd.Series, council_code: str, method: SpendingMethod) -> pd.Series:
    if method is not SpendingMethod.COUNCIL:
        return pd.Series(Basis(method.value), index=codes.index)
    return codes.map(lambda code: Basis.OUTTURN if code == council_code else Basis.BUDGET)
