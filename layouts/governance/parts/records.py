"""The record of an edition: versions, decisions, changes, motions, notices."""

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from domain import formatting
from domain.formatting import moment
from domain.governance import rules
from domain.governance.record import (
    Amendment,
    Decision,
    Delegation,
    GovernanceRecord,
    Motion,
    Notice,
    Resolution,
)
from domain.governance.step_wording import CHANGES, STATES
from domain.governance.terms import ChangeState
from layouts.editions.parts import difference
from layouts.parts import chart
from layouts.parts.digest import digest


def fact(name: str, *content: Component | str) -> list[Component]:
    """Return one named part of a record."""
    return [html.Dt(name), html.Dd(list(content))]


def notices(published: Sequence[Notice]) -> list[Component]:
    """Return the notices of corrections, the newest first."""
    if not published:
        return []
    rows = [
        html.Li([html.B(f"Version {notice.version}, {moment(notice.at)}. "), notice.text])
        for notice in reversed(published)
    ]
    return [html.H2("Notices"), html.Ul(rows)]


def versions(record: GovernanceRecord, *, drafts: bool) -> list[Component]:
    """Return the frozen versions: all with ``drafts``, else those that were published."""
    shown = record.versions if drafts else record.published_versions
    if not shown:
        return []
    base = f"/editions/{record.status.year}"
    rows = [
        (
            html.A(f"Version {version.name}", href=f"{base}/versions/{version.name}"),
            moment(version.at),
            digest(version.digest),
            "Published" if version.name == record.status.published else "",
        )
        for version in shown
    ]
    heads = ("Version", "Frozen", "SHA-256", "State")
    caption = "A frozen version never changes; its digest proves it."
    table = chart.table(caption, heads, rows, numbers_from=None, cards=True)
    return [html.H2("Versions", id="versions"), table]


def decisions(record: GovernanceRecord) -> list[Component]:
    """Return what the Cabinet decided, round by round."""
    return [part for decision in record.decisions for part in _decision(record, decision)]


def _decision(record: GovernanceRecord, decision: Decision) -> list[Component]:
    return [
        html.H2(f"Decision of the Cabinet, {formatting.day(decision.on)}", id="decision"),
        html.Ol(
            [_resolution(resolution) for resolution in decision.resolutions], className="lettered"
        ),
        html.Dl(
            [
                *fact("Reasons", decision.reasons),
                *fact("Options considered and rejected", decision.options_rejected),
                *fact("Interests declared", decision.interests),
                *fact("Dispensations", decision.dispensations),
                *fact("Minute", decision.minute),
                *fact("Delegation", _delegation(record, decision.delegation)),
            ],
            className="record-facts",
        ),
    ]


def _resolution(resolution: Resolution) -> Component:
    same = resolution.recommended == resolution.text
    comparison = (
        "As recommended."
        if same
        else "Not as recommended:"
        if resolution.recommended
        else "Not recommended by the paper."
    )
    return html.Li(
        [
            html.Span(f"({resolution.letter}) ", className="letter"),
            resolution.text,
            html.Small(comparison),
            None
            if same or not resolution.recommended
            else difference.words(resolution.recommended, resolution.text),
        ]
    )


def _delegation(record: GovernanceRecord, delegation: Delegation | None) -> str:
    if delegation is None:
        return "Nothing was delegated."
    scope = (
        "any amendments"
        if not delegation.scope
        else formatting.listed([record.titles.get(place, place) for place in delegation.scope])
    )
    return (
        f"Resolution ({delegation.letter}): the Chief Executive, following consultation with the Leader; "
        f"{scope}; until {formatting.day(delegation.until)}."
    )


def changes(record: GovernanceRecord, *, drafts: bool) -> list[Component]:
    """Return the changes made after the Cabinet; readers see the signed ones."""
    shown = [change for change in record.changes if drafts or change.state is ChangeState.SIGNED]
    if not shown:
        return []
    base = f"/editions/{record.status.year}/changes"
    rows = [
        (
            html.A(f"{change.number}. {change.title}", href=f"{base}/{change.number}"),
            CHANGES[change.kind],
            STATES[change.state],
        )
        for change in shown
    ]
    caption = "Each leads to its text before and after, and to its record."
    table = chart.table(caption, ("Change", "Kind", "State"), rows, numbers_from=None, cards=True)
    return [html.H2("Changes after the Cabinet", id="changes"), table]


def motions(record: GovernanceRecord) -> list[Component]:
    """Return the motion before the County Council, and its vote."""
    return [part for motion in record.motions for part in _motion(motion)]


def _motion(motion: Motion) -> list[Component]:
    facts = [
        *fact("Version", f"{motion.version} ", digest(motion.digest)),
        *(fact("Moved by", motion.mover) if motion.mover else []),
        *(fact("Seconded by", motion.seconder) if motion.seconder else []),
        *(fact("Vote", motion.vote) if motion.vote else []),
        *(fact("Minute", motion.minute) if motion.minute else []),
        *(fact("Carried on", formatting.day(motion.carried_on)) if motion.carried_on else []),
    ]
    return [
        html.H2("Motion before the County Council", id="motion"),
        html.Blockquote(motion.text),
        html.Dl(facts, className="record-facts"),
    ]


def delegated_decision(change: Amendment, decision: Decision | None) -> list[Component]:
    """Return the record of a delegated decision (SI 2014/2095 reg 7; SI 2012/2089 reg 13)."""
    if change.state is not ChangeState.SIGNED or change.decided_at is None:
        return []
    delegation = decision.delegation if decision else None
    authority = (
        f"Cabinet, minute {decision.minute}, resolution ({delegation.letter})"
        if decision and delegation
        else "–"
    )
    view = rules.current_view(change)
    consulted = f"The Leader was {view.view.value} the exact text: {view.words}" if view else "–"
    return [
        html.H2("Record of the delegated decision"),
        html.Dl(
            [
                *fact("Decision", f"To amend “{change.title}” as shown above"),
                *fact("Decided by", f"{change.decided_by_name}, Chief Executive"),
                *fact("Date", moment(change.decided_at)),
                *fact("Authority", authority),
                *fact("Consultation", consulted),
                *fact("Reasons", change.reason),
                *fact("Alternatives considered and rejected", change.options_rejected),
                *fact("Interests declared", change.interests),
                *fact("Dispensations", change.dispensations),
                *fact("Digest of the text", digest(change.digest)),
            ],
            className="record-facts",
        ),
    ]
