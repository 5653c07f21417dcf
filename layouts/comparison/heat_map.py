"""The heat map: a theme's indicators by council, with the quartile in every cell."""

from collections.abc import Sequence
from dataclasses import dataclass

from dash import html
from dash.development.base_component import Component

from domain.comparison import benchmark_wording, comparison_wording
from domain.comparison.areas import Area, ComparatorGroup
from domain.comparison.benchmarks import Series
from domain.comparison.terms import Theme
from layouts.comparison import choices
from layouts.comparison.choices import Choice
from layouts.parts import section
from layouts.parts.element import Element, element
from layouts.shell import PageContent

PATH = "/comparison/heat-map"


@dataclass(frozen=True, slots=True)
class HeatMapView:
    """The heat map: ``quartiles`` has a row for each series and a column for each of ``areas``."""

    council: Area
    group: ComparatorGroup
    theme: Theme
    series: Sequence[Series]
    areas: Sequence[Area]
    quartiles: Sequence[Sequence[int | None]]
    chosen: Sequence[Choice]
    keep: dict[str, str]


def page(view: HeatMapView) -> PageContent:
    """Lay out the heat map as a table."""
    column = [area.code for area in view.areas].index(view.council.code) if _inside(view) else None
    lead = benchmark_wording.heat_in_words(
        view.council.name,
        view.theme,
        [] if column is None else [row[column] for row in view.quartiles],
        len(view.series),
    )
    content = [
        section.links(section.COMPARISON, PATH, view.keep, about="Councils compared"),
        html.H1("Heat map of quartiles"),
        html.P(lead, className="lead"),
        choices.form(PATH, view.chosen, about="Choose what is compared"),
        html.H2(
            f"{comparison_wording.THEMES_LISTED[view.theme]}: quartile by indicator and council"
        ),
        html.P(
            "One row for each indicator, one column for each council, the council picked out first "
            "and then by their average rank in this theme. 1 is the best quartile and the darkest, "
            "4 the lowest; – is no figure. Figures of 2020/21 or the nearest to it. Only indicators "
            "that count in average ranks are here.",
            className="how",
        ),
        _table(view),
    ]
    return PageContent("Heat map of quartiles", content, menu="/comparison", description=lead)


def _inside(view: HeatMapView) -> bool:
    return view.council in view.areas


def _table(view: HeatMapView) -> Component:
    caption = f"{comparison_wording.THEMES_LISTED[view.theme]}: quartiles among {view.group.name}"
    heads = [
        element("Th", element("Span", area.name), scope="col", className=_council_class(view, area))
        for area in view.areas
    ]
    return html.Div(
        element(
            "Table",
            [
                element("Caption", caption, className="for-ear"),
                element(
                    "Thead",
                    element("Tr", [element("Th", "Indicator", scope="col"), *heads]),
                ),
                element(
                    "Tbody",
                    [
                        _row(view, series, row)
                        for series, row in zip(view.series, view.quartiles, strict=True)
                    ],
                ),
            ],
            className="heat",
        ),
        className="scrolling",
        role="region",
        tabIndex=0,
        **{"aria-label": caption},
    )


def _row(view: HeatMapView, series: Series, row: Sequence[int | None]) -> Element:
    query = "&".join(f"{name}={value}" for name, value in view.keep.items())
    address = f"/comparison/indicators/{series.indicator.slug}{'?' if query else ''}{query}"
    return element(
        "Tr",
        [
            element("Th", element("A", series.indicator.name, href=address), scope="row"),
            *(
                element(
                    "Td", str(cell or "–"), className=f"q{cell or 0} {_council_class(view, area)}"
                )
                for cell, area in zip(row, view.areas, strict=True)
            ),
        ],
    )


def _council_class(view: HeatMapView, area: Area) -> str:
    return "mine" if area == view.council else ""
