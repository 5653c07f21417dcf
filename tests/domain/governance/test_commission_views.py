"""The Commission's comments written up for the Cabinet."""

import pytest

from domain.governance.commission_views import NONE_MADE, OPENING, CommentSummary, draft_views
from domain.governance.terms import CommentKind


def test_without_a_comment_it_is_said_that_there_was_none():
    assert draft_views([]) == NONE_MADE


def test_comments_stand_by_kind_with_their_numbers_and_what_they_are_on():
    said = [
        CommentSummary(1, CommentKind.REQUEST, "Introduction", "Say\n more."),
        CommentSummary(2, CommentKind.VIEW, "", "Well done."),
        CommentSummary(3, CommentKind.REQUEST, "", "Count again."),
    ]
    assert draft_views(said) == (
        "The Scrutiny Commission considered the draft.\n\n"
        "The Commission's views were these:\n\n- Well done. [comment 2]\n\n"
        "It asked officers to see to the following:\n\n"
        "- Say more. (on Introduction) [comment 1]\n- Count again. [comment 3]\n"
    )


@pytest.mark.parametrize("kind", CommentKind)
def test_every_kind_has_an_opening_of_its_own_and_stands_alone(kind):
    text = draft_views([CommentSummary(7, kind, "", "Something.")])
    assert [opening for opening in OPENING.values() if opening in text] == [OPENING[kind]]
    assert text.endswith("- Something. [comment 7]\n")
