"""Queries on the narrative of an edition."""

from dataclasses import fields

from sqlalchemy import select
from sqlalchemy.orm import Session

from db import models
from domain.editions.sections import Section
from domain.editions.terms import Document

FIELDS = tuple(field.name for field in fields(Section))


def of_document(session: Session, year: int, document: Document) -> list[Section]:
    """Return the sections of one document of an edition, in reading order."""
    rows = session.scalars(
        select(models.Section)
        .join(models.Section.edition)
        .where(models.Edition.year == year, models.Section.document == document)
        .order_by(models.Section.position)
    )
    return [Section(**{name: getattr(row, name) for name in FIELDS}) for row in rows]
