"""All indicators in one table."""

from collections.abc import Sequence

from dash import html

from domain.indicators import indicator_wording
from domain.indicators.counting import Counts
from domain.indicators.filtering import Filters
from domain.indicators.indicator import Dashboard, Indicator
from layouts.indicators import ids
from layouts.indicators.parts import filters as filters_part
from layouts.indicators.parts import indicator_table, proportion_bar
from layouts.shell import PageContent


def page(
    *,
    shown: Sequence[Indicator],
    counts: Counts,
    total: int,
    filters: Filters,
    dashboards: Sequence[Dashboard],
    year: str,
    previous_year: str,
) -> PageContent:
    """Lay out the indicators that pass the filters, with a summary of these."""
    summary = f"{indicator_wording.direction_summary(counts)} {indicator_wording.quartile_summary(counts)} {indicator_wording.target_summary(counts)}"
    result = f"{len(shown)} of {total} indicators" if filters.narrowing else f"{total} indicators"
    content = [
        html.H1("All indicators"),
        html.P(summary if shown else "No indicator fits all of these choices.", className="lead"),
        proportion_bar.bar(counts) if shown else None,
        filters_part.form(filters, path="/indicators", dashboards=dashboards, sorting=True),
        html.Div(html.H2(result, id=ids.Filters.RESULT, className="result"), role="status"),
        filters_part.downloads(filters),
        indicator_table.table(
            shown,
            caption="Indicators, each with its dashboard",
            year=year,
            previous_year=previous_year,
            sections=False,
        )
        if shown
        else html.P(html.A("Show everything", href="/indicators")),
    ]
    return PageContent("All indicators", content, menu="/indicators", description=summary)
