"""The audit log: its head, and its entries from the newest."""

from collections.abc import Sequence
from dataclasses import dataclass

from dash import html
from dash.development.base_component import Component

from domain import wording_of_audit as wording
from domain.audit import Entry
from domain.wording import counted
from layouts.parts import chart
from layouts.parts.element import element
from layouts.shell import Sheet

PATH = "/audit-log"


@dataclass(frozen=True, slots=True)
class View:
    """One page of entries, newest first, and where the whole log stands."""

    entries: Sequence[tuple[Entry, str]]
    total: int
    head: str
    page: int
    pages: int


def page(view: View) -> Sheet:
    """Lay out the log."""
    lead = (
        f"{counted(view.total, 'entry', 'entries')}, each bound to the one before by its hash, so "
        "that none can be changed, left out or moved unseen."
    )
    content = [
        html.H1("Audit log"),
        html.P(lead, className="lead"),
        html.P(
            ["The head of the log is ", html.Code(view.head, className="digest"), "."],
            className="prose",
        ),
        html.P(
            [
                "Take the whole log away: ",
                html.A("one entry a line, as JSON", href="/audit-log.jsonl"),
                ". It can be checked with scripts/verify_audit.py, which needs nothing but Python, "
                "against this head.",
            ],
            className="take",
        ),
        chart.table(
            "Entries, the newest first",
            ["Number", "When", "What was done", "What changed", "Hash"],
            [_row(entry, kept) for entry, kept in view.entries],
            numbers_from=None,
        ),
        _pages(view),
    ]
    return Sheet("Audit log", content, menu=PATH)


def _row(entry: Entry, kept: str) -> list[object]:
    return [
        str(entry.number),
        wording.moment(entry),
        wording.sentence(entry),
        [element("Div", told) for told in wording.changes(entry)],
        element("Span", kept[: wording.SHORT], title=kept),
    ]


def _pages(view: View) -> Component | None:
    links = []
    if view.page > 1:
        links.append(html.A("Newer entries", href=f"{PATH}?page={view.page - 1}"))
    if view.page < view.pages:
        links.append(html.A("Older entries", href=f"{PATH}?page={view.page + 1}"))
    if not links:
        return None
    return html.P([part for link in links for part in (link, " · ")][:-1], className="onward")
