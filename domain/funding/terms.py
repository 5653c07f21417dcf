"""The terms of funding and spending, as enumerations whose values are stored in tables."""

from enum import StrEnum


class Comparable(StrEnum):
    """Whether an area's figure covers the same services as the others'."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"


class Basis(StrEnum):
    """Whether spending was planned or done."""

    OUTTURN = "outturn"
    BUDGET = "budget"
