"""The shipped edition of 2022, against itself and against the reference beside the repository."""

import csv

import pytest

from domain.indicators.notation import read, read_quartile
from domain.indicators.plausibility import CHECKED, error_in, warning_in
from domain.indicators.terms import Method
from readers.editions.edition_tables import editions_in, read_edition, read_shared
from tests.builders import DATA, REPOSITORY

REFERENCE = REPOSITORY.parent / "shared" / "reference"
NEITHER_OR_UNDETERMINED = {"polarity": "neither", "direction": "undetermined"}


@pytest.fixture(scope="module")
def edition():
    return read_edition(DATA, "2022")


@pytest.fixture(scope="module")
def rows(edition):
    return edition["indicators.csv"].rows


@pytest.fixture(scope="module")
def printed_cells():
    with (DATA / "2022" / "indicators.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def of_reference(name: str) -> list[dict[str, str]]:
    path = REFERENCE / name
    if not path.exists():
        pytest.skip(f"there is no reference to compare with at {path}")
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_the_real_tables_have_no_fault(edition):
    assert editions_in(DATA) == ["2022"]
    assert edition.problems == []
    assert [fault for table in read_shared(DATA).values() for fault in table.problems] == []


def test_the_edition_holds_243_indicators_on_17_dashboards(edition, rows):
    assert len(rows) == 243
    assert len(edition["dashboards.csv"].rows) == 17
    assert {row["dashboard"] for row in rows} == {
        row["slug"] for row in edition["dashboards.csv"].rows
    }


def test_the_indicators_are_numbered_as_they_are_printed(rows):
    assert [row["number"] for row in rows] == list(range(1, 244))


@pytest.mark.parametrize("column", sorted(CHECKED))
def test_nothing_that_was_printed_would_be_refused_or_doubted(printed_cells, column):
    printed = [cells[column] for cells in printed_cells]
    assert [message for text in printed if (message := error_in(column, text, 2022))] == []
    assert [message for text in printed if (message := warning_in(column, text, 2022))] == []


@pytest.mark.parametrize("column", ["value", "previous", "target"])
def test_every_figure_prints_back_exactly(printed_cells, column):
    for cells in printed_cells:
        assert str(read(cells[column])) == cells[column]


def test_every_quartile_is_understood_and_prints_back_exactly(printed_cells):
    for cells in printed_cells:
        cell = read_quartile(cells["quartile"])
        assert not cell.unread
        assert str(cell) == cells["quartile"]


@pytest.mark.parametrize("column", ["value", "previous"])
def test_every_figure_is_a_number_or_said_to_be_absent(rows, column):
    assert [str(row[column]) for row in rows if row[column].is_words] == []


def test_the_only_targets_in_words_are_the_known_ones(rows):
    words = {row["target"].text for row in rows if row["target"].is_words}
    assert words == {"Fair Funding", "MTFS", "Year on year decrease"}


def test_every_table_has_a_source_and_a_licence():
    listed = {row["table"] for row in read_shared(DATA)["sources.csv"].rows}
    tables = {str(path.relative_to(DATA).as_posix()) for path in DATA.rglob("*.csv*")}
    assert tables - {"sources.csv"} <= listed


def test_every_survey_is_of_shares(edition, rows):
    ruled = {row["indicator"]: row["method"] for row in edition["rules.csv"].rows}
    surveyed = [row["value"].amount for row in rows if ruled[row["slug"]] is Method.SURVEY]
    assert all(0 <= share.number <= 100 for share in surveyed)


def test_every_indicator_equals_the_reference(edition, rows):
    names = {row["slug"]: row["dashboard"] for row in edition["dashboards.csv"].rows}
    outcomes = {row["slug"]: row["outcome"] for row in edition["dashboards.csv"].rows}
    own_rows = [
        {
            "seq": str(row["number"]),
            "outcome": outcomes[row["dashboard"]],
            "dashboard": names[row["dashboard"]],
            "section": row["section"],
            "strategic_plan": "1" if row["strategic_plan"] else "0",
            "description": row["indicator"],
            "rating": row["rating"] or "",
            "quartile_text": str(row["quartile"]),
            "quartile": row["quartile"].position or "",
            "quartile_period": row["quartile"].period,
            "comparator_scope": row["quartile"].scope,
            "direction": row["direction"],
            "current_text": str(row["value"]),
            "previous_text": str(row["previous"]),
            "target_text": str(row["target"]),
            "polarity": row["polarity"],
        }
        for row in rows
    ]
    reference_rows = [
        {
            **{name: cells[name] for name in own_rows[0]},
            **{name: cells[name] or word for name, word in NEITHER_OR_UNDETERMINED.items()},
        }
        for cells in of_reference("compendium_2022_indicators.csv")
    ]
    assert own_rows == reference_rows


def test_every_period_source_and_note_equals_the_reference(rows):
    own_rows = [
        {
            "seq": str(row["number"]),
            "data_period_current": row["period"],
            "data_period_previous": row["previous_period"],
            "source": row["source"],
            "note": row["commentary"],
        }
        for row in rows
    ]
    assert own_rows == of_reference("compendium_2022_notes.csv")
