"""One edition: where it stands, what can be done now, and everything on record."""

from collections.abc import Sequence
from dataclasses import dataclass

import dash_bootstrap_components as dbc
from dash import html
from dash.development.base_component import Component

from domain import formatting
from domain.editions.stage_wording import STAGES, STANDS
from domain.editions.terms import Stage
from domain.formatting import moment
from domain.governance.record import Process
from domain.governance.step_wording import ACTIONS, BODIES
from domain.governance.terms import Action
from domain.governance.working_days import are_late, papers_due
from layouts.governance.parts import process_line, records
from layouts.governance.parts.offered import buttons
from layouts.parts import chart
from layouts.shell import Sheet, hidden


@dataclass(frozen=True, slots=True)
class Doing:
    """What the person asking can do now, and who else is waited for.

    ``moves`` lead to the next stage; ``waits`` are sentences on what must come first.
    """

    moves: Sequence[Action]
    others: Sequence[Action]
    waits: Sequence[str]
    may_read_drafts: bool
    may_see_open_changes: bool
    may_begin: bool
    token: str


def page(process: Process, doing: Doing, *, notices: Sequence[str] = ()) -> Sheet:
    """Lay out the edition."""
    standing = process.standing
    content = [
        html.P([html.A("Editions", href="/editions"), f" › {standing.year}"], className="crumbs"),
        html.H1(f"The {standing.year} edition: {STAGES[standing.stage].lower()}"),
        html.P(f"{STANDS[standing.stage]} {_round(process)}".strip(), className="lead"),
        _record_note(process),
        process_line.line(process),
        *_doing(process, doing),
        *records.notices(process.notices),
        *_meetings(process),
        *records.versions(process, drafts=doing.may_read_drafts),
        *records.decisions(process),
        *records.changes(process, drafts=doing.may_see_open_changes),
        *records.motions(process),
        html.P(
            [
                html.A("Meetings as a calendar", href=f"/editions/{standing.year}/calendar.ics"),
            ]
        ),
    ]
    title = f"The {standing.year} edition"
    return Sheet(title, content, menu="/editions", notices=notices)


def tombstone(year: int, title: str, reason: str, when: str) -> Sheet:
    """What stays at the address of an edition that was withdrawn."""
    content = [
        html.P([html.A("Editions", href="/editions"), f" › {year}"], className="crumbs"),
        html.H1(f"The {year} edition was withdrawn"),
        html.P(f"{title} is no longer published. It was withdrawn on {when}.", className="lead"),
        html.P(f"The reason given: {reason}"),
    ]
    return Sheet(f"The {year} edition was withdrawn", content, menu="/editions")


def _round(process: Process) -> str:
    number = process.standing.round
    return f"It was referred back: this is round {number}." if number > 1 else ""


def _record_note(process: Process) -> Component | None:
    if not process.standing.record:
        return None
    return html.P(
        "Demonstration record: the dates, the Commission's points, the recommendations and the "
        "motion are those of the council's published papers. What those do not tell, the decision "
        "and the votes among it, is set down as such, and the people are not named.",
        className="notice",
    )


def _doing(process: Process, doing: Doing) -> list[Component]:
    base = f"/editions/{process.standing.year}"
    parts: list[Component] = []
    if doing.moves or doing.others:
        parts.append(html.H2("What you can do now"))
        parts.append(buttons(doing.moves, lambda action: f"{base}/do/{action.value}"))
        parts.append(_links(base, doing.others))
    if doing.may_read_drafts:
        parts.append(_working(base, process))
    if doing.waits:
        parts.append(html.H2("What it waits for"))
        parts.append(html.Ul([html.Li(each) for each in doing.waits]))
    if doing.may_begin:
        parts.append(_beginning(base, process, doing.token))
    return parts


def _links(base: str, actions: Sequence[Action]) -> Component | None:
    if not actions:
        return None
    return html.P(
        [html.A(ACTIONS[action], href=f"{base}/do/{action.value}") for action in actions],
        className="doing",
    )


def _working(base: str, process: Process) -> Component:
    links = [
        ("Text and figures", f"{base}/text"),
        ("Comments", f"{base}/comments"),
        ("Read it as it stands", f"{base}/versions/draft"),
        ("Compare versions", f"{base}/compare"),
    ]
    if process.standing.stage is Stage.PUBLISHED:
        links.pop(2)
    return html.P([html.A(name, href=address) for name, address in links], className="doing")


def _beginning(base: str, process: Process, token: str) -> Component:
    following = process.standing.year + 1
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


def _meetings(process: Process) -> list[Component]:
    if not process.meetings:
        return []
    rows = [
        (
            BODIES[each.body],
            formatting.day(each.on),
            formatting.day(papers_due(each.on)),
            each.minute or "not recorded yet",
        )
        for each in process.meetings
    ]
    heads = ("Meeting", "Day", "Papers public by", "Minute")
    told = "Papers are public five clear working days before a meeting."
    table = chart.table(told, heads, rows, numbers_from=None, cards=True)
    return [html.H2("Meetings"), table, *_late(process)]


def _late(process: Process) -> list[Component]:
    return [
        html.P(
            f"The papers for the {BODIES[met.body]} went out on {moment(version.at)}, later than "
            "five clear working days before.",
            className="late",
        )
        for met, version in process.sent
        if not process.standing.record and are_late(met.on, version.at.date())
    ]
