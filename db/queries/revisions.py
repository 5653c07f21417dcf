"""Queries on the text of an edition: revisions, units of signing off, and who is writing."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import fields
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from db import content, models
from db.queries.governance import edition
from db.session import schemas_of
from domain.editions.documents import documents_at
from domain.editions.places import Place
from domain.editions.revisions import (
    Revision,
    RevisionEntry,
    SignOffUnit,
    editors_since,
    is_unwritten,
    newest_of,
    signer_of,
)
from domain.editions.schemas import Schemas
from domain.editions.terms import Document
from domain.errors import NotFound

PRESENCE_EXPIRES_AFTER = timedelta(seconds=90)
"""The age at which the last report of a browser that has a place open no longer counts."""


def of_place(session: Session, year: int, place: str) -> list[Revision]:
    """Return every revision of a place, the newest first. Raises ``NotFound`` for an unknown place."""
    edition_row = edition(session, year)
    content.row_at(session, edition_row, place)
    rows = session.scalars(
        select(models.Revision)
        .where(models.Revision.edition_id == edition_row.id, models.Revision.place == place)
        .order_by(models.Revision.number.desc())
    )
    schemas = schemas_of(session)
    return [_saved(row, schemas) for row in rows]


def revision(session: Session, year: int, place: str, number: int) -> Revision:
    """Return one revision of a place. Raises ``NotFound``."""
    for saved in of_place(session, year, place):
        if saved.number == number:
            return saved
    raise NotFound(f"There is no revision {number} of this text.")


def fields_at(session: Session, year: int, place: str) -> dict[str, Any]:
    """Return the current fields of a place. Raises ``NotFound``."""
    return content.fields_at(session, edition(session, year), place)


def title_at(session: Session, year: int, place: str) -> str:
    """Return the title of a place. Raises ``NotFound``."""
    return content.title_at(session, edition(session, year), place)


def units(session: Session, year: int) -> list[SignOffUnit]:
    """Return what is signed off at an edition's stage, in printed order: sections, then dashboards."""
    edition_row = edition(session, year)
    documents = documents_at(edition_row.stage)
    due = [
        (unit, texts)
        for unit, texts in content.units_of(session, edition_row)
        if unit.document is None or unit.document in documents
    ]
    return _signed_off(session, edition_row, due)


def unit(session: Session, year: int, place: str) -> SignOffUnit:
    """Return one section or dashboard, due at this stage or not. Raises ``NotFound``."""
    edition_row = edition(session, year)
    unit_and_texts = content.unit_with_texts(session, edition_row, place)
    (signed_off,) = _signed_off(session, edition_row, [unit_and_texts])
    return signed_off


def numbers(session: Session, year: int) -> dict[str, int]:
    """Return the number of every place's newest revision."""
    rows = session.execute(
        select(models.Revision.place, func.max(models.Revision.number))
        .where(models.Revision.edition_id == edition(session, year).id)
        .group_by(models.Revision.place)
    )
    return {place: number for place, number in rows}  # noqa: C416 - rows are not pairs to mypy


def places(session: Session, year: int) -> list[tuple[str, str, Document | None]]:
    """Return every section and indicator: its place, its title, and the document of a section."""
    texts = content.texts_of(session, edition(session, year))
    return [(text.address, text.listed_title, text.document) for text in texts]


def unit_of(session: Session, year: int, place: str) -> str:
    """Return the section or dashboard with which a place is signed off."""
    return content.resolve(session, edition(session, year), place).unit


def units_of(session: Session, year: int) -> dict[str, str]:
    """Return the section or dashboard of every section and indicator."""
    edition_row = edition(session, year)
    return {text.address: text.unit for text in content.texts_of(session, edition_row)}


def present(session: Session, year: int, place: str) -> list[str]:
    """Return the names of those who have a place open for editing now."""
    edition_row = edition(session, year)
    return list(
        session.scalars(
            select(models.Presence.by_name)
            .where(
                models.Presence.edition_id == edition_row.id,
                models.Presence.place == place,
                models.Presence.at > datetime.now(UTC) - PRESENCE_EXPIRES_AFTER,
            )
            .order_by(models.Presence.by_name)
        )
    )


_UnitTexts = tuple[content.ResolvedPlace, list[content.ResolvedPlace]]
"""A unit with the places in it."""


def _signed_off(
    session: Session, edition_row: models.Edition, units_and_texts: Sequence[_UnitTexts]
) -> list[SignOffUnit]:
    """Return the units with who edited each, and who signed it off."""
    places = [text.address for _, texts in units_and_texts for text in texts]
    entries = _entries(session, edition_row, places)
    sign_offs = _sign_offs(session, edition_row)
    frozen = _last_frozen(session, edition_row)
    return [
        _unit(
            unit,
            texts,
            [entry for text in texts for entry in entries[text.address]],
            sign_offs[unit.address],
            frozen,
        )
        for unit, texts in units_and_texts
    ]


def _unit(
    unit: content.ResolvedPlace,
    texts: Sequence[content.ResolvedPlace],
    entries: Sequence[RevisionEntry],
    sign_offs: dict[int, str],
    frozen: int,
) -> SignOffUnit:
    newest = newest_of(entries)
    return SignOffUnit(
        place=unit.address,
        title=unit.title,
        document=unit.document,
        newest=newest.id if newest else 0,
        edited_by=newest.by_name if newest else "",
        edited_at=newest.at if newest else None,
        signed_by=signer_of(newest, sign_offs),
        editors=editors_since(entries, frozen),
        is_empty=is_unwritten(text.fields for text in texts),
    )


def _entries(
    session: Session, edition_row: models.Edition, places: Sequence[str]
) -> dict[str, list[RevisionEntry]]:
    """Return the newest revision by each person and cause of some places, without their texts.

    The newest of all is among them, and so is everybody who wrote after a certain one. An index holds
    all that is grouped, so that the time does not grow with every save.
    """
    revision = models.Revision
    newest = (
        select(func.max(revision.id))
        .where(revision.edition_id == edition_row.id, revision.place.in_(places))
        .group_by(revision.place, revision.by, revision.cause)
    )
    columns = [getattr(revision, field.name) for field in fields(RevisionEntry)]
    entries: dict[str, list[RevisionEntry]] = defaultdict(list)
    for row in session.execute(select(*columns).where(revision.id.in_(newest))):
        entry = RevisionEntry(*row)
        entries[entry.place].append(entry)
    return entries


def _sign_offs(session: Session, edition_row: models.Edition) -> dict[str, dict[int, str]]:
    """Return who signed off which revision of each unit."""
    rows = session.execute(
        select(models.SignOff.unit, models.SignOff.revision_id, models.SignOff.by_name)
        .where(models.SignOff.edition_id == edition_row.id)
        .order_by(models.SignOff.id)
    )
    sign_offs: dict[str, dict[int, str]] = defaultdict(dict)
    for place, revision_id, by_name in rows:
        sign_offs[place][revision_id] = by_name
    return sign_offs


def _last_frozen(session: Session, edition_row: models.Edition) -> int:
    last = session.scalar(
        select(models.FrozenVersion.revision_id)
        .where(models.FrozenVersion.edition_id == edition_row.id)
        .order_by(models.FrozenVersion.id.desc())
        .limit(1)
    )
    return last or 0


def _saved(row: models.Revision, schemas: Schemas) -> Revision:
    return Revision(
        id=row.id,
        place=row.place,
        number=row.number,
        stage=row.stage,
        fields=schemas.fields_read(Place.of(row.place).kind, row.fields),
        cause=row.cause,
        note=row.note,
        by=row.by,
        by_name=row.by_name,
        at=row.at,
    )
