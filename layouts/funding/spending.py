"""Spending by service: the council beside the group, by the council's method and like with like."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dash import html
from dash.development.base_component import Component

from domain.funding import spending_wording
from domain.funding.service_spending import YEARS, Quarter, ServiceRow, ServiceTable
from domain.funding.spending import SpendingMethod
from domain.indicators.indicator import Indicator
from layouts.comparison import choices
from layouts.comparison.choices import Choice
from layouts.funding import ids, league
from layouts.funding.league import NUMBER, Row
from layouts.parts import chart, section
from layouts.parts.chart import Figure
from layouts.parts.element import Part, element
from layouts.shell import PageContent

PATH = "/funding/services"


@dataclass(frozen=True, slots=True)
class SpendingView:
    """The table of spending by service and its choices.

    ``published`` are the edition's indicators by slug, if the chosen council is the edition's;
    ``notes`` say which members made no return.
    """

    council_name: str
    group: str
    lead: str
    table: ServiceTable
    published: Mapping[str, Indicator]
    agreement: str
    notes: Sequence[str]
    edition: int
    figure: Figure | None
    chosen: Sequence[Choice]
    keep: dict[str, str]


def page(view: SpendingView) -> PageContent:
    """Lay out the page."""
    content = [
        section.links(section.FUNDING, PATH, view.keep, about="Funding"),
        html.H1("Spending by service"),
        html.P(view.lead, className="lead"),
        choices.form(PATH, view.chosen, about="Choose what is compared"),
        html.P(spending_wording.method_explained(view.table), className="scope"),
        html.P([f"Group: {view.group}. ", " ".join(view.notes)], className="scope", role="status"),
        _chart(view),
        html.H2("Service by service"),
        html.P(view.agreement) if view.agreement else None,
        _table(view),
        _published_note(view),
    ]
    return PageContent("Spending by service", content, menu="/funding", description=view.lead)


def method_choice(selected: SpendingMethod) -> Choice:
    """Return the choice of the method."""
    options = [(method.value, label) for method, label in spending_wording.METHODS.items()]
    return Choice("Method", "method", selected.value, options)


def year_choice(year: str) -> Choice:
    """Return the choice of the year."""
    return Choice("Year", "year", year, [(year, year) for year in YEARS])


def _chart(view: SpendingView) -> Component | None:
    if view.figure is None:
        return None
    return chart.chart(
        view.figure,
        id=ids.Funding.SERVICES,
        finding=spending_wording.finding(view.council_name, view.table),
        how_to_read=spending_wording.how_to_read(view.council_name, view.table),
        name=f"Spending per head by service beside the group, {view.table.year}",
        table=chart.table(
            f"Spending per head by service, {view.table.year}; the group's middle is 100",
            ["Service", view.council_name, "Lowest", "Highest", "The middle in pounds"],
            [
                [
                    row.service.name,
                    spending_wording.of_middle(row.of_middle(row.council_per_head)),
                    spending_wording.of_middle(row.of_middle(row.low)),
                    spending_wording.of_middle(row.of_middle(row.high)),
                    spending_wording.per_head(row.median),
                ]
                for row in view.table.rows
            ],
        ),
    )


def _table(view: SpendingView) -> Component:
    heads = [
        ("Service", ""),
        (f"{view.council_name} per head", NUMBER),
        ("Group's middle (median)", NUMBER),
        ("Rank, 1 spends most", NUMBER),
        *_quarter_heads(view),
    ]
    rows = [
        Row(
            row.service.name,
            [
                element(
                    "Span", spending_wording.per_head(row.council_per_head), className="figure"
                ),
                spending_wording.per_head(row.median),
                spending_wording.rank(row),
                *_quarters(view, row),
            ],
        )
        for row in view.table.rows
    ]
    return league.table(
        f"Net current expenditure per head by service, {view.table.year}", heads, rows
    )


def _quarter_heads(view: SpendingView) -> list[tuple[str, str]]:
    if not view.table.both:
        return [("Quarter, like with like", NUMBER)]
    heads = [("Quarter by the council's method", NUMBER), ("Quarter like with like", NUMBER)]
    if view.published:
        heads.append((f"As published in {view.edition}", NUMBER))
    return heads


def _quarters(view: SpendingView, row: ServiceRow) -> list[Part]:
    if not view.table.both:
        return [_quarter(row.quarter)]
    parts: list[Part] = [_quarter(row.council), _quarter(row.alike)]
    if view.published:
        parts.append(_published(view.published.get(row.service.indicator)))
    return parts


def _quarter(quarter: Quarter | None) -> Part:
    text, n = spending_wording.quarter(quarter)
    return element("Span", [text, element("Small", n)]) if n else text


def _published(indicator: Indicator | None) -> Part:
    if indicator is None:
        return ""
    link = element("A", indicator.quartile.text, href=f"/indicators/{indicator.slug}")
    return element("Span", [link, element("Small", indicator.value.text)])


def _published_note(view: SpendingView) -> Component | None:
    if not view.published or not view.table.both:
        return None
    return html.P(
        f"As published: the quarter printed in the {view.edition} edition's Fair Funding dashboard, "
        "with the pounds per head printed there. A star marks the council's outturn against the "
        "others' planned spending. Each leads to the indicator.",
        className="notes",
    )
