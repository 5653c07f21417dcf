"""The overview."""

from collections.abc import Sequence

from callbacks.address import Address
from callbacks.request_context import council, reading
from db.queries import editions, indicators
from db.queries.editions import OutcomeFacts
from domain import formatting
from domain.indicators import counting, indicator_wording
from domain.indicators.counting import Counts
from domain.indicators.indicator import Indicator
from domain.indicators.terms import Rating, Verdict
from domain.indicators.year_counts import YearCount
from layouts.indicators import home as layout
from layouts.indicators.home import Card, OutcomeSummary, Overview
from layouts.shell import PageContent

MOST_LISTED = 5
CORE_SPENDING_POWER = "core-spending-power-per-head-of-population"


def view(address: Address) -> PageContent:
    """Show the newest edition at a glance."""
    del address
    with reading() as session:
        edition = editions.latest(session)
        outcomes = editions.outcomes(session, edition.year)
        rows = indicators.of_edition(session, edition.year)
        ranks = [year for year in editions.year_counts(session, "overall") if year.benchmark_rank]
    dashboards = [dashboard for outcome in outcomes for dashboard in outcome.dashboards]
    whole = counting.count(rows, scope=counting.scope_in_words(dashboards, dashboards))
    printed = [dashboard for dashboard in dashboards if dashboard.counted_in_headline]
    return layout.page(
        Overview(
            title=edition.title,
            council=council().name,
            data_year=edition.data_year,
            approved=formatting.day(edition.council_on),
            whole=whole,
            headline=counting.count(
                (row for row in rows if row.dashboard in printed),
                scope=counting.scope_in_words(printed, dashboards),
            ),
            left_out=[
                dashboard.name for dashboard in dashboards if not dashboard.counted_in_headline
            ],
            outcomes=[_summary(outcome, rows) for outcome in outcomes],
            cards=_cards(rows, whole, ranks[-1:]),
            improved=_by_change(rows, best=True),
            worsened=_by_change(rows, best=False),
            exceptional=[row for row in rows if row.rating is Rating.EXCEPTIONAL],
            issues=[row for row in rows if row.rating is Rating.ISSUE],
        )
    )


def _summary(outcome: OutcomeFacts, rows: Sequence[Indicator]) -> OutcomeSummary:
    within = [row for row in rows if row.dashboard in outcome.dashboards]
    return OutcomeSummary(
        outcome.name, outcome.dashboards, counting.count(within, scope=outcome.name)
    )


def _by_change(rows: Sequence[Indicator], *, best: bool) -> list[Indicator]:
    sign = 1 if best else -1
    moved = [row for row in rows if row.better_by is not None and row.better_by * sign > 0]
    return sorted(moved, key=lambda row: -sign * (row.better_by or 0))[:MOST_LISTED]


def _cards(rows: Sequence[Indicator], whole: Counts, ranked: Sequence[YearCount]) -> list[Card]:
    cards = [
        Card(
            "Targets that can be judged",
            f"{whole.targets[Verdict.MET]}",
            f"of {whole.judged} met",
            f"{whole.targets[Verdict.MISSED]} were missed.",
            "/indicators?target=missed",
            "See which",
        )
    ]
    funding = next((row for row in rows if row.slug == CORE_SPENDING_POWER), None)
    if funding is not None and funding.value.low is not None:
        cards.insert(0, _funding(funding))
    return [*cards[:1], *map(_rank, ranked), *cards[1:]]


def _funding(row: Indicator) -> Card:
    return Card(
        f"Core spending power, {row.period}",
        row.value.without_period,
        "a head",
        f"The government's measure of what a council has to spend, for each resident. {indicator_wording.position(row)}.",
        "/funding",
        "The funding league table",
    )


def _rank(counts: YearCount) -> Card:
    """Return a card with the rank that the council's own paper printed, and that paper's year."""
    rank, _, period = counts.benchmark_rank.partition(" ")
    return Card(
        f"Overall performance among counties, {period.strip('()')}",
        rank,
        "as published",
        f"The council's own comparison with other county areas, printed in the edition of "
        f"{counts.report_year}.",
        "/comparison",
        "Compare councils",
    )
