"""How councils are compared, with examples from the figures."""

from math import isnan

from callbacks.asking import reading
from callbacks.comparing import Comparing, comparing
from callbacks.wiring import Address
from db.queries import funding
from domain.funding import BASES, rate_of
from domain.spending import YEAR, ServiceStanding, SpendingMethod, service_standing
from domain.terms import Theme
from domain.worked_examples import average_example, rank_example
from layouts import comparison_methods as layout
from layouts.comparison_methods import PerHead, View
from layouts.shell import Sheet

EXAMPLE_THEME = Theme.ENVIRONMENT
EXAMPLE_SERVICE = "public-health"


def view(address: Address) -> Sheet:
    """Show each method with an example of the chosen council."""
    here = comparing(address)
    ours = here.ours.code
    return layout.page(
        View(
            ours=here.ours,
            group=here.group,
            geography=here.figures.geography,
            rank=rank_example(here.figures.benchmarks, here.members, ours),
            average=average_example(EXAMPLE_THEME, here.theme_ranks(EXAMPLE_THEME), ours),
            per_head=_per_head(ours),
            spending=_spending(here, SpendingMethod.COUNCIL),
            like_with_like=_spending(here, SpendingMethod.OUTTURN),
            keep=here.keep,
        )
    )


def _per_head(ours: str) -> PerHead | None:
    bases = []
    pounds = 0.0
    with reading() as session:
        for base in BASES:
            power = funding.core_spending_power(session, YEAR, base)
            mine = power[power["area_code"] == ours].iloc[0]
            pounds = mine["pounds"]
            bases.append((base, int(mine["people"]), rate_of(power, ours)))
    return PerHead(pounds, bases) if not any(isnan(rate) for *_, rate in bases) else None


def _spending(here: Comparing, method: SpendingMethod) -> ServiceStanding:
    return service_standing(
        here.figures.spending,
        EXAMPLE_SERVICE,
        year=YEAR,
        members=here.members,
        ours=here.ours.code,
        method=method,
    )
