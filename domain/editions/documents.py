"""The documents that sections belong to: at which stages each is due, and which make up an edition."""

from collections.abc import Mapping
from dataclasses import dataclass

from domain.editions.content import Content
from domain.editions.terms import Document, Stage


@dataclass(frozen=True, slots=True)
class DocumentTerms:
    """One document.

    It is written, checked, signed off and frozen from the stage ``due_from`` on. The Commission
    comments on the documents ``of_the_edition``, and only they can be changed after the Cabinet.
    """

    document: Document
    due_from: Stage
    of_the_edition: bool


DOCUMENTS = (
    DocumentTerms(Document.DELIVERY_REPORT, due_from=Stage.DRAFTING, of_the_edition=True),
    DocumentTerms(Document.COMPENDIUM, due_from=Stage.DRAFTING, of_the_edition=True),
    DocumentTerms(Document.CABINET_REPORT, due_from=Stage.SCRUTINY, of_the_edition=False),
)
"""One row for each document."""
STAGES_IN_ORDER = tuple(Stage)
OF_THE_EDITION: Mapping[Document | None, bool] = {
    None: True,
    **{row.document: row.of_the_edition for row in DOCUMENTS},
}
"""Whether a document is part of the edition. None stands for indicators, which are."""


def documents_at(stage: Stage) -> tuple[Document, ...]:
    """Return the documents that are due at a stage."""
    reached = STAGES_IN_ORDER.index(stage)
    return tuple(
        row.document for row in DOCUMENTS if STAGES_IN_ORDER.index(row.due_from) <= reached
    )


def due_at(stage: Stage, content: Content) -> Content:
    """Return the content without the sections of documents that are not due at a stage."""
    documents = documents_at(stage)
    sections = {
        slug: section
        for slug, section in content["sections"].items()
        if section["document"] in documents
    }
    return {**content, "sections": sections}
