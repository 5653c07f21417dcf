"""The editions that the reader may see."""

from collections.abc import Sequence

from dash import html

from domain.editions.stage_wording import STAGES, STANDS
from domain.editions.status import EditionStatus
from layouts.shell import PageContent


def page(standings: Sequence[EditionStatus]) -> PageContent:
    """Lay out one entry for each edition, the newest first."""
    rows = [
        html.Li(
            [
                html.H2(html.A(status.title, href=f"/editions/{status.year}")),
                html.P(f"{STAGES[status.stage]}. {STANDS[status.stage]}"),
            ]
        )
        for status in standings
    ]
    content = [
        html.H1("Editions"),
        html.P(
            "One edition a year: the Annual Delivery Report and the Performance Compendium, from "
            "draft to the County Council's approval.",
            className="lead",
        ),
        html.Ul(rows, className="editions"),
    ]
    return PageContent("Editions", content, menu="/editions")
