"""Where editions stand, and what is on record of them."""

from collections.abc import Sequence
from dataclasses import fields
from typing import Any, TypeVar

from sqlalchemy import Select, select
from sqlalchemy.orm import Session, selectinload

from db import models
from db.content import title_at
from domain.editions.status import Standing, Version
from domain.errors import NotFound
from domain.governance.record import (
    Authority,
    Changed,
    Decided,
    Met,
    Moved,
    Noted,
    Process,
    Remark,
    Resolved,
    View,
    Worded,
)

Told = TypeVar("Told")


def everything(session: Session) -> list[Standing]:
    """Every edition and where it stands, the newest first."""
    rows = session.scalars(select(models.Edition).order_by(models.Edition.year.desc()))
    return [_as(Standing, row) for row in rows]


def standing(session: Session, year: int) -> Standing:
    """Where an edition stands. Raises ``NotFound``."""
    return _as(Standing, edition(session, year))


def process(session: Session, year: int) -> Process:
    """Everything on record of an edition. Raises ``NotFound``."""
    found = edition(session, year)
    decisions = [_decided(row) for row in _of(session, models.Decision, found)]
    scopes = [each.delegation.scope for each in decisions if each.delegation]
    return Process(
        standing=_as(Standing, found),
        versions=[_as(Version, row) for row in _of(session, models.FrozenVersion, found)],
        meetings=[_as(Met, row) for row in _of(session, models.Meeting, found)],
        decisions=decisions,
        changes=[_changed(session, found, row) for row in _of(session, models.Change, found)],
        motions=[_as(Moved, row) for row in _of(session, models.Motion, found)],
        notices=[_as(Noted, row) for row in _of(session, models.Notice, found)],
        titles={place: title_at(session, found, place) for scope in scopes for place in scope},
    )


def remarks(session: Session, year: int) -> list[Remark]:
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
    named = {each.name for each in fields(told) if each.name not in given}  # type: ignore[arg-type]
    return told(**{name: getattr(row, name) for name in named}, **given)


def _decided(row: models.Decision) -> Decided:
    held = row.delegation
    authority = Authority(held.letter, tuple(held.scope), held.until) if held else None
    resolutions = tuple(_as(Resolved, each) for each in row.resolutions)
    return _as(Decided, row, resolutions=resolutions, delegation=authority)


def _changed(session: Session, found: models.Edition, row: models.Change) -> Changed:
    return _as(
        Changed,
        row,
        title=title_at(session, found, row.place),
        wordings=tuple(_as(Worded, each) for each in row.wordings),
        views=tuple(_as(View, each) for each in row.consultations),
    )


def _remark(session: Session, found: models.Edition, row: models.Comment) -> Remark:
    added = tuple((each.by_name, each.at, each.text) for each in row.addenda)
    return _as(Remark, row, row=row.id, title=title_at(session, found, row.place), addenda=added)
