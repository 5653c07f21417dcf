"""The days on which a body can meet: a future meeting, and one whose minute is recorded."""

from datetime import date, timedelta

from sqlalchemy import func, select

from db.models import Meeting
from domain import formatting
from domain.governance import rules
from domain.governance.bodies import MEETS
from domain.governance.step_wording import BODIES
from domain.governance.terms import Body
from workflow.errors import Incomplete
from workflow.governance import meetings
from workflow.governance.step_context import StepContext

LATEST_MEETING = timedelta(days=730)
LONG_BEFORE = timedelta(days=92)
"""The longest time by which a meeting is brought forward."""


def ahead(context: StepContext) -> None:
    """Check that the meeting is to come, within two years, and after the meetings before it."""
    on = context.step_input.meeting
    if on is None:
        return
    if on < context.today:
        raise Incomplete("The date of the meeting is over already.")
    if on > context.today + LATEST_MEETING:
        raise Incomplete("The date of the meeting is more than two years off.")
    _check_after(_before(context, MEETS[context.step.to]), on)


def check_held(context: StepContext) -> None:
    """Check that the minuted meeting is not in the future, nor earlier than the one before it.

    An earlier meeting that is itself in the future does not count: a demonstration's walk leaves
    such meetings, because it takes its steps on the days in its script.
    """
    body = MEETS[context.step.at]
    named = meetings.meeting_of(context, body)
    on = context.step_input.held or (named.on if named else context.today)
    if not rules.can_be_minuted(on, context.today):
        raise Incomplete(
            f"The {BODIES[body]} meets on {formatting.day(on)}, which is still to come. If "
            "it was held on another day, give that day."
        )
    if named and on < named.on - LONG_BEFORE:
        raise Incomplete(
            f"{formatting.day(on)} is long before {formatting.day(named.on)}, the day that the meeting was "
            "named for. Is the year right?"
        )
    earlier = _before(context, body)
    if earlier is not None and earlier <= context.today:
        _check_after(earlier, on)


def _before(context: StepContext, body: Body) -> date | None:
    """Return the day of the latest meeting of another body in this round."""
    return context.session.scalar(
        select(func.max(Meeting.on)).where(
            Meeting.edition_id == context.edition.id,
            Meeting.round == context.edition.round,
            Meeting.body != body,
        )
    )


def _check_after(earlier: date | None, on: date) -> None:
    if earlier is not None and on < earlier:
        raise Incomplete(
            f"The meeting before it is on {formatting.day(earlier)}: this one must come after."
        )
