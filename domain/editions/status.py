"""The facts of an edition: its year, its stage, and its frozen versions."""

from dataclasses import dataclass
from datetime import date, datetime

from domain.editions.terms import Stage


@dataclass(frozen=True, slots=True)
class EditionStatus:
    """The facts and stage of an edition. ``version`` grows with each move."""

    year: int
    title: str
    data_year: str
    stage: Stage
    version: int
    round: int
    published: str
    record: bool
    council_on: date


@dataclass(frozen=True, slots=True)
class Version:
    """One frozen version, without its content."""

    name: str
    digest: str
    round: int
    at: datetime
    by_name: str
