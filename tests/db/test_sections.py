"""The narrative as the database keeps it."""

import pytest

from db.loading import load_folder
from db.queries import sections
from domain.editions.terms import Document
from tests.builders import DATA, a_folder
from tests.builders.editions import TEXTS


@pytest.fixture
def folder(tmp_path):
    return a_folder(tmp_path)


def load(database, folder) -> None:
    with database.session_scope() as session:
        load_folder(session, folder.path)


def of(database, document=Document.DELIVERY_REPORT, year=2022) -> list:
    with database.reading_scope() as session:
        return sections.of_document(session, year, document)


def test_the_sections_of_a_document_come_in_order_with_their_texts(database, folder):
    folder.put("2022/sections.csv", 2, position="7")
    load(database, folder)
    assert [(section.slug, section.body) for section in of(database)] == [
        (slug, TEXTS[slug]) for slug in ("clean-green", "waste-reused", "introduction")
    ]


def test_a_document_has_its_own_sections_alone(database, folder):
    folder.put("2022/sections.csv", 2, document="compendium")
    load(database, folder)
    assert [section.slug for section in of(database, Document.COMPENDIUM)] == ["introduction"]
    assert [section.slug for section in of(database)] == ["clean-green", "waste-reused"]


def test_another_year_has_none(database, folder):
    load(database, folder)
    assert of(database, year=2021) == []


def test_an_edition_loaded_again_has_its_new_texts_and_no_old_ones(database, folder):
    load(database, folder)
    folder.drop("2022/sections.csv", 4)
    folder.write_narrative("2022", "clean-green", "Cleaner still.\n")
    load(database, folder)
    assert [section.body for section in of(database)] == [TEXTS["introduction"], "Cleaner still.\n"]


def test_the_recommendations_to_the_cabinet_are_one_section_that_is_still_to_be_written(
    loaded_for_reading,
):
    (section,) = of(loaded_for_reading, Document.CABINET_REPORT)
    assert (section.title, section.body) == ("Recommendations to the Cabinet", "")


def test_the_real_edition_keeps_every_text_as_it_stands(loaded_for_reading):
    papers = [Document.DELIVERY_REPORT, Document.COMPENDIUM]
    kept = [section for document in papers for section in of(loaded_for_reading, document)]
    files = (DATA / "2022" / "narrative").iterdir()
    assert {f"{section.slug}.md": section.body for section in kept} == {
        file.name: file.read_text(encoding="utf-8") for file in files
    }
