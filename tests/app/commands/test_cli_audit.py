"""The commands on the audit log: a right log and export pass, and every other is found out."""

import re
import sqlite3
from contextlib import closing
from functools import partial

import pytest
from sqlalchemy import make_url

from app.commands.cli import main
from db.session import Database
from domain.terms import Role
from scripts import verify_audit
from tests.app.command_line import lines_of, write_lines
from tests.builders.scripted_history import a_logged_edition

TRIGGERS = ("audit_entry_is_not_changed", "audit_entry_is_not_removed", "audit_entry_follows")
ENTRIES = len(Role)
RIGHT = re.compile(rf"{ENTRIES} entries, head ([0-9a-f]{{64}})\n")


@pytest.fixture
def tampered(loaded):
    """Change the database past its guards, as someone who holds the file can."""
    return partial(change, loaded)


def change(url: str, statement: str, *values: object) -> None:
    with closing(sqlite3.connect(make_url(url).database)) as connection, connection:
        for trigger in TRIGGERS:
            connection.execute(f"DROP TRIGGER {trigger}")
        connection.execute(statement, values)


@pytest.fixture
def working(url, said) -> str:
    """A database with a small edition that was begun as the log says."""
    said("migrate")
    with closing(Database(url)) as database, database.session_scope() as session:
        a_logged_edition(session)
    return url


def test_a_right_log_is_said_with_its_number_of_entries_and_its_head(loaded, said):
    assert RIGHT.fullmatch(said("audit", "verify"))


def test_a_log_without_entries_is_right_and_its_head_is_where_chains_begin(url, said):
    said("migrate")
    assert said("audit", "verify") == f"0 entries, head {'0' * 64}\n"
    assert said("audit", "export", "-") == ""


@pytest.mark.parametrize("command", [["verify"], ["export", "-"]])
def test_before_the_tables_are_made_it_is_said_what_to_do(url, refused, command):
    assert "Run “python -m app migrate” first" in refused("audit", *command)


@pytest.mark.parametrize("wrong_usage", [[], ["nothing"], ["export"], ["verify", "--export"]])
def test_a_command_that_is_not_whole_is_refused_with_the_usage(wrong_usage, capsys):
    with pytest.raises(SystemExit) as left:
        main(["audit", *wrong_usage])
    assert left.value.code == 2
    assert "usage: python -m app audit" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("reason", "another"),
        ("actor_name", "Somebody else"),
        ("at", "2022-01-01T00:00:00.000000Z"),
        ("after", '{"roles": []}'),
        ("hash", "0" * 64),
    ],
)
def test_a_row_that_was_changed_is_named(tampered, wrong, column, value):
    tampered(f"UPDATE audit_entry SET {column} = ? WHERE number = 3", value)
    told = wrong()
    assert "entry 3" in told
    assert "its hash" in told


BROKEN = {
    "no JSON": ("after", "{"),
    "nothing": ("after", ""),
    "not a number": ("after", '{"n": NaN}'),
    "infinity": ("after", '{"n": 1e999}'),
    "too deep": ("after", "[" * 20_000),
    "deep": ("after", '{"n":' * 900 + "1" + "}" * 900),
    "a name twice": ("after", '{"n": 1, "n": 2}'),
    "JSON in bytes": ("after", b"{}"),
    "bytes": ("reason", b"another"),
    "a hash in bytes": ("hash", b"another"),
}


@pytest.mark.parametrize(("column", "value"), BROKEN.values(), ids=BROKEN)
def test_a_row_that_no_longer_holds_what_can_be_read_is_named_too(tampered, wrong, column, value):
    tampered(f"UPDATE audit_entry SET {column} = ? WHERE number = 3", value)
    told = wrong()
    assert "entry 3 " in told
    assert told.count("\n") == 1


def test_a_row_whose_text_is_not_utf_8_is_named_among_those_that_can_be_read(tampered, wrong):
    tampered("UPDATE audit_entry SET reason = CAST(? AS TEXT) WHERE number = 3", b"\xff")
    told = wrong()
    assert "entry 3" in told
    assert "bytes" in told


