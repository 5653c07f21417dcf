"""What must be true before a step: one guard for each such need of the table.

A guard asks the database, under the edition's lock, and raises: ``Refused`` where the rules say
no, ``Stale`` where somebody else was quicker.
"""

from collections.abc import Callable, Mapping, Sequence

from sqlalchemy import select

from db.content import fields_at, row_at, unit_of
from db.models import Change, Section
from domain import formatting
from domain.editions.checklist import errors
from domain.editions.places import DASHBOARD, SECTION, Place
from domain.editions.terms import Document
from domain.governance.terms import Action, ChangeKind, ChangeState, CommentKind
from workflow.editions import freezing, revision_history
from workflow.errors import Conflict, Incomplete, Refused, Stale
from workflow.governance import meeting_days
from workflow.governance.bodies import amendments, scrutiny
from workflow.governance.readiness import findings, unsigned_units
from workflow.governance.step_context import Taking
from workflow.governance.steps import OF_A_CHANGE, Needs

MOST_NAMED = 5


def as_it_was_read(taking: Taking) -> None:
    """What was read is what stands there now: a text, a unit to sign off, or a change's wording."""
    if taking.step.action in OF_A_CHANGE:
        fits_text(taking)
    elif taking.step.action is Action.SIGN_OFF_SECTION:
        _check_unit_is_newest(taking)
    else:
        _check_place_is_newest(taking)


def _check_unit_is_newest(taking: Taking) -> None:
    unit = taking.given.place
    if Place.of(unit).kind not in (SECTION, DASHBOARD):
        raise Incomplete("Sections and dashboards are signed off, nothing else.")
    if taking.given.read != revision_history.newest_in(taking.session, taking.edition, unit):
        raise Stale("It was edited since you read it, so it was not signed off. Read it again.")


def _check_place_is_newest(taking: Taking) -> None:
    session, edition, place = taking.session, taking.edition, taking.given.place
    now = fields_at(session, edition, place)
    number = revision_history.number_of(session, edition, place)
    if taking.given.read != number:
        raise Conflict(
            "Somebody saved this while you were writing. Your text is kept below, beside theirs; "
            "nothing was overwritten.",
            base=revision_history.fields_then(session, edition, place, taking.given.read),
            now=now,
            number=number,
        )


def before_still_stands(taking: Taking) -> None:
    """The text to be changed is the one that was read, and no other change of it waits."""
    if taking.step.action in OF_A_CHANGE:
        return  # a rewording: its own text was checked as such
    row = row_at(taking.session, taking.edition, taking.given.place)
    if isinstance(row, Section) and row.document is Document.CABINET_REPORT:
        raise Refused("The report to the Cabinet is on record as it was. Nothing was changed.")
    _check_place_is_newest(taking)
    other = taking.session.scalar(
        select(Change.number).where(
            Change.edition_id == taking.edition.id,
            Change.place == taking.given.place,
            Change.state == ChangeState.OPEN,
        )
    )
    if other is not None:
        raise Refused(
            f"Change {other} of the same text is still open. Reword that one, or wait until it is "
            "decided. Nothing was changed."
        )


def not_own_work(taking: Taking) -> None:
    """Nobody signs off their own work; the rule looks at the person, not the role."""
    if taking.step.action in OF_A_CHANGE:
        _not_own_wording(taking)
        return
    unit = taking.given.place
    if revision_history.has_edited(taking.session, taking.edition, unit, taking.actor):
        raise Refused(
            "You have edited this since the last version was frozen, so somebody else must sign "
            "it off. Nothing was changed."
        )


def _not_own_wording(taking: Taking) -> None:
    change = taking.change()
    mine = taking.actor.username
    if mine in {wording.by for wording in change.wordings}:
        raise Refused("You worded this change, so somebody else must sign it. Nothing was changed.")
    if mine in {each.by for each in amendments.views_on_it(change)}:
        raise Refused(
            "You gave or recorded the view of the Leader on this text, so somebody else must sign "
            "it. Nothing was changed."
        )


def sections_signed_off(taking: Taking) -> None:
    """Every section and dashboard is signed off as it stands."""
    missing = unsigned_units(taking)
    if missing:
        named = ", ".join(title for _, title in missing[:MOST_NAMED])
        more = len(missing) - MOST_NAMED
        raise Refused(
            f"Not signed off yet: {named}{f' and {more} more' if more > 0 else ''}. A second "
            "officer signs off each section and dashboard. Nothing was changed."
        )


def checklist_clear(taking: Taking) -> None:
    """The publishing checklist holds no error."""
    found = errors(findings(taking))
    if found:
        things = formatting.counted(len(found), "thing", "things")
        first = "; ".join(f"{each.title}: {each.told}" for each in found[:MOST_NAMED])
        raise Refused(
            f"The publishing checklist has {things} to mend. {first} Nothing was changed."
        )


def no_comment_yet(taking: Taking) -> None:
    """No comment was submitted in this round."""
    if scrutiny.submitted(taking.session, taking.edition):
        raise Refused(
            "The Commission has submitted comments, so the draft cannot be recalled. Nothing was "
            "changed."
        )


