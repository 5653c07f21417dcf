"""The funding league table as a page shows it: each area's ranks and the council's."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median
from typing import Any

import pandas as pd

from domain.comparison.areas import Area, ComparatorGroup
from domain.comparison.terms import AreaClass
from domain.funding.core_spending_power import BetterOff, better_off, league
from domain.funding.terms import Comparable

THIRDS = 3
EACH_SIDE = 3
FAR = 1.6
"""A column is cut where it is more than this many times the middle one."""


@dataclass(frozen=True, slots=True)
class FundedArea:
    """One area's core spending power per head and its places.

    ``rank`` and ``third`` (1 is the highest) are among the group, ``rank_of_all`` and
    ``rank_of_class`` among all areas that compare. ``per_head`` may be known of an area that does
    not compare; its places, difference and better-off are then empty.
    """

    code: str
    name: str
    area_class: AreaClass
    comparable: Comparable
    reason: str
    people: int
    per_head: float | None
    rank: int | None
    rank_of_all: int | None
    rank_of_class: int | None
    third: int | None
    difference: float | None
    better_off: float | None

    @property
    def compares(self) -> bool:
        """Return whether its figure can be compared with the others."""
        return self.rank_of_all is not None


@dataclass(frozen=True, eq=False)
class LeagueTable:
    """The areas of a group in order, with the council also where it is not a member.

    ``frame`` is the result of ``domain.funding.core_spending_power.league``; ``without`` are the
    members that are missing from the settlement of the year.
    """

    year: str
    base: int
    group: ComparatorGroup
    areas: tuple[FundedArea, ...]
    council: FundedArea
    without: tuple[str, ...]
    class_sizes: dict[str, int]
    n_of_all: int
    frame: pd.DataFrame

    @property
    def ranked(self) -> list[FundedArea]:
        """Return the comparable areas, the highest first, the council always among them."""
        return [area for area in self.areas if area.compares]

    @property
    def apart(self) -> list[FundedArea]:
        """Return the areas that do not compare."""
        return [area for area in self.areas if not area.compares]

    @property
    def n(self) -> int:
        """Return how many areas of the group are ranked."""
        return sum(1 for area in self.areas if area.rank is not None)

    @property
    def rates(self) -> list[float]:
        """Return the pounds per head of the ranked members, the highest first."""
        return [area.per_head or 0 for area in self.areas if area.rank is not None]

    @property
    def middle(self) -> float:
        """Return the median of the ranked members."""
        return float(median(self.rates))

    @property
    def reach(self) -> float:
        """Return how far columns and bars are drawn: an area far beyond the middle is cut there."""
        return min(max(area.per_head or 0 for area in self.ranked), FAR * self.middle)

    @property
    def beyond(self) -> list[FundedArea]:
        """Return the areas whose column is cut."""
        return [area for area in self.ranked if (area.per_head or 0) > self.reach]

    @property
    def in_group(self) -> bool:
        """Return whether the council is of the group."""
        return self.council.code in self.group.members

    @property
    def is_everyone_or_class(self) -> bool:
        """Return whether the group's ranks are those of all areas, or of the council's class."""
        classes = {area.area_class for area in self.areas if area.rank is not None}
        alike = classes == {self.council.area_class}
        return self.n == (self.class_sizes.get(self.council.area_class) if alike else self.n_of_all)

    @property
    def in_view(self) -> list[FundedArea]:
        """Return the council with three on each side, the highest and the lowest.

        An unranked council comes last.
        """
        order = self.ranked
        if self.council not in order:
            return [*dict.fromkeys((order[0], order[-1])), self.council]
        index = order.index(self.council)
        shown = range(max(0, index - EACH_SIDE), min(len(order), index + EACH_SIDE + 1))
        return [order[at] for at in sorted({0, *shown, len(order) - 1})]


def league_table(
    power: pd.DataFrame, *, year: str, base: int, council: Area, group: ComparatorGroup
) -> LeagueTable:
    """Return the table of a group. ``power`` is the result of the query of core spending power."""
    frame = league(power, council_code=council.code, members=group.members)
    n = int(frame["rank"].notna().sum())
    people = int(power.loc[power["area_code"] == council.code, "people"].iloc[0])
    areas = tuple(_funded(row, n, people) for row in frame.to_dict("records"))
    compared = power[(power["comparable"] != Comparable.NO) & power["pounds"].notna()]
    settled = set(power["area_code"])
    return LeagueTable(
        year=year,
        base=base,
        group=group,
        areas=areas,
        council=next(area for area in areas if area.code == council.code),
        without=tuple(code for code in group.members if code not in settled),
        class_sizes={
            str(kind): int(size) for kind, size in compared["class"].value_counts().items()
        },
        n_of_all=len(compared),
        frame=frame,
    )


def _funded(row: dict[Any, Any], n: int, people: int) -> FundedArea:
    rank, difference = _whole(row["rank"]), _number(row["difference"])
    return FundedArea(
        code=row["area_code"],
        name=row["name"],
        area_class=AreaClass(row["class"]),
        comparable=Comparable(row["comparable"]),
        reason=row["reason"],
        people=int(row["people"]),
        per_head=_number(row["per_head"]),
        rank=rank,
        rank_of_all=_whole(row["rank_of_all"]),
        rank_of_class=_whole(row["class_rank"]),
        third=None if rank is None else (rank - 1) * THIRDS // n + 1,
        difference=difference,
        better_off=None if difference is None else difference * people,
    )


def _whole(cell: Any) -> int | None:
    return None if pd.isna(cell) else int(cell)


def _number(cell: Any) -> float | None:
    return None if pd.isna(cell) else float(cell)


@dataclass(frozen=True, slots=True)
class OtherRate:
    """The area at whose rate the council is counted, and the council's gain at that rate.

    ``less_deprived`` marks the best funded area of those less deprived than the council,
    ``chosen`` an area that the reader picked. ``worth`` is None where the council does not compare.
    """

    code: str
    name: str
    chosen: bool
    less_deprived: bool
    worth: BetterOff | None


def other_rate(
    power: pd.DataFrame, deprivation: pd.Series, *, council: Area, chosen_code: str = ""
) -> OtherRate:
    """Return the rate of the chosen area, or the default.

    The default is the best funded area of the council's class that is less deprived than the
    council by the average score of the Indices of Deprivation (``deprivation``, by area code), so
    that need does not explain the difference. Where no area is less deprived, it is the best
    funded area of the class.
    """
    others = comparable_others(power, council.code)
    if chosen_code in set(others["area_code"]):
        return _rate(power, council, chosen_code, chosen=True, less_deprived=False)
    alike = others[others["class"] == council.area_class]
    scores = alike["area_code"].map(deprivation)
    less = alike[scores < deprivation.get(council.code, float("nan"))]
    pool = less if len(less) else alike
    rates = (pool["pounds"] / pool["people"]).to_numpy()
    code = str(pool["area_code"].iloc[int(rates.argmax())])
    return _rate(power, council, code, chosen=False, less_deprived=bool(len(less)))


def comparable_others(power: pd.DataFrame, council_code: str) -> pd.DataFrame:
    """Return the areas whose rate the council can be counted at, by name."""
    compares = (power["comparable"] != Comparable.NO) & power["pounds"].notna()
    return power[compares & (power["area_code"] != council_code)].sort_values("name")


def _rate(
    power: pd.DataFrame, council: Area, code: str, *, chosen: bool, less_deprived: bool
) -> OtherRate:
    name = str(power.loc[power["area_code"] == code, "name"].iloc[0])
    worth = better_off(power, council_code=council.code, other=code)
    return OtherRate(code, name, chosen, less_deprived, worth)


def areas_by_reason(areas: Sequence[FundedArea]) -> dict[str, list[FundedArea]]:
    """Return the areas under the reason that they share, in order of first appearance."""
    reasons: dict[str, list[FundedArea]] = {}
    for area in areas:
        reasons.setdefault(area.reason, []).append(area)
    return reasons
