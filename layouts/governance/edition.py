"""One edition: its stage, the available steps, and its whole record."""

from collections.abc import Sequence
from dataclasses import dataclass

import dash_bootstrap_components as dbc
from dash import html
from dash.development.base_component import Component

from domain import formatting
from domain.editions.stage_wording import STAGES, STANDS
from domain.editions.terms import Stage
from domain.formatting import moment
from domain.governance.action_wording import WORDS
from domain.governance.record import GovernanceRecord
from domain.governance.step_wording import BODIES
from domain.governance.terms import Action
from domain.governance.working_days import are_late, papers_due
from layouts.governance.parts import process_line, records
from layouts.governance.parts.step_buttons import buttons
from layouts.parts import chart
from layouts.shell import PageContent, hidden


@dataclass(frozen=True, slots=True)
class OfferedSteps:
    """The steps that the current user can take now, and what the edition waits for.

    ``moves`` lead to the next stage; ``waits`` are sentences on what must come first.
    """

    moves: Sequence[Action]
    others: Sequence[Action]
    waits: Sequence[str]
    may_read_drafts: bool
    may_see_open_changes: bool
    may_begin: bool
    token: str


def page(
    record: GovernanceRecord, offered: OfferedSteps, *, notices: Sequence[str] = ()
) -> PageContent:
    """Lay out the edition."""
    status = record.status
    content = [
        html.P([html.A("Editions", href="/editions"), f" › {status.year}"], className="crumbs"),
        html.H1(f"The {status.year} edition: {STAGES[status.stage].lower()}"),
        html.P(f"{STANDS[status.stage]} {_round(record)}".strip(), className="lead"),
        _record_note(record),
        process_line.line(record),
        *_offered_parts(record, offered),
        *records.notices(record.notices),
        *_meetings(record),
        *records.versions(record, drafts=offered.may_read_drafts),
        *records.decisions(record),
        *records.changes(record, drafts=offered.may_see_open_changes),
        *records.motions(record),
        html.P(
            [
                html.A("Meetings as a calendar", href=f"/editions/{status.year}/calendar.ics"),
            ]
        ),
    ]
    title = f"The {status.year} edition"
    return PageContent(title, content, menu="/editions", notices=notices)


def tombstone(year: int, title: str, reason: str, when: str) -> PageContent:
    """Lay out the page of an edition that was withdrawn."""
    content = [
        html.P([html.A("Editions", href="/editions"), f" › {year}"], className="crumbs"),
        html.H1(f"The {year} edition was withdrawn"),
        html.P(f"{title} is no longer published. It was withdrawn on {when}.", className="lead"),
        html.P(f"The reason given: {reason}"),
    ]
    return PageContent(f"The {year} edition was withdrawn", content, menu="/editions")


def _round(record: GovernanceRecord) -> str:
    number = record.status.round
    return f"It was referred back: this is round {number}." if number > 1 else ""


def _record_note(record: GovernanceRecord) -> Component | None:
    if not record.status.record:
        return None
    return html.P(
        "Demonstration record: the dates, the Commission's points, the recommendations and the "
        "motion are those of the council's published papers. What those do not tell, the decision "
        "and the votes among it, is set down as such, and the people are not named.",
        className="notice",
    )


def _offered_parts(record: GovernanceRecord, offered: OfferedSteps) -> list[Component]:
    base = f"/editions/{record.status.year}"
    parts: list[Component] = []
    if offered.moves or offered.others:
        parts.append(html.H2("What you can do now"))
        parts.append(buttons(offered.moves, lambda action: f"{base}/do/{action.value}"))
        parts.append(_links(base, offered.others))
    if offered.may_read_drafts:
        parts.append(_working_links(base, record))
    if offered.waits:
        parts.append(html.H2("What it waits for"))
        parts.append(html.Ul([html.Li(sentence) for sentence in offered.waits]))
    if offered.may_begin:
        parts.append(_begin_form(base, record, offered.token))
    return parts


def _links(base: str, actions: Sequence[Action]) -> Component | None:
    if not actions:
        return None
    return html.P(
        [html.A(WORDS[action].name, href=f"{base}/do/{action.value}") for action in actions],
        className="doing",
    )


def _working_links(base: str, record: GovernanceRecord) -> Component:
    links = [
        ("Text and figures", f"{base}/text"),
        ("Comments", f"{base}/comments"),
        ("Read it as it stands", f"{base}/versions/draft"),
        ("Compare versions", f"{base}/compare"),
    ]
    if record.status.stage is Stage.PUBLISHED:
        links.pop(2)
    return html.P([html.A(name, href=address) for name, address in links], className="doing")


def _begin_form(base: str, record: GovernanceRecord, token: str) -> Component:
    following = record.status.year + 1
    return html.Form(
        [
            hidden("csrf_token", token),
            dbc.Button(
                f"Begin the {following} edition", type="submit", color="primary", outline=True
            ),
            html.Small(
                "Structure, indicators and targets carry over; this year's values become last "
                "year's; no text is used again."
            ),
        ],
        method="post",
        action=f"{base}/next",
        className="narrow",
    )


def _meetings(record: GovernanceRecord) -> list[Component]:
    if not record.meetings:
        return []
    rows = [
        (
            BODIES[meeting.body],
            formatting.day(meeting.on),
            formatting.day(papers_due(meeting.on)),
            meeting.minute or "not recorded yet",
        )
        for meeting in record.meetings
    ]
    heads = ("Meeting", "Day", "Papers public by", "Minute")
    caption = "Papers are public five clear working days before a meeting."
    table = chart.table(caption, heads, rows, numbers_from=None, cards=True)
    return [html.H2("Meetings"), table, *_late(record)]


def _late(record: GovernanceRecord) -> list[Component]:
    return [
        html.P(
            f"The papers for the {BODIES[meeting.body]} went out on {moment(version.at)}, later than "
            "five clear working days before.",
            className="late",
        )
        for meeting, version in record.sent
        if not record.status.record and are_late(meeting.on, version.at.date())
    ]
