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
    ours = here.ours.code
    if ours not in here.members:
        here = replace(here, group=here.figures.geography.groups[EVERYWHERE])
    return here.noting(
        layout.page(
            MethodsView(
                ours=here.ours,
                group=here.group,
                geography=here.figures.geography,
                rank=rank_example(here.figures.benchmarks, here.members, ours),
                average=_average(here, ours),
                per_head=_per_head(ours),
                spending=_spending(here, SpendingMethod.COUNCIL),
                like_with_like=_spending(here, SpendingMethod.OUTTURN),
                keep=here.keep,
            )
        )
    )


def _average(here: ComparisonRequest, ours: str) -> AverageExample | None:
    """Ours on the theme of few indicators, else on any, else the best of the first theme."""
    for theme in (EXAMPLE_THEME, *Theme):
        found = average_example(theme, here.theme_ranks(theme), ours)
        if found is not None:
            return found
    ranked = here.theme_ranks(EXAMPLE_THEME)
    best = ranked.members[int(np.nanargmin(ranked.ranks))]
    return average_example(EXAMPLE_THEME, ranked, best)


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


def _spending(here: ComparisonRequest, method: SpendingMethod) -> ServicePosition:
    return service_position(
        here.figures.spending,
        EXAMPLE_SERVICE,
        year=YEAR,
        members=here.members,
        ours=here.ours.code,
        method=method,
    )
