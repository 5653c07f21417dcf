"""The record of an edition's approval, as plain data and as lines of text."""

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
"""The number of characters of a text that lines show; the data has the whole."""


def as_data(record: GovernanceRecord) -> dict[str, Any]:
    """Return everything on record for JSON, with the decision and motion of the present round."""
    status, decision = record.status, record.decision
    return {
        "year": status.year,
        "title": status.title,
        "stage": status.stage.value,
        "round": status.round,
        "published": status.published,
        "versions": [_version(version) for version in record.versions],
        "meetings": [_meeting(meeting) for meeting in record.meetings],
        "resolutions": [
            {
                "letter": resolution.letter,
                "text": resolution.text,
                "recommended": resolution.recommended,
            }
            for resolution in (decision.resolutions if decision else ())
        ],
        "decision": _decision(decision) if decision else None,
        "delegation": _delegation(record.delegation) if record.delegation else None,
        "amendments": [_change(change) for change in record.changes],
        "motion": _motion(record.motion) if record.motion else None,
        "notices": [
            {"version": notice.version, "text": notice.text, "at": notice.at.isoformat()}
            for notice in record.notices
        ],
    }


def _version(version: Version) -> dict[str, Any]:
    return {
        "name": version.name,
        "digest": version.digest,
        "at": version.at.isoformat(),
        "by": version.by_name,
        "round": version.round,
    }


def _meeting(meeting: MeetingRecord) -> dict[str, Any]:
    return {
        "body": meeting.body.value,
        "on": meeting.on.isoformat(),
        "minute": meeting.minute,
        "papers_due": papers_due(meeting.on).isoformat(),
        "round": meeting.round,
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


def _delegation(delegation: Delegation) -> dict[str, Any]:
    return {
        "letter": delegation.letter,
        "scope": list(delegation.scope),
        "until": delegation.until.isoformat(),
    }


def _change(change: Amendment) -> dict[str, Any]:
    return {
        "number": change.number,
        "round": change.round,
        "kind": change.kind.value,
        "state": change.state.value,
        "place": change.place,
        "before": dict(change.before),
        "after": dict(change.after),
        "reason": change.reason,
        "origin": change.origin.value if change.origin else None,
        "digest": change.digest,
        "consultations": [_view(view) for view in change.views],
        "decided_by": change.decided_by_name,
        "decided_at": change.decided_at.isoformat() if change.decided_at else None,
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
    """Return the record as lines, under a heading for each part that is not empty."""
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
    yield "Versions", [_said_of_version(version) for version in record.versions]
    yield "Meetings", [_said_of_meeting(meeting) for meeting in record.meetings]
    yield "What the Cabinet decided", list(_said_of_decision(decision)) if decision else []
    yield "Changes", [line for change in record.changes for line in _said_of_change(change)]
    yield "Motion", list(_said_of_motion(record.motion)) if record.motion else []
    yield (
        "Notices",
        [
            f"Version {notice.version}, {moment(notice.at)}: {notice.text}"
            for notice in record.notices
        ],
    )


def _said_of_version(version: Version) -> str:
    return f"{version.name}: {version.digest}, frozen by {version.by_name} on {moment(version.at)}"


def _said_of_meeting(meeting: MeetingRecord) -> str:
    last = formatting.day(papers_due(meeting.on))
    minute = f"Minute: {meeting.minute}" if meeting.minute else "No minute is recorded yet."
    return f"{BODIES[meeting.body]}, {formatting.day(meeting.on)}. Last day for its papers: {last}. {minute}"


def _said_of_decision(decision: Decision) -> Iterator[str]:
    yield f"On {formatting.day(decision.on)}. Minute: {decision.minute}"
    for resolution in decision.resolutions:
        yield f"({resolution.letter}) {resolution.text}"
        if resolution.recommended != resolution.text:
            yield f"    Recommended was: {resolution.recommended or 'nothing'}"
    yield f"Reasons: {decision.reasons}"
    yield f"Options rejected: {decision.options_rejected}"
    yield f"Interests declared: {decision.interests}"
    yield f"Dispensations: {decision.dispensations}"
    yield _said_of_delegation(decision.delegation)


def _said_of_delegation(delegation: Delegation | None) -> str:
    if delegation is None:
        return "There is no delegation: nothing can be amended before the County Council."
    scope = ", ".join(delegation.scope) or "any amendments"
    return f"Delegation: resolution ({delegation.letter}), {scope}, until {formatting.day(delegation.until)}"


def _said_of_change(change: Amendment) -> Iterator[str]:
    origin = f", origin: {change.origin.value.replace('_', ' ')}" if change.origin else ""
    yield f"{change.number}. {CHANGES[change.kind]} ({change.title}): {STATES[change.state].lower()}{origin}"
    for one in change.differences:
        before, after = (_shown(one.field, value) for value in (one.before, one.after))
        yield f"   {field_name(one.field)}: from {before} to {after}"
    yield f"   Reason: {change.reason}"
    yield f"   Digest of the text: {change.digest}"
    for view in change.views:
        yield f"   The Leader's view of {view.digest}: {VIEWS[view.view]}. {view.words}"
    if change.decided_at:
        yield f"   Decided by {change.decided_by_name} on {moment(change.decided_at)}"


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
