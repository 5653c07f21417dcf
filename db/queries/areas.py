"""Areas, their changes and the groups they are compared in."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from db import models
from domain.comparison.areas import Area, AreaChange, ComparatorGroup, Geography
from domain.errors import NotFound

NOTHING_LOADED = "No comparison of councils is loaded. Load one with: python -m app load data/"


def release(session: Session) -> str:
    """Return the digest of the comparison's tables. Raises ``NotFound`` without any."""
    digest: str | None = session.scalar(select(models.ComparisonRelease.digest))
    if digest is None:
        raise NotFound(NOTHING_LOADED)
    return digest


def geography(session: Session) -> Geography:
    """Return every area with its changes and groups, in the tables' order."""
    areas = session.scalars(select(models.Area).order_by(models.Area.position))
    changes = session.scalars(select(models.AreaChange).order_by(models.AreaChange.id))
    return Geography(
        {row.code: _area(row) for row in areas},
        [
            AreaChange(row.old_code, row.old_name, row.new_code, row.new_name, row.on)
            for row in changes
        ],
        _groups(session),
    )


def _groups(session: Session) -> list[ComparatorGroup]:
    members: dict[str, list[str]] = {}
    for slug, code in session.execute(
        select(models.GroupMember.group_slug, models.GroupMember.area_code)
        .join(models.Area, models.Area.code == models.GroupMember.area_code)
        .order_by(models.Area.position)
    ):
        members.setdefault(slug, []).append(code)
    rows = session.scalars(select(models.ComparatorGroup).order_by(models.ComparatorGroup.position))
    return [
        ComparatorGroup(row.slug, row.name, row.as_of, row.basis, tuple(members.get(row.slug, ())))
        for row in rows
    ]


def _area(row: models.Area) -> Area:
    return Area(
        row.code, row.name, row.official_name, row.area_class, row.region, row.began, row.ended
    )
