"""Every revision of one place, for those who take part in the edition."""

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import replace

from flask_wtf.csrf import generate_csrf

from callbacks import request_context
from callbacks.editions import versions
from callbacks.editions.edition_request import process_at, takes
from callbacks.request_context import reading
from callbacks.wiring import Address
from db.queries import revisions
from domain.editions.revisions import Saved
from domain.errors import NotFound
from domain.governance.terms import Action
from layouts.editions import history as layout
from layouts.editions.history import Restoring, View
from layouts.shell import Sheet

LONGEST = 40


def view(address: Address) -> Sheet:
    """Show the revisions of the place that the address names, and two of them compared."""
    with reading() as session:
        found = process_at(session, address)
        if not versions.may_read_draft(found):
            raise NotFound(f"There is no edition of {found.standing.year}.")
        year, place = found.standing.year, address.query.get("place", "")
        saved = revisions.of_place(session, year, place)
        title = revisions.title_at(session, year, place)
    (old, new), notices = chosen(address.query, saved)
    keys = {each.number: secrets.token_hex(16) for each in saved}
    restoring = Restoring(found.standing.version, generate_csrf(), keys)
    shown = layout.page(
        View(
            year=year,
            place=place,
            title=title,
            saved=saved,
            old=old,
            new=new,
            restoring=restoring if takes(Action.EDIT, found.standing.stage) else None,
        )
    )
    return replace(shown, notices=(*request_context.notices(), *notices))


def chosen(
    query: Mapping[str, str], saved: Sequence[Saved]
) -> tuple[tuple[Saved | None, Saved | None], list[str]]:
    """The two revisions meant, and a sentence for each that there is not; the last two by default."""
    numbered = {str(each.number): each for each in saved}
    asked = {end: query.get(end, "").strip() for end in ("from", "to")}
    notices = [
        f"The address asks for revision “{each[:LONGEST]}”, which there is not. It was left out."
        for each in asked.values()
        if each and each not in numbered
    ]
    if len(saved) <= 1:
        return (None, None), notices
    new = numbered.get(asked["to"], saved[0])
    before = numbered.get(str(new.number - 1), new)
    return (numbered.get(asked["from"], before), new), notices
