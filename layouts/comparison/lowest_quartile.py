"""The lowest quartile: indicators in it, the figure that each needs to leave it, and improvers."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from dash import html
from dash.development.base_component import Component

from domain import formatting
from domain.comparison import benchmark_wording, comparison_wording
from domain.comparison.areas import Area, ComparatorGroup
from domain.comparison.lowest_quartile import LowestQuartilePosition
from domain.comparison.terms import Theme
from layouts.comparison import choices
from layouts.comparison.choices import Choice
from layouts.parts import chart, section
from layouts.parts.element import element
from layouts.shell import PageContent

PATH = "/comparison/lowest-quartile"


@dataclass(frozen=True, slots=True)
class LowestQuartileView:
    """The positions in the lowest quartile and those that left it.

    ``placed`` counts all positions with a quartile, ``fallen`` those new in the lowest one.
    """

    council: Area
    group: ComparatorGroup
    lowest: Sequence[LowestQuartilePosition]
    improvers: Sequence[LowestQuartilePosition]
    fallen: int
    placed: int
    chosen: Sequence[Choice]
    keep: dict[str, str]


Table = Callable[[LowestQuartileView, str, Sequence[LowestQuartilePosition]], Component]


def page(view: LowestQuartileView) -> PageContent:
    """Lay out both lists, by theme."""
    lead = benchmark_wording.lowest_in_words(
        view.council.name, len(view.lowest), view.placed, len(view.improvers), view.fallen
    )
    content = [
        section.links(section.COMPARISON, PATH, view.keep, about="Councils compared"),
        html.H1("Lower comparative performing areas"),
        html.P(lead, className="lead"),
        choices.form(PATH, view.chosen, about="Choose what is compared"),
        html.P(
            f"Position among {comparison_wording.lower_name(view.group)}, on each indicator's figures of "
            "2020/21 or the nearest to it. Where to leave the 4th quartile says what the council's "
            "figure would have had to be, had all others kept theirs.",
            className="scope",
        ),
        html.H2("In the 4th, lowest quartile"),
        *_by_theme(view, view.lowest, _lowest_table),
        html.H2("Improvers: left the 4th quartile"),
        html.P(
            "Indicators in the 4th quartile in the period before and not any more. Who is compared "
            "can differ between the two periods; The number behind “of” says how many had a figure.",
            className="how",
        ),
        *_by_theme(view, view.improvers, _improvers_table),
    ]
    return PageContent(
        "Lower comparative performing areas", content, menu="/comparison", description=lead
    )


def _by_theme(
    view: LowestQuartileView, positions: Sequence[LowestQuartilePosition], table: Table
) -> list[Component]:
    if not positions:
        text = "None." if view.placed else f"{view.council.name} is not compared in this group."
        return [html.P(text, className="soft")]
    parts: list[Component] = []
    for theme in Theme:
        inside = [position for position in positions if position.series.indicator.theme is theme]
        if inside:
            name = comparison_wording.THEMES_LISTED[theme]
            parts += [html.H3(f"{name} ({len(inside)})"), table(view, name, inside)]
    return parts


def _lowest_table(
    view: LowestQuartileView, theme: str, positions: Sequence[LowestQuartilePosition]
) -> Component:
    return chart.table(
        f"{theme}: in the 4th quartile",
        ["Indicator", "Period", view.council.name, "Rank", "To leave the 4th quartile"],
        [
            [
                _name(view, position),
                position.series.period.text,
                comparison_wording.figure(position.value, position.series.indicator.unit),
                f"{formatting.ordinal(position.rank or 0)} of {position.n}",
                benchmark_wording.to_leave(position),
            ]
            for position in positions
        ],
        headed=True,
        cards=True,
    )


def _improvers_table(
    view: LowestQuartileView, theme: str, positions: Sequence[LowestQuartilePosition]
) -> Component:
    return chart.table(
        f"{theme}: left the 4th quartile",
        ["Indicator", "Before", "Position then", "Now", "Position now"],
        [
            [
                _name(view, position),
                _value(position.before) if position.before else "",
                benchmark_wording.position(position.before) if position.before else "",
                _value(position),
                benchmark_wording.position(position),
            ]
            for position in positions
        ],
        headed=True,
        cards=True,
    )


def _value(position: LowestQuartilePosition) -> list[object]:
    return [
        comparison_wording.figure(position.value, position.series.indicator.unit),
        element("Small", position.series.period.text),
    ]


def _name(view: LowestQuartileView, position: LowestQuartilePosition) -> list[object]:
    indicator = position.series.indicator
    query = "&".join(f"{name}={value}" for name, value in view.keep.items())
    address = f"/comparison/indicators/{indicator.slug}{'?' if query else ''}{query}"
    unit = comparison_wording.unit_in_words(indicator.unit)
    good = comparison_wording.GOOD[indicator.polarity]
    return [html.A(indicator.name, href=address), element("Small", f"{unit}; {good}")]
