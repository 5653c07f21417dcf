"""The sections of an edition's narrative."""

from dataclasses import dataclass

from domain.terms import Document


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
        """Whether it opens an outcome, before the outcome's own sections."""
        return bool(self.outcome) and not self.sub_outcome


LETTERS = "abcdefghijklmnopqrstuvwxyz"
RECOMMENDATIONS = "recommendations"
"""The slug of the section that holds the recommendations to the Cabinet, a paragraph each."""
VIEWS = "views-of-the-scrutiny-commission"
"""The slug of the section that takes the Commission's views to the Cabinet."""
ADDED = (RECOMMENDATIONS, VIEWS)
"""Sections that no file holds."""


def lettered(body: str) -> list[tuple[str, str]]:
    """The paragraphs of a text with their letters, (a) being the first."""
    paragraphs = [" ".join(each.split()) for each in body.split("\n\n")]
    return list(zip(LETTERS, filter(None, paragraphs), strict=False))
