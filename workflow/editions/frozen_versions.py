"""Reading a frozen version, which is given out only while its digest fits. Nothing here writes."""

import json

from db.models import FrozenVersion
from domain.editions.content import Content, is_intact
from domain.errors import CompendiumError


class NotIntact(CompendiumError):
    """A frozen version does not fit its digest: somebody changed it without the product."""

    code = "not-intact"


def content_in(frozen: FrozenVersion) -> Content:
    """Return what a version holds. Raises ``NotIntact`` where its digest does not fit."""
    if not is_intact(frozen.content, frozen.digest):
        raise NotIntact(
            f"Version {frozen.name} is not what was frozen: its digest does not fit. Nothing was "
            "changed; tell whoever looks after the database."
        )
    content: Content = json.loads(frozen.content)
    return content
