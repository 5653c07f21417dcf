"""What councils spend per head on each service."""

from collections.abc import Mapping

from callbacks.address import Address
from callbacks.comparison.comparison_request import ComparisonRequest, comparison_request
from callbacks.request_context import council, reading
from db.queries import editions, indicators
from domain.comparison import comparison_wording
from domain.comparison.areas import DEFAULT_GROUP
from domain.funding import spending_wording
from domain.funding.service_spending import YEARS, ServiceTable, service_table
from domain.funding.spending import SpendingMethod
from domain.indicators.indicator import Indicator
from domain.indicators.terms import Quartile
from figures.funding.spending_bars import spending_bars
from figures.template import Figure
from layouts.funding import spending as layout
from layouts.shell import PageContent

METHODS = list(SpendingMethod)


def view(address: Address) -> PageContent:
    """Show what the council spends on each service beside the group."""
    request = comparison_request(address)
    method, year = SpendingMethod(request.chosen("method", METHODS)), request.chosen("year", YEARS)
    table = service_table(
        request.figures.spending,
        request.figures.services,
        year=year,
        members=request.members,
        council_code=request.council.code,
        method=method,
    )
    edition, published = _published(request)
    n = table.rows[0].n
    return request.with_notices(
        layout.page(
            layout.SpendingView(
                council_name=request.council.name,
                group=comparison_wording.group_and_size(request.group, n),
                lead=spending_wording.lead(request.council.name, table, _why(request, table)),
                table=table,
                published=published,
                agreement=spending_wording.agreement(table, _quarters(published)),
                notes=_notes(request, table),
                edition=edition,
                figure=_figure(request.council.name, table),
                chosen=[
                    *request.area_choices,
                    layout.method_choice(method),
                    layout.year_choice(year),
                ],
                keep=request.keep,
            )
        )
    )


def _published(request: ComparisonRequest) -> tuple[int, Mapping[str, Indicator]]:
    """Return the edition's year and its indicators of spending.

    There are none unless the council and the group are those of the settings.
    """
    with reading() as session:
        year = editions.latest(session).year
        if request.council.code != council().code or request.group.slug != DEFAULT_GROUP:
            return year, {}
        rows = {row.slug: row for row in indicators.of_dashboard(session, year, DASHBOARD)}
    slugs = [service.indicator for service in request.figures.services]
    return year, {slug: rows[slug] for slug in slugs if slug in rows}


DASHBOARD = "fair-funding"


def _quarters(published: Mapping[str, Indicator]) -> dict[str, int]:
    quarters = {slug: row.quartile.position for slug, row in published.items()}
    return {
        slug: int(quarter.value)
        for slug, quarter in quarters.items()
        if quarter and quarter is not Quartile.SURVEY_BETTER
    }


def _why(request: ComparisonRequest, table: ServiceTable) -> str:
    what = "budget" if table.method is SpendingMethod.BUDGET else "outturn"
    return spending_wording.why_no_return(
        request.figures.geography, request.council.code, table.year, what
    )


def _notes(request: ComparisonRequest, table: ServiceTable) -> list[str]:
    geography = request.figures.geography
    text = spending_wording.no_return(geography, table.missing, table.year, table.method)
    by_council = spending_wording.no_return(
        geography, table.missing_by_council, table.year, SpendingMethod.COUNCIL
    )
    return list(dict.fromkeys(filter(None, (by_council if table.both else "", text))))


def _figure(name: str, table: ServiceTable) -> Figure | None:
    drawn = [row for row in table.rows if row.median > 0]
    if not drawn:
        return None
    return spending_bars(
        [
            {
                "label": spending_wording.row_label(row),
                "ours": row.of_middle(row.council_per_head),
                "low": row.of_middle(row.low),
                "high": row.of_middle(row.high),
                "words": spending_wording.dot_words(name, row),
            }
            for row in drawn
        ]
    )
