"""What papers tell of an edition's approval: read whole, or every fault named."""

import pytest

from domain.editions.sections import LETTERS
from readers.intake.process_table import PROCESS_COLUMNS, RowKind, read_process, rows_of
from readers.tables import FaultyTables
from tests.builders import DATA, a_folder

PROCESS = "2022/process.csv"
SCRUTINY, CABINET, COUNCIL, VIEW, REQUEST, ANSWER, FIRST, SECOND, MOTION, FOCUS = range(2, 12)
"""The lines of the small table."""


@pytest.fixture
def folder(tmp_path):
    return a_folder(tmp_path).with_papers()


def faults(folder) -> list[str]:
    with pytest.raises(FaultyTables) as refusal:
        read_process(folder.path, 2022)
    return [str(problem) for problem in refusal.value.problems]


def fault(line: int, column: str, what: str) -> list[str]:
    return [f"{PROCESS}, line {line}, column “{column}”: {what}"]


def test_a_year_whose_papers_are_not_told_of_has_no_table(tmp_path):
    assert read_process(a_folder(tmp_path).path, 2022) is None
    assert read_process(tmp_path, 1999) is None


def test_the_rows_of_a_kind_come_as_they_stand(folder):
    table = read_process(folder.path, 2022)
    assert [row["key"] for row in rows_of(table, RowKind.MEETING)] == [
        "scrutiny",
        "cabinet",
        "council",
    ]
    assert [row["key"] for row in rows_of(table, RowKind.REQUEST, RowKind.VIEW)] == ["1", "2"]
    assert rows_of(table, RowKind.MOTION)[0]["text"] == "That the edition be approved."
    assert {row["kind"] for row in table.rows} == set(RowKind)


def test_the_shipped_table_has_no_fault_and_every_kind_of_row():
    assert {row["kind"] for row in read_process(DATA, 2022).rows} == set(RowKind)


def test_the_papers_need_tell_of_neither_comments_nor_focus(folder):
    for line in (FOCUS, ANSWER, REQUEST, VIEW):
        folder.drop(PROCESS, line)
    assert len(read_process(folder.path, 2022).rows) == 6


@pytest.mark.parametrize(
    ("column", "cell", "what"),
    [
        ("kind", "party", f"“party” must be one of: {', '.join(RowKind)}"),
        ("kind", "", f"“” must be one of: {', '.join(RowKind)}"),
        ("key", "", "is empty, and must not be"),
        ("date", "9 November", "“9 November” must be a day written like 2022-12-07"),
        ("date", "2022-11-31", "“2022-11-31” must be a day written like 2022-12-07"),
        ("body", " ", "is empty, and must not be"),
        ("text", "", "is empty, and must not be"),
        ("text", "Note this.\n\nAnd that.", "must stand on one line"),
    ],
)
def test_a_cell_that_cannot_be_read_is_named(folder, column, cell, what):
    folder.put(PROCESS, FIRST, **{column: cell})
    assert faults(folder) == fault(FIRST, column, what)


@pytest.mark.parametrize("column", PROCESS_COLUMNS)
def test_a_column_that_is_missing_is_named(folder, column):
    folder.replace(PROCESS, column, f"{column}s")
    assert faults(folder)[0] == f"{PROCESS}, line 1, column “{column}”: the column is missing"


@pytest.mark.parametrize("line", [SCRUTINY, CABINET, COUNCIL])
def test_a_meeting_that_is_missing_is_named(folder, line):
    body = folder.rows(PROCESS)[line - 2]["key"]
    folder.drop(PROCESS, line)
    assert faults(folder) == [f"{PROCESS}, column “key”: there is no meeting “{body}”"]


def test_a_meeting_of_another_body_is_named(folder):
    folder.repeat(PROCESS, COUNCIL, key="parish")
    assert faults(folder) == fault(12, "key", "“parish” must be one of: scrutiny, cabinet, council")


def test_a_meeting_that_stands_again_is_named_with_the_line_of_the_first(folder):
    folder.repeat(PROCESS, CABINET, date="2022-11-26")
    assert faults(folder) == fault(12, "key", "“cabinet” stands already at line 3")


@pytest.mark.parametrize("day", ["2022-11-09", "2022-11-08"])
def test_a_meeting_that_is_not_after_the_one_before_is_named(folder, day):
    folder.put(PROCESS, CABINET, date=day)
    assert faults(folder) == fault(
        CABINET, "date", "“cabinet” must meet after “scrutiny”, at line 2"
    )


@pytest.mark.parametrize("kind", [RowKind.RECOMMENDATION, RowKind.MOTION])
def test_what_the_cabinet_and_the_council_decide_on_must_be_told(folder, kind):
    rows = folder.rows(PROCESS)
    folder.write(PROCESS, [row for row in rows if row["kind"] != kind])
    assert faults(folder) == [f"{PROCESS}, column “kind”: there is no {kind.value}"]


@pytest.mark.parametrize(
    ("line", "key", "due"),
    [
        (VIEW, "2", "1"),
        (REQUEST, "3", "2"),
        (REQUEST, "two", "2"),
        (REQUEST, "02", "2"),
        (FIRST, "b", "a"),
        (SECOND, "c", "b"),
        (SECOND, "B", "b"),
        (MOTION, "2", "1"),
        (FOCUS, "0", "1"),
    ],
)
def test_a_number_or_a_letter_that_is_not_the_next_is_named(folder, line, key, due):
    folder.drop(PROCESS, ANSWER)
    at = line if line < ANSWER else line - 1
    folder.put(PROCESS, at, key=key)
    assert faults(folder) == fault(
        at, "key", f"“{key}” stands where {due} should: it is counted in order"
    )


def test_a_second_motion_is_named(folder):
    folder.repeat(PROCESS, MOTION, key="2")
    assert faults(folder) == fault(
        12, "key", "“2” stands where nothing more should: it is counted in order"
    )


def test_more_recommendations_than_letters_are_named(folder):
    for letter in (*LETTERS[2:], "aa"):
        folder.repeat(PROCESS, SECOND, key=letter)
    assert faults(folder) == fault(
        36, "key", "“aa” stands where nothing more should: it is counted in order"
    )


@pytest.mark.parametrize("key", ["3", "one", "0"])
def test_an_answer_to_nothing_is_named(folder, key):
    folder.put(PROCESS, ANSWER, key=key)
    assert faults(folder) == fault(ANSWER, "key", f"“{key}” is no view or request to answer")


def test_a_second_answer_to_the_same_comment_is_named(folder):
    folder.repeat(PROCESS, ANSWER, text="Another.")
    assert faults(folder) == fault(12, "key", f"“2” stands already at line {ANSWER}")


def test_every_fault_of_the_table_is_named_at_once(folder):
    folder.put(PROCESS, COUNCIL, date="2022-11-01")
    folder.put(PROCESS, ANSWER, key="9")
    folder.put(PROCESS, SECOND, key="x")
    assert [message.split(":")[0] for message in faults(folder)] == [
        f"{PROCESS}, line {COUNCIL}, column “date”",
        f"{PROCESS}, line {SECOND}, column “key”",
        f"{PROCESS}, line {ANSWER}, column “key”",
    ]


def test_a_folder_in_the_place_of_the_table_is_a_fault_and_no_crash(tmp_path):
    (a_folder(tmp_path).path / PROCESS).mkdir()
    (message,) = faults(a_folder(tmp_path))
    assert message.startswith(f"{PROCESS}: the file cannot be read")
