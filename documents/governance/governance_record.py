"""What is on record of an edition's approval, as plain data and as lines to read."""

from collections.abc import Iterator, Sequence
from typing import Any

from domain import formatting
from domain.editions.field_wording import field_name, printed_field
from domain.editions.stage_wording import STANDS
from domain.editions.status import Version
from domain.editions.terms import Stage
from domain.formatting import moment
from domain.governance.record import (
    Amendment,
    Consultation,
    Decision,
    Delegation,
    GovernanceRecord,
    MeetingRecord,
    Motion,
)
from domain.governance.step_wording import BODIES, CHANGES, STATES, VIEWS
from domain.governance.working_days import papers_due

LONGEST_LINE = 200
"""So much of a text is shown in lines; the data has the whole."""


def as_data(record: GovernanceRecord) -> dict[str, Any]:
    """Everything on record, ready for JSON. The decision and the motion are the round's own."""
    status, decision = record.status, record.decision
    return {
        "year": status.year,
        "title": status.title,
        "stage": status.stage.value,
        "round": status.round,
        "published": status.published,
        "versions": [_version(each) for each in record.versions],
        "meetings": [_meeting(each) for each in record.meetings],
        "resolutions": [
            {"letter": each.letter, "text": each.text, "recommended": each.recommended}
            for each in (decision.resolutions if decision else ())
        ],
        "decision": _decision(decision) if decision else None,
        "delegation": _delegation(record.delegation) if record.delegation else None,
        "amendments": [_change(each) for each in record.changes],
        "motion": _motion(record.motion) if record.motion else None,
        "notices": [
            {"version": each.version, "text": each.text, "at": each.at.isoformat()}
            for each in record.notices
        ],
    }


def _version(each: Version) -> dict[str, Any]:
    return {
        "name": each.name,
        "digest": each.digest,
        "at": each.at.isoformat(),
        "by": each.by_name,
        "round": each.round,
    }


def _meeting(each: MeetingRecord) -> dict[str, Any]:
    return {
        "body": each.body.value,
        "on": each.on.isoformat(),
        "minute": each.minute,
        "papers_due": papers_due(each.on).isoformat(),
        "round": each.round,
    }


def _decision(decision: Decision) -> dict[str, Any]:
    return {
        "on": decision.on.isoformat(),
        "minute": decision.minute,
        "reasons": decision.reasons,
        "options_rejected": decision.options_rejected,
        "interests": decision.interests,
        "dispensations": decision.dispensations,
    }


def _delegation(held: Delegation) -> dict[str, Any]:
    return {"letter": held.letter, "scope": list(held.scope), "until": held.until.isoformat()}


def _change(each: Amendment) -> dict[str, Any]:
    return {
        "number": each.number,
        "round": each.round,
        "kind": each.kind.value,
        "state": each.state.value,
        "place": each.place,
        "before": dict(each.before),
        "after": dict(each.after),
        "reason": each.reason,
        "origin": each.origin.value if each.origin else None,
        "digest": each.digest,
        "consultations": [_view(view) for view in each.views],
        "decided_by": each.decided_by_name,
        "decided_at": each.decided_at.isoformat() if each.decided_at else None,
    }


def _view(view: Consultation) -> dict[str, Any]:
    return {
        "view": view.view.value,
        "words": view.words,
        "digest": view.digest,
        "evidence": view.evidence,
    }


def _motion(motion: Motion) -> dict[str, Any]:
    names = ("text", "version", "digest", "mover", "seconder", "vote", "minute")
    carried = motion.carried_on.isoformat() if motion.carried_on else None
    return {**{name: getattr(motion, name) for name in names}, "carried_on": carried}


def as_lines(record: GovernanceRecord) -> Iterator[str]:
    """The same to read, one line each, under a heading where there is something to say."""
    status = record.status
    yield status.title
    yield f"Stage: {status.stage.value}, round {status.round}. {STANDS[status.stage]}"
    if status.published and status.stage is not Stage.WITHDRAWN:
        yield f"The public reads version {status.published}."
    for title, lines in _parts(record):
        if lines:
            yield f"\n{title}"
            yield from (f"  {line}" for line in lines)


def _parts(record: GovernanceRecord) -> Iterator[tuple[str, Sequence[str]]]:
    decision = record.decision
    yield "Versions", [_said_of_version(each) for each in record.versions]
    yield "Meetings", [_said_of_meeting(each) for each in record.meetings]
    yield "What the Cabinet decided", list(_said_of_decision(decision)) if decision else []
    yield "Changes", [line for each in record.changes for line in _said_of_change(each)]
    yield "Motion", list(_said_of_motion(record.motion)) if record.motion else []
    yield (
        "Notices",
        [f"Version {each.version}, {moment(each.at)}: {each.text}" for each in record.notices],
    )


def _said_of_version(each: Version) -> str:
    return f"{each.name}: {each.digest}, frozen by {each.by_name} on {moment(each.at)}"


def _said_of_meeting(each: MeetingRecord) -> str:
    last = formatting.day(papers_due(each.on))
    minute = f"Minute: {each.minute}" if each.minute else "No minute is recorded yet."
    return (
        f"{BODIES[each.body]}, {formatting.day(each.on)}. Last day for its papers: {last}. {minute}"
    )


def _said_of_decision(decision: Decision) -> Iterator[str]:
    yield f"On {formatting.day(decision.on)}. Minute: {decision.minute}"
    for each in decision.resolutions:
        yield f"({each.letter}) {each.text}"
        if each.recommended != each.text:
            yield f"    Recommended was: {each.recommended or 'nothing'}"
    yield f"Reasons: {decision.reasons}"
    yield f"Options rejected: {decision.options_rejected}"
    yield f"Interests declared: {decision.interests}"
    yield f"Dispensations: {decision.dispensations}"
    yield _said_of_delegation(decision.delegation)


def _said_of_delegation(held: Delegation | None) -> str:
    if held is None:
        return "There is no delegation: nothing can be amended before the County Council."
    scope = ", ".join(held.scope) or "any amendments"
    return f"Delegation: resolution ({held.letter}), {scope}, until {formatting.day(held.until)}"


def _said_of_change(each: Amendment) -> Iterator[str]:
    origin = f", origin: {each.origin.value.replace('_', ' ')}" if each.origin else ""
    yield f"{each.number}. {CHANGES[each.kind]} ({each.title}): {STATES[each.state].lower()}{origin}"
    for one in each.differences:
        before, after = (_shown(one.field, value) for value in (one.before, one.after))
        yield f"   {field_name(one.field)}: from {before} to {after}"
    yield f"   Reason: {each.reason}"
    yield f"   Digest of the text: {each.digest}"
    for view in each.views:
        yield f"   The Leader's view of {view.digest}: {VIEWS[view.view]}. {view.words}"
    if each.decided_at:
        yield f"   Decided by {each.decided_by_name} on {moment(each.decided_at)}"


def _said_of_motion(motion: Motion) -> Iterator[str]:
    yield motion.text
    yield f"It names version {motion.version}: {motion.digest}"
    if motion.carried_on:
        yield f"Carried on {formatting.day(motion.carried_on)}. Minute: {motion.minute}"
        yield f"Mover: {motion.mover}"
        yield f"Seconder: {motion.seconder}"
        yield f"Vote: {motion.vote}"


def _shown(field: str, value: Any) -> str:
    text = " ".join(printed_field(field, value).split())
    if not text:
        return "nothing"
    return f"“{text}”" if len(text) <= LONGEST_LINE else f"“{text[:LONGEST_LINE].rstrip()}…”"
