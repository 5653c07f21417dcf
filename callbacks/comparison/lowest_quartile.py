"""The position of a council in the lowest quartile, and where it left it."""

from callbacks.address import Address
from callbacks.comparison.comparison_request import comparison_request
from domain.comparison.lowest_quartile import positions
from domain.comparison.terms import Theme
from layouts.comparison import lowest_quartile as layout
from layouts.comparison.lowest_quartile import LowestQuartileView
from layouts.shell import PageContent


def view(address: Address) -> PageContent:
    """Show the lists for the chosen council and group, over the indicators that count."""
    request = comparison_request(address)
    benchmarks = request.figures.benchmarks
    all_positions = positions(
        benchmarks,
        benchmarks.snapshot(Theme.OVERALL),
        code=request.council.code,
        members=request.members,
    )
    lowest = [position for position in all_positions if position.in_lowest]
    return request.with_notices(
        layout.page(
            LowestQuartileView(
                council=request.council,
                group=request.group,
                lowest=lowest,
                improvers=[position for position in all_positions if position.left_lowest],
                fallen=sum(1 for position in lowest if position.fell),
                placed=sum(1 for position in all_positions if position.quartile is not None),
                chosen=[
                    *request.area_choices,
                ],
                keep=request.keep,
            )
        )
    )
