"""The counts of each year's papers in plain English."""

from collections.abc import Sequence

from domain.formatting import listed
from domain.indicators.year_counts import YearCount


def edition_label(year: YearCount) -> str:
    """The edition and the paper, where an edition has two that differ."""
    paper = next(short for words, short in PAPERS if words in year.document)
    return f"{year.report_year}, {paper}"


PAPERS = (
    ("Performance Compendium", "Compendium"),
    ("County Council", "Council report"),
    ("", "Cabinet report"),
)


def year_finding(years: Sequence[YearCount]) -> str:
    """The heading of the counts since the first edition: the latest against the first."""
    first, last = years[0], years[-1]
    return (
        f"{_share(last)} of measures with a direction improved in {last.data_year}, against "
        f"{_share(first)} in {first.data_year}"
    )


def _share(year: YearCount) -> str:
    parts = (year.improved or 0, year.no_change or 0, year.worsened or 0)
    return f"{100 * parts[0] / max(sum(parts), 1):.0f}%"


def year_notes(years: Sequence[YearCount]) -> list[str]:
    """What is particular to the papers' counts, each thing said once."""
    said: dict[str, list[str]] = {}
    for year in years:
        for note in filter(None, year.note.split("; ")):
            said.setdefault(note, []).append(edition_label(year).replace(", ", " "))
    return [f"{listed(papers)}: {note}." for note, papers in said.items()]
