"""The audit log: its head, and its entries from the newest."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import dash_bootstrap_components as dbc
from dash import html
from dash.development.base_component import Component

from domain.audit_chain import Entry, EntryFilter
from domain.formatting import counted
from domain.governance import entry_wording
from layouts.comparison.ids import choice
from layouts.indicators.ids import Filters
from layouts.parts import chart
from layouts.parts.at_once import AT_ONCE
from layouts.parts.element import element
from layouts.shell import PageContent

PATH = "/audit-log"


@dataclass(frozen=True, slots=True)
class AuditLogView:
    """One page of the entries that match the filter, newest first, and the head of the whole log.

    ``matches`` of ``total`` entries match the filter; ``options`` are the form's choices by name.
    """

    entries: Sequence[tuple[Entry, str]]
    total: int
    head: str
    page: int
    pages: int
    entry_filter: EntryFilter
    matches: int
    options: Mapping[str, Mapping[str, str]]
    may_export: bool


def page(view: AuditLogView) -> PageContent:
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
        _export() if view.may_export else None,
        _form(view.entry_filter, view.options),
        html.Div(html.H2(_result(view), id=Filters.RESULT, className="result"), role="status"),
        _table(view.entries) if view.entries else _nothing(view.entry_filter),
        _pages(view),
    ]
    return PageContent("Audit log", content, menu=PATH)


def _export() -> Component:
    return html.P(
        [
            "Take the whole log away: ",
            html.A("one entry a line, as JSON", href="/audit-log.jsonl"),
            ". It can be checked with scripts/verify_audit.py, which needs nothing but Python, "
            "against this head.",
        ],
        className="take",
    )


def _result(view: AuditLogView) -> str:
    entries = counted(view.total, "entry", "entries")
    sentence = f"{view.matches:,} of {entries}" if view.entry_filter.query else entries
    return f"{sentence}, page {view.page} of {view.pages}" if view.pages > 1 else sentence


def _form(entry_filter: EntryFilter, options: Mapping[str, Mapping[str, str]]) -> Component:
    """Return the form that filters the log; its whole state is in the address."""
    buttons = [dbc.Button("Show", type="submit", color="primary", outline=True)]
    if entry_filter.query:
        buttons.append(html.A("Show everything", href=PATH))
    return html.Form(
        [
            _choice("Person", "person", entry_filter.person, options["person"]),
            _choice("What was done", "action", entry_filter.action, options["action"]),
            _typed("Done to", "subject", entry_filter.subject, type="search", maxlength=100),
            _choice("Outcome", "outcome", entry_filter.outcome, options["outcome"]),
            _typed("From", "from", entry_filter.since, type="date"),
            _typed("To", "to", entry_filter.until, type="date"),
            html.Div(buttons, className="buttons"),
        ],
        method="get",
        **AT_ONCE,
        action=f"{PATH}#{Filters.RESULT}",
        autoComplete="off",
        className="filters",
        role="search",
        **{"aria-label": "Narrow the log"},
    )


def _choice(label: str, name: str, value: str, options: Mapping[str, str]) -> Component:
    id = choice(PATH, name)
    shown = [{"value": "", "label": "All"}]
    shown += [{"value": value, "label": label} for value, label in options.items()]
    return html.Div(
        [
            dbc.Label(label, html_for=id),
            dbc.Select(id=id, name=name, value=value, options=shown),
        ]
    )


def _typed(label: str, name: str, value: str, **kind: str | int) -> Component:
    id = choice(PATH, name)
    return html.Div(
        [dbc.Label(label, html_for=id), dbc.Input(id=id, name=name, value=value, **kind)]
    )


def _table(entries: Sequence[tuple[Entry, str]]) -> Component:
    table = chart.table(
        "Entries, the newest first",
        ["Number", "When", "What was done", "What changed", "Hash"],
        [_row(entry, digest) for entry, digest in entries],
        numbers_from=None,
    )
    return html.Div(table, className="log")


def _nothing(entry_filter: EntryFilter) -> Component:
    if not entry_filter.query:
        return html.P("Nothing has been written down yet.")
    sentence = "No entry fits all of these choices. "
    return html.P([sentence, html.A("Show everything", href=PATH)])


def _row(entry: Entry, digest: str) -> list[object]:
    return [
        str(entry.number),
        entry_wording.moment(entry),
        entry_wording.sentence(entry),
        [
            element("Div", sentence)
            for sentence in (*entry_wording.changes(entry), *entry_wording.grounds(entry))
        ],
        element("Span", digest[: entry_wording.DIGEST_SHOWN], title=digest),
    ]


def _pages(view: AuditLogView) -> Component | None:
    links = []
    if view.page > 1:
        links.append(html.A("Newer entries", href=view.entry_filter.address(PATH, view.page - 1)))
    if view.page < view.pages:
        links.append(html.A("Older entries", href=view.entry_filter.address(PATH, view.page + 1)))
    if not links:
        return None
    return html.P([part for link in links for part in (link, " · ")][:-1], className="onward")
