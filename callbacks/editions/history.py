"""The history of one place: its revisions, for those who take part in the edition."""

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import replace

from flask_wtf.csrf import generate_csrf

from callbacks import request_context
from callbacks.address import Address
from callbacks.editions import versions
from callbacks.editions.edition_request import can_take, record_at
from callbacks.request_context import reading
from db.queries import revisions
from domain.editions.revisions import Revision
from domain.errors import NotFound
from domain.governance.terms import Action
from layouts.editions import history as layout
from layouts.editions.history import HistoryView, Restoring
from layouts.shell import PageContent

LONGEST_ANSWER = 40


def view(address: Address) -> PageContent:
    """Show the revisions of the place that the address names, and the difference between two."""
    with reading() as session:
        record = record_at(session, address)
        if not versions.may_read_draft(record):
            raise NotFound(f"There is no edition of {record.status.year}.")
        year, place = record.status.year, address.query.get("place", "")
        saved = revisions.of_place(session, year, place)
        title = revisions.title_at(session, year, place)
    (old, new), notices = chosen_revisions(address.query, saved)
    keys = {revision.number: secrets.token_hex(16) for revision in saved}
    restoring = Restoring(record.status.version, generate_csrf(), keys)
    shown = layout.page(
        HistoryView(
            year=year,
            place=place,
            title=title,
            saved=saved,
            old=old,
            new=new,
            restoring=restoring if can_take(Action.EDIT, record.status.stage) else None,
        )
    )
    return replace(shown, notices=(*request_context.notices(), *notices))


def chosen_revisions(
    query: Mapping[str, str], saved: Sequence[Revision]
) -> tuple[tuple[Revision | None, Revision | None], list[str]]:
    """Return the two revisions to compare, by default the last two, and a notice for each unknown one."""
    by_number = {str(revision.number): revision for revision in saved}
    requested = {end: query.get(end, "").strip() for end in ("from", "to")}
    notices = [
        f"The address asks for revision “{number[:LONGEST_ANSWER]}”, which there is not. It was left out."
        for number in requested.values()
        if number and number not in by_number
    ]
    if len(saved) <= 1:
        return (None, None), notices
    new = by_number.get(requested["to"], saved[0])
    before = by_number.get(str(new.number - 1), new)
    return (by_number.get(requested["from"], before), new), notices
