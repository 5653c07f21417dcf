"""A floor under core spending power per head."""

from callbacks.address import Address
from callbacks.funding.league_request import columns, league_request
from domain.funding import floor_wording
from domain.funding.floors import PERCENTILES, floor_request, floor_under
from figures.funding.league_columns import floor_columns
from layouts.funding import funding_floor as layout
from layouts.funding.funding_floor import FundingFloorView
from layouts.shell import PageContent

KNOWN_PERCENTILES = [str(PERCENTILES[0]), *(str(percentile) for percentile in range(1, 100))]


def view(address: Address) -> PageContent:
    """Show the gains from a floor for all areas, and its cost."""
    request = league_request(address)
    table, query = request.table, request.comparison.query
    result = floor_under(
        table,
        floor_request(
            query.get("floor", ""), request.comparison.chosen("percentile", KNOWN_PERCENTILES)
        ),
    )
    by_code = {gain.area.code: gain for gain in result.gains}
    gains = [by_code.get(area.code) for area in table.ranked]
    shown = [
        {
            **column,
            "gain": round(gain.per_head, 2) if gain else 0.0,
            "words": floor_wording.gain_words(gain) if gain else column["words"],
        }
        for column, gain in zip(columns(table), gains, strict=True)
    ]
    return request.comparison.with_notices(
        layout.page(
            FundingFloorView(
                table=table,
                result=result,
                figure=floor_columns(
                    shown,
                    floor=result.floor.per_head,
                    label=floor_wording.label(result),
                    reach=table.reach,
                ),
                chosen=[*request.comparison.area_choices, *layout.floor_choices(result.request)],
                keep=request.comparison.keep,
                missing=request.missing,
            )
        )
    )
