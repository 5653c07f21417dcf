"""Core spending power per head on a map of England."""

from collections.abc import Sequence

from callbacks.address import Address
from callbacks.funding.league_request import league_request
from domain.comparison.areas import Area
from domain.funding import league_wording
from domain.funding.league_table import FundedArea, LeagueTable
from figures.funding.england_map import NOT_COMPARED, OUTSIDE, england_map
from figures.template import Rows
from layouts.funding import funding_map as layout
from layouts.funding.funding_map import FundingMapView
from layouts.shell import PageContent


def view(address: Address) -> PageContent:
    """Show the thirds on a map; areas outside the group are pale."""
    request = league_request(address)
    comparison, table = request.comparison, request.table
    return comparison.with_notices(
        layout.page(
            FundingMapView(
                table=table,
                figure=england_map(
                    _map_table(comparison.candidates, table), council_code=comparison.council.code
                ),
                chosen=request.comparison.area_choices,
                keep=comparison.keep,
                missing=request.missing,
            )
        )
    )


def _map_table(areas: Sequence[Area], table: LeagueTable) -> Rows:
    in_group = {area.code: area for area in table.areas if area.code in table.group.members}
    return [
        {
            "area_code": area.code,
            "name": area.name,
            "region": area.region,
            "kind": _kind(in_group.get(area.code)),
            "words": league_wording.map_words(area.name, in_group.get(area.code)),
        }
        for area in areas
    ]


def _kind(area: FundedArea | None) -> str:
    if area is None:
        return OUTSIDE
    return str(area.third) if area.third else NOT_COMPARED
