"""The counts of improved indicators that a council's paper of one year gives."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class YearCount:
    """One line of counts as printed; a count that the paper does not give is None."""

    report_year: int
    data_year: str
    total: int | None
    improved: int | None
    no_change: int | None
    worsened: int | None
    undetermined: int | None
    benchmark_rank: str
    document: str
    paragraph: str
    note: str
