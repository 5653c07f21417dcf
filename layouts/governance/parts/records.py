"""What is on record of an edition: versions, decisions, changes, motions, notices."""

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


def fact(name: str, *told: Component | str) -> list[Component]:
    """One named part of a record."""
    return [html.Dt(name), html.Dd(list(told))]


def notices(found: Sequence[Notice]) -> list[Component]:
    """What readers were told with each correction, the newest first."""
    if not found:
        return []
    rows = [
        html.Li([html.B(f"Version {each.version}, {moment(each.at)}. "), each.text])
        for each in reversed(found)
    ]
    return [html.H2("Notices"), html.Ul(rows)]


def versions(record: GovernanceRecord, *, drafts: bool) -> list[Component]:
    """The frozen versions that the person asking may read."""
    shown = record.versions if drafts else record.published_versions
    if not shown:
        return []
    base = f"/editions/{record.status.year}"
    rows = [
        (
            html.A(f"Version {each.name}", href=f"{base}/versions/{each.name}"),
            moment(each.at),
            digest(each.digest),
            "Published" if each.name == record.status.published else "",
        )
        for each in shown
    ]
    heads = ("Version", "Frozen", "SHA-256", "State")
    told = "A frozen version never changes; its digest proves it."
    table = chart.table(told, heads, rows, numbers_from=None, cards=True)
    return [html.H2("Versions", id="versions"), table]


def decisions(record: GovernanceRecord) -> list[Component]:
    """What the Cabinet decided, round by round."""
    return [part for each in record.decisions for part in _decision(record, each)]


def _decision(record: GovernanceRecord, each: Decision) -> list[Component]:
    return [
        html.H2(f"Decision of the Cabinet, {formatting.day(each.on)}", id="decision"),
        html.Ol([_resolution(one) for one in each.resolutions], className="lettered"),
        html.Dl(
            [
                *fact("Reasons", each.reasons),
                *fact("Options considered and rejected", each.options_rejected),
                *fact("Interests declared", each.interests),
                *fact("Dispensations", each.dispensations),
                *fact("Minute", each.minute),
                *fact("Delegation", _delegation(record, each.delegation)),
            ],
            className="record-facts",
        ),
    ]


def _resolution(one: Resolution) -> Component:
    same = one.recommended == one.text
    told = (
        "As recommended."
        if same
        else "Not as recommended:"
        if one.recommended
        else "Not recommended by the paper."
    )
    return html.Li(
        [
            html.Span(f"({one.letter}) ", className="letter"),
            one.text,
            html.Small(told),
            None if same or not one.recommended else difference.words(one.recommended, one.text),
        ]
    )


def _delegation(record: GovernanceRecord, held: Delegation | None) -> str:
    if held is None:
        return "Nothing was delegated."
    scope = (
        "any amendments"
        if not held.scope
        else formatting.listed([record.titles.get(each, each) for each in held.scope])
    )
    return (
        f"Resolution ({held.letter}): the Chief Executive, following consultation with the Leader; "
        f"{scope}; until {formatting.day(held.until)}."
    )


def changes(record: GovernanceRecord, *, drafts: bool) -> list[Component]:
    """The changes made after the Cabinet; readers see those that were signed."""
    shown = [each for each in record.changes if drafts or each.state is ChangeState.SIGNED]
    if not shown:
        return []
    base = f"/editions/{record.status.year}/changes"
    rows = [
        (
            html.A(f"{each.number}. {each.title}", href=f"{base}/{each.number}"),
            CHANGES[each.kind],
            STATES[each.state],
        )
        for each in shown
    ]
    told = "Each leads to its text before and after, and to its record."
    table = chart.table(told, ("Change", "Kind", "State"), rows, numbers_from=None, cards=True)
    return [html.H2("Changes after the Cabinet", id="changes"), table]


def motions(record: GovernanceRecord) -> list[Component]:
    """The motion before the County Council, and how it went."""
    return [part for each in record.motions for part in _motion(each)]


def _motion(each: Motion) -> list[Component]:
    facts = [
        *fact("Version", f"{each.version} ", digest(each.digest)),
        *(fact("Moved by", each.mover) if each.mover else []),
        *(fact("Seconded by", each.seconder) if each.seconder else []),
        *(fact("Vote", each.vote) if each.vote else []),
        *(fact("Minute", each.minute) if each.minute else []),
        *(fact("Carried on", formatting.day(each.carried_on)) if each.carried_on else []),
    ]
    return [
        html.H2("Motion before the County Council", id="motion"),
        html.Blockquote(each.text),
        html.Dl(facts, className="record-facts"),
    ]


def delegated_decision(each: Amendment, decision: Decision | None) -> list[Component]:
    """The record of a delegated decision (SI 2014/2095 reg 7; SI 2012/2089 reg 13)."""
    if each.state is not ChangeState.SIGNED or each.decided_at is None:
        return []
    held = decision.delegation if decision else None
    authority = (
        f"Cabinet, minute {decision.minute}, resolution ({held.letter})"
        if decision and held
        else "–"
    )
    view = rules.current_view(each)
    consulted = f"The Leader was {view.view.value} the exact text: {view.words}" if view else "–"
    return [
        html.H2("Record of the delegated decision"),
        html.Dl(
            [
                *fact("Decision", f"To amend “{each.title}” as shown above"),
                *fact("Decided by", f"{each.decided_by_name}, Chief Executive"),
                *fact("Date", moment(each.decided_at)),
                *fact("Authority", authority),
                *fact("Consultation", consulted),
                *fact("Reasons", each.reason),
                *fact("Alternatives considered and rejected", each.options_rejected),
                *fact("Interests declared", each.interests),
                *fact("Dispensations", each.dispensations),
                *fact("Digest of the text", digest(each.digest)),
            ],
            className="record-facts",
        ),
    ]
