"""The current user's work: tasks, what each edition waits for, and messages."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import dash_bootstrap_components as dbc
from dash import html
from dash.development.base_component import Component

from domain import formatting
from domain.editions.stage_wording import STAGES
from domain.editions.terms import Stage
from domain.formatting import moment
from domain.governance.record import GovernanceRecord
from layouts.governance.parts import process_line
from layouts.shell import PageContent, hidden


@dataclass(frozen=True, slots=True)
class Task:
    """One task: its words and the address of its page."""

    words: str
    link: str


@dataclass(frozen=True, slots=True)
class Waiting:
    """One edition for one person: tasks that wait for them, and optional tasks."""

    record: GovernanceRecord
    tasks: Sequence[Task]
    also: Sequence[Task]
    waits: Sequence[str]
    may_read: bool


@dataclass(frozen=True, slots=True)
class Note:
    """One message."""

    text: str
    link: str
    at: datetime
    is_new: bool


def page(
    name: str,
    waiting: Sequence[Waiting],
    notes: Sequence[Note],
    token: str,
    *,
    notices: Sequence[str] = (),
) -> PageContent:
    """Lay out the work of one person."""
    tasks = sum(len(edition.tasks) for edition in waiting)
    heading = formatting.counted(tasks, "thing waits", "things wait") if tasks else "Nothing waits"
    content = [
        html.P(name, className="label"),
        html.H1(f"{heading} for you"),
        *(part for edition in waiting for part in _edition(edition)),
        *_messages(notes, token),
    ]
    return PageContent("Your work", content, menu="/work", notices=notices)


def _edition(waiting: Waiting) -> list[Component]:
    status = waiting.record.status
    address = f"/editions/{status.year}"
    words, reading = _reading(waiting.record)
    name = f"The {status.year} edition"
    return [
        html.H2(
            [
                html.A(name, href=address) if waiting.may_read else name,
                f": {STAGES[status.stage].lower()}",
            ]
        ),
        process_line.line(waiting.record, linked=waiting.may_read),
        html.P(html.A(words, href=reading)) if waiting.may_read else None,
        _list("You can", [html.A(task.words, href=task.link) for task in waiting.tasks]),
        _list("You can also", [html.A(task.words, href=task.link) for task in waiting.also]),
        _list("It waits for", waiting.waits),
    ]


def _reading(record: GovernanceRecord) -> tuple[str, str]:
    """Return the words and the address of the link to the present text."""
    base = f"/editions/{record.status.year}/versions"
    if record.status.stage in WRITTEN or not record.versions:
        return "Read it as it stands", f"{base}/draft"
    name = record.versions[-1].name
    return f"Read version {name}", f"{base}/{name}"


WRITTEN = frozenset({Stage.DRAFTING, Stage.REVISION, Stage.AMENDMENT})
"""The stages at which the text may differ from the version frozen last."""


def _list(title: str, rows: Sequence[Component | str]) -> Component | None:
    if not rows:
        return None
    return html.Section([html.H3(title), html.Ul([html.Li(row) for row in rows])])


def _messages(notes: Sequence[Note], token: str) -> list[Component]:
    if not notes:
        return [html.H2("Messages"), html.P("There are none.")]
    rows = [
        html.Li(
            [
                html.B("New: ") if note.is_new else None,
                html.A(note.text, href=note.link),
                html.Small(moment(note.at)),
            ]
        )
        for note in notes
    ]
    parts: list[Component] = [html.H2("Messages"), html.Ul(rows, className="changes")]
    if any(note.is_new for note in notes):
        parts.append(
            html.Form(
                [
                    hidden("csrf_token", token),
                    dbc.Button("Mark all as read", type="submit", color="primary", outline=True),
                ],
                method="post",
                action="/messages/read",
            )
        )
    return parts
