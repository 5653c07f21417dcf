"""The comments on an edition, as the current user may see them."""

from flask import request
from flask_wtf.csrf import generate_csrf
from sqlalchemy.orm import Session
from werkzeug.datastructures import MultiDict

from callbacks import request_context
from callbacks.address import Address
from callbacks.editions.edition_request import can_take, record_at
from callbacks.request_context import current_actor, reading
from db.queries import governance
from domain.errors import CompendiumError, NotFound
from domain.governance.record import Comment
from domain.governance.terms import Action, CommentKind
from layouts.governance import comments as layout
from layouts.governance.comments import CommentPermissions
from layouts.shell import PageContent


def view(address: Address) -> PageContent:
    """Show the submitted comments, the current user's drafts, and last year's requests."""
    return _sheet(address)


def again(typed: MultiDict[str, str], refusal: CompendiumError) -> PageContent:
    """Show the comments with the reason why a draft was not saved, and the typed text."""
    parts = {name: str(value) for name, value in (request.view_args or {}).items()}
    sentence = f"{refusal} What you typed: “{typed.get('text', '')}”"
    return _sheet(Address(request.path, parts, {}, {}), refusal=sentence)


def _sheet(address: Address, *, refusal: str = "") -> PageContent:
    with reading() as session:
        record = record_at(session, address)
        status = record.status
        remarks = governance.remarks(session, status.year)
        earlier = _requests(session, status.year - 1)
    username = current_actor().username
    may = CommentPermissions(
        comment=can_take(Action.COMMENT, status.stage),
        add=can_take(Action.ADD_TO_COMMENT, status.stage),
        answer=can_take(Action.ANSWER_COMMENT, status.stage),
    )
    return layout.page(
        status,
        [comment for comment in remarks if comment.submitted_at],
        [comment for comment in remarks if not comment.submitted_at and comment.by == username],
        earlier,
        may,
        generate_csrf(),
        refusal=refusal,
        notices=request_context.notices(),
    )


def _requests(session: Session, year: int) -> list[Comment]:
    """Return the requests on an edition; an empty list if there is no such edition."""
    try:
        remarks = governance.remarks(session, year)
    except NotFound:
        return []
    return [
        comment
        for comment in remarks
        if comment.submitted_at and comment.kind is CommentKind.REQUEST
    ]
