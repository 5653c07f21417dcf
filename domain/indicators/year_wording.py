"""Sentences about the counts in each year's papers."""

from collections.abc import Sequence

from domain.formatting import listed
from domain.indicators.year_counts import YearCount


def edition_label(year: YearCount) -> str:
    """Return the edition and, where an edition has two that differ, the paper."""
    paper = next(short for words, short in PAPERS if words in year.document)
    return f"{year.report_year}, {paper}"


PAPERS = (
    ("Performance Compendium", "Compendium"),
    ("County Council", "Council report"),
    ("", "Cabinet report"),
)


def year_finding(years: Sequence[YearCount]) -> str:
    """Return the heading of the counts since the first edition: the latest against the first."""
    first, last = years[0], years[-1]
    return (
        f"{_share(last)} of measures with a direction improved in {last.data_year}, against "
        f"{_share(first)} in {first.data_year}"
    )


def _share(year: YearCount) -> str:
    parts = (year.improved or 0, year.no_change or 0, year.worsened or 0)
    return f"{100 * parts[0] / max(sum(parts), 1):.0f}%"


def year_notes(years: Sequence[YearCount]) -> list[str]:
    """Return the notes on the papers' counts, each note once with the papers it applies to."""
    papers_by_note: dict[str, list[str]] = {}
    for year in years:
        for note in filter(None, year.note.split("; ")):
            papers_by_note.setdefault(note, []).append(edition_label(year).replace(", ", " "))
    return [f"{listed(papers)}: {note}." for note, papers in papers_by_note.items()]
