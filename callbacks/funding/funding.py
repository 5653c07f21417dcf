"""The funding league table."""

from callbacks.address import Address
from callbacks.funding.league_request import columns, league_request
from domain.funding.league_table import comparable_others, other_rate
from figures.funding.league_columns import league_columns
from layouts.funding import funding as layout
from layouts.funding.funding import FundingView
from layouts.shell import PageContent


def view(address: Address) -> PageContent:
    """Show the league table, and the council's gain at another area's rate."""
    request = league_request(address)
    comparison, table = request.comparison, request.table
    scores = comparison.figures.deprivation.set_index("area_code")["average_score"]
    others = comparable_others(request.power, comparison.council.code)
    code = comparison.chosen("as", [layout.BY_ITSELF, *others["area_code"]])
    other = other_rate(request.power, scores, council=comparison.council, chosen_code=code)
    named = list(zip(others["area_code"], others["name"], strict=True))
    shown = columns(table, other=other.code if other.worth else "")
    return comparison.with_notices(
        layout.page(
            FundingView(
                table=table,
                other=other,
                figure=league_columns(shown, middle=table.middle, reach=table.reach),
                chosen=[
                    *request.comparison.area_choices,
                    layout.other_choice(named, other),
                    layout.base_choice(table.base),
                ],
                keep=comparison.keep,
                missing=request.missing,
            )
        )
    )
