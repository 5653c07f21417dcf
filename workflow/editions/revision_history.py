"""The revisions of the places of an edition."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from db.content import fields_at
from db.models import Edition, Revision
from db.session import schemas_of
from domain.editions.places import Place
from workflow.access import Actor
from workflow.clock import now


def number_of(session: Session, edition: Edition, place: str) -> int:
    """Return the number of a place's newest revision; 0 where nothing was kept yet."""
    number = session.scalar(
        select(func.max(Revision.number)).where(
            Revision.edition_id == edition.id, Revision.place == place
        )
    )
    return number or 0


def fields_then(session: Session, edition: Edition, place: str, number: int) -> dict[str, Any]:
    """Return the fields of a place at one of its revisions; the current ones for an unknown number.

    A field that was added after the revision has its default.
    """
    stored = session.scalar(
        select(Revision.fields).where(
            Revision.edition_id == edition.id,
            Revision.place == place,
            Revision.number == number,
        )
    )
    if stored is None:
        return fields_at(session, edition, place)
    return schemas_of(session).fields_read(Place.of(place).kind, stored)


def newest_of(session: Session, edition: Edition) -> int:
    """Return the id of the newest revision of the whole edition."""
    newest = session.scalar(select(func.max(Revision.id)).where(Revision.edition_id == edition.id))
    return newest or 0


def first(
    edition: Edition, place: str, fields: Mapping[str, Any], *, by: Actor, cause: str
) -> Revision:
    """Return the first revision of a place, still to be added."""
    return revision_of(edition, place, fields, by=by, cause=cause, note="", number=1)


def revision_of(
    edition: Edition,
    place: str,
    fields: Mapping[str, Any],
    *,
    by: Actor,
    cause: str,
    note: str,
    number: int,
) -> Revision:
    """Return a revision of a place, still to be added. ``cause`` is the action that made it."""
    return Revision(
        edition_id=edition.id,
        place=place,
        number=number,
        round=edition.round,
        stage=edition.stage.value,
        fields=dict(fields),
        cause=cause,
        note=note,
        by=by.username,
        by_name=by.name,
        at=now(),
    )
