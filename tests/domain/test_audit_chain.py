"""The audit chain: what was written can be checked, and any other text is found out."""

import json
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.audit_chain import (
    ENTRY_FIELDS,
    GENESIS,
    OBJECTS,
    EntryFilter,
    FaultyEntry,
    Verification,
    as_line,
    canonical,
    from_line,
    from_row,
    hash_of,
    verify,
)
from scripts import verify_audit
from tests.builders.audit import a_chain, an_entry, is_tampered

words = st.text(max_size=12)
values = st.recursive(
    st.none() | st.booleans() | st.integers() | words,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(words, inner, max_size=3),
    max_leaves=5,
)
contents = st.fixed_dictionaries(
    {"reason": words, "before": st.dictionaries(words, values, max_size=3), "subject": words}
)
CHAIN = a_chain([{"reason": f"because {place}", "after": {"n": place}} for place in range(14)])
LINES = [as_line(entry, kept) for entry, kept in CHAIN]
HEAD = CHAIN[-1][1]


def test_an_entry_s_hash_is_of_its_json_with_the_names_in_order():
    text = canonical(an_entry(before={"b": 1, "a": "é"})).decode()
    assert text.startswith('{"action":"edit","actor":"officer","actor_name":"Zoë O’Neill",')
    assert '"before":{"a":"é","b":1}' in text
    assert hash_of(an_entry()) == hash_of(an_entry())


def test_what_json_cannot_say_is_refused():
    with pytest.raises(ValueError, match="JSON"):
        canonical(an_entry(after={"n": float("nan")}))


def test_an_empty_chain_is_right_and_its_head_is_where_chains_begin():
    assert verify([]) == Verification(0, GENESIS)


@given(st.lists(contents, max_size=6))
def test_every_chain_that_was_written_is_right(given_contents):
    chain = a_chain(given_contents)
    assert verify(chain) == Verification(len(chain), chain[-1][1] if chain else GENESIS)


@given(contents)
def test_a_line_reads_back_as_the_entry_it_was_written_from(content):
    (entry, kept), *_ = a_chain([content])
    assert from_line(as_line(entry, kept)) == (entry, kept)


@given(st.lists(contents, min_size=1, max_size=4))
def test_the_script_that_shares_no_code_says_the_same(given_contents):
    chain = a_chain(given_contents)
    text = "".join(f"{as_line(entry, kept)}\n" for entry, kept in chain)
    result = verify(chain)
    assert verify_audit.check(text, result.head) == (
        True,
        f"{result.entries} entries, head {result.head}",
    )


@pytest.mark.parametrize(
    ("chain", "fault"),
    [
        (CHAIN[1:], "entry 1 is missing or out of place: number 2 stands there"),
        ([*CHAIN[:3], *CHAIN[4:]], "entry 4 is missing or out of place: number 5 stands there"),
        (
            [CHAIN[0], (replace(CHAIN[1][0], reason="other"), CHAIN[1][1])],
            "entry 2 is not what was written: its hash does not fit",
        ),
        (
            [CHAIN[0], (replace(CHAIN[1][0], previous=GENESIS), CHAIN[1][1])],
            "entry 2 does not follow the one before it",
        ),
    ],
)
def test_the_first_entry_that_is_wrong_is_named(chain, fault):
    assert verify(chain).fault == fault


def test_an_end_cut_off_is_found_by_the_head_or_the_length():
    assert "not in the head" in verify(CHAIN[:-1], head=HEAD).fault
    assert verify(CHAIN[:-1], length=14).fault == "there are 13 entries, not 14"
    assert verify(CHAIN, head=HEAD, length=14).fault == ""


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("[]", "not an entry"),
        ('{"number": 1}', "not an entry"),
        (LINES[0].replace('"number": 1', '"number":  1'), "not written as"),
        (LINES[0].replace('"number": 1', '"number": 1, "number": 1'), "a name stands twice"),
        ("{", "Expecting property name"),
        ("[" * 100_000, "nested too deep"),
        (LINES[0].replace('"before": {', '"before": {"n": NaN, '), "NaN is not a number"),
        (LINES[0].replace('"before": {', '"before": {"n": -Infinity, '), "-Infinity is not a"),
        (LINES[0].replace('"before": {', '"before": {"n": 1e999, '), "1e999 is not a number"),
        (LINES[0].replace('"before": {', '"before": {"n": "\\udc00", '), "half of a character"),
        (f"{LINES[0]}\r", "not written as"),
    ],
)
def test_a_line_that_is_no_entry_as_written_is_refused(line, why):
    with pytest.raises(ValueError, match=why):
        from_line(line)


def as_row(entry, kept: str, **changes: object) -> dict:
    """An entry as a database keeps it."""
    about = {name: getattr(entry, name) for name in ENTRY_FIELDS}
    objects = {name: json.dumps(about[name]) for name in OBJECTS}
    return {**about, **objects, "hash": kept, **changes}


