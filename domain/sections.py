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
