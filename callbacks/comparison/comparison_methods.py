"""How councils are compared, with examples from the figures."""

from dataclasses import replace
from math import isnan

import numpy as np

from callbacks.address import Address
from callbacks.comparison.comparison_request import ComparisonRequest, comparison_request
from callbacks.request_context import reading
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
    request = comparison_request(address)
    council_code = request.council.code
    if council_code not in request.members:
        request = replace(request, group=request.figures.geography.groups[EVERYWHERE])
    return request.with_notices(
        layout.page(
            MethodsView(
                council=request.council,
                group=request.group,
                geography=request.figures.geography,
                rank=rank_example(request.figures.benchmarks, request.members, council_code),
                average=_average(request, council_code),
                per_head=_per_head(council_code),
                spending=_spending(request, SpendingMethod.COUNCIL),
                like_with_like=_spending(request, SpendingMethod.OUTTURN),
                keep=request.keep,
            )
        )
    )


def _average(request: ComparisonRequest, council_code: str) -> AverageExample | None:
    """Return the council's example, else that of the best council of the first theme."""
    for theme in (EXAMPLE_THEME, *Theme):
        example = average_example(theme, request.theme_ranks(theme), council_code)
        if example is not None:
            return example
    ranked = request.theme_ranks(EXAMPLE_THEME)
    best = ranked.members[int(np.nanargmin(ranked.ranks))]
    return average_example(EXAMPLE_THEME, ranked, best)


def _per_head(council_code: str) -> PerHead | None:
    bases = []
    pounds = 0.0
    with reading() as session:
        for base in BASES:
            power = funding.core_spending_power(session, YEAR, base)
            council_row = power[power["area_code"] == council_code].iloc[0]
            pounds = council_row["pounds"]
            bases.append((base, int(council_row["people"]), rate_of(power, council_code)))
    return PerHead(pounds, bases) if not any(isnan(rate) for *_, rate in bases) else None


def _spending(request: ComparisonRequest, method: SpendingMethod) -> ServicePosition:
    return service_position(
        request.figures.spending,
        EXAMPLE_SERVICE,
        year=YEAR,
        members=request.members,
        council_code=request.council.code,
        method=method,
    )
