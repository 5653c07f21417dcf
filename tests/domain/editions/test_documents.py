"""Which documents are due at which stage, and which make up an edition."""

import pytest

from domain.editions.documents import DOCUMENTS, OF_THE_EDITION, documents_at, due_at
from domain.editions.terms import Document, Stage
from tests.builders.contents import a_content

BOTH = (Document.DELIVERY_REPORT, Document.COMPENDIUM)


def test_every_document_has_one_row():
    assert [row.document for row in DOCUMENTS] == list(Document)


@pytest.mark.parametrize("stage", Stage)
def test_the_report_to_the_cabinet_is_due_from_scrutiny_on_and_the_others_always(stage):
    documents = BOTH if stage is Stage.DRAFTING else (*BOTH, Document.CABINET_REPORT)
    assert documents_at(stage) == documents


def test_the_report_to_the_cabinet_is_no_part_of_the_edition():
    assert {document for document, is_part in OF_THE_EDITION.items() if is_part} == {None, *BOTH}


def test_content_is_left_without_the_documents_that_are_not_due():
    content = a_content()
    documents = {section["document"] for section in content["sections"].values()}
    assert Document.CABINET_REPORT in documents
    drafted = due_at(Stage.DRAFTING, content)
    assert {section["document"] for section in drafted["sections"].values()} == documents - {
        Document.CABINET_REPORT
    }
    assert {**drafted, "sections": content["sections"]} == content
    assert due_at(Stage.REVISION, content) == content
