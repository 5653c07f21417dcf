"""Any comma-separated table with declared columns."""

import gzip

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readers.cells import number, number_or_empty, text, whole_number
from readers.tables import read_table

COLUMNS = {"name": text, "number": whole_number}


@pytest.fixture
def read(tmp_path):
    def put(content: str | bytes):
        raw = content if isinstance(content, bytes) else content.encode()
        (tmp_path / "table.csv").write_bytes(raw)
        return read_table(tmp_path, "table.csv", COLUMNS)

    return put


def faults(table) -> list[str]:
    return [str(problem) for problem in table.problems]


def names(table) -> list[str]:
    return [row["name"] for row in table.rows]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_table_may_end_its_lines_as_any_system_does(read, end):
    table = read(end.join(["name,number", "a,1", "b,2", ""]))
    assert faults(table) == []
    assert [(row.line, row["name"], row["number"]) for row in table.rows] == [
        (2, "a", 1),
        (3, "b", 2),
    ]


def test_a_table_may_begin_with_the_mark_that_spreadsheets_write(read):
    assert names(read(b"\xef\xbb\xbfname,number\na,1\n")) == ["a"]


def test_text_that_is_not_utf_8_is_said_to_be_so(read):
    assert faults(read("name,number\ncafé,1\n".encode("latin-1"))) == [
        "table.csv: not UTF-8 text at byte 15: save it as CSV UTF-8"
    ]


@pytest.mark.parametrize(
    ("heads", "expected"),
    [
        ("name", ["table.csv, line 1, column “number”: the column is missing"]),
        (
            "name,numbers",
            [
                "table.csv, line 1, column “number”: the column is missing",
                "table.csv, line 1, column “numbers”: no such column is known: remove it",
            ],
        ),
        (
            "name,number,colour",
            ["table.csv, line 1, column “colour”: no such column is known: remove it"],
        ),
        (
            "number,name",
            ["table.csv, line 1: the columns must stand once each, in this order: name, number"],
        ),
        (
            "name,number,name",
            ["table.csv, line 1: the columns must stand once each, in this order: name, number"],
        ),
    ],
)
def test_wrong_columns_are_named_and_nothing_else_is_read(read, heads, expected):
    table = read(f"{heads}\na,x,y\n")
    assert faults(table) == expected
    assert table.rows == []


def test_an_empty_file_lacks_every_column(read):
    assert len(faults(read(""))) == len(COLUMNS)


def test_a_row_with_too_many_or_too_few_cells_is_named(read):
    table = read("name,number\na,1\nb\nc,3,4\n\nd,5\n")
    assert faults(table) == [
        "table.csv, line 3: 1 cell where 2 are needed",
        "table.csv, line 4: 3 cells where 2 are needed",
        "table.csv, line 5: 0 cells where 2 are needed",
    ]
    assert names(table) == ["a", "d"]


def test_a_quotation_mark_that_is_never_closed_is_named_where_its_row_begins(read):
    (fault,) = faults(read('name,number\na,1\n"b,2\nc,3\nd,4\n'))
    assert fault.startswith("table.csv, line 3: the quotation marks of the row that begins here")


def test_a_quotation_mark_closed_too_soon_is_named_where_its_row_begins(read):
    (fault,) = faults(read('name,number\n"a\nb",1\n"c"d,2\n'))
    assert fault.startswith("table.csv, line 4: the quotation marks")


def test_faults_before_a_loose_quotation_mark_are_named_too(read):
    assert [fault.split(":")[0] for fault in faults(read('name,number\na,x\n"b,2\n'))] == [
        "table.csv, line 2, column “number”",
        "table.csv, line 3",
    ]


def test_a_row_of_several_lines_has_the_line_that_it_begins_at(read):
    table = read('name,number\n"a\nb\nc",1\nd,x\n')
    assert [(row.line, row["name"]) for row in table.rows] == [(2, "a\nb\nc")]
    assert faults(table) == ["table.csv, line 5, column “number”: “x” must be a whole number"]


@pytest.mark.parametrize("mark", ["\u2028", "\u2029", "\x85", "\x0b", "\x0c", "\x1c"])
def test_a_separator_pasted_from_a_word_processor_ends_no_row(read, mark):
    table = read(f"name,number\na{mark}b,1\nc,x\n")
    assert names(table) == [f"a{mark}b"]
    assert faults(table) == ["table.csv, line 3, column “number”: “x” must be a whole number"]


def test_a_null_character_is_named_because_no_database_keeps_it(read):
    assert faults(read("name,number\na,1\nb\0,2\n")) == [
        "table.csv, line 3: holds a null character: remove it"
    ]