@given(contents)
def test_a_row_reads_back_as_the_entry_it_was_written_from(content):
    (entry, kept), *_ = a_chain([content])
    assert from_row(as_row(entry, kept)) == (entry, kept)


@pytest.mark.parametrize(
    ("name", "value", "why"),
    [
        ("reason", b"bytes", "its “reason” is not text"),
        ("hash", None, "its “hash” is not text"),
        ("before", "{", "its “before” is not JSON as the log holds it: Expecting"),
        ("after", '{"n": Infinity}', "Infinity is not a number that the log can hold"),
        ("after", "[" * 100_000, "nested too deep to be read"),
        ("after", '{"n": "\\uD800"}', "half of a character stands in it"),
        ("after", '"text"', "its “after” does not hold names with values"),
    ],
)
def test_a_row_that_cannot_be_read_is_named_by_its_number(name, value, why):
    entry, kept = CHAIN[1]
    with pytest.raises(FaultyEntry, match="entry 2 cannot be read: ") as raised:
        from_row(as_row(entry, kept, **{name: value}))
    assert why in raised.value.fault
    result = verify(from_row(row) for row in [as_row(*CHAIN[0]), as_row(entry, kept, hash=b"")])
    assert result == Verification(1, CHAIN[0][1], "entry 2 cannot be read: its “hash” is not text")


def test_half_of_a_character_is_found_only_where_one_is():
    entry = an_entry(after={"said": "well 😀 \\ud done"})
    assert from_row(as_row(entry, hash_of(entry))) == (entry, hash_of(entry))


@pytest.mark.parametrize("number", [1.0, True])
def test_a_number_that_only_looks_alike_is_out_of_place(number):
    entry = an_entry(number)
    assert verify([(entry, hash_of(entry))]).fault == (
        f"entry 1 is missing or out of place: number {number} stands there"
    )


@pytest.mark.parametrize("value", [float("nan"), "\ud800"])
def test_an_entry_that_could_never_be_written_is_not_what_was_written(value):
    entry = an_entry(after={"n": value})
    assert "its hash does not fit" in verify([(entry, "0" * 64)]).fault


def nested(depth: int) -> str:
    return '{"n": ' * depth + "1" + "}" * depth


@pytest.mark.parametrize("depth", [1, 10, 100, *range(900, 1000, 3), 2000, 50_000])
def test_what_is_nested_is_found_in_words_at_every_depth_by_both_checks(depth):
    line = LINES[0].replace('"before": {"text": "one"}', f'"before": {nested(depth)}')
    assert line != LINES[0]
    right, message = verify_audit.check(f"{line}\n")
    assert not right
    assert "nested too deep" in message or message.endswith("its hash does not fit")
    assert is_tampered([line], HEAD, len(LINES))


def test_what_is_sought_is_its_own_address():
    assert EntryFilter().address("/log", 2) == "/log?page=2"
    sought = EntryFilter(person="asha", subject="a&b", since="2023-01-02", until="2023-01-03")
    assert sought.address("/log", 1) == (
        "/log?person=asha&subject=a%26b&from=2023-01-02&to=2023-01-03&page=1"
    )


def test_the_script_is_short_and_imports_nothing_of_ours():
    text = Path(verify_audit.__file__).read_text(encoding="utf-8")
    imported = [line for line in text.splitlines() if line.startswith(("import ", "from "))]
    assert {line.split()[1].partition(".")[0] for line in imported} <= sys.stdlib_module_names
    assert imported
    assert len(text.splitlines()) < 150


def test_a_name_written_twice_is_found_by_the_script():
    line = LINES[0].replace('"number": 1', '"number": 1, "number": 1')
    assert verify_audit.check(f"{line}\n") == (
        False,
        "entry 1 is no entry: a name stands twice",
    )


def test_numbers_that_only_look_alike_are_found():
    read = json.loads(LINES[0])
    read["number"] = 1.0
    line = json.dumps(read, ensure_ascii=False, sort_keys=True)
    right, message = verify_audit.check(f"{line}\n")
    assert not right
    assert "number 1.0" in message


@pytest.mark.parametrize(
    ("subject", "year"),
    [
        ("edition:2022", 2022),
        ("section:2023/climate-action", 2023),
        ("person:olive", None),
        ("person:2022x", None),
        ("comparison", None),
    ],
)
def test_an_entry_knows_the_edition_that_it_is_about(subject, year):
    assert an_entry(subject=subject).year == year


def test_without_its_details_an_entry_says_who_did_what_and_no_more():
    bare = an_entry(reason="Because.", authority="Minute 7.").without_details()
    assert (bare.before, bare.after, bare.reason, bare.authority) == ({}, {}, "", "")
    assert bare == replace(an_entry(), before={}, after={})
