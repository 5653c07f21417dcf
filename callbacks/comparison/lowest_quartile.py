"""Where a council stands in the lowest quartile, and where it left it."""

from callbacks.comparison.comparison_request import address_wire, comparison_request
from callbacks.wiring import Address
from domain.comparison.areas import DEFAULT_GROUP
from domain.comparison.lowest_quartile import positions
from domain.comparison.terms import Theme
from layouts.comparison import choices
from layouts.comparison import lowest_quartile as layout
from layouts.comparison.lowest_quartile import LowestQuartileView
from layouts.shell import PageContent

WIRES = (address_wire(layout.PATH, layout.CHOICES, {"group": DEFAULT_GROUP}),)


def view(address: Address) -> PageContent:
    """Show the lists for the chosen council and group, over the indicators that count."""
    here = comparison_request(address)
    held = here.figures.benchmarks
    found = positions(
        held, held.snapshot(Theme.OVERALL), code=here.council.code, members=here.members
    )
    lowest = [position for position in found if position.in_lowest]
    return here.noting(
        layout.page(
            LowestQuartileView(
                council=here.council,
                group=here.group,
                lowest=lowest,
                improvers=[position for position in found if position.left_lowest],
                fallen=sum(1 for position in lowest if position.fell),
                placed=sum(1 for position in found if position.quartile is not None),
                chosen=[
                    choices.council(here.candidates, here.council),
                    choices.group(here.figures.geography.groups, here.group),
                ],
                keep=here.keep,
            )
        )
    )
