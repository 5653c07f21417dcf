"""The Delivery Report: a contents list, and the sections in order."""

from collections.abc import Sequence
from itertools import groupby

from dash import html
from dash.development.base_component import Component

from domain.editions.sections import Section
from layouts.parts.markdown import markdown
from layouts.shell import PageContent


def page(title: str, year: str, sections: Sequence[Section], *, approved: str) -> PageContent:
    """Lay out the report. Each section can be linked to by its slug."""
    lead = (
        f"What the council set out to do and what was done in {year}, outcome by outcome. The "
        f"report went to the County Council on {approved}."
    )
    content = [
        html.P(title, className="label"),
        html.H1("Annual Delivery Report"),
        html.P(lead, className="lead"),
        _contents(sections),
        *(_section(section) for section in sections),
    ]
    return PageContent("Annual Delivery Report", content, menu="/report", description=lead)


def _contents(sections: Sequence[Section]) -> Component:
    entries = []
    for outcome, within in groupby(sections, key=lambda section: section.outcome):
        outcome_sections = list(within)
        if not outcome:
            entries += [html.Li(_link(section)) for section in outcome_sections]
            continue
        opening = [_link(section) for section in outcome_sections if section.opens]
        under = [html.Li(_link(section)) for section in outcome_sections if not section.opens]
        entries.append(html.Li([*(opening or [outcome]), html.Ul(under) if under else None]))
    nothing = html.P("No section of the report is here yet.")
    return html.Nav(
        [html.H2("Contents", id="contents"), html.Ul(entries) if entries else nothing],
        className="contents",
        **{"aria-labelledby": "contents"},
    )


def _link(section: Section) -> Component:
    return html.A(section.title, href=f"#{section.slug}")


def _section(section: Section) -> Component:
    under = bool(section.sub_outcome)
    heading = html.H3 if under else html.H2
    return html.Section(
        [
            heading(section.title, id=section.slug),
            html.Div(markdown(section.body), className="narrative"),
        ],
        className="section-of-report",
        **{"aria-labelledby": section.slug},
    )
