"""The sections of an edition's narrative."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from domain.editions.terms import Document


@dataclass(frozen=True, slots=True)
class Section:
    """One section: its place, its heading, and its text in Markdown."""

    slug: str
    document: Document
    position: int
    title: str
    outcome: str
    sub_outcome: str
    body: str

    @property
    def opens(self) -> bool:
        """Return whether it opens an outcome, before the outcome's own sections."""
        return bool(self.outcome) and not self.sub_outcome


LETTERS = "abcdefghijklmnopqrstuvwxyz"
RECOMMENDATIONS = "recommendations"
"""The slug of the section with the recommendations to the Cabinet, one in each paragraph."""
DELEGATE = "Chief Executive"
"""The office that a delegating resolution must name: only it may amend under the delegation."""
VIEWS = "views-of-the-scrutiny-commission"
"""The slug of the section that reports the Commission's views to the Cabinet."""
ADDED = (RECOMMENDATIONS, VIEWS)
"""Sections that no loaded file holds."""


LIST_MARK = r"(?:[-*+]|\d{1,3}[.)]|\([a-z]\))[ \t]+"
LEADING_MARK = re.compile(rf"\A\s*{LIST_MARK}")
NEXT_IN_LIST = re.compile(rf"\n(?={LIST_MARK})")


def lettered(body: str) -> list[tuple[str, str]]:
    """Return the paragraphs of a text with their letters, (a) being the first.

    The entries of a list count as paragraphs. List marks and marks of bold print are removed.
    """
    return list(zip(LETTERS, filter(None, _paragraphs(body)), strict=False))


def _paragraphs(body: str) -> Iterator[str]:
    for part in body.replace("**", "").split("\n\n"):
        entries = NEXT_IN_LIST.split(part) if LEADING_MARK.match(part) else [part]
        yield from (" ".join(LEADING_MARK.sub("", entry, count=1).split()) for entry in entries)
