"""Changes to a text that the Cabinet has seen: proposing, rewording, consulting, deciding."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from db.models import Change, Consultation, Edition, Wording
from domain.editions.content import digest_of_wording
from domain.governance.record import DECLARED
from domain.governance.terms import ChangeKind, ChangeState, Consulted
from workflow.audit_log import EntryDetails
from workflow.clock import now
from workflow.errors import NothingToSave
from workflow.governance import editing
from workflow.governance.step_context import StepContext


def propose(context: StepContext) -> EntryDetails:
    """Propose an amendment under the delegation."""
    change = add_amendment(context, ChangeKind.DELEGATED)
    change.origin = context.step_input.origin
    return entry_details(
        context, change, after={**_logged(change), "origin": str(context.step_input.origin)}
    )


def add_amendment(context: StepContext, kind: ChangeKind) -> Change:
    """Add a change with its first wording."""
    place = context.step_input.place
    before, after = editing.proposed(context, place)
    change = Change(
        edition_id=context.edition.id,
        round=context.edition.round,
        number=_next_number(context.session, context.edition),
        kind=kind,
        state=ChangeState.OPEN,
        place=place,
        before=before,
        **dict.fromkeys(UNDECIDED, ""),
    )
    _word(context, change, after)
    context.session.add(change)
    context.session.flush()
    return change


UNDECIDED = (
    "decided_by_name",
    "decision",
    "options_rejected",
    "interests",
    "dispensations",
    "mover",
    "seconder",
    "vote",
    "minute",
)
"""The texts of a change that are empty until it is decided."""


def reword(context: StepContext) -> EntryDetails:
    """Set another wording of a change; views of the one before no longer count."""
    change = context.change()
    was = _logged(change)
    before, after = editing.proposed(context.with_input(place=change.place), change.place)
    change.before = before
    _word(context, change, after)
    if change.digest == change.wordings[-2].digest:
        raise NothingToSave("This is the wording that stands already: nothing was changed.")
    return entry_details(context, change, before=was, after=_logged(change))


def consult(context: StepContext) -> EntryDetails:
    """Record the Leader's view of this exact text."""
    change, step_input = context.change(), context.step_input
    view = step_input.view or Consulted.AGAINST
    change.consultations.append(
        Consultation(
            digest=change.digest,
            view=view,
            words=step_input.text.strip(),
            evidence=step_input.evidence.strip(),
            by=context.actor.username,
            by_name=context.actor.name,
            at=now(),
        )
    )
    after = {"view": view.value, "words": step_input.text.strip(), "digest": change.digest}
    return entry_details(context, change, after=after, authority=step_input.evidence.strip())


def sign(context: StepContext) -> EntryDetails:
    """Sign an amendment: write its text into the edition and record its decision."""
    change = context.change()
    close(context, change, ChangeState.SIGNED)
    for name in DECLARED:
        setattr(change, name, getattr(context.step_input, name).strip())
    apply(context, change)
    return entry_details(
        context,
        change,
        before=dict(change.before),
        after={**change.after, **{name: getattr(change, name) for name in DECLARED}},
        reason=change.reason,
        authority=_authority(context),
    )


def refuse(context: StepContext) -> EntryDetails:
    """Refuse a change, with the reason."""
    change = context.change()
    close(context, change, ChangeState.REFUSED)
    change.decision = context.step_input.reason.strip()
    return entry_details(
        context, change, after={"state": change.state.value}, reason=change.decision
    )


def close(context: StepContext, change: Change, state: ChangeState) -> None:
    """Close a change."""
    change.state = state
    change.decided_by_name, change.decided_at = context.actor.name, now()


def apply(context: StepContext, change: Change) -> None:
    """Write a change into the text."""
    editing.revise(context, change.place, dict(change.after), note=f"Change {change.number}")


def entry_details(context: StepContext, change: Change, **what: Any) -> EntryDetails:
    """Return what the log says of a change."""
    year = context.edition.year
    title = f"change {change.number} to {context.title(change.place)}"
    return EntryDetails(f"change:{year}/{change.number}", title, **what)


def open_changes(context: StepContext) -> Sequence[Change]:
    """Return the changes of this round that are still to be decided, by number."""
    return context.session.scalars(
        select(Change)
        .where(
            Change.edition_id == context.edition.id,
            Change.round == context.edition.round,
            Change.state == ChangeState.OPEN,
        )
        .order_by(Change.number)
    ).all()


def lapse_open_amendments(context: StepContext) -> list[int]:
    """Close the open changes when the delegation has ended; return their numbers."""
    lapsed = open_changes(context)
    for change in lapsed:
        close(context, change, ChangeState.REFUSED)
        change.decision = "It lapsed: the delegation ended before it was decided."
    return [change.number for change in lapsed]


def _logged(change: Change) -> dict[str, Any]:
    return {
        "place": change.place,
        "text_before": dict(change.before),
        "text_after": dict(change.after),
        "why": change.reason,
        "digest": change.digest,
    }


def _word(context: StepContext, change: Change, after: dict[str, Any]) -> None:
    change.after, change.reason = after, context.step_input.reason.strip()
    change.digest = digest_of_wording(change.place, change.before, after, change.reason)
    change.wordings.append(
        Wording(
            after=after,
            reason=change.reason,
            digest=change.digest,
            by=context.actor.username,
            by_name=context.actor.name,
            at=now(),
        )
    )


def _authority(context: StepContext) -> str:
    decision = context.decision()
    if decision is None or decision.delegation is None:
        return ""
    return f"Cabinet, minute {decision.minute}, resolution ({decision.delegation.letter})"


def _next_number(session: Session, edition: Edition) -> int:
    highest = session.scalar(select(func.max(Change.number)).where(Change.edition_id == edition.id))
    return (highest or 0) + 1
