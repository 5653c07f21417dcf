"""The shapes of content: what each schema holds, and how an older one is read."""

import pytest

from domain.editions.content import digest_of
from domain.editions.kinds import SCHEMAS
from domain.editions.places import FIELDS
from domain.editions.schemas import Kind, Schemas, UnknownShape
from domain.fields import Field
from tests.builders.contents import a_content

SMALL = Schemas(
    (
        Kind("edition", (Field("year"), Field("motto", since=3, default="none")), is_one=True),
        Kind(
            "section",
            (
                Field("title"),
                Field("body", editable=True),
                Field("rule.method"),
                Field("rule.note", since=2, default=""),
                Field("note", since=2, default=[], editable=True),
            ),
        ),
        Kind("risk", (Field("owner", editable=True), Field("score", since=4, default=0)), since=3),
        Kind("methods", is_one=True),
        Kind("council", (Field("name", default="ours"),), since=2, is_one=True),
    )
)
"""Four schemas: the second has a nested field, a list and an object more, the third a kind."""


def first() -> dict:
    return {
        "edition": {"year": 2022},
        "sections": {"one": {"title": "One", "body": "Text.", "rule": {"method": "x"}}},
        "methods": "1",
    }


def test_the_newest_schema_is_the_highest_that_a_row_names():
    assert SMALL.newest == 4


def test_content_of_the_first_schema_carries_no_number():
    assert SMALL.schema_of(first()) == 1
    assert SMALL.schema_of({**first(), "schema": 3}) == 3


@pytest.mark.parametrize("number", [0, 1, 5, "2", True, None, 2.0, [2]])
def test_a_number_that_is_not_one_of_a_later_schema_is_refused(number):
    with pytest.raises(UnknownShape, match=r"its schema is “.*”, and the newest that .* is 4"):
        SMALL.schema_of({"schema": number})


def test_a_schema_holds_what_came_with_it_or_before():
    assert [kind.name for kind in SMALL.kinds_in(1)] == ["edition", "section", "methods"]
    assert "risk" in [kind.name for kind in SMALL.kinds_in(3)]
    names = [field.name for field in SMALL.kind("section").fields_in(1)]
    assert names == ["title", "body", "rule.method"]
    assert [field.name for field in SMALL.kind("risk").fields_in(3)] == ["owner"]


def test_older_content_is_read_with_defaults_and_stays_as_it_was():
    content = first()
    read = SMALL.read(content)
    assert content == first()
    assert read == {
        "schema": 4,
        "edition": {"year": 2022, "motto": "none"},
        "sections": {
            "one": {
                "title": "One",
                "body": "Text.",
                "rule": {"method": "x", "note": ""},
                "note": [],
            }
        },
        "risks": {},
        "methods": "1",
        "council": {"name": "ours"},
    }
    SMALL.check(read)


def test_content_is_read_up_to_a_schema():
    read = SMALL.read(first(), 2)
    assert read["schema"] == 2
    assert "motto" not in read["edition"]
    assert "risks" not in read
    SMALL.check(read)
    assert SMALL.read(read) == SMALL.read(first())


def test_content_of_that_schema_or_a_later_one_is_given_back_as_it_is():
    newest = SMALL.read(first())
    assert SMALL.read(newest) is newest
    assert SMALL.read(newest, 2) is newest
    content = first()
    assert SMALL.read(content, 1) is content


def test_no_default_is_shared():
    one, other = SMALL.read(first()), SMALL.read(first())
    one["sections"]["one"]["note"].append("x")
    assert other["sections"]["one"]["note"] == []


def without(*path: str) -> dict:
    content = SMALL.read(first())
    content["risks"] = {"flood": {"owner": "Somebody", "score": 3}}
    entry = content
    for name in path[:-1]:
        entry = entry[name]
    del entry[path[-1]]
    return content


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (without("edition", "year"), "its edition has no “year”, which schema 4 holds"),
        (without("sections", "one", "body"), "its section “one” has no “body”, which schema 4"),
        (without("sections", "one", "rule"), "its section “one” has no “rule.method”, which"),
        (without("sections", "one", "rule", "note"), "its section “one” has no “rule.note”"),
        (without("risks", "flood", "score"), "its risk “flood” has no “score”, which schema 4"),
        (without("risks"), "it has no “risks”, which schema 4 holds"),
        (without("methods"), "it has no “methods”, which schema 4 holds"),
        ({**first(), "sections": {"one": "Text."}}, "its section “one” has no “title”"),
        ({**first(), "sections": []}, "its “sections” are no entries by their keys"),
        ({**first(), "edition": 2022}, "its edition has no “year”"),
        ([], "it is not an edition's content"),
        ({**first(), "schema": 9}, "its schema is “9”"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_is_missing_is_named(content, fault):
    with pytest.raises(UnknownShape) as raised:
        SMALL.check(content)
    assert str(raised.value).startswith(fault)


def test_what_a_later_schema_brought_is_not_asked_of_an_earlier_one():
    SMALL.check(first())


def test_the_schema_for_some_changes_is_the_first_that_holds_them_all():
    assert SMALL.schema_for([]) == 1
    assert SMALL.schema_for([("section", {"body": "x"})]) == 1
    assert SMALL.schema_for([("section", {"body": "x"}), ("section", {"note": "x"})]) == 2
    assert SMALL.schema_for([("risk", {"owner": "x"})]) == 3


def test_what_was_kept_of_a_place_is_read_with_the_defaults_of_later_fields():
    assert SMALL.fields_read("section", {"body": "x"}) == {"body": "x", "note": []}
    assert SMALL.fields_read("section", {"body": "x", "note": ["y"]})["note"] == ["y"]
    assert SMALL.fields_read("risk", {"owner": "x"}) == {"owner": "x"}


def test_a_field_that_a_place_always_had_is_missed():
    assert SMALL.lacking("section", {"note": []}) == "body"
    assert SMALL.lacking("section", {"body": ""}) == ""
    assert SMALL.lacking("risk", {}) == "owner"


def test_what_can_be_edited_is_in_the_table():
    assert {kind: SCHEMAS.kind(kind).editable for kind in FIELDS} == FIELDS
    assert FIELDS["section"] == ("body",)
    assert FIELDS["indicator"][0] == "value"


def test_every_field_and_kind_of_a_later_schema_has_a_default():
    for kind in SCHEMAS.kinds:
        for field in kind.fields_after(kind.since):
            assert field.default is not None, f"{kind.name}: {field.name}"


def test_the_first_schema_keeps_its_digest():
    content = a_content()
    SCHEMAS.check(content)
    assert SCHEMAS.schema_of(content) == 1
    assert digest_of(content) == "15fb765d2c4bfa4a60f16472f99874bd947b01fc63ce56c615bb972994c8752c"
