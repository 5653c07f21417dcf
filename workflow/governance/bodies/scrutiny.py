"""The Scrutiny Commission: sending the draft, comments, what becomes of them, its views."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from db.content import resolve_text
from db.models import Addendum, Comment, Edition, Section
from domain.editions.content import digest_of_answer
from domain.editions.field_input import validated
from domain.editions.places import Place, section
from domain.editions.sections import VIEWS
from domain.editions.terms import Document
from domain.errors import NotFound
from domain.governance.terms import Body, CommentKind, CommentOutcome
from workflow.audit_log import EntryDetails
from workflow.clock import now
from workflow.editions import freezing, revision_history
from workflow.errors import Incomplete, NothingToSave, Stale
from workflow.governance import meetings
from workflow.governance.step_context import StepContext


def send(context: StepContext) -> EntryDetails:
    """Freeze version A for the Commission's meeting."""
    return meetings.send(context, Body.SCRUTINY)


def recall(context: StepContext) -> EntryDetails:
    """Take the draft back before the Commission has said anything."""
    return context.entry_details(reason=context.step_input.reason.strip())


def comment(context: StepContext) -> EntryDetails:
    """Submit a comment; a draft of the same author becomes it."""
    step_input = context.step_input
    check_anchor(context)
    _check_new(context)
    row = _draft_meant(context)
    row.round = context.edition.round
    row.number = _next_number(context.session, context.edition)
    row.place, row.text, row.kind = (
        step_input.place,
        step_input.text.strip(),
        step_input.kind or CommentKind.VIEW,
    )
    row.submitted_at = now()
    row.digest = freezing.latest_of_round(context.session, context.edition, "A").digest
    context.session.add(row)
    context.session.flush()
    return _told(context, row, after={"kind": row.kind.value, "place": row.place, "text": row.text})


def _check_new(context: StepContext) -> None:
    """A browser that goes back may send the same words as a new form: a comment cannot be undone."""
    step_input = context.step_input
    for each in submitted(context.session, context.edition):
        same = (each.by, each.place, each.kind, each.text)
        if same == (
            context.actor.username,
            step_input.place,
            step_input.kind,
            step_input.text.strip(),
        ):
            raise NothingToSave(
                f"Your comment {each.number} says just this already. Nothing was changed."
            )


def keep_draft(context: StepContext) -> None:
    """Keep a comment as its author's own draft; nobody else sees it."""
    step_input = context.step_input
    check_anchor(context)
    row = _draft_meant(context)
    row.place, row.text, row.kind = (
        step_input.place,
        step_input.text.strip(),
        step_input.kind or CommentKind.VIEW,
    )
    context.session.add(row)


def check_anchor(context: StepContext) -> None:
    """A comment is on the edition, a section or an indicator, and on nothing else."""
    where = Place.of(context.step_input.place)
    if where.key and not where.fields:
        raise Incomplete("A comment is on the edition, a section or an indicator.")
    if not where.key:
        return
    text = resolve_text(context.session, context.edition, context.step_input.place)
    if text.document is Document.CABINET_REPORT:
        raise Incomplete("The report to the Cabinet is not part of what the Commission considers.")


def add(context: StepContext) -> EntryDetails:
    """Add to a comment that was submitted; the comment itself stays as it is."""
    row = _submitted(context)
    context.session.add(
        Addendum(
            comment_id=row.id,
            text=context.step_input.text.strip(),
            by_name=context.actor.name,
            at=now(),
        )
    )
    return _told(context, row, after={"addendum": context.step_input.text.strip()})


