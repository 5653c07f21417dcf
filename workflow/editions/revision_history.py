"""Changing the text of a place, and keeping every revision of it."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from db.content import fields_at, places_in, write_fields
from db.models import Edition, FrozenVersion, Revision
from db.queries.revisions import CARRIED
from db.session import schemas_of
from domain.editions.places import Place
from workflow.access import Actor
from workflow.clock import now


def latest(session: Session, edition: Edition, place: str) -> Revision | None:
    """The newest revision of a place."""
    return session.scalar(
        select(Revision)
        .where(Revision.edition_id == edition.id, Revision.place == place)
        .order_by(Revision.number.desc())
        .limit(1)
    )


def number_of(session: Session, edition: Edition, place: str) -> int:
    """The number of a place's newest revision; 0 where nothing was kept yet."""
    found = latest(session, edition, place)
    return found.number if found else 0


def fields_then(session: Session, edition: Edition, place: str, number: int) -> dict[str, Any]:
    """What a place held at one of its revisions; what it holds now where there is none such.

    A field that came after the revision has its default.
    """
    found = session.scalar(
        select(Revision.fields).where(
            Revision.edition_id == edition.id,
            Revision.place == place,
            Revision.number == number,
        )
    )
    if found is None:
        return fields_at(session, edition, place)
    return schemas_of(session).fields_read(Place.of(place).kind, found)


def newest_in(session: Session, edition: Edition, unit: str) -> int:
    """The newest revision of anything in a unit, by its id; 0 where nothing was kept yet."""
    return (
        session.scalar(
            select(func.max(Revision.id)).where(
                Revision.edition_id == edition.id,
                Revision.place.in_(places_in(session, edition, unit)),
            )
        )
        or 0
    )


def newest_of(session: Session, edition: Edition) -> int:
    """The newest revision of the whole edition, by its id."""
    found = session.scalar(select(func.max(Revision.id)).where(Revision.edition_id == edition.id))
    return found or 0


def last_frozen(session: Session, edition: Edition) -> FrozenVersion | None:
    """The version that was frozen last."""
    return session.scalar(
        select(FrozenVersion)
        .where(FrozenVersion.edition_id == edition.id)
        .order_by(FrozenVersion.id.desc())
        .limit(1)
    )


def has_edited(session: Session, edition: Edition, unit: str, actor: Actor) -> bool:
    """Whether someone has edited anything in a unit since the last version was frozen."""
    frozen = last_frozen(session, edition)
    since = frozen.revision_id if frozen else 0
    return (
        session.scalar(
            select(Revision.id)
            .where(
                Revision.edition_id == edition.id,
                Revision.place.in_(places_in(session, edition, unit)),
                Revision.id > since,
                Revision.by == actor.username,
                Revision.cause.not_in(CARRIED),
            )
            .limit(1)
        )
        is not None
    )


def revise(
    session: Session,
    edition: Edition,
    place: str,
    fields: Mapping[str, Any],
    *,
    by: Actor,
    cause: str,
    note: str = "",
) -> Revision:
    """Write some fields of a place and keep what it then holds as its next revision."""
    write_fields(session, edition, place, fields)
    return keep(session, edition, place, by=by, cause=cause, note=note)


def keep(
    session: Session, edition: Edition, place: str, *, by: Actor, cause: str, note: str = ""
) -> Revision:
    """Keep what a place holds now as its next revision."""
    revision = _revision(
        edition, place, fields_at(session, edition, place), by=by, cause=cause, note=note
    )
    revision.number = number_of(session, edition, place) + 1
    session.add(revision)
    session.flush()
    return revision


def first(
    edition: Edition, place: str, fields: Mapping[str, Any], *, by: Actor, cause: str
) -> Revision:
    """The first revision of a place, still to be added."""
    return _revision(edition, place, fields, by=by, cause=cause, note="")


def _revision(
    edition: Edition, place: str, fields: Mapping[str, Any], *, by: Actor, cause: str, note: str
) -> Revision:
    return Revision(
        edition_id=edition.id,
        place=place,
        number=1,
        round=edition.round,
        stage=edition.stage.value,
        fields=dict(fields),
        cause=cause,
        note=note,
        by=by.username,
        by_name=by.name,
        at=now(),
    )
