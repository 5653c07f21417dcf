"""Whether the stored versions and revisions of an edition are complete, and their texts by place."""

import json
from collections.abc import Iterator
from typing import Any

from sqlalchemy.orm import Session

from db.content import texts_of
from db.models import Edition, FrozenVersion, Revision
from db.session import schemas_of
from domain.audit.replayed_edition import text_at
from domain.editions.content import Content
from domain.editions.places import Place
from domain.editions.schemas import Schemas, UnknownShape
from domain.editions.terms import Document

WITHOUT_CABINET = "A"
"""The letter of the versions without the report to the Cabinet: those for Scrutiny."""


def fault_of(session: Session, row: FrozenVersion) -> str:
    """Return what a version lacks of its schema, or why it cannot be read; empty where it is complete."""
    return _read(row, schemas_of(session))[1]


def texts_in(session: Session, edition: Edition, row: FrozenVersion) -> dict[str, Any]:
    """Return a version's texts by place; a field that its schema did not have has its default.

    A place of the edition that the version lacks is None. An unreadable version returns no texts.
    """
    schemas = schemas_of(session)
    content, fault = _read(row, schemas)
    if fault:
        return {}
    entries = schemas.read(content)
    texts: dict[str, Any] = {text_at(place): None for place in _places(session, edition, row)}
    for kind in schemas.kinds:
        if kind.editable:
            for key, fields in entries[kind.group].items():
                texts[text_at(f"{kind.name}:{key}")] = {
                    name: fields[name] for name in kind.editable
                }
    return texts


def fields_in(session: Session, row: Revision) -> dict[str, Any]:
    """Return the fields of a revision; a field that was added later has its default."""
    return schemas_of(session).fields_read(Place.of(row.place).kind, row.fields)


def lacking_in(session: Session, row: Revision) -> str:
    """Return the first original field of its place that a revision lacks, or an empty string."""
    return schemas_of(session).lacking(Place.of(row.place).kind, row.fields)


def _read(row: FrozenVersion, schemas: Schemas) -> tuple[Content, str]:
    try:
        content = json.loads(row.content)
        schemas.check(content)
    except (ValueError, RecursionError):
        return {}, "it is not JSON"
    except UnknownShape as fault:
        return {}, str(fault)
    return content, ""


def _places(session: Session, edition: Edition, row: FrozenVersion) -> Iterator[str]:
    """Yield the places of the present edition that the version must have."""
    without_cabinet = row.name.startswith(WITHOUT_CABINET)
    for text in texts_of(session, edition):
        if not (without_cabinet and text.document is Document.CABINET_REPORT):
            yield text.address