def answer(context: StepContext) -> EntryDetails:
    """Answer a comment, and say what becomes of a request."""
    row, step_input = _submitted(context), context.step_input
    if row.kind is CommentKind.REQUEST and step_input.outcome in (None, CommentOutcome.OPEN):
        raise Incomplete("Say what becomes of the request. Nothing was changed.")
    if row.answered_at and step_input.digest != digest_of_answer(row.answer):
        raise Stale(
            "A colleague answered this meanwhile. Read their answer, and answer anew if it needs "
            f"more: “{row.answer}”"
        )
    before = {"answer": row.answer, "outcome": row.outcome.value}
    row.answer = step_input.text.strip()
    row.outcome = step_input.outcome or CommentOutcome.DONE
    row.answered_by_name, row.answered_at = context.actor.name, now()
    after = {"answer": row.answer, "outcome": row.outcome.value}
    return _told(context, row, before=before, after=after)


def refer(context: StepContext) -> EntryDetails:
    """Record the meeting, and put the Commission's views into the report to the Cabinet."""
    place = section(VIEWS)
    body = validated(place, {"body": context.step_input.text})["body"]
    minuted = meetings.record(context, Body.SCRUTINY)
    held = context.session.scalar(
        select(Section).where(Section.edition_id == context.edition.id, Section.slug == VIEWS)
    )
    if held is None:
        context.session.add(_section_of_views(context, body))
        context.session.flush()
    else:
        held.body = body
    revision_history.keep(
        context.session,
        context.edition,
        place,
        by=context.actor,
        cause=context.step.action.value,
        note=minuted.authority,
    )
    after = {"minute": minuted.authority, "views": body, **minuted.after}
    return context.entry_details(before=minuted.before, after=after, authority=minuted.authority)


def _section_of_views(context: StepContext, body: str) -> Section:
    last = context.session.scalar(
        select(func.max(Section.position)).where(Section.edition_id == context.edition.id)
    )
    return Section(
        edition_id=context.edition.id,
        position=(last or 0) + 1,
        slug=VIEWS,
        document=Document.CABINET_REPORT,
        title="Views of the Scrutiny Commission",
        outcome="",
        sub_outcome="",
        body=body,
    )


def _new(context: StepContext) -> Comment:
    return Comment(
        edition_id=context.edition.id,
        round=context.edition.round,
        by=context.actor.username,
        by_name=context.actor.name,
        drafted_at=now(),
        digest="",
        outcome=CommentOutcome.OPEN,
        answer="",
        answered_by_name="",
    )


def _draft_meant(context: StepContext) -> Comment:
    """The actor's own draft that is meant, or a new one where none is.

    Raises ``Stale`` where it was submitted already.
    """
    found = context.session.scalar(
        select(Comment).where(
            Comment.id == context.step_input.number,
            Comment.edition_id == context.edition.id,
            Comment.by == context.actor.username,
        )
    )
    if found is not None and found.submitted_at is not None:
        raise Stale("This draft of yours was submitted already. Nothing was changed.")
    return found or _new(context)


def _submitted(context: StepContext) -> Comment:
    """The submitted comment of this round that is meant, by its number."""
    found = context.session.scalar(
        select(Comment).where(
            Comment.edition_id == context.edition.id,
            Comment.round == context.edition.round,
            Comment.number == context.step_input.number,
            Comment.submitted_at.is_not(None),
        )
    )
    if found is None:
        raise NotFound(f"There is no comment {context.step_input.number} in this round.")
    return found


def submitted(session: Session, edition: Edition) -> Sequence[Comment]:
    """The comments that were submitted in the present round, by their number."""
    return session.scalars(
        select(Comment)
        .where(
            Comment.edition_id == edition.id,
            Comment.round == edition.round,
            Comment.submitted_at.is_not(None),
        )
        .order_by(Comment.number)
    ).all()


def _next_number(session: Session, edition: Edition) -> int:
    highest = session.scalar(
        select(func.max(Comment.number)).where(Comment.edition_id == edition.id)
    )
    return (highest or 0) + 1


def _told(context: StepContext, row: Comment, **what: Any) -> EntryDetails:
    year = context.edition.year
    title = f"comment {row.number} on {context.title(row.place)}"
    return EntryDetails(f"comment:{year}/{row.number}", title, **what)
