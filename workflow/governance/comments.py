"""Drafts of comments, which only their authors see. Saving one is not a step."""

from datetime import date

from sqlalchemy import select

from db.models import Comment
from db.session import Database
from domain.governance.terms import Action
from workflow import clock
from workflow.access import Actor
from workflow.errors import Stale
from workflow.governance import policy, service, steps
from workflow.governance.bodies import scrutiny
from workflow.governance.step_context import StepContext
from workflow.governance.step_input import StepInput, check_complete


def keep_draft(
    database: Database,
    year: int,
    actor: Actor,
    step_input: StepInput,
    *,
    key: str = "",
    today: date | None = None,
) -> None:
    """Save a draft comment for its author alone. The log has no entry until it is submitted.

    A form whose ``key`` was processed before changes nothing. Raises what submitting would.
    """
    with (
        service.refusals_written_down(database, year, Action.COMMENT, actor, step_input),
        database.session_scope() as session,
    ):
        edition = service.locked(session, year)
        if service.was_posted(session, actor, key):
            return
        step = policy.step_of(actor, steps.steps_for(Action.COMMENT, edition.stage))
        check_complete(step.needs, step_input)
        if step_input.version != edition.version:
            raise Stale(
                "The edition was moved on while you had this page open.", says_nothing_changed=False
            )
        context = StepContext(
            session, edition, step, actor, step_input, today or clock.today_in_england()
        )
        scrutiny.keep_draft(context)
        service.keep(session, actor, service.Form(key))


def throw_away(database: Database, year: int, actor: Actor, row: int) -> None:
    """Delete a draft of the actor's own, if it still exists.

    Submitted comments and other people's drafts are not touched.
    """
    with database.session_scope() as session:
        edition = service.locked(session, year)
        draft = session.scalar(
            select(Comment).where(
                Comment.id == row,
                Comment.edition_id == edition.id,
                Comment.by == actor.username,
                Comment.submitted_at.is_(None),
            )
        )
        if draft is not None:
            session.delete(draft)
