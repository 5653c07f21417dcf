"""The narrative of an edition: every section with its text, or the fault named at its row."""

import pytest

from domain.editions.sections import ADDED
from domain.editions.terms import Document
from readers.editions.edition_tables import read_edition
from tests.builders import a_folder
from tests.builders.editions import TEXTS

SECTIONS = "2022/sections.csv"


@pytest.fixture
def folder(tmp_path):
    return a_folder(tmp_path)


@pytest.fixture
def narrative(folder):
    return folder.path / "2022" / "narrative"


def faults(folder) -> list[str]:
    return [str(fault) for fault in read_edition(folder.path, "2022").problems]


def fault(line: int, column: str, what: str) -> list[str]:
    return [f"{SECTIONS}, line {line}, column “{column}”: {what}"]


def test_every_section_has_its_place_and_its_text(folder):
    edition = read_edition(folder.path, "2022")
    assert edition.texts == TEXTS
    _, opening, section = edition["sections.csv"].rows
    assert (opening["document"], opening["position"]) == (Document.DELIVERY_REPORT, 2)
    assert (section["outcome"], section["sub_outcome"]) == ("Clean & Green", "Waste is reused")


def test_a_text_that_is_missing_is_named_at_its_section(folder, narrative):
    (narrative / "clean-green.md").unlink()
    assert faults(folder) == fault(
        3, "slug", "its text, narrative/clean-green.md, is missing or cannot be opened"
    )


def test_a_folder_in_the_place_of_a_text_is_named_like_a_missing_one(folder, narrative):
    (narrative / "clean-green.md").unlink()
    (narrative / "clean-green.md").mkdir()
    assert faults(folder) == fault(
        3, "slug", "its text, narrative/clean-green.md, is missing or cannot be opened"
    )


def test_without_any_narrative_every_section_is_named(folder, narrative):
    narrative.rename(folder.path / "elsewhere")
    assert [message.split(":")[0] for message in faults(folder)] == [
        f"{SECTIONS}, line {line}, column “slug”" for line in (2, 3, 4)
    ]


def test_a_text_that_is_not_utf_8_is_named_with_the_place_in_it(folder, narrative):
    (narrative / "introduction.md").write_bytes("Café".encode("latin-1"))
    assert faults(folder) == fault(
        2, "slug", "narrative/introduction.md is not UTF-8 text at byte 3"
    )


def test_a_text_with_a_null_character_is_refused_like_a_table_with_one(folder):
    folder.write_narrative("2022", "introduction", "What the\0 council did.\n")
    (message,) = faults(folder)
    assert message.startswith(f"{SECTIONS}, line 2, column “slug”: ")
    assert "null character" in message


@pytest.mark.parametrize(
    ("character", "what"),
    [
        ("\0", "null character"),
        ("\a", "control character 0x07"),
        ("\f", "control character 0x0c"),
        ("\x1b", "control character 0x1b"),
        ("\x7f", "control character 0x7f"),
        ("\x85", "control character 0x85"),
    ],
)
def test_a_control_character_in_a_text_is_named_with_its_file_and_line(folder, character, what):
    folder.write_narrative("2022", "introduction", f"One.\n\nWhat the{character} council did.\n")
    assert faults(folder) == fault(
        2, "slug", f"narrative/introduction.md, line 3, holds a {what}: remove it"
    )


def test_tabs_line_ends_and_letters_of_any_script_are_read_as_they_stand(folder):
    text = "One.\n\n-\tCafé – Ŵ 日本\n"
    folder.write_narrative("2022", "introduction", text)
    assert read_edition(folder.path, "2022").texts["introduction"] == text


def test_a_text_that_begins_with_a_byte_order_mark_is_read_without_it_like_a_table(folder):
    folder.write_narrative("2022", "introduction", "\ufeff### Aims\n")
    assert read_edition(folder.path, "2022").texts["introduction"] == "### Aims\n"


def test_lines_that_end_as_on_windows_are_read_as_lines(folder, narrative):
    (narrative / "introduction.md").write_bytes(b"One.\r\n\r\nTwo.\r\n")
    assert read_edition(folder.path, "2022").texts["introduction"] == "One.\n\nTwo.\n"


def test_a_section_whose_row_cannot_be_read_is_named_once_and_its_text_not_asked_for(
    folder, narrative
):
    folder.put(SECTIONS, 3, slug="../edition")
    (narrative / "clean-green.md").unlink()
    assert faults(folder) == fault(
        3, "slug", "“../edition” must be small letters, digits and hyphens, at most 80"
    )


@pytest.mark.parametrize(
    ("column", "cell", "what"),
    [
        ("document", "paper", f"“paper” must be one of: {', '.join(Document)}"),
        ("position", "first", "“first” must be a whole number"),
        ("title", "", "is empty, and must not be"),
    ],
)
def test_a_cell_that_cannot_be_read_is_named(folder, column, cell, what):
    folder.put(SECTIONS, 2, **{column: cell})
    assert faults(folder) == fault(2, column, what)


@pytest.mark.parametrize(
    ("cells", "column", "cell"),
    [({"position": "9"}, "slug", "introduction"), ({"slug": "clean-green"}, "position", "1")],
)
def test_a_slug_or_a_position_that_stands_again_is_named(folder, cells, column, cell):
    folder.drop(SECTIONS, 3)
    folder.repeat(SECTIONS, 2, **cells)
    assert faults(folder) == fault(4, column, f"“{cell}” stands already at line 2")


@pytest.mark.parametrize(
    ("cells", "column", "what"),
    [
        ({"outcome": "Fun"}, "outcome", "“Fun” is no outcome of strategic_plan.csv"),
        ({"sub_outcome": "Fun"}, "sub_outcome", "“Fun” is no sub-outcome of “Clean & Green”"),
        (
            {"outcome": "Fun", "sub_outcome": "Waste is reused"},
            "sub_outcome",
            "“Waste is reused” is no sub-outcome of “Fun”",
        ),
        (
            {"outcome": "", "sub_outcome": "Waste is reused"},
            "sub_outcome",
            "“Waste is reused” is no sub-outcome of “”",
        ),
    ],
)
def test_what_is_not_of_the_plan_is_named(folder, cells, column, what):
    folder.put(SECTIONS, 3, **cells)
    assert faults(folder) == fault(3, column, what)


def test_an_outcome_of_the_plan_is_known_whatever_its_sub_outcome(folder):
    folder.put(SECTIONS, 2, outcome="Clean & Green")
    assert faults(folder) == []


def test_faults_of_several_sections_are_all_named(folder):
    folder.put(SECTIONS, 3, outcome="Fun")
    folder.put(SECTIONS, 4, sub_outcome="Fun", position="1")
    assert [message.split(":")[0] for message in faults(folder)] == [
        f"{SECTIONS}, line 4, column “position”",
        f"{SECTIONS}, line 3, column “outcome”",
        f"{SECTIONS}, line 4, column “sub_outcome”",
    ]


@pytest.mark.parametrize("slug", ADDED)
def test_a_section_that_the_product_adds_itself_is_not_taken_from_a_file(folder, slug):
    folder.put(SECTIONS, 3, slug=slug)
    folder.write_narrative("2022", slug, "Somebody else's.\n")
    assert faults(folder) == fault(
        3, "slug", f"“{slug}” is a section that the product adds itself: take another name"
    )
