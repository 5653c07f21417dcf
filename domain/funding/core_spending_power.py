"""The funding league table, an area's gain at another's rate, and a floor under all areas."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from domain.comparison.ranking import rank_column
from domain.comparison.terms import Theme
from domain.funding.terms import Comparable

BASES = (2019, 2020)
"""Mid-years whose first estimate of residents core spending power may be divided by."""


@dataclass(frozen=True, slots=True)
class Service:
    """A service of the accounts, the dashboard's indicator that shows it, and its themes."""

    slug: str
    name: str
    indicator: str
    themes: tuple[Theme, ...]


def league(power: pd.DataFrame, *, council_code: str, members: Sequence[str]) -> pd.DataFrame:
    """Rank areas by core spending power per head, the highest first, ties sharing the better rank.

    ``power`` has area_code, name, class, pounds, comparable and people, of every area. The table
    has the rows of the members, and of the council if it is no member, with per_head (pounds),
    ``rank`` among the members, ``rank_of_all`` among all areas, ``class_rank`` among those of the
    same class (Int64, empty for an area that does not compare) and ``difference`` from the council
    in pounds per head. It is sorted by per_head, then name; areas that do not compare come last.
    """
    compares = (power["comparable"] != Comparable.NO) & power["pounds"].notna()
    per_head = power["pounds"] / power["people"]
    comparable_rate = per_head.where(compares)
    inside = power["area_code"].isin(members)
    ranked = power.assign(
        per_head=per_head,
        rank=rank_column(comparable_rate.where(inside), 1),
        rank_of_all=rank_column(comparable_rate, 1),
        class_rank=comparable_rate.groupby(power["class"])
        .transform(rank_column, 1)
        .astype("Int64"),
        difference=(per_head - rate_of(power, council_code)).where(compares),
    )[inside | (power["area_code"] == council_code)]
    order = ["rank_of_all", "name"]
    return ranked.sort_values(order, na_position="last").reset_index(drop=True)


def rate_of(power: pd.DataFrame, code: str) -> float:
    """Return an area's pounds per head, NaN where it has no figure that compares."""
    row = power[(power["area_code"] == code) & (power["comparable"] != Comparable.NO)]
    return float((row["pounds"] / row["people"]).iloc[0]) if len(row) else float("nan")


@dataclass(frozen=True, slots=True)
class BetterOff:
    """The gain of the council at another's rate: difference per head x its residents."""

    other_per_head: float
    council_per_head: float
    people: int

    @property
    def pounds(self) -> float:
        """Return the pounds, below zero where the other area has less per head."""
        return (self.other_per_head - self.council_per_head) * self.people


def better_off(table: pd.DataFrame, *, council_code: str, other: str) -> BetterOff | None:
    """Return the council's gain at the other's rate, None where either has no rate."""
    other_per_head, council_per_head = rate_of(table, other), rate_of(table, council_code)
    if np.isnan(other_per_head) or np.isnan(council_per_head):
        return None
    people = int(table.loc[table["area_code"] == council_code, "people"].iloc[0])
    return BetterOff(other_per_head, council_per_head, people)


@dataclass(frozen=True, eq=False)
class Floor:
    """A floor under core spending power per head.

    ``rows`` are the comparable areas with ``gain`` (pounds) and ``after`` (pounds per head).
    """

    per_head: float
    rows: pd.DataFrame

    @property
    def gaining(self) -> pd.DataFrame:
        """Return the areas below the floor, the largest gain per head first."""
        below = self.rows[self.rows["gain"] > 0]
        return below.sort_values(["per_head", "name"])

    @property
    def cost(self) -> float:
        """Return what it costs in all, in pounds."""
        return float(self.rows["gain"].sum())

    @property
    def gap_before(self) -> float:
        """Return the highest per head less the lowest, before."""
        return float(self.rows["per_head"].max() - self.rows["per_head"].min())

    @property
    def gap_after(self) -> float:
        """Return the same, after."""
        return float(self.rows["after"].max() - self.rows["after"].min())


def floor(table: pd.DataFrame, per_head: float) -> Floor:
    """Lift every comparable area of a league table to this many pounds per head."""
    rows = table[table["rank"].notna()]
    lifted = rows["per_head"].clip(lower=per_head)
    return Floor(
        per_head,
        rows.assign(after=lifted, gain=(lifted - rows["per_head"]) * rows["people"]),
    )


def percentile_of(table: pd.DataFrame, percentile: float) -> float:
    """Return the pounds per head that this per cent of comparable areas fall below.

    Between two areas it lies on the straight line, as PERCENTILE.INC of a spreadsheet does.
    """
    return float(table.loc[table["rank"].notna(), "per_head"].quantile(percentile / 100))
