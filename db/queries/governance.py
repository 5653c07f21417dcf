"""Where editions stand, and what is on record of them."""

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

Told = TypeVar("Told")


def everything(session: Session) -> list[EditionStatus]:
    """Every edition and where it stands, the newest first."""
    rows = session.scalars(select(models.Edition).order_by(models.Edition.year.desc()))
    return [_as(EditionStatus, row) for row in rows]


def status_of(session: Session, year: int) -> EditionStatus:
    """Where an edition stands. Raises ``NotFound``."""
    return _as(EditionStatus, edition(session, year))


def record_of(session: Session, year: int) -> GovernanceRecord:
    """Everything on record of an edition. Raises ``NotFound``."""
    found = edition(session, year)
    decisions = [_decided(row) for row in _of(session, models.Decision, found)]
    scopes = [decision.delegation.scope for decision in decisions if decision.delegation]
    return GovernanceRecord(
        status=_as(EditionStatus, found),
        versions=[_as(Version, row) for row in _of(session, models.FrozenVersion, found)],
        meetings=[_as(MeetingRecord, row) for row in _of(session, models.Meeting, found)],
        decisions=decisions,
        changes=changes_of(session, found),
        motions=[_as(Motion, row) for row in _of(session, models.Motion, found)],
        notices=[_as(Notice, row) for row in _of(session, models.Notice, found)],
        titles={place: title_at(session, found, place) for scope in scopes for place in scope},
    )


def remarks(session: Session, year: int) -> list[Comment]:
    """Every comment on an edition, drafts included, in the order they were begun.

    A draft is its author's alone: the caller leaves out the others'.
    """
    found = edition(session, year)
    rows = session.scalars(
        select(models.Comment)
        .where(models.Comment.edition_id == found.id)
        .options(selectinload(models.Comment.addenda))
        .order_by(models.Comment.id)
    )
    return [_remark(session, found, row) for row in rows]


def changes_of(session: Session, found: models.Edition) -> list[Amendment]:
    """Return every change of an edition as it is on record, by number."""
    return [
        amendment(row, title_at(session, found, row.place))
        for row in _of(session, models.Change, found)
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
    held = row.delegation if row else None
    return Delegation(held.letter, tuple(held.scope), held.until) if held else None


def kept(session: Session, year: int, name: str) -> models.FrozenVersion:
    """A frozen version with what it holds. Raises ``NotFound``."""
    found = session.scalar(
        select(models.FrozenVersion)
        .join(models.Edition, models.Edition.id == models.FrozenVersion.edition_id)
        .where(models.Edition.year == year, models.FrozenVersion.name == name)
    )
    if found is None:
        raise NotFound(f"The {year} edition has no version {name[:12]}.")
    return found


def edition(session: Session, year: int) -> models.Edition:
    """The edition's row. Raises ``NotFound``."""
    found = session.scalar(select(models.Edition).where(models.Edition.year == year))
    if found is None:
        raise NotFound(f"There is no edition of {year}.")
    return found


def _of(session: Session, model: Any, found: models.Edition) -> Sequence[Any]:
    wanted: Select[Any] = select(model).where(model.edition_id == found.id).order_by(model.id)
    return session.scalars(wanted).all()


def _as(told: type[Told], row: object, /, **given: Any) -> Told:
    """A row as what pages are told: the columns of the same names, and what is given."""
    # ``Told`` is any of our dataclasses, which its bound cannot say
    named = {field.name for field in fields(told) if field.name not in given}  # type: ignore[arg-type]
    return told(**{name: getattr(row, name) for name in named}, **given)


def _decided(row: models.Decision) -> Decision:
    resolutions = tuple(_as(Resolution, resolution) for resolution in row.resolutions)
    return _as(Decision, row, resolutions=resolutions, delegation=delegation(row))


def _remark(session: Session, found: models.Edition, row: models.Comment) -> Comment:
    added = tuple((addendum.by_name, addendum.at, addendum.text) for addendum in row.addenda)
    return _as(Comment, row, row=row.id, title=title_at(session, found, row.place), addenda=added)
