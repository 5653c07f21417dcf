"""The comments on an edition, as the person asking may see them."""

from flask import request
from flask_wtf.csrf import generate_csrf
from sqlalchemy.orm import Session
from werkzeug.datastructures import MultiDict

from callbacks import request_context
from callbacks.editions.edition_request import process_at, takes
from callbacks.request_context import current_actor, reading
from callbacks.wiring import Address
from db.queries import governance
from domain.errors import CompendiumError, NotFound
from domain.governance.record import Remark
from domain.governance.terms import Action, CommentKind
from layouts.governance import comments as layout
from layouts.governance.comments import May
from layouts.shell import Sheet


def view(address: Address) -> Sheet:
    """Show what was submitted, one's own drafts, and last year's requests."""
    return _sheet(address)


def again(typed: MultiDict[str, str], refusal: CompendiumError) -> Sheet:
    """Show the comments with the reason why a draft was not kept; what was typed is in it."""
    parts = {name: str(value) for name, value in (request.view_args or {}).items()}
    told = f"{refusal} What you typed: “{typed.get('text', '')}”"
    return _sheet(Address(request.path, parts, {}, {}), refusal=told)


def _sheet(address: Address, *, refusal: str = "") -> Sheet:
    with reading() as session:
        found = process_at(session, address)
        standing = found.standing
        remarks = governance.remarks(session, standing.year)
        earlier = _requests(session, standing.year - 1)
    mine = current_actor().username
    may = May(
        comment=takes(Action.COMMENT, standing.stage),
        add=takes(Action.ADD_TO_COMMENT, standing.stage),
        answer=takes(Action.ANSWER_COMMENT, standing.stage),
    )
    return layout.page(
        standing,
        [each for each in remarks if each.submitted_at],
        [each for each in remarks if not each.submitted_at and each.by == mine],
        earlier,
        may,
        generate_csrf(),
        refusal=refusal,
        notices=request_context.notices(),
    )


def _requests(session: Session, year: int) -> list[Remark]:
    """The requests made of an edition, where there is one."""
    try:
        remarks = governance.remarks(session, year)
    except NotFound:
        return []
    return [each for each in remarks if each.submitted_at and each.kind is CommentKind.REQUEST]
