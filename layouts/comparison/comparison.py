"""Ranks by theme with their intervals, and the league of a theme."""

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from dash import html
from dash.development.base_component import Component

from domain import formatting
from domain.comparison import comparison_wording, rank_wording
from domain.comparison.areas import Area, ComparatorGroup
from domain.comparison.terms import Theme
from domain.comparison.theme_positions import ThemePosition, YearPosition
from layouts.comparison import choices, ids
from layouts.comparison.choices import Choice
from layouts.parts import chart, section
from layouts.parts.chart import Figure
from layouts.parts.element import Element, element
from layouts.shell import PageContent

PATH = "/comparison"


@dataclass(frozen=True, slots=True)
class LeagueRow:
    """One council in the league of a theme."""

    area: Area
    rank: int | None
    average: float | None
    low: int | None
    high: int | None
    used: int


@dataclass(frozen=True, slots=True)
class ComparisonView:
    """The council by theme and by year, and all councils on one theme."""

    council: Area
    group: ComparatorGroup
    theme: Theme
    positions: Sequence[ThemePosition]
    history: Sequence[YearPosition]
    league: Sequence[LeagueRow]
    chosen: Sequence[Choice]
    keep: dict[str, str]
    intervals_figure: Figure | None
    history_figure: Figure | None


def page(view: ComparisonView) -> PageContent:
    """Lay out the page."""
    lead = rank_wording.overall_rank_in_words(view.council.name, view.group, view.positions[0])
    content = [
        section.links(section.COMPARISON, PATH, view.keep, about="Councils compared"),
        html.H1(f"How {view.council.name} compares"),
        html.P(lead, className="lead"),
        choices.form(PATH, view.chosen, about="Choose what is compared"),
        _themes(view),
        _history(view),
        _league(view),
    ]
    return PageContent("Councils compared", content, menu="/comparison", description=lead)


def theme_choice(theme: Theme) -> Choice:
    """Return the themes to choose from."""
    options = [(theme.value, comparison_wording.THEMES[theme]) for theme in Theme]
    return Choice("Theme", "theme", theme.value, options)


def _themes(view: ComparisonView) -> Component:
    table = chart.table(
        f"{view.council.name}'s rank by theme among {comparison_wording.lower_name(view.group)}",
        ["Theme", "Rank", "Of", "9 times in 10", "Average rank", "Indicators", "One left out"],
        [_theme_row(position, view.keep) for position in view.positions],
    )
    if view.intervals_figure is None:
        return html.Div([html.H2("Rank by theme"), table])
    return chart.chart(
        view.intervals_figure,
        id=ids.Ranks.THEMES,
        finding=rank_wording.theme_finding(view.council.name, view.positions),
        how_to_read=(
            "The dot is the rank, the bar where it falls 9 times in 10 when the theme's indicators "
            "are drawn again at random. Right is better. A long bar says that the rank rests on "
            "few indicators, or on indicators that disagree."
        ),
        name=f"{view.council.name}'s rank in each theme",
        table=table,
        instead=chart.word_list(
            [
                (comparison_wording.THEMES[position.theme], rank_wording.rank_in_words(position))
                for position in view.positions
            ]
        ),
    )


def _theme_row(position: ThemePosition, keep: dict[str, str]) -> list[object]:
    query = urlencode({**keep, "theme": position.theme.value})
    name = html.A(comparison_wording.THEMES[position.theme], href=f"{PATH}?{query}")
    if position.rank is None or position.low is None or position.high is None:
        used = f"{position.used} of {position.indicators}"
        return [name, comparison_wording.NOT_RANKED, position.n, "", "", used, ""]
    return [
        name,
        formatting.ordinal(position.rank),
        position.n,
        f"{formatting.ordinal(position.low)} to {formatting.ordinal(position.high)}",
        f"{position.average:.2f}",
        f"{position.used} of {position.indicators}",
        rank_wording.left_out(position),
    ]


def _history(view: ComparisonView) -> Component | None:
    if view.history_figure is None:
        return None
    name = comparison_wording.THEMES[view.theme]
    return chart.chart(
        view.history_figure,
        id=ids.Ranks.HISTORY,
        finding=rank_wording.history_finding(name, view.history),
        how_to_read=(
            "Each point is the rank over the figures whose period ends in that year, the best rank "
            "on top; the bar is where it falls 9 times in 10. The indicators are not the same every "
            "year, so a step between two years may be a step of what is counted. Years in which "
            "fewer than half of the theme's indicators have figures are left out."
        ),
        name=f"{view.council.name}'s rank in {name} by year",
        table=chart.table(
            f"{name}: {view.council.name}'s rank by year",
            ["Figures to", "Rank", "Of", "9 times in 10", "Indicators"],
            [_year_row(position) for position in view.history],
        ),
        instead=chart.word_list(
            [
                (str(position.year), rank_wording.rank_in_words(position.position))
                for position in view.history
            ]
        ),
    )


def _year_row(year_position: YearPosition) -> list[object]:
    row = _theme_row(year_position.position, {})
    return [str(year_position.year), row[1], row[2], row[3], row[5]]


def _league(view: ComparisonView) -> Component:
    name = comparison_wording.THEMES[view.theme]
    not_ranked = [(row.area.name, row.used) for row in view.league if row.rank is None]
    position = next(position for position in view.positions if position.theme is view.theme)
    indicators = position.indicators
    return html.Div(
        [
            html.H2(f"{name}: every council"),
            html.P(
                f"{view.council.name}: {rank_wording.rank_in_words(position)}. "
                f"{rank_wording.without_one_in_words(view.council.name, position)}"
                if position.rank
                else f"{view.council.name} is not ranked here.",
                className="prose",
            ),
            html.P(
                f"{comparison_wording.group_and_size(view.group, len(view.league) - len(not_ranked))}, "
                f"{indicators} indicators nearest 2020/21. {view.group.basis} "
                f"{comparison_wording.too_few(not_ranked, indicators)}",
                className="scope",
            ),
            _league_table(view, name),
        ]
    )


def _league_table(view: ComparisonView, name: str) -> Component:
    heads = ["Council", "Rank", "9 times in 10", "Average rank", "Indicators", "Kind"]
    sides = ["", "number", "number", "number", "number", ""]
    return html.Div(
        element(
            "Table",
            [
                element("Caption", f"{name}: average rank of each council, best first"),
                element(
                    "Thead",
                    element(
                        "Tr",
                        [
                            element("Th", head, scope="col", className=side)
                            for head, side in zip(heads, sides, strict=True)
                        ],
                    ),
                ),
                element("Tbody", [_league_row(row, view.council) for row in view.league]),
            ],
            className="plain league",
        ),
        className="scrolling",
        role="region",
        tabIndex=0,
        **{"aria-label": f"{name}: every council"},
    )


def _league_row(row: LeagueRow, council: Area) -> Element:
    name: object = element("B", row.area.name) if row.area == council else row.area.name
    interval = ""
    if row.low is not None and row.high is not None:
        interval = f"{formatting.ordinal(row.low)} to {formatting.ordinal(row.high)}"
    cells = (
        (formatting.ordinal(row.rank) if row.rank else comparison_wording.NOT_RANKED, "number"),
        (interval, "number"),
        (f"{row.average:.2f}" if row.average is not None else "", "number"),
        (str(row.used), "number"),
        (comparison_wording.CLASSES[row.area.area_class], ""),
    )
    return element(
        "Tr",
        [
            element("Th", name, scope="row"),
            *(element("Td", text, className=side) for text, side in cells),
        ],
        className="ours" if row.area == council else "",
    )
