"""The readers of an edition at each stage."""

from collections.abc import Mapping

from domain.editions.terms import Stage
from domain.terms import Access, Role
from workflow.access import OFFICERS, Actor, Anyone, may

EXECUTIVE = OFFICERS | {Role.LEADER, Role.CHIEF_EXECUTIVE}
READERS: Mapping[Stage, frozenset[Role] | Anyone] = {
    Stage.DRAFTING: frozenset({Role.BI_OFFICER}),
    Stage.SCRUTINY: OFFICERS | {Role.SCRUTINY},
    Stage.REVISION: OFFICERS | {Role.SCRUTINY},
    Stage.CABINET: EXECUTIVE,
    Stage.AMENDMENT: EXECUTIVE,
    Stage.COUNCIL: EXECUTIVE | {Role.MEMBER},
    Stage.APPROVED: EXECUTIVE | {Role.MEMBER},
    Stage.PUBLISHED: Anyone.THE_PUBLIC,
    Stage.WITHDRAWN: OFFICERS,
}
"""The readers at each stage: the people working on the edition, and everyone once published."""


def may_read(actor: Actor, stage: Stage) -> bool:
    """Return whether this actor may read an edition at a stage."""
    readers = READERS[stage]
    return readers is Anyone.THE_PUBLIC or (
        isinstance(readers, frozenset) and bool(readers & actor.roles)
    )


def may_read_draft(actor: Actor, stage: Stage) -> bool:
    """Return whether this actor may read the current text at a stage, published or not."""
    return may(actor, Access.WORKING) and may_read(actor, stage)
