"""The request that the pages of core spending power share: choices, figures, league table."""

from dataclasses import dataclass

import pandas as pd

from callbacks.address import Address
from callbacks.comparison.comparison_request import ComparisonRequest, comparison_request
from callbacks.request_context import reading
from db.queries import funding
from domain.comparison import comparison_wording
from domain.comparison.areas import EVERYWHERE
from domain.funding import league_wording
from domain.funding.core_spending_power import BASES
from domain.funding.league_table import LeagueTable, league_table
from domain.funding.terms import Comparable
from domain.periods import read_period
from figures.template import Rows


@dataclass(frozen=True, eq=False)
class LeagueRequest:
    """The comparison request, the core spending power of all areas, and the group's table."""

    comparison: ComparisonRequest
    power: pd.DataFrame
    table: LeagueTable

    @property
    def missing(self) -> str:
        """Name the members without data, with the reason."""
        period = read_period(self.table.year)
        return comparison_wording.who_is_missing(
            self.comparison.figures.geography, self.table.without, period
        )


def league_request(address: Address) -> LeagueRequest:
    """Read the address and the figures that it asks for."""
    comparison = comparison_request(address, group=EVERYWHERE)
    base = int(comparison.chosen("base", [str(base) for base in BASES]))
    with reading() as session:
        year = funding.years(session)[0]
        power = funding.core_spending_power(session, year, base)
    table = league_table(
        power, year=year, base=base, council=comparison.council, group=comparison.group
    )
    return LeagueRequest(comparison, power, table)


def columns(table: LeagueTable, *, other: str = "") -> Rows:
    """Return the comparable areas as columns; ``other`` is the area whose rate is used."""
    kinds = {area.code: "partly" for area in table.ranked if area.comparable is Comparable.PARTLY}
    kinds |= {other: "other", table.council.code: "ours"}
    return [
        {
            "name": area.name,
            "per_head": round(area.per_head or 0, 2),
            "rank": area.rank,
            "kind": kinds.get(area.code, ""),
            "words": league_wording.column_words(area),
        }
        for area in table.ranked
    ]
