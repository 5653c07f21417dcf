"""The preconditions of steps: one guard for each need in the table.

A guard reads the database under the edition's lock and raises ``Refused`` where a rule forbids the
step, and ``Stale`` where somebody else changed the edition first.
"""

from collections.abc import Callable, Mapping

from sqlalchemy import select

from db.models import Change
from db.queries import governance
from db.session import schemas_of
from domain import formatting
from domain.editions.checklist import errors
from domain.editions.documents import OF_THE_EDITION
from domain.editions.places import Place
from domain.governance import rules
from domain.governance.actions import ACTIONS, Subject
from domain.governance.terms import ChangeState
from workflow.editions import freezing, frozen_versions, revision_history
from workflow.errors import (
    Conflict,
    Incomplete,
    NotConsulted,
    OutsideDelegation,
    OwnWork,
    Refused,
    Stale,
)
from workflow.governance import meeting_days
from workflow.governance.bodies import amendments, scrutiny
from workflow.governance.readiness import findings, unsigned_units
from workflow.governance.step_context import StepContext
from workflow.governance.steps import Needs

MOST_NAMED = 5


def as_it_was_read(context: StepContext) -> None:
    """Check that the present revision was read: of a text, a unit, or a change's wording."""
    check_is_newest = {
        Subject.CHANGE: fits_text,
        Subject.UNIT: _check_unit_is_newest,
        Subject.PLACE: _check_place_is_newest,
    }
    check_is_newest[context.step.about](context)


def _check_unit_is_newest(context: StepContext) -> None:
    unit = context.step_input.place
    if not Place.of(unit).is_unit:
        raise Incomplete(
            "Sections and dashboards are signed off, nothing else.", says_nothing_changed=False
        )
    if context.step_input.read != context.unit(unit).newest:
        raise Stale(
            "It was edited since you read it, so it was not signed off. Read it again.",
            says_nothing_changed=False,
        )


def _check_place_is_newest(context: StepContext) -> None:
    place, read = context.step_input.place, context.step_input.read
    fields, number = context.fields(place), context.number(place)
    if read != number:
        raise Conflict(
            "Somebody saved this while you were writing. Your text is kept below, beside theirs; "
            "nothing was overwritten.",
            base=revision_history.fields_then(context.session, context.edition, place, read),
            now=fields,
            number=number,
        )


def before_still_stands(context: StepContext) -> None:
    """Check that the present text was read, and that no other change of it is open."""
    if context.step.about is Subject.CHANGE:
        return  # the text of a rewording was checked when it was worded
    if not OF_THE_EDITION[context.text(context.step_input.place).document]:
        raise Refused("The report to the Cabinet is on record as it was.")
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
            "decided."
        )


def not_own_work(context: StepContext) -> None:
    """Check that nobody signs off their own work: the person counts, not the role."""
    if context.step.about is Subject.CHANGE:
        _not_own_wording(context)
    elif rules.is_own_work(context.unit(context.step_input.place), context.actor.username):
        raise OwnWork(
            "You have edited this since the last version was frozen, so somebody else must sign "
            "it off."
        )


def _not_own_wording(context: StepContext) -> None:
    change, username = context.amendment(), context.actor.username
    if rules.is_own_wording(change, username):
        raise OwnWork("You worded this change, so somebody else must sign it.")
    if rules.has_given_view(change, username):
        raise OwnWork(
            "You gave or recorded the view of the Leader on this text, so somebody else must sign "
            "it."
        )


def sections_signed_off(context: StepContext) -> None:
    """Check that every section and dashboard is signed off at its newest revision."""
    missing = unsigned_units(context)
    if missing:
        named = ", ".join(unit.title for unit in missing[:MOST_NAMED])
        more = len(missing) - MOST_NAMED
        raise Refused(
            f"Not signed off yet: {named}{f' and {more} more' if more > 0 else ''}. A second "
            "officer signs off each section and dashboard."
        )


def checklist_clear(context: StepContext) -> None:
    """Check that the publishing checklist has no error."""
    faults = errors(findings(context))
    if faults:
        count = formatting.counted(len(faults), "thing", "things")
        first = "; ".join(f"{fault.title}: {fault.message}" for fault in faults[:MOST_NAMED])
        raise Refused(f"The publishing checklist has {count} to mend. {first}")


