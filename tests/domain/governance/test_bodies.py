"""The bodies, their stages and the letters of their versions."""

import pytest

from domain.governance import bodies
from domain.governance.terms import Body


def test_every_body_has_one_row_with_a_stage_and_a_letter_of_its_own():
    rows = bodies.CONSIDERATIONS
    assert [row.body for row in rows] == list(Body)
    assert len({row.stage for row in rows}) == len({row.letter for row in rows}) == len(rows)


@pytest.mark.parametrize(
    ("version", "body", "as_sent"),
    [
        ("A", Body.SCRUTINY, True),
        ("B2", Body.CABINET, True),
        ("C.1", Body.COUNCIL, False),
        ("D", None, True),
        ("", None, True),
    ],
)
def test_a_version_s_letter_says_which_body_it_goes_to(version, body, as_sent):
    assert bodies.body_of(version) is body
    assert bodies.is_as_sent(version) is as_sent
