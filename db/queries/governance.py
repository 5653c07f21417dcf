"""The status of editions, and their records."""

from collections.abc import Sequence
from dataclasses import fields
from typing import Any, TypeVar

from sqlalchemy import Select, select
from sqlalchemy.orm import Session, selectinload

from db import models
from db.content import title_at
from domain.editions.status import EditionStatus, Version
from domain.errors import NotFound
from domain.governance.record import (
    Amendment,
    Comment,
    Consultation,
    Decision,
    Delegation,
    GovernanceRecord,
    MeetingRecord,
    Motion,
    Notice,
    Resolution,
    Wording,
)

Record = TypeVar("Record")


def everything(session: Session) -> list[EditionStatus]:
    """Return the status of every edition, the newest first."""
    rows = session.scalars(select(models.Edition).order_by(models.Edition.year.desc()))
    return [_as(EditionStatus, row) for row in rows]


def status_of(session: Session, year: int) -> EditionStatus:
    """Return the status of an edition. Raises ``NotFound``."""
    return _as(EditionStatus, edition(session, year))


def record_of(session: Session, year: int) -> GovernanceRecord:
    """Return everything on record of an edition. Raises ``NotFound``."""
    edition_row = edition(session, year)
    decisions = [_decided(row) for row in _of(session, models.Decision, edition_row)]
    scopes = [decision.delegation.scope for decision in decisions if decision.delegation]
    return GovernanceRecord(
        status=_as(EditionStatus, edition_row),
        versions=[_as(Version, row) for row in _of(session, models.FrozenVersion, edition_row)],
        meetings=[_as(MeetingRecord, row) for row in _of(session, models.Meeting, edition_row)],
        decisions=decisions,
        changes=changes_of(session, edition_row),
        motions=[_as(Motion, row) for row in _of(session, models.Motion, edition_row)],
        notices=[_as(Notice, row) for row in _of(session, models.Notice, edition_row)],
        titles={
            place: title_at(session, edition_row, place) for scope in scopes for place in scope
        },
    )


def remarks(session: Session, year: int) -> list[Comment]:
    """Return every comment on an edition, drafts included, in the order they were begun.

    Only its author may see a draft: the caller removes the drafts of others.
    """
    edition_row = edition(session, year)
    rows = session.scalars(
        select(models.Comment)
        .where(models.Comment.edition_id == edition_row.id)
        .options(selectinload(models.Comment.addenda))
        .order_by(models.Comment.id)
    )
    return [_remark(session, edition_row, row) for row in rows]


def changes_of(session: Session, edition_row: models.Edition) -> list[Amendment]:
    """Return every change of an edition as it is on record, by number."""
    return [
        amendment(row, title_at(session, edition_row, row.place))
        for row in _of(session, models.Change, edition_row)
    ]


def amendment(row: models.Change, title: str) -> Amendment:
    """Return a change as it is on record; ``title`` is what its place is called."""
    return _as(
        Amendment,
        row,
        title=title,
        wordings=tuple(_as(Wording, wording) for wording in row.wordings),
        views=tuple(_as(Consultation, view) for view in row.consultations),
    )


def delegation(row: models.Decision | None) -> Delegation | None:
    """Return the delegation of a decision, if there is one."""
    granted = row.delegation if row else None
    return Delegation(granted.letter, tuple(granted.scope), granted.until) if granted else None


def frozen_version(session: Session, year: int, name: str) -> models.FrozenVersion:
    """Return a frozen version with its content. Raises ``NotFound``."""
    edition_row = session.scalar(
        select(models.FrozenVersion)
        .join(models.Edition, models.Edition.id == models.FrozenVersion.edition_id)
        .where(models.Edition.year == year, models.FrozenVersion.name == name)
    )
    if edition_row is None:
        raise NotFound(f"The {year} edition has no version {name[:12]}.")
    return edition_row


def edition(session: Session, year: int) -> models.Edition:
    """Return the edition's row. Raises ``NotFound``."""
    edition_row = session.scalar(select(models.Edition).where(models.Edition.year == year))
    if edition_row is None:
        raise NotFound(f"There is no edition of {year}.")
    return edition_row


def _of(session: Session, model: Any, edition_row: models.Edition) -> Sequence[Any]:
    wanted: Select[Any] = select(model).where(model.edition_id == edition_row.id).order_by(model.id)
    return session.scalars(wanted).all()


def _as(record: type[Record], row: object, /, **values: Any) -> Record:
    """Return a row as a record: the columns of the same names, and the values given."""
    # ``Record`` is any of the records' dataclasses, which its bound cannot express
    named = {field.name for field in fields(record) if field.name not in values}  # type: ignore[arg-type]
    return record(**{name: getattr(row, name) for name in named}, **values)


def _decided(row: models.Decision) -> Decision:
    resolutions = tuple(_as(Resolution, resolution) for resolution in row.resolutions)
    return _as(Decision, row, resolutions=resolutions, delegation=delegation(row))


def _remark(session: Session, edition_row: models.Edition, row: models.Comment) -> Comment:
    added = tuple((addendum.by_name, addendum.at, addendum.text) for addendum in row.addenda)
    return _as(
        Comment, row, row=row.id, title=title_at(session, edition_row, row.place), addenda=added
    )
