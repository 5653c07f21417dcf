"""The Scrutiny Commission: sending the draft, comments, what becomes of them, its views."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from db.content import row_at
from db.models import Addendum, Comment, Edition, Section
from domain.editions.content import digest_of_answer
from domain.editions.field_input import cleaned
from domain.editions.places import Place, section
from domain.editions.sections import VIEWS
from domain.editions.terms import Document
from domain.errors import NotFound
from domain.governance.terms import Body, CommentKind, Outcome
from workflow.audit_log import Told
from workflow.clock import now
from workflow.editions import freezing, revision_history
from workflow.errors import Incomplete, NothingToSave, Stale
from workflow.governance import meetings
from workflow.governance.step_context import Taking


def send(taking: Taking) -> Told:
    """Freeze version A for the Commission's meeting."""
    return meetings.send(taking, Body.SCRUTINY)


def recall(taking: Taking) -> Told:
    """Take the draft back before the Commission has said anything."""
    return taking.told(reason=taking.given.reason.strip())


def comment(taking: Taking) -> Told:
    """Submit a comment; a draft of the same author becomes it."""
    given = taking.given
    check_anchor(taking)
    _check_new(taking)
    row = _draft_meant(taking)
    row.round = taking.edition.round
    row.number = _next_number(taking.session, taking.edition)
    row.place, row.text, row.kind = given.place, given.text.strip(), given.kind or CommentKind.VIEW
    row.submitted_at = now()
    row.digest = freezing.latest_of_round(taking.session, taking.edition, "A").digest
    taking.session.add(row)
    taking.session.flush()
    return _told(taking, row, after={"kind": row.kind.value, "place": row.place, "text": row.text})


def _check_new(taking: Taking) -> None:
    """A browser that goes back may send the same words as a new form: a comment cannot be undone."""
    given = taking.given
    for each in submitted(taking.session, taking.edition):
        same = (each.by, each.place, each.kind, each.text)
        if same == (taking.actor.username, given.place, given.kind, given.text.strip()):
            raise NothingToSave(
                f"Your comment {each.number} says just this already. Nothing was changed."
            )


def keep_draft(taking: Taking) -> None:
    """Keep a comment as its author's own draft; nobody else sees it."""
    given = taking.given
    check_anchor(taking)
    row = _draft_meant(taking)
    row.place, row.text, row.kind = given.place, given.text.strip(), given.kind or CommentKind.VIEW
    taking.session.add(row)


def check_anchor(taking: Taking) -> None:
    """A comment is on the edition, a section or an indicator, and on nothing else."""
    where = Place.of(taking.given.place)
    if where.kind not in ("edition", "section", "indicator"):
        raise Incomplete("A comment is on the edition, a section or an indicator.")
    if not where.key:
        return
    row = row_at(taking.session, taking.edition, taking.given.place)
    if isinstance(row, Section) and row.document is Document.CABINET_REPORT:
        raise Incomplete("The report to the Cabinet is not part of what the Commission considers.")


def add(taking: Taking) -> Told:
    """Add to a comment that was submitted; the comment itself stays as it is."""
    row = _submitted(taking)
    taking.session.add(
        Addendum(
            comment_id=row.id, text=taking.given.text.strip(), by_name=taking.actor.name, at=now()
        )
    )
    return _told(taking, row, after={"addendum": taking.given.text.strip()})


def answer(taking: Taking) -> Told:
    """Answer a comment, and say what becomes of a request."""
    row, given = _submitted(taking), taking.given
    if row.kind is CommentKind.REQUEST and given.outcome in (None, Outcome.OPEN):
        raise Incomplete("Say what becomes of the request. Nothing was changed.")
    if row.answered_at and given.digest != digest_of_answer(row.answer):
        raise Stale(
            "A colleague answered this meanwhile. Read their answer, and answer anew if it needs "
            f"more: “{row.answer}”"
        )
    before = {"answer": row.answer, "outcome": row.outcome.value}
    row.answer = given.text.strip()
    row.outcome = given.outcome or Outcome.DONE
    row.answered_by_name, row.answered_at = taking.actor.name, now()
    after = {"answer": row.answer, "outcome": row.outcome.value}
    return _told(taking, row, before=before, after=after)


def refer(taking: Taking) -> Told:
    """Record the meeting, and put the Commission's views into the report to the Cabinet."""
    place = section(VIEWS)
    body = cleaned(place, {"body": taking.given.text})["body"]
    minuted = meetings.record(taking, Body.SCRUTINY)
    held = taking.session.scalar(
        select(Section).where(Section.edition_id == taking.edition.id, Section.slug == VIEWS)
    )
    if held is None:
        taking.session.add(_section_of_views(taking, body))
        taking.session.flush()
    else:
        held.body = body
    revision_history.keep(
        taking.session,
        taking.edition,
        place,
        by=taking.actor,
        cause=taking.step.action.value,
        note=minuted.authority,
    )
    after = {"minute": minuted.authority, "views": body, **minuted.after}
    return taking.told(before=minuted.before, after=after, authority=minuted.authority)


def _section_of_views(taking: Taking, body: str) -> Section:
    last = taking.session.scalar(
        select(func.max(Section.position)).where(Section.edition_id == taking.edition.id)
    )
    return Section(
        edition_id=taking.edition.id,
        position=(last or 0) + 1,
        slug=VIEWS,
        document=Document.CABINET_REPORT,
        title="Views of the Scrutiny Commission",
        outcome="",
        sub_outcome="",
        body=body,
    )


def _new(taking: Taking) -> Comment:
    return Comment(
        edition_id=taking.edition.id,
        round=taking.edition.round,
        by=taking.actor.username,
        by_name=taking.actor.name,
        drafted_at=now(),
        digest="",
        outcome=Outcome.OPEN,
        answer="",
        answered_by_name="",
    )


def _draft_meant(taking: Taking) -> Comment:
    """The actor's own draft that is meant, or a new one where none is.

    Raises ``Stale`` where it was submitted already.
    """
    found = taking.session.scalar(
        select(Comment).where(
            Comment.id == taking.given.number,
            Comment.edition_id == taking.edition.id,
            Comment.by == taking.actor.username,
        )
    )
    if found is not None and found.submitted_at is not None:
        raise Stale("This draft of yours was submitted already. Nothing was changed.")
    return found or _new(taking)


def _submitted(taking: Taking) -> Comment:
    """The submitted comment of this round that is meant, by its number."""
    found = taking.session.scalar(
        select(Comment).where(
            Comment.edition_id == taking.edition.id,
            Comment.round == taking.edition.round,
            Comment.number == taking.given.number,
            Comment.submitted_at.is_not(None),
        )
    )
    if found is None:
        raise NotFound(f"There is no comment {taking.given.number} in this round.")
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


def _told(taking: Taking, row: Comment, **what: Any) -> Told:
    year = taking.edition.year
    title = f"comment {row.number} on {taking.title(row.place)}"
    return Told(f"comment:{year}/{row.number}", title, **what)
