"""Performance against spending or deprivation: chart, explanation, lists by quadrant."""

from collections.abc import Sequence
from dataclasses import dataclass

from dash import html
from dash.development.base_component import Component

from domain import formatting
from domain.comparison import comparison_wording, rank_wording
from domain.comparison.areas import Area, ComparatorGroup
from domain.comparison.quadrants import Across, Quadrant
from domain.comparison.terms import Theme
from layouts.comparison import choices, ids
from layouts.comparison.choices import Choice
from layouts.parts import chart, section
from layouts.parts.chart import Figure
from layouts.shell import PageContent

PATH = "/comparison/quadrant"
ORDER = (Quadrant.HIGH_LEFT, Quadrant.HIGH_RIGHT, Quadrant.LOW_LEFT, Quadrant.LOW_RIGHT)
"""The quadrants in the order of the chart."""
LABELS = (("ours", "The council picked out"), ("all", "All councils"))


@dataclass(frozen=True, slots=True)
class Point:
    """One council: its ranks, its interval, what it spends, and where its point is drawn.

    ``trace`` is the chart's trace that holds the point and ``index`` its position there; both are
    -1 when it is not drawn.
    """

    area: Area
    average_rank: float | None
    performance_rank: int | None
    low: int | None
    high: int | None
    across_rank: int | None
    across_value: float | None
    indicators_used: int
    quadrant: str
    trace: int = -1
    index: int = -1


@dataclass(frozen=True, slots=True)
class QuadrantView:
    """The quadrant chart and its points. ``measure`` names the horizontal axis in words."""

    council: Area
    group: ComparatorGroup
    theme: Theme
    across: Across
    measure: str
    indicators: int
    points: Sequence[Point]
    figure: Figure
    chosen: Sequence[Choice]
    keep: dict[str, str]


def page(view: QuadrantView) -> PageContent:
    """Lay out the page."""
    council = next((point for point in view.points if point.area == view.council), None)
    lead = rank_wording.quadrant_in_words(
        view.council.name, view.theme, council, _drawn(view), view.across
    )
    content = [
        section.links(section.COMPARISON, PATH, view.keep, about="Councils compared"),
        html.H1(_heading(view.across)),
        html.P(lead, className="lead"),
        choices.form(PATH, view.chosen, about="Choose what is compared"),
        html.Div([_chart(view), _quadrants(view)], className="beside"),
        _left_out(view),
    ]
    return PageContent(_heading(view.across), content, menu="/comparison", description=lead)


def across_choice(across: Across) -> Choice:
    """Return the choice of the horizontal measure."""
    options = [(measure.value, rank_wording.ACROSS[measure]) for measure in Across]
    return Choice("Held against", "across", across.value, options)


def labels_choice(labels: str) -> Choice:
    """Return the choice of the points that have names."""
    return Choice("Names shown", "labels", labels, LABELS)


def _heading(across: Across) -> str:
    return f"Performance against {'spending' if across is Across.REVENUE else 'deprivation'}"


def _drawn(view: QuadrantView) -> int:
    return sum(1 for point in view.points if point.quadrant)


def _chart(view: QuadrantView) -> Component:
    rest = [point for point in view.points if point.quadrant]
    return chart.chart(
        view.figure,
        id=ids.Comparison.QUADRANT,
        finding=rank_wording.quadrant_finding(view.theme, view.across, rest),
        how_to_read=(
            f"How to read this chart: each mark is one council. Up is performance: the rank of "
            f"its average rank over {view.indicators} indicators of 2020/21 or the years nearest "
            f"to it, best at the top. Across is {view.measure}. The lines are the medians of "
            f"the {len(rest)} councils; one on a line counts with the better half upwards, and "
            f"with the right half across. {rank_wording.ACROSS_READ[view.across]}"
        ),
        name=f"{comparison_wording.THEMES[view.theme]}: {_heading(view.across).lower()}",
        table=_table(view, rest),
    )


def _table(view: QuadrantView, rest: Sequence[Point]) -> Component:
    return chart.table(
        f"{comparison_wording.THEMES[view.theme]}: every council's ranks, best performance first",
        [
            "Council",
            "Performance rank",
            "9 times in 10",
            "Average rank",
            rank_wording.ACROSS_RANK[view.across],
            rank_wording.ACROSS_VALUE[view.across],
            "Indicators",
        ],
        [
            [
                point.area.name,
                formatting.ordinal(point.performance_rank or 0),
                f"{formatting.ordinal(point.low or 0)} to {formatting.ordinal(point.high or 0)}",
                f"{point.average_rank:.2f}",
                formatting.ordinal(point.across_rank or 0),
                rank_wording.across_figure(view.across, point.across_value or 0),
                f"{point.indicators_used} of {view.indicators}",
            ]
            for point in rest
        ],
    )


def _quadrants(view: QuadrantView) -> Component:
    return html.Div(
        [
            html.H2("Who stands where"),
            html.P(
                "Each name is a link to that council's own chart. With the keyboard or the mouse "
                "on a name its mark is named in the chart.",
                className="how",
            ),
            html.Div([_quadrant(view, quadrant) for quadrant in ORDER], className="quadrants"),
        ]
    )


def _quadrant(view: QuadrantView, quadrant: Quadrant) -> Component:
    inside = [point for point in view.points if point.quadrant == quadrant.value]
    return html.Section(
        [
            html.H3(
                f"{rank_wording.QUADRANTS[view.across][quadrant].capitalize()} ({len(inside)})"
            ),
            html.Ul([_name(view, point) for point in inside])
            if inside
            else html.P("No council.", className="soft"),
        ]
    )


def _name(view: QuadrantView, point: Point) -> Component:
    query = {"ours": point.area.code, "theme": view.theme.value, "across": view.across.value}
    if "group" in view.keep:
        query["group"] = view.keep["group"]
    address = "/comparison/quadrant?" + "&".join(f"{k}={v}" for k, v in query.items())
    name = html.A(
        point.area.name,
        href=address,
        **{"data-trace": str(point.trace), "data-place": str(point.index)},
    )
    by = "spending" if view.across is Across.REVENUE else "deprivation"
    ranks = (
        f"{formatting.ordinal(point.performance_rank or 0)} in performance, "
        f"{formatting.ordinal(point.across_rank or 0)} by {by}"
    )
    is_council = point.area == view.council
    return html.Li([html.B(name) if is_council else name, html.Small(ranks)])


def _left_out(view: QuadrantView) -> Component | None:
    few = [(p.area.name, p.indicators_used) for p in view.points if p.performance_rank is None]
    text = comparison_wording.too_few(few, view.indicators)
    bare = [p.area.name for p in view.points if p.performance_rank and not p.quadrant]
    if bare:
        text += f" {rank_wording.without_across(bare, view.across)}"
    return html.P(text, className="scope") if text else None
