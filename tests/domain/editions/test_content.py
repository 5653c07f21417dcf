"""An edition's content: its canonical form, its digest, and changes to it."""

import hashlib
import json
from copy import deepcopy

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.editions.content import (
    canonical,
    differences,
    digest_of,
    digest_of_wording,
    entry_at,
    is_intact,
    with_change,
    with_changes,
)
from domain.errors import NotFound
from tests.builders.contents import INTRODUCTION, SMOKING, a_content

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(st.characters(exclude_categories=["Cs"])),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text("abç"), inner, max_size=3),
    max_leaves=8,
)


@pytest.fixture
def content():
    return a_content()


@given(st.dictionaries(st.text("abcé"), VALUES, max_size=4))
def test_the_canonical_form_is_read_back_as_it_was_and_has_one_digest(content):
    kept = canonical(content)
    assert json.loads(kept) == content
    assert canonical(dict(reversed(content.items()))) == kept
    assert digest_of(content) == hashlib.sha256(kept.encode()).hexdigest()
    assert is_intact(kept, digest_of(content))
    assert not is_intact(kept + " ", digest_of(content))


def test_characters_stand_as_themselves_and_no_space_between():
    assert canonical({"b": 1, "a": "é–日"}) == '{"a":"é–日","b":1}'


def test_what_is_no_number_cannot_be_frozen():
    with pytest.raises(ValueError, match="not JSON compliant"):
        canonical({"value": float("nan")})


@pytest.mark.parametrize(
    "other",
    [
        ("section:other", {"body": "one"}, {"body": "two"}, "why"),
        ("section:x", {"body": "One"}, {"body": "two"}, "why"),
        ("section:x", {"body": "one"}, {"body": "two "}, "why"),
        ("section:x", {"body": "one"}, {"body": "two"}, "Why"),
    ],
)
def test_the_digest_of_a_wording_is_of_the_place_the_text_and_the_reason(other):
    wording = ("section:x", {"body": "one"}, {"body": "two"}, "why")
    assert digest_of_wording(*wording) == digest_of_wording(*deepcopy(wording))
    assert digest_of_wording(*wording) != digest_of_wording(*other)


def test_what_stands_at_a_place_is_found_by_its_key(content):
    assert entry_at(content, SMOKING)["value"] == "13.0%"
    assert entry_at(content, "dashboard:transport")["name"] == "Transport"


@pytest.mark.parametrize("place", ["section:nothing", "indicator:nothing", "edition"])
def test_a_place_that_there_is_not_is_said_so(content, place):
    with pytest.raises(NotFound, match=r"The edition has no|There is no place"):
        entry_at(content, place)


def test_a_change_leaves_the_content_it_was_given_as_it_was(content):
    before = deepcopy(content)
    changed = with_change(content, INTRODUCTION, {"body": "Another text."})
    assert content == before
    assert entry_at(changed, INTRODUCTION)["body"] == "Another text."
    assert entry_at(changed, INTRODUCTION)["title"] == "Introduction"


def test_of_several_changes_the_last_to_a_place_stands(content):
    changed = with_changes(
        content,
        [
            (INTRODUCTION, {"body": "One."}),
            (SMOKING, {"value": "9%"}),
            (INTRODUCTION, {"body": "Two."}),
        ],
    )
    assert entry_at(changed, INTRODUCTION)["body"] == "Two."
    assert entry_at(changed, SMOKING)["value"] == "9%"
    assert with_changes(content, []) == content


def test_differences_are_named_field_by_field_in_the_order_of_the_edition(content):
    changed = with_changes(
        content, [(SMOKING, {"value": "9%", "period": "2022"}), (INTRODUCTION, {"body": "One."})]
    )
    found_differences = [
        (difference.place, difference.title, difference.field, difference.after)
        for difference in differences(content, changed)
    ]
    assert found_differences == [
        (INTRODUCTION, "Introduction", "body", "One."),
        (SMOKING, "Smoking", "period", "2022"),
        (SMOKING, "Smoking", "value", "9%"),
    ]
    assert list(differences(content, content)) == []


def test_what_came_or_went_differs_in_every_field(content):
    without = deepcopy(content)
    del without["sections"]["introduction"]
    gone = list(differences(content, without))
    assert {difference.field for difference in gone} == set(content["sections"]["introduction"])
    assert {difference.after for difference in gone} == {None}
    assert {difference.title for difference in gone} == {"Introduction"}
    assert {difference.before for difference in differences(without, content)} == {None}
