"""Freezing of an edition: its whole content under a digest, unchangeable."""

from collections.abc import Iterable, Iterator

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.content import content_of
from db.models import Edition, FrozenVersion
from db.session import schemas_of
from domain.editions.content import Content, canonical, digest_of
from domain.errors import NotFound
from workflow.access import Actor
from workflow.clock import now
from workflow.editions import frozen_versions, revision_history
from workflow.editions.comparison_snapshot import comparison_snapshot

METHODS = "2022.1"
"""The version of docs/methods: the rules for ranks, direction of travel and counts."""


def present_content(session: Session, edition: Edition) -> Content:
    """Return the content to freeze, with the present ranks and funding figures."""
    content = content_of(session, edition)
    return {**content, "comparison": comparison_snapshot(session), "methods": METHODS}


def freeze(
    session: Session, edition: Edition, name: str, content: Content, *, by: Actor
) -> FrozenVersion:
    """Store the content as a version with a free name. Raises an error if a part of its schema is missing."""
    frozen_versions.check_whole(name, content, schemas_of(session))
    frozen = FrozenVersion(
        edition_id=edition.id,
        round=edition.round,
        name=name,
        digest=digest_of(content),
        content=canonical(content),
        revision_id=revision_history.newest_of(session, edition),
        at=now(),
        by_name=by.name,
    )
    session.add(frozen)
    session.flush()
    return frozen


def next_of(session: Session, edition: Edition, letter: str) -> str:
    """Return the name of a letter's next version: A, then A2 when the edition comes by again."""
    return _first_free(session, edition, _numbered(letter, letter))


def next_after(session: Session, edition: Edition, name: str) -> str:
    """Return the name of the next version made by changing one: C.1 after C, C.2 after C.1."""
    root = name.partition(".")[0]
    return _first_free(session, edition, _numbered(f"{root}.1", f"{root}."))


def version_named(session: Session, edition: Edition, name: str) -> FrozenVersion:
    """Return a frozen version by its name. Raises ``NotFound``."""
    version = session.scalar(
        select(FrozenVersion).where(
            FrozenVersion.edition_id == edition.id, FrozenVersion.name == name
        )
    )
    if version is None:
        raise NotFound(f"The {edition.year} edition has no version {name}.")
    return version


def latest_of_round(session: Session, edition: Edition, letter: str) -> FrozenVersion:
    """Return the newest version of a letter in the present round."""
    return session.scalars(
        select(FrozenVersion)
        .where(
            FrozenVersion.edition_id == edition.id,
            FrozenVersion.round == edition.round,
            FrozenVersion.name.startswith(letter),
        )
        .order_by(FrozenVersion.id.desc())
        .limit(1)
    ).one()


def _numbered(first: str, root: str) -> Iterator[str]:
    yield first
    number = 2
    while True:
        yield f"{root}{number}"
        number += 1


def _first_free(session: Session, edition: Edition, names: Iterable[str]) -> str:
    names_in_use = set(
        session.scalars(select(FrozenVersion.name).where(FrozenVersion.edition_id == edition.id))
    )
    return next(name for name in names if name not in names_in_use)
