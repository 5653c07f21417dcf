"""The field's standard terms, as enumerations whose values are the words stored in tables."""

from enum import Enum, StrEnum


class Polarity(StrEnum):
    """Which direction of change is good."""

    HIGHER_IS_BETTER = "high"
    LOWER_IS_BETTER = "low"
    NEITHER = "neither"

    @property
    def sign(self) -> int:
        """Return 1 when more is better, -1 when less is, 0 when neither is."""
        return _SIGN[self]


_SIGN = {Polarity.HIGHER_IS_BETTER: 1, Polarity.LOWER_IS_BETTER: -1, Polarity.NEITHER: 0}


class RecordedEvent(StrEnum):
    """An event in the audit log that is not a step: of an account, or a loading."""

    ADD_PERSON = "add_person"
    DISABLE_PERSON = "disable_person"
    ENABLE_PERSON = "enable_person"
    SET_ROLES = "set_roles"
    SET_PASSWORD = "set_password"  # noqa: S105 - the name of an action
    SET_EMAIL = "set_email"
    LOAD_EDITION = "load_edition"
    ROLL_FORWARD = "roll_forward"
    LOAD_COMPARISON = "load_comparison"


class Role(StrEnum):
    """A person's function in the council. One person may have several roles."""

    MEMBER = "member"
    BI_OFFICER = "bi_officer"
    SCRUTINY = "scrutiny"
    DEMOCRATIC_SERVICES = "democratic_services"
    LEADER = "leader"
    CHIEF_EXECUTIVE = "chief_executive"
    ADMINISTRATOR = "administrator"


class Access(Enum):
    """A permission to see something that is not a step of the workflow."""

    PUBLISHED = "read what is published"
    SIGN_IN = "sign in"
    OWN_ACCOUNT = "see your own account, change your password and sign out"
    ACCOUNTS = "add and disable people and change their roles"
    AUDIT_LOG = "read the audit log"
    AUDIT_EXPORT = "take the whole audit log away"
    BEGINNING = "begin the next edition"
    WORKING = "take part in an edition on its way to approval"