def test_a_row_with_a_fault_is_not_among_those_read(read):
    assert names(read("name,number\na,1\nb,x\nc,3\n")) == ["a", "c"]


def test_cells_are_kept_exactly_as_they_stand(read):
    assert names(read('name,number\n"  “a”, ""b"" ",1\n')) == ['  “a”, "b" ']


@given(st.text(st.characters(blacklist_characters="\r\0", codec="utf-8")))
def test_any_text_can_stand_in_a_cell(tmp_path_factory, cell):
    folder = tmp_path_factory.mktemp("cell")
    quoted = cell.replace('"', '""')
    (folder / "table.csv").write_bytes(f'name,number\n"{quoted}",1\n'.encode())
    table = read_table(folder, "table.csv", COLUMNS)
    assert faults(table) == []
    assert names(table) == [cell]


@given(st.binary())
def test_any_file_is_read_or_its_fault_named(tmp_path_factory, content):
    folder = tmp_path_factory.mktemp("file")
    (folder / "table.csv").write_bytes(content)
    table = read_table(folder, "table.csv", COLUMNS)
    assert table.problems
    assert all(fault.startswith("table.csv") for fault in faults(table))


def test_a_folder_where_a_table_should_be_is_a_fault_and_no_crash(tmp_path):
    (tmp_path / "table.csv").mkdir()
    (fault,) = faults(read_table(tmp_path, "table.csv", COLUMNS))
    assert fault.startswith("table.csv: the file cannot be read")


@pytest.fixture
def unpacked(tmp_path):
    """Read a packed table; bytes are put as they are."""

    def put(content: str | bytes):
        raw = content if isinstance(content, bytes) else gzip.compress(content.encode())
        (tmp_path / "table.csv.gz").write_bytes(raw)
        return read_table(tmp_path, "table.csv.gz", COLUMNS)

    return put


def packed(content: bytes) -> bytes:
    """Packed at no particular time, so that it is the same whenever the tests are collected."""
    return gzip.compress(content, mtime=0)


def test_a_packed_table_is_read_as_if_it_were_not(unpacked):
    table = unpacked("\ufeffname,number\r\na,1\r\nb,x\r\n")
    assert names(table) == ["a"]
    assert faults(table) == ["table.csv.gz, line 3, column “number”: “x” must be a whole number"]


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b"name,number\na,1\n", "not a whole gzip file: pack the table again with gzip"),
        (packed(b"name,number\n")[:-9], "not a whole gzip file: pack the table again"),
        (packed(b"name,number\n")[:10] + b"\xff" * 20, "not a whole gzip file"),
        (packed("café".encode("latin-1")), "not UTF-8 text at byte 3: save it as CSV UTF-8"),
        (packed(b"name,number\na\0,1\n"), "holds a null character: remove it"),
        (b"", "the column is missing"),
    ],
    ids=["plain", "cut-off", "spoilt", "not-utf-8", "null", "empty"],
)
def test_a_packed_table_that_cannot_be_read_is_said_to_be_so(unpacked, content, what):
    messages = faults(unpacked(content))
    assert messages
    assert all(what in fault for fault in messages)


def test_a_packed_table_that_is_not_there_is_named(tmp_path):
    (fault,) = faults(read_table(tmp_path, "table.csv.gz", COLUMNS))
    assert fault == "table.csv.gz: the file is missing"


@given(st.binary())
def test_anything_in_place_of_a_packed_table_is_a_fault_and_no_crash(tmp_path_factory, content):
    folder = tmp_path_factory.mktemp("packed")
    (folder / "table.csv.gz").write_bytes(b"\x1f\x8b\x08\x00" + content)
    assert read_table(folder, "table.csv.gz", COLUMNS).problems


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_a_number_is_read_back_exactly_as_it_was_written(figure):
    assert number(repr(figure)) == number_or_empty(str(figure)) == figure


@pytest.mark.parametrize("cell", ["", "many", "1,5", "£5", "5%", "0x10", "--5"])
def test_what_is_no_number_is_refused_with_an_example(cell):
    with pytest.raises(ValueError, match=f"“{cell}” must be a number, such as 12.5"):
        number(cell)


@pytest.mark.parametrize("cell", ["nan", "inf", "-Infinity", "1e999"])
def test_a_number_without_end_is_refused(cell):
    with pytest.raises(ValueError, match=f"“{cell}” must be"):
        number(cell)


def test_a_number_that_was_not_published_is_none():
    assert number_or_empty("") is None
