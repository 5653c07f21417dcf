"""When a section or a dashboard holds nothing, who edited it, and whether it is signed off."""

from datetime import UTC, datetime

import pytest

from domain.editions.revisions import (
    RevisionEntry,
    editors_since,
    is_unwritten,
    newest_of,
    signer_of,
)

EMPTY = {"value": "", "period": "", "target": "12%", "previous": "13%", "source": "NHS"}


@pytest.mark.parametrize(
    "places",
    [[{"body": ""}], [{"body": " \n\t"}], [EMPTY], [EMPTY, EMPTY]],
    ids=["no text", "space alone", "no value", "no value anywhere"],
)
def test_what_holds_no_text_no_value_and_no_period_is_unwritten(places):
    assert is_unwritten(places)


@pytest.mark.parametrize(
    "places",
    [
        [{"body": "Something."}],
        [{**EMPTY, "value": "N/A"}],
        [{**EMPTY, "period": "2021/22"}],
        [EMPTY, {**EMPTY, "value": "12%"}, EMPTY],
        [],
    ],
    ids=["text", "a value", "a period", "one value of three", "a dashboard of no indicators"],
)
def test_what_holds_any_of_them_or_cannot_is_written(places):
    assert not is_unwritten(places)


def a_revision(number: int, by: str = "officer", cause: str = "edit") -> RevisionEntry:
    at = datetime(2022, 10, number, tzinfo=UTC)
    return RevisionEntry(number, "section:introduction", cause, by, by.title(), at)


def test_the_newest_revision_is_that_made_last():
    assert newest_of([]) is None
    assert newest_of([a_revision(2), a_revision(3), a_revision(1)]) == a_revision(3)


def test_only_a_sign_off_of_the_newest_revision_counts():
    newest = a_revision(3)
    assert signer_of(newest, {3: "Second"}) == "Second"
    assert signer_of(newest, {2: "Second"}) == ""
    assert signer_of(newest, {}) == ""


def test_a_sign_off_of_an_older_revision_does_not_count_beside_one_of_the_newest():
    assert signer_of(a_revision(3), {2: "First", 3: "Second"}) == "Second"


def test_what_has_no_revision_is_signed_off_as_such():
    assert signer_of(None, {0: "Second"}) == "Second"
    assert signer_of(None, {}) == ""


def test_the_editors_are_those_who_wrote_since_the_last_version():
    revisions = [
        a_revision(1, "first"),
        a_revision(2, "loader", "load_edition"),
        a_revision(3, "roller", "roll_forward"),
        a_revision(4, "officer"),
        a_revision(5, "second"),
    ]
    assert editors_since(revisions, frozen=0) == {"first", "officer", "second"}
    assert editors_since(revisions, frozen=4) == {"second"}
    assert editors_since(revisions, frozen=5) == frozenset()
