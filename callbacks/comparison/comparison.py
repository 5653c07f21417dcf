"""How a council compares: its rank by theme, over the years, and every council's on one theme."""

import numpy as np

from callbacks.address import Address
from callbacks.comparison.comparison_request import (
    ComparisonRequest,
    comparison_request,
)
from domain.comparison import comparison_wording, rank_wording
from domain.comparison.terms import Theme
from domain.comparison.theme_positions import ThemePosition, YearPosition, history, theme_position
from figures.comparison.rank_history import rank_history
from figures.comparison.rank_intervals import rank_intervals
from figures.template import Figure
from layouts.comparison import comparison as layout
from layouts.comparison.comparison import ComparisonView, LeagueRow
from layouts.shell import PageContent


def view(address: Address) -> PageContent:
    """Show the position of the chosen council in the chosen group."""
    request = comparison_request(address)
    theme = Theme(request.chosen("theme", list(Theme)))
    positions = [
        theme_position(theme, request.theme_ranks(theme), request.council.code) for theme in Theme
    ]
    years = history(
        theme,
        request.figures.benchmarks.years(theme),
        lambda year: request.theme_ranks(theme, year),
        request.council.code,
    )
    return request.with_notices(
        layout.page(
            ComparisonView(
                council=request.council,
                group=request.group,
                theme=theme,
                positions=positions,
                history=years,
                league=_league(request, theme),
                chosen=[
                    *request.area_choices,
                    layout.theme_choice(theme),
                ],
                keep=request.keep,
                intervals_figure=_intervals(positions, request.group.n),
                history_figure=_history(years),
            )
        )
    )


def _league(request: ComparisonRequest, theme: Theme) -> list[LeagueRow]:
    ranked = request.theme_ranks(theme)
    low, high = ranked.interval
    rows = [
        LeagueRow(
            request.figures.geography.areas[code],
            _integer(ranked.ranks[index]),
            None if np.isnan(ranked.averages[index]) else float(ranked.averages[index]),
            _integer(low[index]),
            _integer(high[index]),
            int(ranked.used[index]),
        )
        for index, code in enumerate(ranked.members)
    ]
    return sorted(rows, key=lambda row: (row.rank is None, row.rank or 0, row.area.name))


def _integer(number: float) -> int | None:
    return None if np.isnan(number) else int(number)


def _intervals(positions: list[ThemePosition], furthest: int) -> Figure | None:
    ranked = [position for position in positions if position.rank is not None]
    if not ranked:
        return None
    rows = [
        {
            "name": comparison_wording.THEMES[position.theme],
            "rank": position.rank,
            "low": position.low,
            "high": position.high,
            "words": rank_wording.rank_in_words(position),
        }
        for position in ranked
    ]
    return rank_intervals(rows, furthest=furthest)


def _history(years: list[YearPosition]) -> Figure | None:
    if not any(year_position.position.rank for year_position in years):
        return None
    rows = [
        {
            "year": str(one.year),
            "rank": one.position.rank,
            "low": one.position.low,
            "high": one.position.high,
            "n": one.position.n,
        }
        for one in years
    ]
    return rank_history(rows)
