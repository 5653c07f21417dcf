"""Freezing an edition: its whole content under its digest, never to change."""

import json
from collections.abc import Iterable, Iterator

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.content import content_of
from db.models import Edition, FrozenVersion
from db.session import schemas_of
from domain.editions.content import Content, canonical, digest_of, is_intact
from domain.editions.kinds import SCHEMAS
from domain.editions.schemas import Schemas, UnknownShape
from domain.errors import CompendiumError, NotFound
from workflow.access import Actor
from workflow.clock import now
from workflow.editions import revision_history
from workflow.editions.comparison_snapshot import comparison_snapshot

METHODS = "2022.1"
"""The version of docs/methods: ranks, direction of travel and counts as the product makes them."""


class NotIntact(CompendiumError):
    """A frozen version is not what its digest was made of: somebody reached round the product."""


def present_content(session: Session, edition: Edition) -> Content:
    """What would be frozen now, with the ranks and funding figures of now."""
    content = content_of(session, edition)
    return {**content, "comparison": comparison_snapshot(session), "methods": METHODS}


def freeze(
    session: Session, edition: Edition, name: str, content: Content, *, by: Actor
) -> FrozenVersion:
    """Keep the content as a version of this name, which is free. Nothing of its schema may lack."""
    _check(name, content, schemas_of(session))
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
    """The name of the next version of a letter: A, then A2 when the edition comes by again."""
    return _first_free(session, edition, _numbered(letter, letter))


def next_after(session: Session, edition: Edition, name: str) -> str:
    """The name of the next version made by changing one: C.1 after C, C.2 after C.1."""
    root = name.partition(".")[0]
    return _first_free(session, edition, _numbered(f"{root}.1", f"{root}."))


def version_named(session: Session, edition: Edition, name: str) -> FrozenVersion:
    """A frozen version by its name. Raises ``NotFound``."""
    found = session.scalar(
        select(FrozenVersion).where(
            FrozenVersion.edition_id == edition.id, FrozenVersion.name == name
        )
    )
    if found is None:
        raise NotFound(f"The {edition.year} edition has no version {name}.")
    return found


def latest_of_round(session: Session, edition: Edition, letter: str) -> FrozenVersion:
    """The newest version of a letter in the present round."""
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


def content_in(frozen: FrozenVersion, schemas: Schemas = SCHEMAS) -> Content:
    """What a version holds, in the schema that it was frozen in.

    Raises ``NotIntact`` where its digest does not fit, or where it lacks what its schema holds.
    """
    if not is_intact(frozen.content, frozen.digest):
        raise NotIntact(
            f"Version {frozen.name} is not what was frozen: its digest does not fit. Nothing was "
            "changed; tell whoever looks after the database."
        )
    content: Content = json.loads(frozen.content)
    _check(frozen.name, content, schemas)
    return content


def content_to_read(session: Session, frozen: FrozenVersion) -> Content:
    """What a version holds, in the newest schema: what its own did not have has its default."""
    schemas = schemas_of(session)
    return schemas.read(content_in(frozen, schemas))


def _check(name: str, content: Content, schemas: Schemas) -> None:
    try:
        schemas.check(content)
    except UnknownShape as fault:
        raise NotIntact(
            f"Version {name} is not whole: {fault}. Nothing was changed; tell whoever looks after "
            "the database."
        ) from fault


def _numbered(first: str, root: str) -> Iterator[str]:
    yield first
    number = 2
    while True:
        yield f"{root}{number}"
        number += 1


def _first_free(session: Session, edition: Edition, names: Iterable[str]) -> str:
    taken = set(
        session.scalars(select(FrozenVersion.name).where(FrozenVersion.edition_id == edition.id))
    )
    return next(name for name in names if name not in taken)
