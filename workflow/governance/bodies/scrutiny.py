"""The Scrutiny Commission's steps: sending it the draft, comments and answers, its views."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from db.models import Addendum, Comment, Edition, Section
from domain.editions.content import digest_of_answer
from domain.editions.documents import OF_THE_EDITION
from domain.editions.field_input import validated
from domain.editions.places import Place, section
from domain.editions.sections import VIEWS
from domain.editions.terms import Document
from domain.errors import NotFound
from domain.governance.bodies import VERSION_LETTERS
from domain.governance.terms import Body, CommentKind, CommentOutcome
from workflow.audit_log import EntryDetails
from workflow.clock import now
from workflow.editions import freezing
from workflow.errors import Incomplete, NothingToSave, Stale
from workflow.governance import meetings
from workflow.governance.step_context import StepContext


def send(context: StepContext) -> EntryDetails:
    """Freeze version A for the Commission's meeting."""
    return meetings.send(context, Body.SCRUTINY)


def recall(context: StepContext) -> EntryDetails:
    """Take the draft back before any comment is submitted."""
    return context.entry_details(reason=context.step_input.reason.strip())


def comment(context: StepContext) -> EntryDetails:
    """Submit a comment; a draft of the same author is turned into it."""
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
    letter = VERSION_LETTERS[Body.SCRUTINY]
    row.digest = freezing.latest_of_round(context.session, context.edition, letter).digest
    context.session.add(row)
    context.session.flush()
    return _entry_details(
        context, row, after={"kind": row.kind.value, "place": row.place, "text": row.text}
    )


def _check_new(context: StepContext) -> None:
    """Check that the actor has not submitted the same comment: a browser that goes back may."""
    step_input = context.step_input
    for row in submitted(context.session, context.edition):
        same = (row.by, row.place, row.kind, row.text)
        if same == (
            context.actor.username,
            step_input.place,
            step_input.kind,
            step_input.text.strip(),
        ):
            raise NothingToSave(
                f"Your comment {row.number} says just this already.", says_nothing_changed=True
            )


def keep_draft(context: StepContext) -> None:
    """Save a comment as its author's own draft; nobody else sees it."""
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
    """Check that a comment is on the edition, a section or an indicator."""
    where = Place.of(context.step_input.place)
    if where.key and not where.fields:
        raise Incomplete(
            "A comment is on the edition, a section or an indicator.", says_nothing_changed=False
        )
    if not where.key:
        return
    if not OF_THE_EDITION[context.text(context.step_input.place).document]:
        raise Incomplete(
            "The report to the Cabinet is not part of what the Commission considers.",
            says_nothing_changed=False,
        )


def add(context: StepContext) -> EntryDetails:
    """Add to a submitted comment; the comment itself is not changed."""
    row = _submitted(context)
    context.session.add(
        Addendum(
            comment_id=row.id,
            text=context.step_input.text.strip(),
            by_name=context.actor.name,
            at=now(),
        )
    )
    return _entry_details(context, row, after={"addendum": context.step_input.text.strip()})


def answer(context: StepContext) -> EntryDetails:
    """Answer a comment, and record the outcome of a request."""
    row, step_input = _submitted(context), context.step_input
    if row.kind is CommentKind.REQUEST and step_input.outcome in (None, CommentOutcome.OPEN):
        raise Incomplete("Say what becomes of the request.")
    if row.answered_at and step_input.digest != digest_of_answer(row.answer):
        raise Stale(
            "A colleague answered this meanwhile. Read their answer, and answer anew if it needs "
            f"more: “{row.answer}”",
            says_nothing_changed=False,
        )
    before = {"answer": row.answer, "outcome": row.outcome.value}
    row.answer = step_input.text.strip()
    row.outcome = step_input.outcome or CommentOutcome.DONE
    row.answered_by_name, row.answered_at = context.actor.name, now()
    after = {"answer": row.answer, "outcome": row.outcome.value}
    return _entry_details(context, row, before=before, after=after)


def refer(context: StepContext) -> EntryDetails:
    """Record the meeting, and write the Commission's views into the report to the Cabinet."""
    place = section(VIEWS)
    body = validated(place, {"body": context.step_input.text})["body"]
    minuted = meetings.record(context, Body.SCRUTINY)
    row = context.session.scalar(
        select(Section).where(Section.edition_id == context.edition.id, Section.slug == VIEWS)
    )
    if row is None:
        context.session.add(_section_of_views(context, body))
        context.session.flush()
    else:
        row.body = body
    context.keep(place, note=minuted.authority)
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
    """Return the actor's own draft of the given number, or a new one.

    Raises ``Stale`` where it was submitted already.
    """
    draft = context.session.scalar(
        select(Comment).where(
            Comment.id == context.step_input.number,
            Comment.edition_id == context.edition.id,
            Comment.by == context.actor.username,
        )
    )
    if draft is not None and draft.submitted_at is not None:
        raise Stale("This draft of yours was submitted already.")
    return draft or _new(context)


def _submitted(context: StepContext) -> Comment:
    """Return the submitted comment of this round by its number. Raises ``NotFound``."""
    comment_row = context.session.scalar(
        select(Comment).where(
            Comment.edition_id == context.edition.id,
            Comment.round == context.edition.round,
            Comment.number == context.step_input.number,
            Comment.submitted_at.is_not(None),
        )
    )
    if comment_row is None:
        raise NotFound(f"There is no comment {context.step_input.number} in this round.")
    return comment_row


def submitted(session: Session, edition: Edition) -> Sequence[Comment]:
    """Return the comments submitted in the present round, by number."""
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


def _entry_details(context: StepContext, row: Comment, **what: Any) -> EntryDetails:
    year = context.edition.year
    title = f"comment {row.number} on {context.title(row.place)}"
    return EntryDetails(f"comment:{year}/{row.number}", title, **what)
