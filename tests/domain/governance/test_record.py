"""What is on record of an edition, asked for the present round."""

from datetime import date

import pytest

from domain.governance.record import Decision, Delegation, MeetingRecord
from domain.governance.terms import Body
from tests.builders.approval import a_change
from tests.builders.contents import SMOKING, a_motion, a_process, a_version


def a_decision(present: int, delegation: Delegation | None = None) -> Decision:
    return Decision(present, date(2022, 11, 25), "7", "", "", "", "", (), delegation)


def test_a_change_tells_field_by_field_what_it_changes():
    triples = [
        (difference.field, difference.before, difference.after)
        for difference in a_change().differences
    ]
    assert triples == [("value", "13.0%", "9%"), ("period", None, "2022")]
    assert {(difference.place, difference.title) for difference in a_change().differences} == {
        (SMOKING, "Smoking")
    }


def test_only_what_was_decided_in_the_present_round_is_in_force():
    authority = Delegation("b", (), date(2022, 12, 7))
    process = a_process(decisions=[a_decision(1, authority)], motions=[a_motion("C")], round=2)
    assert process.decision is process.delegation is process.motion is None
    process = a_process(decisions=[a_decision(1), a_decision(2, authority)], round=2)
    assert process.decision == a_decision(2, authority)
    assert process.delegation is authority


def test_a_decision_may_delegate_nothing():
    assert a_process(decisions=[a_decision(1)]).delegation is None


def test_a_body_s_meeting_is_that_of_the_present_round():
    first, second = (
        MeetingRecord(Body.CABINET, date(2022, 11, day), "", day - 24) for day in (25, 26)
    )
    process = a_process(meetings=[first, second], round=2)
    assert process.meeting(Body.CABINET) is second
    assert process.meeting(Body.COUNCIL) is None


def test_the_motion_is_that_of_the_present_round():
    again = a_motion("C2", round=2)
    assert a_process(motions=[a_motion("C"), again], round=2).motion is again


@pytest.mark.parametrize(
    ("published", "names"),
    [("", []), ("C", ["C"]), ("C.1", ["C", "C.1"]), ("C.2", ["C", "C.1", "C.2"])],
)
def test_the_public_was_given_the_approved_version_and_its_corrections(published, names):
    versions = [a_version(name) for name in ("A", "B", "C", "C.1", "C.2")]
    process = a_process(*versions, motions=[a_motion("C")], published=published)
    assert [version.name for version in process.published_versions] == names


def test_without_a_motion_the_public_was_given_nothing():
    assert a_process(a_version("C"), published="C").published_versions == []


def test_each_meeting_was_sent_the_newest_version_of_its_letter_in_its_round():
    meetings = [MeetingRecord(body, date(2022, 11, 9), "", 1) for body in Body]
    versions = [a_version(name) for name in ("A", "A2", "B", "B.1")]
    versions.append(a_version("C", round=2))
    process = a_process(*versions, meetings=meetings)
    assert [(met.body, version.name) for met, version in process.sent] == [
        (Body.SCRUTINY, "A2"),
        (Body.CABINET, "B"),
    ]
