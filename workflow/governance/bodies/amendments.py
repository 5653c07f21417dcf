"""Changes to a text that the Cabinet has seen: proposing, rewording, consulting, deciding."""

from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from db.models import Change, Consultation, Edition, Wording
from domain.editions.content import digest_of_wording
from domain.governance.record import DECLARED
from domain.governance.terms import ChangeKind, ChangeState, Consulted
from workflow.audit_log import Told
from workflow.clock import now
from workflow.errors import NothingToSave
from workflow.governance import editing
from workflow.governance.step_context import Taking


def propose(taking: Taking) -> Told:
    """Propose an amendment under the delegation."""
    change = begin(taking, ChangeKind.DELEGATED)
    change.origin = taking.given.origin
    return told(taking, change, after={**_said(change), "origin": str(taking.given.origin)})


def begin(taking: Taking, kind: ChangeKind) -> Change:
    """Add a change in its first wording."""
    place = taking.given.place
    before, after = editing.proposed(taking, place)
    change = Change(
        edition_id=taking.edition.id,
        round=taking.edition.round,
        number=_next_number(taking.session, taking.edition),
        kind=kind,
        state=ChangeState.OPEN,
        place=place,
        before=before,
        **dict.fromkeys(EMPTY, ""),
    )
    _word(taking, change, after)
    taking.session.add(change)
    taking.session.flush()
    return change


EMPTY = (
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
"""What a change does not say until it is decided."""


def reword(taking: Taking) -> Told:
    """Give a change another text; whatever was said of the one before no longer counts."""
    change = taking.change()
    was = _said(change)
    before, after = editing.proposed(taking.given_with(place=change.place), change.place)
    change.before = before
    _word(taking, change, after)
    if change.digest == change.wordings[-2].digest:
        raise NothingToSave("This is the wording that stands already: nothing was changed.")
    return told(taking, change, before=was, after=_said(change))


def consult(taking: Taking) -> Told:
    """Record the Leader's view of this exact text."""
    change, given = taking.change(), taking.given
    view = given.view or Consulted.AGAINST
    change.consultations.append(
        Consultation(
            digest=change.digest,
            view=view,
            words=given.text.strip(),
            evidence=given.evidence.strip(),
            by=taking.actor.username,
            by_name=taking.actor.name,
            at=now(),
        )
    )
    after = {"view": view.value, "words": given.text.strip(), "digest": change.digest}
    return told(taking, change, after=after, authority=given.evidence.strip())


def sign(taking: Taking) -> Told:
    """Sign an amendment: its text becomes the edition's, and its decision is on record."""
    change = taking.change()
    settle(taking, change, ChangeState.SIGNED)
    for name in DECLARED:
        setattr(change, name, getattr(taking.given, name).strip())
    carry_out(taking, change)
    return told(
        taking,
        change,
        before=dict(change.before),
        after={**change.after, **{name: getattr(change, name) for name in DECLARED}},
        reason=change.reason,
        authority=_authority(taking),
    )


def refuse(taking: Taking) -> Told:
    """Refuse a change, with the reason."""
    change = taking.change()
    settle(taking, change, ChangeState.REFUSED)
    change.decision = taking.given.reason.strip()
    return told(taking, change, after={"state": change.state.value}, reason=change.decision)


def settle(taking: Taking, change: Change, state: ChangeState) -> None:
    """Close a change."""
    change.state = state
    change.decided_by_name, change.decided_at = taking.actor.name, now()


def carry_out(taking: Taking, change: Change) -> None:
    """Write a change into the text."""
    editing.revise(taking, change.place, dict(change.after), note=f"Change {change.number}")


def told(taking: Taking, change: Change, **what: Any) -> Told:
    """What the log says of a change."""
    year = taking.edition.year
    title = f"change {change.number} to {taking.title(change.place)}"
    return Told(f"change:{year}/{change.number}", title, **what)


def views_on_it(change: Change) -> list[Consultation]:
    """The Leader's views of the wording as it stands; rewording voids those before it."""
    worded_at = change.wordings[-1].at
    return [
        each
        for each in change.consultations
        if each.digest == change.digest and each.at >= worded_at
    ]


def has_ended(taking: Taking) -> bool:
    """Whether the delegation of this round is over."""
    decision = taking.decision()
    held = decision.delegation if decision else None
    return held is not None and taking.today > held.until


def let_lapse(taking: Taking) -> list[int]:
    """Close what is still open when the delegation is over; gives the numbers."""
    open_ones = taking.session.scalars(
        select(Change)
        .where(
            Change.edition_id == taking.edition.id,
            Change.round == taking.edition.round,
            Change.state == ChangeState.OPEN,
        )
        .order_by(Change.number)
    ).all()
    for change in open_ones:
        settle(taking, change, ChangeState.REFUSED)
        change.decision = "It lapsed: the delegation ended before it was decided."
    return [change.number for change in open_ones]


def _said(change: Change) -> dict[str, Any]:
    return {
        "place": change.place,
        "text_before": dict(change.before),
        "text_after": dict(change.after),
        "why": change.reason,
        "digest": change.digest,
    }


def _word(taking: Taking, change: Change, after: dict[str, Any]) -> None:
    change.after, change.reason = after, taking.given.reason.strip()
    change.digest = digest_of_wording(change.place, change.before, after, change.reason)
    change.wordings.append(
        Wording(
            after=after,
            reason=change.reason,
            digest=change.digest,
            by=taking.actor.username,
            by_name=taking.actor.name,
            at=now(),
        )
    )


def _authority(taking: Taking) -> str:
    decision = taking.decision()
    if decision is None or decision.delegation is None:
        return ""
    return f"Cabinet, minute {decision.minute}, resolution ({decision.delegation.letter})"


def _next_number(session: Session, edition: Edition) -> int:
    highest = session.scalar(select(func.max(Change.number)).where(Change.edition_id == edition.id))
    return (highest or 0) + 1
