"""Who may see what. One table, and one question."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum

from domain.errors import NotPermitted
from domain.process import Process
from domain.terms import Access, Action, Role, Stage
from workflow.rules import STEPS, Step


@dataclass(frozen=True, slots=True)
class Actor:
    """Who is asking. Nobody in particular has no ``person_id`` and no roles."""

    person_id: int | None = None
    username: str = ""
    name: str = ""
    roles: frozenset[Role] = field(default_factory=frozenset)

    @property
    def signed_in(self) -> bool:
        """Whether we know who this is."""
        return self.person_id is not None


NOBODY = Actor()
COMMAND_LINE = Actor(username="-", name="The command line")
"""Whoever holds the server itself; there is no account behind it."""


class Anyone(Enum):
    """Who has an access whatever their roles."""

    THE_PUBLIC = "anyone"
    SIGNED_IN = "anyone signed in"


OFFICERS = frozenset({Role.BI_OFFICER, Role.DEMOCRATIC_SERVICES})
PERMITTED: Mapping[Access, Anyone | frozenset[Role]] = {
    Access.PUBLISHED: Anyone.THE_PUBLIC,
    Access.SIGN_IN: Anyone.THE_PUBLIC,
    Access.OWN_ACCOUNT: Anyone.SIGNED_IN,
    Access.ACCOUNTS: frozenset({Role.ADMINISTRATOR}),
    Access.AUDIT_LOG: frozenset(set(Role) - {Role.MEMBER}),
    Access.AUDIT_EXPORT: OFFICERS,
    Access.BEGINNING: frozenset({Role.BI_OFFICER}),
    Access.WORKING: frozenset(set(Role) - {Role.ADMINISTRATOR}),
}

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
"""Who reads an edition at a stage: those working on it then, and everyone once published."""


def may_read(actor: Actor, stage: Stage) -> bool:
    """Whether this actor may read an edition that stands at a stage."""
    readers = READERS[stage]
    return readers is Anyone.THE_PUBLIC or (
        isinstance(readers, frozenset) and bool(readers & actor.roles)
    )


def may_read_draft(actor: Actor, stage: Stage) -> bool:
    """Whether this actor may read the text that stands at a stage, published or not."""
    return may(actor, Access.WORKING) and may_read(actor, stage)


def may_see_open_changes(actor: Actor) -> bool:
    """Whether this actor sees changes that are not signed: those who make and decide them."""
    return bool(EXECUTIVE & actor.roles)


def may_read_version(actor: Actor, process: Process, name: str) -> bool:
    """Whether this actor may read a frozen version.

    Those who take part and may read the stage read every version; the public those that are or
    were published, and none of an edition that was withdrawn.
    """
    if may_read_draft(actor, process.standing.stage):
        return any(each.name == name for each in process.versions)
    is_published = process.standing.stage is Stage.PUBLISHED
    return is_published and any(each.name == name for each in process.published_versions)


def check_ever(actor: Actor, action: Action) -> None:
    """Raise ``NotPermitted`` where an action is at no stage for this actor to take."""
    step_of(actor, [step for step in STEPS if step.action is action])


def step_of(actor: Actor, steps: Sequence[Step]) -> Step:
    """The row that lets this actor act: the first of theirs. Raises ``NotPermitted``."""
    for step in steps:
        if step.role in actor.roles:
            return step
    raise NotPermitted(
        "Your account does not let you do this: it is for somebody else to do. Nothing was changed."
    )


def may(actor: Actor, access: Access) -> bool:
    """Whether this actor has this access."""
    permitted = PERMITTED[access]
    if permitted is Anyone.THE_PUBLIC:
        return True
    if isinstance(permitted, frozenset):
        return bool(permitted & actor.roles)
    return actor.signed_in


def require(actor: Actor, access: Access) -> None:
    """Raise unless this actor has this access."""
    if not may(actor, access):
        raise NotPermitted(f"Your account does not let you {access.value}.")


def accesses_of(actor: Actor) -> list[Access]:
    """What this actor may do, in the table's order."""
    return [access for access in PERMITTED if may(actor, access)]
