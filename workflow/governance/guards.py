"""What must be true before a step: one guard for each such need of the table.

A guard asks the database, under the edition's lock, and raises: ``Refused`` where the rules say
no, ``Stale`` where somebody else was quicker.
"""

from collections.abc import Callable, Mapping, Sequence

from sqlalchemy import select

from db.content import fields_at, resolve_text, unit_of
from db.models import Change
from db.session import schemas_of
from domain import formatting
from domain.editions.checklist import errors
from domain.editions.places import Place
from domain.editions.terms import Document
from domain.governance.terms import Action, ChangeKind, ChangeState, CommentKind
from workflow.editions import freezing, revision_history
from workflow.errors import Conflict, Incomplete, Refused, Stale
from workflow.governance import meeting_days
from workflow.governance.bodies import amendments, scrutiny
from workflow.governance.readiness import findings, unsigned_units
from workflow.governance.step_context import StepContext
from workflow.governance.steps import ABOUT_AN_AMENDMENT, Needs

MOST_NAMED = 5


def as_it_was_read(context: StepContext) -> None:
    """What was read is what stands there now: a text, a unit to sign off, or a change's wording."""
    if context.step.action in ABOUT_AN_AMENDMENT:
        fits_text(context)
    elif context.step.action is Action.SIGN_OFF_SECTION:
        _check_unit_is_newest(context)
    else:
        _check_place_is_newest(context)


def _check_unit_is_newest(context: StepContext) -> None:
    unit = context.step_input.place
    if not Place.of(unit).is_unit:
        raise Incomplete("Sections and dashboards are signed off, nothing else.")
    if context.step_input.read != revision_history.newest_in(
        context.session, context.edition, unit
    ):
        raise Stale("It was edited since you read it, so it was not signed off. Read it again.")


def _check_place_is_newest(context: StepContext) -> None:
    session, edition, place = context.session, context.edition, context.step_input.place
    now = fields_at(session, edition, place)
    number = revision_history.number_of(session, edition, place)
    if context.step_input.read != number:
        raise Conflict(
            "Somebody saved this while you were writing. Your text is kept below, beside theirs; "
            "nothing was overwritten.",
            base=revision_history.fields_then(session, edition, place, context.step_input.read),
            now=now,
            number=number,
        )


def before_still_stands(context: StepContext) -> None:
    """The text to be changed is the one that was read, and no other change of it waits."""
    if context.step.action in ABOUT_AN_AMENDMENT:
        return  # a rewording: its own text was checked as such
    text = resolve_text(context.session, context.edition, context.step_input.place)
    if text.document is Document.CABINET_REPORT:
        raise Refused("The report to the Cabinet is on record as it was. Nothing was changed.")
    _check_place_is_newest(context)
    other = context.session.scalar(
        select(Change.number).where(
            Change.edition_id == context.edition.id,
            Change.place == context.step_input.place,
            Change.state == ChangeState.OPEN,
        )
    )
    if other is not None:
        raise Refused(
            f"Change {other} of the same text is still open. Reword that one, or wait until it is "
            "decided. Nothing was changed."
        )


def not_own_work(context: StepContext) -> None:
    """Nobody signs off their own work; the rule looks at the person, not the role."""
    if context.step.action in ABOUT_AN_AMENDMENT:
        _not_own_wording(context)
        return
    unit = context.step_input.place
    if revision_history.has_edited(context.session, context.edition, unit, context.actor):
        raise Refused(
            "You have edited this since the last version was frozen, so somebody else must sign "
            "it off. Nothing was changed."
        )


def _not_own_wording(context: StepContext) -> None:
    change = context.change()
    mine = context.actor.username
    if mine in {wording.by for wording in change.wordings}:
        raise Refused("You worded this change, so somebody else must sign it. Nothing was changed.")
    if mine in {each.by for each in amendments.current_consultations(change)}:
        raise Refused(
            "You gave or recorded the view of the Leader on this text, so somebody else must sign "
            "it. Nothing was changed."
        )


def sections_signed_off(context: StepContext) -> None:
    """Every section and dashboard is signed off as it stands."""
    missing = unsigned_units(context)
    if missing:
        named = ", ".join(title for _, title in missing[:MOST_NAMED])
        more = len(missing) - MOST_NAMED
        raise Refused(
            f"Not signed off yet: {named}{f' and {more} more' if more > 0 else ''}. A second "
            "officer signs off each section and dashboard. Nothing was changed."
        )


