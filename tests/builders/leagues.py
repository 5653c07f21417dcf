"""Core spending power of a few areas, their league table, and their spending on services."""

from collections.abc import Sequence
from typing import Any

import pandas as pd

from domain.comparison.areas import Area
from domain.comparison.terms import AreaClass
from domain.funding.core_spending_power import Service
from domain.funding.league_table import LeagueTable, league_table
from domain.funding.terms import Comparable
from tests.builders.councils import a_group, an_area

FIRE = "It lacks its fire authority."
POLICE = "It includes the police."


def an_amount(
    code: str,
    per_head: float | None,
    *,
    people: int = 100,
    kind: AreaClass = AreaClass.COUNTY,
    comparable: Comparable = Comparable.YES,
    reason: str = "",
) -> dict[str, Any]:
    """Return the row of an area with an amount per head; its name is its code capitalised."""
    return {
        "area_code": code,
        "name": code.capitalize(),
        "class": kind.value,
        "region": "East Midlands",
        "pounds": None if per_head is None else per_head * people,
        "comparable": comparable,
        "holds": "",
        "reason": reason,
        "people": float(people),
    }


def some_amounts(*rows: dict[str, Any]) -> pd.DataFrame:
    """Return core spending power as the query gives it."""
    return pd.DataFrame(rows).astype({"pounds": float})


def six_areas() -> pd.DataFrame:
    """Return 1,500 (London, partly), 1,000, 900, 800, 700 and 600 a head, and two not comparable."""
    return some_amounts(
        an_amount(
            "london", 1500, kind=AreaClass.LONDON, comparable=Comparable.PARTLY, reason=POLICE
        ),
        an_amount("alpha", 1000),
        an_amount("bravo", 900, people=200),
        an_amount("ours", 800, people=1000),
        an_amount("delta", 700, kind=AreaClass.UNITARY),
        an_amount("echo", 600),
        an_amount("hampshire", 750, comparable=Comparable.NO, reason=FIRE),
        an_amount(
            "bolton", None, kind=AreaClass.METROPOLITAN, comparable=Comparable.NO, reason="None."
        ),
    )


def a_league(
    power: pd.DataFrame | None = None,
    *,
    council: str = "ours",
    members: Sequence[str] = (),
    slug: str = "upper-tier",
    base: int = 2019,
) -> LeagueTable:
    """Return the league table of 2021/22, of all areas unless members are named."""
    amounts = six_areas() if power is None else power
    group = a_group(slug, *(members or amounts["area_code"]))
    return league_table(
        amounts, year="2021/22", base=base, council=the_area(amounts, council), group=group
    )


def the_area(power: pd.DataFrame, code: str) -> Area:
    """Return the area of a row."""
    row = power[power["area_code"] == code].iloc[0]
    return an_area(code, row["name"], area_class=AreaClass(row["class"]))


SERVICES = (
    Service("net", "Net expenditure, without education and public health", "net-spend", ()),
    Service("roads", "Roads", "roads-spend", ()),
    Service("planning", "Planning", "", ()),
)


def some_spending(
    amounts: dict[str, dict[str, float]], *, year: str = "2021/22", basis: str = "outturn"
) -> pd.DataFrame:
    """Return pounds per head by area and service."""
    rows = [
        (code, year, basis, service, 100.0 * per_head, 100, float(per_head))
        for code, by_service in amounts.items()
        for service, per_head in by_service.items()
    ]
    columns = ["area_code", "year", "basis", "service", "pounds", "people", "per_head"]
    return pd.DataFrame(rows, columns=columns)
