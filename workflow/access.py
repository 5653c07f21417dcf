"""Permissions beside the steps of an edition: actors, and one table of accesses."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

from domain.errors import NotPermitted
from domain.terms import Access, Role


@dataclass(frozen=True, slots=True)
class Actor:
    """The person who makes a request. A visitor has no ``person_id`` and no roles."""

    person_id: int | None = None
    username: str = ""
    name: str = ""
    roles: frozenset[Role] = field(default_factory=frozenset)

    @property
    def signed_in(self) -> bool:
        """Return whether the person is signed in."""
        return self.person_id is not None


NOBODY = Actor()
COMMAND_LINE = Actor(username="-", name="The command line")
"""Commands on the server itself, without an account."""


class Anyone(Enum):
    """Accesses that do not depend on roles."""

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


def may(actor: Actor, access: Access) -> bool:
    """Return whether this actor has this access."""
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
    """Return what this actor may do, in the table's order."""
    return [access for access in PERMITTED if may(actor, access)]
