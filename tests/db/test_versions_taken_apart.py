"""What a version's content says of the real edition is what the tables say."""

from db.content import content_of
from db.queries import editions, governance, indicators, sections
from domain.editions.frozen_content import version_content
from domain.editions.terms import Document

YEAR = 2022


def test_content_taken_apart_is_the_edition_as_its_pages_read_it(loaded_for_reading):
    with loaded_for_reading.reading_scope() as session:
        text = version_content(content_of(session, governance.edition(session, YEAR)))
        assert list(text.indicators) == indicators.of_edition(session, YEAR)
        assert list(text.dashboards) == editions.dashboards(session, YEAR)
        for document in Document:
            assert text.of(document) == sections.of_document(session, YEAR, document)
