"""Every benchmark indicator of a theme, with the position of the chosen council."""

from collections.abc import Sequence
from dataclasses import dataclass

from dash import html
from dash.development.base_component import Component

from domain import formatting
from domain.comparison import benchmark_wording, comparison_wording
from domain.comparison.areas import Area, ComparatorGroup
from domain.comparison.benchmark_positions import BenchmarkPosition
from domain.comparison.terms import Theme
from layouts.comparison import choices
from layouts.comparison.choices import Choice
from layouts.parts import chart, quarter_mark, section
from layouts.parts.element import element
from layouts.shell import PageContent

PATH = "/comparison/indicators"


@dataclass(frozen=True, slots=True)
class BenchmarksView:
    """The indicators of a theme, with the council's position in the period shown."""

    council: Area
    group: ComparatorGroup
    theme: Theme
    rows: Sequence[BenchmarkPosition]
    chosen: Sequence[Choice]
    keep: dict[str, str]


def page(view: BenchmarksView) -> PageContent:
    """Lay out the list."""
    lead = benchmark_wording.list_in_words(view.council.name, view.theme, view.rows)
    content = [
        section.links(section.COMPARISON, PATH, view.keep, about="Councils compared"),
        html.H1("Benchmark indicators"),
        html.P(lead, className="lead"),
        choices.form(PATH, view.chosen, about="Choose what is compared"),
        html.P(
            f"Rank and quartile among {comparison_wording.lower_name(view.group)}, 1st the best, in the period nearest 2020/21 or, "
            "where none covers the county areas, the latest. Indicators that are not counted in an "
            "average rank are index scores, nearly the same as another, or without a good direction.",
            className="scope",
        ),
        html.H2(f"{comparison_wording.THEMES_LISTED[view.theme]} ({len(view.rows)})"),
        chart.table(
            f"{comparison_wording.THEMES_LISTED[view.theme]}: indicators",
            ["Indicator", view.council.name, "England", "Median", "Rank", "Quartile"],
            [_row(view, position) for position in view.rows],
            headed=True,
            cards=True,
        ),
    ]
    return PageContent("Benchmark indicators", content, menu="/comparison", description=lead)


def theme_choice(theme: Theme, themes: Sequence[Theme]) -> Choice:
    """Return the choice of themes: those with indicators of their own, and all together."""
    options = [(theme.value, comparison_wording.THEMES_LISTED[theme]) for theme in themes]
    return Choice("Theme", "theme", theme.value, options)


def _row(view: BenchmarksView, position: BenchmarkPosition) -> list[object]:
    unit = position.series.indicator.unit
    return [
        _name(view, position),
        [
            comparison_wording.figure(position.value, unit),
            element("Small", position.series.period.text),
        ],
        comparison_wording.figure(position.england, unit),
        comparison_wording.figure(position.median, unit),
        f"{formatting.ordinal(position.rank)} of {position.n}"
        if position.rank
        else f"none (n = {position.n})",
        quarter_mark.quarter(position.quartile, comparison_wording.QUARTERS[position.quartile])
        if position.quartile
        else "",
    ]


def _name(view: BenchmarksView, position: BenchmarkPosition) -> list[Component | str]:
    indicator = position.series.indicator
    query = "&".join(f"{name}={value}" for name, value in view.keep.items())
    address = f"{PATH}/{indicator.slug}{'?' if query else ''}{query}"
    counted = "" if indicator.counts_in(Theme.OVERALL) else "; not counted in average ranks"
    text = f"{comparison_wording.unit_in_words(indicator.unit)}; {comparison_wording.GOOD[indicator.polarity]}{counted}"
    return [html.A(indicator.name, href=address), element("Small", text)]
