"""How councils are compared, with examples from the figures."""

from dataclasses import replace
from math import isnan

import numpy as np

from callbacks.comparison.comparison_request import ComparisonRequest, comparison_request
from callbacks.request_context import reading
from callbacks.wiring import Address
from db.queries import funding
from domain.comparison.areas import EVERYWHERE
from domain.comparison.terms import Theme
from domain.comparison.worked_examples import AverageExample, PerHead, average_example, rank_example
from domain.funding.core_spending_power import BASES, rate_of
from domain.funding.spending import YEAR, ServicePosition, SpendingMethod, service_position
from layouts.comparison import comparison_methods as layout
from layouts.comparison.comparison_methods import MethodsView
from layouts.shell import PageContent

EXAMPLE_THEME = Theme.ENVIRONMENT
EXAMPLE_SERVICE = "public-health"


def view(address: Address) -> PageContent:
    """Show each method with an example of the chosen council."""
    here = comparison_request(address)
    council_code = here.council.code
    if council_code not in here.members:
        here = replace(here, group=here.figures.geography.groups[EVERYWHERE])
    return here.noting(
        layout.page(
            MethodsView(
                council=here.council,
                group=here.group,
                geography=here.figures.geography,
                rank=rank_example(here.figures.benchmarks, here.members, council_code),
                average=_average(here, council_code),
                per_head=_per_head(council_code),
                spending=_spending(here, SpendingMethod.COUNCIL),
                like_with_like=_spending(here, SpendingMethod.OUTTURN),
                keep=here.keep,
            )
        )
    )


def _average(here: ComparisonRequest, council_code: str) -> AverageExample | None:
    """Ours on the theme of few indicators, else on any, else the best of the first theme."""
    for theme in (EXAMPLE_THEME, *Theme):
        found = average_example(theme, here.theme_ranks(theme), council_code)
        if found is not None:
            return found
    ranked = here.theme_ranks(EXAMPLE_THEME)
    best = ranked.members[int(np.nanargmin(ranked.ranks))]
    return average_example(EXAMPLE_THEME, ranked, best)


def _per_head(council_code: str) -> PerHead | None:
    bases = []
    pounds = 0.0
    with reading() as session:
        for base in BASES:
            power = funding.core_spending_power(session, YEAR, base)
            mine = power[power["area_code"] == council_code].iloc[0]
            pounds = mine["pounds"]
            bases.append((base, int(mine["people"]), rate_of(power, council_code)))
    return PerHead(pounds, bases) if not any(isnan(rate) for *_, rate in bases) else None


def _spending(here: ComparisonRequest, method: SpendingMethod) -> ServicePosition:
    return service_position(
        here.figures.spending,
        EXAMPLE_SERVICE,
        year=YEAR,
        members=here.members,
        council_code=here.council.code,
        method=method,
    )