def comments_answered(taking: Taking) -> None:
    """Every question, request and correction of this round has its answer."""
    open_ones = [
        each.number
        for each in scrutiny.submitted(taking.session, taking.edition)
        if each.kind is not CommentKind.VIEW and each.answered_at is None
    ]
    if open_ones:
        listed = ", ".join(str(number) for number in open_ones)
        raise Refused(f"Comments not answered yet: {listed}. Nothing was changed.")


def under_delegation(taking: Taking) -> None:
    """There is a delegation, it has not run out, and the place is within its scope."""
    decision = taking.decision()
    delegation = decision.delegation if decision else None
    if delegation is None:
        raise Refused(
            "The Cabinet delegated nothing in this round, so nothing can be amended before the "
            "County Council. Nothing was changed."
        )
    if amendments.has_ended(taking):
        raise Refused(
            f"The delegation of resolution ({delegation.letter}) ended on "
            f"{formatting.day(delegation.until)}. Nothing was changed."
        )
    place = taking.change().place if taking.step.action in OF_A_CHANGE else taking.given.place
    if place and not _is_within(taking, place, delegation.scope):
        raise Refused(
            f"“{taking.title(place)}” is outside the delegation of resolution "
            f"({delegation.letter}). Nothing was changed."
        )


def _is_within(taking: Taking, place: str, scope: Sequence[str]) -> bool:
    """Whether a delegation covers a place; one without a scope covers any."""
    within = {place, unit_of(taking.session, taking.edition, place)}
    return not scope or bool(within & set(scope))


def fits_text(taking: Taking) -> None:
    """The change is still open, and its text is the one that was read."""
    change = taking.change()
    kind = ChangeKind.CORRECTION if "correction" in taking.step.action else ChangeKind.DELEGATED
    if change.kind is not kind or change.round != taking.edition.round:
        raise Refused(f"Change {change.number} is not of that kind. Nothing was changed.")
    if change.state is not ChangeState.OPEN:
        raise Stale(
            f"Change {change.number} was {change.state.value} already. Nothing was changed."
        )
    if change.digest != taking.given.digest:
        raise Stale(
            f"Change {change.number} was reworded since you read it. Read it again; nothing was "
            "changed."
        )


def consulted(taking: Taking) -> None:
    """The Leader's view of this exact text is on record."""
    change = taking.change()
    if not amendments.views_on_it(change):
        raise Refused("The Leader has not been consulted on this exact text. Nothing was changed.")


def no_open_amendment(taking: Taking) -> None:
    """Every amendment of this round was signed or refused, or lapsed with the delegation."""
    if amendments.has_ended(taking):
        return
    numbers = taking.session.scalars(
        select(Change.number)
        .where(
            Change.edition_id == taking.edition.id,
            Change.round == taking.edition.round,
            Change.state == ChangeState.OPEN,
        )
        .order_by(Change.number)
    ).all()
    if numbers:
        listed = ", ".join(str(number) for number in numbers)
        raise Refused(f"Amendments still open: {listed}. Sign or refuse them first.")


def fits_version(taking: Taking) -> None:
    """The version named is the one before the Council, and it is what was frozen."""
    motion = taking.motion()
    if taking.given.digest != motion.digest:
        raise Refused(
            f"The motion names version {motion.version} with digest {motion.digest[:12]}; the form "
            "names another. Nothing was changed."
        )
    frozen = freezing.version_named(taking.session, taking.edition, motion.version)
    freezing.content_in(frozen)
    if frozen.digest != motion.digest:
        raise freezing.NotIntact("The motion's digest is not that of its version.")


Guard = Callable[[Taking], None]
GUARDS: Mapping[Needs, Guard] = {
    Needs.DIGEST_OF_TEXT: fits_text,
    Needs.VERSION_READ: as_it_was_read,
    Needs.DELEGATION: under_delegation,
    Needs.BEFORE_AND_AFTER: before_still_stands,
    Needs.NOT_OWN_WORK: not_own_work,
    Needs.SECTIONS_SIGNED_OFF: sections_signed_off,
    Needs.CHECKLIST: checklist_clear,
    Needs.MEETING: meeting_days.ahead,
    Needs.MINUTE: meeting_days.held,
    Needs.NO_COMMENT_YET: no_comment_yet,
    Needs.COMMENTS_ANSWERED: comments_answered,
    Needs.CONSULTATION: consulted,
    Needs.NO_OPEN_AMENDMENT: no_open_amendment,
    Needs.DIGEST_OF_VERSION: fits_version,
}
"""In the order they are asked: first whether what was read still stands."""


def check(taking: Taking) -> None:
    """Ask every guard of the step."""
    ask(taking, taking.step.needs)


def ask(taking: Taking, needs: Needs) -> None:
    """Ask the guards of these needs alone."""
    for need, guard in GUARDS.items():
        if need in needs:
            guard(taking)
