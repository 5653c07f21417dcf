"""An export that is not the log, or is no export, is found out by the command."""

from dataclasses import replace

import pytest

from app.commands.cli import main
from domain.audit_chain import as_line, from_line, hash_of
from domain.terms import Role
from scripts import verify_audit
from tests.app.command_line import lines_of, write_lines

ENTRIES = len(Role)
AS_WRITTEN = "as the product writes it"


def test_an_export_in_which_a_word_was_changed_is_found(export, wrong):
    lines = lines_of(export)
    write_lines(export, [*lines[:2], lines[2].replace("An Officer", "No Officer"), *lines[3:]])
    assert "entry 3 " in wrong("--export", str(export))


def test_an_export_of_which_the_end_is_missing_is_found(export, wrong):
    write_lines(export, lines_of(export)[:-1])
    assert " the head" in wrong("--export", str(export))


def test_an_export_of_which_the_beginning_is_missing_is_found(export, wrong):
    write_lines(export, lines_of(export)[1:])
    assert "entry 1 " in wrong("--export", str(export))


def test_an_empty_file_is_not_the_log(export, wrong):
    write_lines(export, [])
    assert " the head" in wrong("--export", str(export))


def test_an_export_from_before_a_change_is_not_the_log_of_today(export, said, wrong):
    said("person", "disable", "member")
    assert " the head" in wrong("--export", str(export))


def test_an_export_written_anew_from_an_entry_on_is_found_by_its_head(export, wrong):
    *kept, last = lines_of(export)
    entry, _ = from_line(last)
    changed = replace(entry, reason="another")
    write_lines(export, [*kept, as_line(changed, hash_of(changed))])
    assert " the head" in wrong("--export", str(export))


def test_a_last_line_that_was_cut_off_is_named(export, refused):
    export.write_bytes(export.read_bytes()[:-10])
    told = refused("audit", "verify", "--export", str(export))
    assert told.startswith(f"{export}, line {ENTRIES}: ")
    assert "cut off" in told


def test_an_export_that_is_not_utf_8_is_said_so(export, refused):
    export.write_bytes(b"caf\xe9\n")
    told = refused("audit", "verify", "--export", str(export))
    assert told.startswith(str(export))
    assert "byte 3" in told


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("number,at\n", "Expecting value"),
        ("{}\n", "not an entry"),
        ("[]\n", "not an entry"),
        ("\n", "Expecting value"),
        ('{"number": 1, "number": 1}\n', "twice"),
        ("\ufeff{}\n", "BOM"),
    ],
)
def test_a_file_that_is_no_export_is_named_with_its_line(export, refused, text, why):
    export.write_text(text, encoding="utf-8")
    told = refused("audit", "verify", "--export", str(export))
    assert told.startswith(f"{export}, line 1: ")
    assert why in told


@pytest.mark.parametrize("line", ["[" * 100_000, "9" * 5000], ids=["deep", "long number"])
def test_a_line_that_python_itself_cannot_read_is_named_with_its_number(export, refused, line):
    write_lines(export, [*lines_of(export)[:1], line])
    told = refused("audit", "verify", "--export", str(export))
    assert told.startswith(f"{export}, line 2: ")
    assert told.count("\n") == 1


@pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity"])
def test_a_number_that_json_does_not_have_is_found(export, capsys, number):
    lines = lines_of(export)
    changed = lines[2].replace('"before": {}', f'"before": {{"n": {number}}}')
    assert changed != lines[2]
    write_lines(export, [*lines[:2], changed, *lines[3:]])
    assert main(["audit", "verify", "--export", str(export)]) == 1
    told = capsys.readouterr()
    assert " 3" in told.out + told.err


def test_lines_that_end_as_on_windows_are_refused_like_by_the_script(export, refused, capsys):
    export.write_bytes(export.read_bytes().replace(b"\n", b"\r\n"))
    assert verify_audit.main([str(export)]) == 1
    assert AS_WRITTEN in capsys.readouterr().out
    told = refused("audit", "verify", "--export", str(export))
    assert AS_WRITTEN in told


@pytest.mark.parametrize("name", ["nothing.jsonl", ""], ids=["missing", "without a name"])
def test_a_file_that_is_not_there_is_said_so(loaded, refused, tmp_path, name, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert "cannot be used" in refused("audit", "verify", "--export", name)
