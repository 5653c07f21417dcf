"""The terms of editions, as enumerations whose values are stored in tables."""

from enum import StrEnum


class Stage(StrEnum):
    """The stage of an edition."""

    DRAFTING = "drafting"
    SCRUTINY = "scrutiny"
    REVISION = "revision"
    CABINET = "cabinet"
    AMENDMENT = "amendment"
    COUNCIL = "council"
    APPROVED = "approved"
    PUBLISHED = "published"
    WITHDRAWN = "withdrawn"


class Document(StrEnum):
    """The document of a section: one of the edition's own, or the report to the Cabinet."""

    DELIVERY_REPORT = "delivery_report"
    COMPENDIUM = "compendium"
    CABINET_REPORT = "cabinet_report"
