"""The workflow's words: each has one for the screen."""

from datetime import UTC, datetime

import pytest

from domain import formatting
from domain.editions import field_wording, stage_wording
from domain.editions.kinds import TEXT_KINDS
from domain.editions.terms import Stage
from domain.governance import step_wording as wording
from domain.governance.terms import (
    Body,
    ChangeKind,
    ChangeState,
    CommentKind,
    CommentOutcome,
    Consulted,
    Origin,
)


@pytest.mark.parametrize(
    ("words", "labels"),
    [
        (Stage, stage_wording.STAGES),
        (Stage, stage_wording.STANDS),
        (Body, wording.BODIES),
        (CommentKind, wording.COMMENTS),
        (CommentOutcome, wording.OUTCOMES),
        (Origin, wording.ORIGINS),
        (ChangeKind, wording.CHANGES),
        (ChangeState, wording.STATES),
        (Consulted, wording.VIEWS),
    ],
)
def test_every_word_is_said_once_and_in_no_other_way(words, labels):
    assert set(labels) == set(words)
    assert all(labels.values())
    assert len(set(labels.values())) == len(labels)


def test_a_few_of_them_are_whole_phrases():
    assert stage_wording.STANDS[Stage.DRAFTING] == "Officers are writing the draft."
    assert wording.OUTCOMES[CommentOutcome.NEXT_YEAR] == "Carried to next year"
    assert wording.ORIGINS[Origin.LATE_DATA] == "Data that came late"
    assert wording.CHANGES[ChangeKind.DELEGATED] == "Amendment under the delegation"


def test_every_field_that_can_be_changed_has_a_name():
    for kind in TEXT_KINDS.values():
        assert all(field.label for field in kind.fields if field.editable)
    assert field_wording.field_name("previous_period") == "Period of the previous value"


def test_a_field_without_a_name_of_its_own_is_called_by_its_word():
    assert field_wording.field_name("strategic_plan") == "Strategic plan"


@pytest.mark.parametrize(
    ("field", "value", "printed"),
    [
        ("value", "12.5%", "12.5%"),
        ("value", None, ""),
        ("direction", "no_change", "No real change"),
        ("rating", "issue", "Performance issue"),
        ("rating", "", "None"),
        ("position", 3, "3"),
        ("strategic_plan", True, "Yes"),
        ("has_targets", False, "No"),
        ("polarity", "low", "Lower is better"),
        (
            "rule",
            {"method": "count", "sample": 0, "tolerance_in": "points"},
            "method: count, sample: 0, tolerance in: points",
        ),
    ],
)
def test_a_field_is_printed_as_readers_know_it(field, value, printed):
    assert field_wording.printed_field(field, value) == printed


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        (datetime(2022, 12, 7, 14, 5, tzinfo=UTC), "7 December 2022, 14:05"),
        (datetime(2022, 7, 7, 23, 30, tzinfo=UTC), "8 July 2022, 00:30"),
    ],
)
def test_a_moment_is_told_as_clocks_stand_in_england(when, expected):
    assert formatting.moment(when) == expected


def test_a_digest_is_shortened_to_twelve_characters():
    assert formatting.short_digest("0123456789abcdef") == "0123456789ab"


def test_the_motion_is_to_approve_the_edition_by_its_title():
    assert wording.default_motion("Report 2022") == "That the Report 2022 be approved."
