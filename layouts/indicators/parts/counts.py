"""Tables and lists of counts, with scope and base."""

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from domain import formatting
from domain.indicators import indicator_wording
from domain.indicators.counting import Counts
from domain.indicators.direction_of_travel import LARGEST_SHOWN_CHANGE
from domain.indicators.indicator import Dashboard, Indicator
from domain.indicators.terms import Direction, Quartile, Verdict
from layouts.indicators.parts import marks, proportion_bar
from layouts.parts import chart


def table(per_dashboard: Sequence[tuple[Dashboard, Counts]], whole: Counts) -> Component:
    """Return the table of counts: a row for each dashboard and one for all of them."""
    heads = [
        "Dashboard",
        "Indicators",
        "Improved",
        "No real change",
        "Worsened",
        "Cannot be told",
        "Best quarter",
        "Lowest quarter",
        "Targets met",
    ]
    rows = [_row(html.A(d.name, href=f"/dashboards/{d.slug}"), c) for d, c in per_dashboard]
    caption = f"Counts for {whole.scope}"
    return chart.table(caption, heads, [*rows, _row("Together", whole)])


def _row(name: object, counts: Counts) -> list[object]:
    judged = f"{counts.targets[Verdict.MET]} of {counts.judged}" if counts.judged else "none set"
    return [
        name,
        counts.total,
        *(counts.directions[direction] for direction in proportion_bar.ORDER),
        counts.quartiles[Quartile.FIRST],
        counts.quartiles[Quartile.FOURTH],
        judged,
    ]


def changes(rows: Sequence[Indicator], *, furthest: float = LARGEST_SHOWN_CHANGE) -> Component:
    """Return a list of indicators, each with its figures and a small bar for its change.

    The bar is full at ``furthest`` per cent; a larger change still has its figure.
    """
    return html.Ul([_change(row, furthest) for row in rows], className="changes")


def _change(row: Indicator, furthest: float) -> Component:
    share = min(abs(row.better_by or 0) / furthest, 1) * 50
    side = {"marginLeft": "50%"} if (row.better_by or 0) >= 0 else {"marginLeft": f"{50 - share}%"}
    return html.Li(
        [
            html.A(row.name, href=f"/indicators/{row.slug}"),
            html.Div(
                html.Span(
                    className=marks.CLASSES[row.direction], style={"width": f"{share}%", **side}
                ),
                className="strip",
                **{"aria-hidden": "true"},
            ),
            html.P(
                [
                    marks.direction(row.direction),
                    f" · {row.value.without_period} from {row.previous.without_period}, ",
                    indicator_wording.better_by(row),
                ]
            ),
        ]
    )


def directions_in_words(counts: Counts) -> str:
    """Return the short sentence beside a small bar."""
    best, compared = counts.quartiles[Quartile.FIRST], counts.with_quartile
    where = f"{best} of {compared} compared in the best quarter" if compared else "none compared"
    return (
        f"{formatting.counted(counts.total, 'indicator', 'indicators')}: "
        f"{counts.directions[Direction.IMPROVED]} improved, "
        f"{counts.directions[Direction.WORSENED]} worsened; {where}"
    )