def checklist_clear(context: StepContext) -> None:
    """The publishing checklist holds no error."""
    found = errors(findings(context))
    if found:
        things = formatting.counted(len(found), "thing", "things")
        first = "; ".join(f"{each.title}: {each.told}" for each in found[:MOST_NAMED])
        raise Refused(
            f"The publishing checklist has {things} to mend. {first} Nothing was changed."
        )


def no_comment_yet(context: StepContext) -> None:
    """No comment was submitted in this round."""
    if scrutiny.submitted(context.session, context.edition):
        raise Refused(
            "The Commission has submitted comments, so the draft cannot be recalled. Nothing was "
            "changed."
        )


def comments_answered(context: StepContext) -> None:
    """Every question, request and correction of this round has its answer."""
    open_ones = [
        each.number
        for each in scrutiny.submitted(context.session, context.edition)
        if each.kind is not CommentKind.VIEW and each.answered_at is None
    ]
    if open_ones:
        listed = ", ".join(str(number) for number in open_ones)
        raise Refused(f"Comments not answered yet: {listed}. Nothing was changed.")


def under_delegation(context: StepContext) -> None:
    """There is a delegation, it has not run out, and the place is within its scope."""
    decision = context.decision()
    delegation = decision.delegation if decision else None
    if delegation is None:
        raise Refused(
            "The Cabinet delegated nothing in this round, so nothing can be amended before the "
            "County Council. Nothing was changed."
        )
    if amendments.delegation_has_ended(context):
        raise Refused(
            f"The delegation of resolution ({delegation.letter}) ended on "
            f"{formatting.day(delegation.until)}. Nothing was changed."
        )
    place = (
        context.change().place
        if context.step.action in ABOUT_AN_AMENDMENT
        else context.step_input.place
    )
    if place and not _is_within(context, place, delegation.scope):
        raise Refused(
            f"“{context.title(place)}” is outside the delegation of resolution "
            f"({delegation.letter}). Nothing was changed."
        )


def _is_within(context: StepContext, place: str, scope: Sequence[str]) -> bool:
    """Whether a delegation covers a place; one without a scope covers any."""
    within = {place, unit_of(context.session, context.edition, place)}
    return not scope or bool(within & set(scope))


def fits_text(context: StepContext) -> None:
    """The change is still open, and its text is the one that was read."""
    change = context.change()
    kind = ChangeKind.CORRECTION if "correction" in context.step.action else ChangeKind.DELEGATED
    if change.kind is not kind or change.round != context.edition.round:
        raise Refused(f"Change {change.number} is not of that kind. Nothing was changed.")
    if change.state is not ChangeState.OPEN:
        raise Stale(
            f"Change {change.number} was {change.state.value} already. Nothing was changed."
        )
    if change.digest != context.step_input.digest:
        raise Stale(
            f"Change {change.number} was reworded since you read it. Read it again; nothing was "
            "changed."
        )


def consulted(context: StepContext) -> None:
    """The Leader's view of this exact text is on record."""
    change = context.change()
    if not amendments.current_consultations(change):
        raise Refused("The Leader has not been consulted on this exact text. Nothing was changed.")


def no_open_amendment(context: StepContext) -> None:
    """Every amendment of this round was signed or refused, or lapsed with the delegation."""
    if amendments.delegation_has_ended(context):
        return
    numbers = context.session.scalars(
        select(Change.number)
        .where(
            Change.edition_id == context.edition.id,
            Change.round == context.edition.round,
            Change.state == ChangeState.OPEN,
        )
        .order_by(Change.number)
    ).all()
    if numbers:
        listed = ", ".join(str(number) for number in numbers)
        raise Refused(f"Amendments still open: {listed}. Sign or refuse them first.")


def fits_version(context: StepContext) -> None:
    """The version named is the one before the Council, and it is what was frozen."""
    motion = context.motion()
    if context.step_input.digest != motion.digest:
        raise Refused(
            f"The motion names version {motion.version} with digest {motion.digest[:12]}; the form "
            "names another. Nothing was changed."
        )
    frozen = freezing.version_named(context.session, context.edition, motion.version)
    freezing.content_in(frozen, schemas_of(context.session))
    if frozen.digest != motion.digest:
        raise freezing.NotIntact("The motion's digest is not that of its version.")


Guard = Callable[[StepContext], None]
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


def check(context: StepContext) -> None:
    """Ask every guard of the step."""
    ask(context, context.step.needs)


def ask(context: StepContext, needs: Needs) -> None:
    """Ask the guards of these needs alone."""
    for need, guard in GUARDS.items():
        if need in needs:
            guard(context)
