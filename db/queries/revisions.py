"""The text of an edition through time: revisions, what is to be signed off, who is writing."""

from collections import defaultdict
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from db import content, models
from db.queries.governance import edition
from db.session import schemas_of
from domain.editions.places import Place
from domain.editions.revisions import Revision, SignOffUnit, is_unwritten
from domain.editions.schemas import Schemas
from domain.editions.terms import Document, Stage
from domain.errors import NotFound
from domain.terms import Upkeep

CARRIED = frozenset({Upkeep.LOAD_EDITION.value, Upkeep.ROLL_FORWARD.value})
"""Causes of a first revision that are nobody's writing."""
FRESH = timedelta(seconds=90)
"""A browser that has not said for so long that a place is open no longer counts."""


def of_place(session: Session, year: int, place: str) -> list[Revision]:
    """Every revision of a place, the newest first. Raises ``NotFound`` where there is no place."""
    found = edition(session, year)
    content.row_at(session, found, place)
    rows = session.scalars(
        select(models.Revision)
        .where(models.Revision.edition_id == found.id, models.Revision.place == place)
        .order_by(models.Revision.number.desc())
    )
    schemas = schemas_of(session)
    return [_saved(row, schemas) for row in rows]


def revision(session: Session, year: int, place: str, number: int) -> Revision:
    """One revision of a place. Raises ``NotFound``."""
    for saved in of_place(session, year, place):
        if saved.number == number:
            return saved
    raise NotFound(f"There is no revision {number} of this text.")


def fields_at(session: Session, year: int, place: str) -> dict[str, Any]:
    """What a place holds now. Raises ``NotFound``."""
    return content.fields_at(session, edition(session, year), place)


def title_at(session: Session, year: int, place: str) -> str:
    """What a place is called. Raises ``NotFound``."""
    return content.title_at(session, edition(session, year), place)


def units(session: Session, year: int) -> list[SignOffUnit]:
    """The sections and dashboards of an edition, in printed order, with who signed them off."""
    found = edition(session, year)
    saved = _by_place(session, found)
    signed = _signed(session, found)
    since = _last_frozen(session, found)
    listed = []
    for unit, texts in content.units_of(session, found):
        if unit.document is Document.CABINET_REPORT and found.stage is Stage.DRAFTING:
            continue
        revisions = [each for text in texts for each in saved[text.address]]
        newest = max(revisions, key=lambda each: each.id, default=None)
        listed.append(
            SignOffUnit(
                place=unit.address,
                title=unit.title,
                document=unit.document,
                newest=newest.id if newest else 0,
                edited_by=newest.by_name if newest else "",
                edited_at=newest.at if newest else None,
                signed_by=signed.get((unit.address, newest.id if newest else 0), ""),
                editors=frozenset(
                    each.by for each in revisions if each.id > since and each.cause not in CARRIED
                ),
                is_empty=is_unwritten(text.fields for text in texts),
            )
        )
    return listed


def numbers(session: Session, year: int) -> dict[str, int]:
    """The number of every place's newest revision."""
    rows = session.execute(
        select(models.Revision.place, func.max(models.Revision.number))
        .where(models.Revision.edition_id == edition(session, year).id)
        .group_by(models.Revision.place)
    )
    return {place: number for place, number in rows}  # noqa: C416 - rows are not pairs to mypy


def places(session: Session, year: int) -> list[tuple[str, str, Document | None]]:
    """Every section and indicator: its place, its title, and the document of a section."""
    texts = content.texts_of(session, edition(session, year))
    return [(text.address, text.listed_title, text.document) for text in texts]


def unit_of(session: Session, year: int, place: str) -> str:
    """The section or dashboard that a place is signed off with."""
    return content.resolve(session, edition(session, year), place).unit


def places_in(session: Session, year: int, unit: str) -> list[str]:
    """The places that a section, a dashboard or an indicator holds."""
    return content.places_in(session, edition(session, year), unit)


def present(session: Session, year: int, place: str) -> list[str]:
    """The names of those who have a place open for editing now."""
    found = edition(session, year)
    return list(
        session.scalars(
            select(models.Presence.by_name)
            .where(
                models.Presence.edition_id == found.id,
                models.Presence.place == place,
                models.Presence.at > datetime.now(UTC) - FRESH,
            )
            .order_by(models.Presence.by_name)
        )
    )


def _by_place(session: Session, found: models.Edition) -> dict[str, list[models.Revision]]:
    held: dict[str, list[models.Revision]] = defaultdict(list)
    for row in session.scalars(
        select(models.Revision).where(models.Revision.edition_id == found.id)
    ):
        held[row.place].append(row)
    return held


def _signed(session: Session, found: models.Edition) -> dict[tuple[str, int], str]:
    rows = session.execute(
        select(models.SignOff.unit, models.SignOff.revision_id, models.SignOff.by_name).where(
            models.SignOff.edition_id == found.id
        )
    )
    return {(unit, revision_id): by_name for unit, revision_id, by_name in rows}


def _last_frozen(session: Session, found: models.Edition) -> int:
    last = session.scalar(
        select(models.FrozenVersion.revision_id)
        .where(models.FrozenVersion.edition_id == found.id)
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
