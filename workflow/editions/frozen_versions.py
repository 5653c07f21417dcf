"""Reading of frozen versions, with a check of the digest. Nothing here writes."""

import json

from sqlalchemy.orm import Session

from db.models import FrozenVersion
from db.session import schemas_of
from domain.editions.content import Content, is_intact
from domain.editions.kinds import SCHEMAS
from domain.editions.schemas import Schemas, UnknownShape
from domain.errors import CompendiumError


class NotIntact(CompendiumError):
    """A frozen version that does not match its digest: it was changed outside the product."""

    code = "not-intact"


def content_in(frozen: FrozenVersion, schemas: Schemas = SCHEMAS) -> Content:
    """Return the content of a version, in the schema that it was frozen in.

    Raises ``NotIntact`` where its digest does not match, or where it lacks a part of its schema.
    """
    if not is_intact(frozen.content, frozen.digest):
        raise NotIntact(
            f"Version {frozen.name} is not what was frozen: its digest does not fit. Nothing was "
            "changed; tell whoever looks after the database."
        )
    content: Content = json.loads(frozen.content)
    check_whole(frozen.name, content, schemas)
    return content


def content_to_read(session: Session, frozen: FrozenVersion) -> Content:
    """Return the content of a version in the newest schema, with defaults for later fields."""
    schemas = schemas_of(session)
    return schemas.read(content_in(frozen, schemas))


def check_whole(name: str, content: Content, schemas: Schemas) -> None:
    """Raise ``NotIntact`` where content lacks what its schema holds."""
    try:
        schemas.check(content)
    except UnknownShape as fault:
        raise NotIntact(
            f"Version {name} is not whole: {fault}. Nothing was changed; tell whoever looks after "
            "the database."
        ) from fault
