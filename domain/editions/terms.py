"""The terms of editions, as enumerations whose values are kept in tables."""

from enum import StrEnum


class Stage(StrEnum):
    """Where an edition stands."""

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
    """Which paper a section belongs to: one of an edition's two documents, or the Cabinet's."""

    DELIVERY_REPORT = "delivery_report"
    COMPENDIUM = "compendium"
    CABINET_REPORT = "cabinet_report"
