"""The names of roles on screens."""

from collections.abc import Mapping

from domain.terms import Role

ROLES: Mapping[Role, str] = {
    Role.MEMBER: "Member of the council",
    Role.BI_OFFICER: "Business intelligence officer",
    Role.SCRUTINY: "Scrutiny Commission",
    Role.DEMOCRATIC_SERVICES: "Democratic Services",
    Role.LEADER: "Leader",
    Role.CHIEF_EXECUTIVE: "Chief Executive",
    Role.ADMINISTRATOR: "Administrator",
}