def test_an_export_is_held_against_the_hash_of_the_last_row_alone(export, tampered, said):
    tampered("UPDATE audit_entry SET after = '{' WHERE number = ?", ENTRIES)
    assert RIGHT.fullmatch(said("audit", "verify", "--export", str(export)))


def test_a_log_that_cannot_be_read_is_not_exported_in_part(tampered, refused, tmp_path):
    tampered("UPDATE audit_entry SET after = ? WHERE number = 3", '{"n": NaN}')
    for name in ("-", str(tmp_path / "new.jsonl")):
        assert "entry 3 cannot be read: its “after” is not JSON" in refused("audit", "export", name)
    assert not (tmp_path / "new.jsonl").exists()


def test_a_fault_of_the_database_itself_is_not_taken_for_one_of_an_entry(tampered, refused):
    tampered("ALTER TABLE audit_entry RENAME COLUMN reason TO why")
    assert "COMPENDIUM_DATABASE" in refused("audit", "verify")


def test_a_row_that_was_removed_is_named(tampered, wrong):
    tampered("DELETE FROM audit_entry WHERE number = 3")
    told = wrong()
    assert "entry 3" in told
    assert "number 4" in told


def test_a_row_that_follows_another_than_the_one_before_is_named(tampered, wrong):
    tampered("UPDATE audit_entry SET previous = ? WHERE number = 3", "0" * 64)
    told = wrong()
    assert "entry 3" in told
    assert "the one before" in told


def test_the_guards_of_the_database_are_what_stands_in_the_way(loaded):
    with (
        closing(sqlite3.connect(make_url(loaded).database)) as connection,
        pytest.raises(sqlite3.IntegrityError, match="cannot be changed"),
    ):
        connection.execute("UPDATE audit_entry SET reason = 'another'")


def test_an_export_is_the_same_on_screen_and_in_a_file(export, said):
    assert said("audit", "export", "-") == export.read_text(encoding="utf-8")
    assert len(lines_of(export)) == ENTRIES
    assert export.read_bytes().endswith(b"}\n")


def test_a_right_export_passes_with_the_same_words_as_the_log(export, said):
    assert said("audit", "verify", "--export", str(export)) == said("audit", "verify")


def test_a_right_export_passes_the_script_with_the_head_that_the_command_prints(
    export, said, capsys
):
    printed = said("audit", "verify")
    assert verify_audit.main([str(export), RIGHT.fullmatch(printed)[1]]) == 0
    assert capsys.readouterr().out == printed
    write_lines(export, lines_of(export)[:-1])
    assert verify_audit.main([str(export), RIGHT.fullmatch(printed)[1]]) == 1
    assert f"after {ENTRIES - 1} entries it ends in" in capsys.readouterr().out


def test_an_existing_file_is_never_written_over(loaded, refused, tmp_path):
    there = tmp_path / "there.jsonl"
    there.write_text("mine", encoding="utf-8")
    assert "is there already" in refused("audit", "export", str(there))
    assert there.read_text(encoding="utf-8") == "mine"
    assert "is there already" in refused("audit", "export", str(tmp_path))


def test_an_export_to_a_folder_that_is_not_there_is_said_so(loaded, refused, tmp_path):
    assert "cannot be used" in refused("audit", "export", str(tmp_path / "no" / "export"))


SPOILED = "UPDATE section SET body = 'All is well.' WHERE slug = 'introduction'"


def test_a_database_that_was_changed_past_the_log_is_found_with_its_entry(working, said, wrong):
    assert re.fullmatch(r"1 entries, head [0-9a-f]{64}\n", said("audit", "verify"))
    change(working, SPOILED)
    told = wrong()
    for named in ("entry 1", "section:introduction", "the 2022 edition", "its body"):
        assert named in told


def test_an_export_is_compared_with_the_log_alone(working, said, tmp_path):
    file = tmp_path / "export.jsonl"
    said("audit", "export", str(file))
    change(working, SPOILED)
    assert said("audit", "verify", "--export", str(file)).startswith("1 entries, head ")


WARNING = "cannot show whether"


def test_the_help_says_that_an_export_does_not_show_its_end(capsys):
    with pytest.raises(SystemExit):
        main(["audit", "verify", "--help"])
    assert WARNING in " ".join(capsys.readouterr().out.split())
    assert WARNING in verify_audit.__doc__
