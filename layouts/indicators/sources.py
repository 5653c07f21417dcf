"""Where the figures come from, and under which licence."""

from collections.abc import Sequence
from typing import Protocol

from dash import html

from domain.council import Council
from layouts.parts import chart
from layouts.shell import PageContent

LICENCE = "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/"


class SourceRow(Protocol):
    """One table's source."""

    table: str
    holds: str
    source: str
    licence: str
    note: str


def page(sources: Sequence[SourceRow], council: Council) -> PageContent:
    """Lay out the sources of every table."""
    content = [
        html.H1("Sources and licence"),
        html.P(
            "All figures are published statistics, carried over without change. Nothing is "
            "estimated or filled in: where no figure exists the page says so.",
            className="lead",
        ),
        html.P(
            [
                "Contains public sector information licensed under the ",
                html.A("Open Government Licence v3.0", href=LICENCE),
                ". Published by the council and by the bodies that each indicator names.",
            ],
            className="prose",
        ),
        html.P(
            f"The council is {council.name}, code {council.code} in the Office for National "
            f"Statistics' register. Questions about the figures: {council.contact}.",
            className="prose",
        ),
        chart.table(
            "Tables of this product and where each comes from",
            ["Table", "What it holds", "Source", "Licence", "Note"],
            [[row.table, row.holds, row.source, row.licence, row.note] for row in sources],
            numbers_from=None,
        ),
        html.P(
            "The map's boundaries are the Office for National Statistics' of 2021/22, made simpler "
            "(Open Government Licence v3.0). They contain Ordnance Survey data © Crown copyright and "
            "database right. The list of authorities is mySociety's (Creative Commons "
            "Attribution 4.0), with the corrections named above.",
            className="prose",
        ),
        html.H2("What the pages are made with"),
        html.P(
            "The typeface is Atkinson Hyperlegible Next (Braille Institute of America, SIL Open Font "
            "License 1.1). The theme builds on Bootstrap, the charts on plotly.js (both MIT "
            "licence). All of it is served from here; nothing is fetched from elsewhere.",
            className="prose",
        ),
    ]
    return PageContent("Sources and licence", content)
