"""The script that needs nothing but Python: whatever file it is given, it says what it found."""

import hashlib
import json
from dataclasses import asdict

import pytest

from domain.audit_chain import as_line
from scripts import verify_audit
from tests.builders.audit import a_chain, an_entry

CHAIN = a_chain([{"reason": "one"}, {"reason": "two"}])
TEXT = "".join(f"{as_line(entry, kept)}\n" for entry, kept in CHAIN)
HEAD = CHAIN[-1][1]


@pytest.fixture
def file(tmp_path):
    made = tmp_path / "export.jsonl"
    made.write_text(TEXT, encoding="utf-8")
    return made


def fitting(**given: object) -> str:
    """A first entry whose hash fits whatever it holds, as someone else's program could write."""
    about = {**asdict(an_entry()), **given}
    canonical_text = json.dumps(about, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    kept = hashlib.sha256(canonical_text.encode()).hexdigest()
    return json.dumps({**about, "hash": kept}, ensure_ascii=False, sort_keys=True) + "\n"


@pytest.mark.parametrize("arguments", [[], ["one", "two", "three"]])
def test_it_says_how_it_is_used(arguments, capsys):
    assert verify_audit.main(arguments) == 2
    assert "python scripts/verify_audit.py EXPORT [HEAD]" in capsys.readouterr().out


def test_a_right_file_passes_with_its_head(file, capsys):
    assert verify_audit.main([str(file), HEAD]) == 0
    assert capsys.readouterr().out == f"2 entries, head {HEAD}\n"


@pytest.mark.parametrize("given", [[], [""]], ids=["none", "an empty one"])
def test_without_a_head_it_says_to_compare_the_one_it_found(file, capsys, given):
    assert verify_audit.main([str(file), *given]) == 0
    first_line, advice = capsys.readouterr().out.split("\n", 1)
    assert first_line == f"2 entries, head {HEAD}"
    assert advice.startswith("No head was given. Compare this one with the head that the product")
    assert " ".join(advice.split()).endswith("cut short at its end reads as whole.")


def test_a_file_cut_short_at_its_end_passes_with_the_advice_alone(file, capsys):
    file.write_text(TEXT.splitlines(keepends=True)[0], encoding="utf-8")
    assert verify_audit.main([str(file)]) == 0
    output = capsys.readouterr().out
    assert output.startswith(f"1 entries, head {CHAIN[0][1]}\nNo head was given.")
    assert verify_audit.main([str(file), HEAD]) == 1


@pytest.mark.parametrize("given", [[], [HEAD], ["0" * 64]])
def test_an_empty_file_is_wrong(file, capsys, given):
    file.write_text("", encoding="utf-8")
    assert verify_audit.main([str(file), *given]) == 1
    assert capsys.readouterr().out == "the file is empty: it holds no entry\n"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (TEXT[:-1], "the last line is cut off"),
        (f"{TEXT}\n", "entry 3 is no entry: Expecting value"),
        (f"{TEXT}[]\n", "entry 3 is no entry: it lacks a name or has one too many"),
        (TEXT.replace('"reason": "two"', '"reason": "six"'), "entry 2 is not what was written"),
        (TEXT.splitlines(keepends=True)[1], "entry 1 is missing or out of place: number 2"),
        (TEXT.splitlines(keepends=True)[0] * 2, "entry 2 is missing or out of place: number 1"),
        (fitting(previous="1" * 64), "entry 1 does not follow the one before it"),
        (TEXT.replace(", ", ",", 1), "entry 1 is not written as the product writes it"),
    ],
)
def test_the_first_thing_that_is_wrong_is_said(file, capsys, text, message):
    file.write_text(text, encoding="utf-8")
    assert verify_audit.main([str(file)]) == 1
    assert capsys.readouterr().out.startswith(message)


def test_an_entry_whose_hash_fits_is_right():
    right, _ = verify_audit.check(fitting(reason="made up"))
    assert right


@pytest.mark.parametrize("number", [float("nan"), float("inf"), float("-inf")])
def test_a_number_that_json_does_not_have_is_wrong_even_where_the_hash_fits(number):
    right, message = verify_audit.check(fitting(after={"n": number}))
    assert not right
    assert message.startswith("entry 1 is no entry: ")
    assert message.endswith("is not a number that the log can hold")


def test_a_number_too_large_to_be_kept_is_wrong_and_any_other_is_right():
    right, message = verify_audit.check(fitting(after={"n": 0.5}).replace("0.5", "1e999"))
    assert (right, message) == (
        False,
        "entry 1 is no entry: 1e999 is not a number that the log can hold",
    )
    assert verify_audit.check(fitting(after={"n": 0.5}))[0]


@pytest.mark.parametrize(
    "content", [b"caf\xe9\n", b"[" * 100_000 + b"\n"], ids=["not UTF-8", "too deep"]
)
def test_a_file_that_cannot_be_read_at_all_is_said_in_words(file, capsys, content):
    file.write_bytes(content)
    assert verify_audit.main([str(file)]) == 1
    output = capsys.readouterr().out
    assert output.count("\n") == 1
    assert "not UTF-8 text at byte 3" in output or "nested too deep" in output


def test_a_folder_in_the_place_of_a_file_is_said_in_words(tmp_path, capsys):
    assert verify_audit.main([str(tmp_path)]) == 1
    assert "cannot be read" in capsys.readouterr().out


def test_a_file_that_is_not_there_is_said_in_words(tmp_path, capsys):
    assert verify_audit.main([str(tmp_path / "nothing.jsonl")]) == 1
    assert "nothing.jsonl" in capsys.readouterr().out