def no_comment_yet(context: StepContext) -> None:
    """Check that no comment was submitted in this round."""
    if scrutiny.submitted(context.session, context.edition):
        raise Refused("The Commission has submitted comments, so the draft cannot be recalled.")


def comments_answered(context: StepContext) -> None:
    """Check that every question, request and correction of this round is answered."""
    comments = governance.remarks(context.session, context.edition.year)
    unanswered = rules.awaiting_reply(comments, context.edition.round)
    if unanswered:
        listed = ", ".join(str(comment.number) for comment in unanswered)
        raise Refused(f"Comments not answered yet: {listed}.")


def under_delegation(context: StepContext) -> None:
    """Check that a delegation exists, has not ended, and covers the place."""
    delegation = context.delegation()
    if delegation is None:
        raise Refused(
            "The Cabinet delegated nothing in this round, so nothing can be amended before the "
            "County Council."
        )
    if rules.delegation_has_ended(delegation, context.today):
        raise Refused(
            f"The delegation of resolution ({delegation.letter}) ended on "
            f"{formatting.day(delegation.until)}."
        )
    is_on_change = context.step.about is Subject.CHANGE
    place = context.change().place if is_on_change else context.step_input.place
    if place and not rules.is_within(delegation, place, context.unit_of(place)):
        raise OutsideDelegation(
            f"“{context.title(place)}” is outside the delegation of resolution "
            f"({delegation.letter})."
        )


def fits_text(context: StepContext) -> None:
    """Check that the change is open and that its present wording was read."""
    change = context.change()
    if (
        change.kind is not ACTIONS[context.step.action].kind
        or change.round != context.edition.round
    ):
        raise Refused(f"Change {change.number} is not of that kind.")
    if change.state is not ChangeState.OPEN:
        raise Stale(f"Change {change.number} was {change.state.value} already.")
    if change.digest != context.step_input.digest:
        raise Stale(
            f"Change {change.number} was reworded since you read it. Read it again; nothing was "
            "changed.",
            says_nothing_changed=False,
        )


def consulted(context: StepContext) -> None:
    """Check that the Leader's view of this exact text is on record."""
    if rules.current_view(context.amendment()) is None:
        raise NotConsulted("The Leader has not been consulted on this exact text.")


def no_open_amendment(context: StepContext) -> None:
    """Check that every amendment of this round is decided, or lapses with the delegation."""
    if rules.delegation_has_ended(context.delegation(), context.today):
        return
    undecided = amendments.open_changes(context)
    if undecided:
        listed = ", ".join(str(change.number) for change in undecided)
        raise Refused(
            f"Amendments still open: {listed}. Sign or refuse them first.",
            says_nothing_changed=False,
        )


def fits_version(context: StepContext) -> None:
    """Check that the form names the version before the Council, and that it is intact."""
    motion = context.motion()
    if context.step_input.digest != motion.digest:
        raise Refused(
            f"The motion names version {motion.version} with digest {motion.digest[:12]}; the form "
            "names another."
        )
    frozen = freezing.version_named(context.session, context.edition, motion.version)
    frozen_versions.content_in(frozen, schemas_of(context.session))
    if frozen.digest != motion.digest:
        raise frozen_versions.NotIntact("The motion's digest is not that of its version.")


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
    Needs.MINUTE: meeting_days.check_held,
    Needs.NO_COMMENT_YET: no_comment_yet,
    Needs.COMMENTS_ANSWERED: comments_answered,
    Needs.CONSULTATION: consulted,
    Needs.NO_OPEN_AMENDMENT: no_open_amendment,
    Needs.DIGEST_OF_VERSION: fits_version,
}
"""The guards in the order in which they run: first whether the present text was read."""


def check(context: StepContext) -> None:
    """Run every guard of the step."""
    ask(context, context.step.needs)


def ask(context: StepContext, needs: Needs) -> None:
    """Run the guards of these needs only."""
    for need, guard in GUARDS.items():
        if need in needs:
            guard(context)
