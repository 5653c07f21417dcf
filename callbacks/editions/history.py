"""Every revision of one place, for those who take part in the edition."""

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import replace

from flask_wtf.csrf import generate_csrf

from callbacks import request_context
from callbacks.editions import versions
from callbacks.editions.edition_request import can_take, record_at
from callbacks.request_context import reading
from callbacks.wiring import Address
from db.queries import revisions
from domain.editions.revisions import Revision
from domain.errors import NotFound
from domain.governance.terms import Action
from layouts.editions import history as layout
from layouts.editions.history import HistoryView, Restoring
from layouts.shell import PageContent

LONGEST_ANSWER = 40


def view(address: Address) -> PageContent:
    """Show the revisions of the place that the address names, and two of them compared."""
    with reading() as session:
        found = record_at(session, address)
        if not versions.may_read_draft(found):
            raise NotFound(f"There is no edition of {found.status.year}.")
        year, place = found.status.year, address.query.get("place", "")
        saved = revisions.of_place(session, year, place)
        title = revisions.title_at(session, year, place)
    (old, new), notices = chosen(address.query, saved)
    keys = {each.number: secrets.token_hex(16) for each in saved}
    restoring = Restoring(found.status.version, generate_csrf(), keys)
    shown = layout.page(
        HistoryView(
            year=year,
            place=place,
            title=title,
            saved=saved,
            old=old,
            new=new,
            restoring=restoring if can_take(Action.EDIT, found.status.stage) else None,
        )
    )
    return replace(shown, notices=(*request_context.notices(), *notices))


def chosen(
    query: Mapping[str, str], saved: Sequence[Revision]
) -> tuple[tuple[Revision | None, Revision | None], list[str]]:
    """Return the two revisions meant, and a sentence for each that there is not; the last two by default."""
    numbered = {str(each.number): each for each in saved}
    asked = {end: query.get(end, "").strip() for end in ("from", "to")}
    notices = [
        f"The address asks for revision “{each[:LONGEST_ANSWER]}”, which there is not. It was left out."
        for each in asked.values()
        if each and each not in numbered
    ]
    if len(saved) <= 1:
        return (None, None), notices
    new = numbered.get(asked["to"], saved[0])
    before = numbered.get(str(new.number - 1), new)
    return (numbered.get(asked["from"], before), new), notices
