"""What is on record of an edition's approval, as plain data and as lines to read."""

from collections.abc import Iterator, Sequence
from typing import Any

from domain import formatting
from domain.editions.stage_wording import STANDS
from domain.editions.status import Version
from domain.editions.terms import Stage
from domain.formatting import moment
from domain.governance.record import Authority, Changed, Decided, Met, Moved, Process, View
from domain.governance.step_wording import BODIES, CHANGES, STATES, VIEWS
from domain.governance.working_days import papers_due
from domain.indicators.field_wording import field_name, printed_field

LONGEST = 200
"""So much of a text is shown in lines; the data has the whole."""


def as_data(process: Process) -> dict[str, Any]:
    """Everything on record, ready for JSON. The decision and the motion are the round's own."""
    standing, decision = process.standing, process.decision
    return {
        "year": standing.year,
        "title": standing.title,
        "stage": standing.stage.value,
        "round": standing.round,
        "published": standing.published,
        "versions": [_version(each) for each in process.versions],
        "meetings": [_meeting(each) for each in process.meetings],
        "resolutions": [
            {"letter": each.letter, "text": each.text, "recommended": each.recommended}
            for each in (decision.resolutions if decision else ())
        ],
        "decision": _decision(decision) if decision else None,
        "delegation": _delegation(process.delegation) if process.delegation else None,
        "amendments": [_change(each) for each in process.changes],
        "motion": _motion(process.motion) if process.motion else None,
        "notices": [
            {"version": each.version, "text": each.text, "at": each.at.isoformat()}
            for each in process.notices
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


def _meeting(each: Met) -> dict[str, Any]:
    return {
        "body": each.body.value,
        "on": each.on.isoformat(),
        "minute": each.minute,
        "papers_due": papers_due(each.on).isoformat(),
        "round": each.round,
    }


def _decision(decision: Decided) -> dict[str, Any]:
    return {
        "on": decision.on.isoformat(),
        "minute": decision.minute,
        "reasons": decision.reasons,
        "options_rejected": decision.options_rejected,
        "interests": decision.interests,
        "dispensations": decision.dispensations,
    }


def _delegation(held: Authority) -> dict[str, Any]:
    return {"letter": held.letter, "scope": list(held.scope), "until": held.until.isoformat()}


def _change(each: Changed) -> dict[str, Any]:
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


def _view(view: View) -> dict[str, Any]:
    return {
        "view": view.view.value,
        "words": view.words,
        "digest": view.digest,
        "evidence": view.evidence,
    }


def _motion(motion: Moved) -> dict[str, Any]:
    names = ("text", "version", "digest", "mover", "seconder", "vote", "minute")
    carried = motion.carried_on.isoformat() if motion.carried_on else None
    return {**{name: getattr(motion, name) for name in names}, "carried_on": carried}


def as_lines(process: Process) -> Iterator[str]:
    """The same to read, one line each, under a heading where there is something to say."""
    standing = process.standing
    yield standing.title
    yield f"Stage: {standing.stage.value}, round {standing.round}. {STANDS[standing.stage]}"
    if standing.published and standing.stage is not Stage.WITHDRAWN:
        yield f"The public reads version {standing.published}."
    for title, lines in _parts(process):
        if lines:
            yield f"\n{title}"
            yield from (f"  {line}" for line in lines)


def _parts(process: Process) -> Iterator[tuple[str, Sequence[str]]]:
    decision = process.decision
    yield "Versions", [_said_of_version(each) for each in process.versions]
    yield "Meetings", [_said_of_meeting(each) for each in process.meetings]
    yield "What the Cabinet decided", list(_said_of_decision(decision)) if decision else []
    yield "Changes", [line for each in process.changes for line in _said_of_change(each)]
    yield "Motion", list(_said_of_motion(process.motion)) if process.motion else []
    yield (
        "Notices",
        [f"Version {each.version}, {moment(each.at)}: {each.text}" for each in process.notices],
    )


def _said_of_version(each: Version) -> str:
    return f"{each.name}: {each.digest}, frozen by {each.by_name} on {moment(each.at)}"


def _said_of_meeting(each: Met) -> str:
    last = formatting.day(papers_due(each.on))
    minute = f"Minute: {each.minute}" if each.minute else "No minute is recorded yet."
    return (
        f"{BODIES[each.body]}, {formatting.day(each.on)}. Last day for its papers: {last}. {minute}"
    )


def _said_of_decision(decision: Decided) -> Iterator[str]:
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


def _said_of_delegation(held: Authority | None) -> str:
    if held is None:
        return "There is no delegation: nothing can be amended before the County Council."
    scope = ", ".join(held.scope) or "any amendments"
    return f"Delegation: resolution ({held.letter}), {scope}, until {formatting.day(held.until)}"


def _said_of_change(each: Changed) -> Iterator[str]:
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


def _said_of_motion(motion: Moved) -> Iterator[str]:
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
    return f"“{text}”" if len(text) <= LONGEST else f"“{text[:LONGEST].rstrip()}…”"
