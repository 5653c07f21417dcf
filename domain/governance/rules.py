"""The rules of approving an edition, each as one function of what is on record.

Guards load the records under the edition's lock and pages read the same records, so a page
offers exactly the steps that a guard allows.
"""

from collections.abc import Iterable
from datetime import date

from domain.editions.revisions import SignOffUnit
from domain.governance.record import Amendment, Comment, Consultation, Delegation
from domain.governance.terms import ChangeKind, ChangeState, CommentKind


def counts(view: Consultation, change: Amendment) -> bool:
    """Return whether a view of the Leader counts: rewording a change voids the views before it."""
    return view.digest == change.digest and view.at >= change.wordings[-1].at


def current_views(change: Amendment) -> list[Consultation]:
    """Return the Leader's views of the present wording, the newest last."""
    return [view for view in change.views if counts(view, change)]


def current_view(change: Amendment) -> Consultation | None:
    """Return the Leader's newest view of the present wording, if there is one."""
    views = current_views(change)
    return views[-1] if views else None


def is_own_wording(change: Amendment, username: str) -> bool:
    """Return whether somebody wrote a wording of a change: they do not sign it."""
    return username in {wording.by for wording in change.wordings}


def has_given_view(change: Amendment, username: str) -> bool:
    """Return whether somebody gave or recorded a view that counts: they do not sign the change."""
    return username in {view.by for view in current_views(change)}


def open_changes(
    changes: Iterable[Amendment], present: int, kind: ChangeKind | None = None
) -> list[Amendment]:
    """Return the changes of the present round, of one kind or any, that are still to be decided."""
    return [
        change
        for change in changes
        if change.state is ChangeState.OPEN
        and change.round == present
        and kind in (None, change.kind)
    ]


def needs_reply(comment: Comment) -> bool:
    """Return whether officers still have to answer a comment: it was submitted and is no view."""
    is_unanswered = comment.submitted_at is not None and comment.answered_at is None
    return is_unanswered and comment.kind is not CommentKind.VIEW


def awaiting_reply(comments: Iterable[Comment], present: int) -> list[Comment]:
    """Return the comments of the present round that need a reply."""
    return [comment for comment in comments if comment.round == present and needs_reply(comment)]


def is_own_work(unit: SignOffUnit, username: str) -> bool:
    """Return whether somebody edited a unit since the last version: they do not sign it off."""
    return username in unit.editors


def is_signed_off(unit: SignOffUnit) -> bool:
    """Return whether a unit is signed off as it stands."""
    return bool(unit.signed_by)


def unsigned(units: Iterable[SignOffUnit]) -> list[SignOffUnit]:
    """Return the units that are not signed off as they stand."""
    return [unit for unit in units if not is_signed_off(unit)]


def waits_for_sign_off(unit: SignOffUnit, username: str) -> bool:
    """Return whether somebody can sign a unit off: it is written, by others, and not signed off."""
    return not (is_signed_off(unit) or unit.is_empty or is_own_work(unit, username))


def delegation_has_ended(delegation: Delegation | None, today: date) -> bool:
    """Return whether there is a delegation and its last day is over."""
    return delegation is not None and today > delegation.until


def is_within(delegation: Delegation, place: str, unit: str) -> bool:
    """Return whether a delegation covers a place, by itself or with its section or dashboard.

    A delegation without a scope covers every place.
    """
    return not delegation.scope or not {place, unit}.isdisjoint(delegation.scope)


def can_be_minuted(meeting: date, today: date) -> bool:
    """Return whether the minute of a meeting on a day can be recorded: from that day on."""
    return meeting <= today
