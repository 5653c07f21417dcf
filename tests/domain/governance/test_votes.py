"""Whether a vote says that a motion was carried."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.governance.votes import is_lost, is_told

COUNTS = st.integers(0, 60)


@pytest.mark.parametrize(
    "vote",
    [
        "carried",
        "Carried, 30 to 12.",
        "31 for, 17 against, 2 abstained",
        "For 31, against 17",
        "For: 31. Against: 17. Abstained: 7.",
        "31 in favour and 17 against",
        "31-17",
        "Agreed unanimously",
        "nem con",
        "20 for, 20 against; carried by the casting vote of the Chairman",
        "0 against, 40 for",
    ],
)
def test_a_motion_that_was_carried(vote):
    assert is_told(vote)
    assert not is_lost(vote)


@pytest.mark.parametrize(
    "vote",
    [
        "lost",
        "Not carried",
        "5 for, 40 against",
        "For 17, against 31",
        "17-31",
        "17 to 31",
        "20 for, 20 against",
        "tied",
        "The motion fell.",
        "negatived",
        "withdrawn",
        "rejected, 30 for",
    ],
)
def test_a_motion_that_was_not(vote):
    assert is_told(vote)
    assert is_lost(vote)


@pytest.mark.parametrize("vote", ["no", "yes", "recorded", "31", "2 abstained", "31 for"])
def test_a_vote_that_does_not_say(vote):
    assert not is_told(vote)


@given(COUNTS, COUNTS)
def test_the_numbers_decide_in_whichever_way_they_are_written(in_favour, against):
    lost = in_favour <= against
    for vote in (
        f"{in_favour} for, {against} against",
        f"Against {against}, for {in_favour}",
        f"{in_favour}-{against}",
    ):
        assert is_lost(vote) is lost
