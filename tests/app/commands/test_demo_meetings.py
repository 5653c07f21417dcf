"""When the bodies of a demonstration's walk meet: so late that no papers are."""

from datetime import date

import pytest

from app.commands.demo import meetings
from domain.editions.status import EditionStatus
from domain.editions.terms import Stage
from domain.governance.record import Decision, Delegation, GovernanceRecord, MeetingRecord
from domain.governance.terms import Body
from domain.governance.working_days import are_late, is_working_day

SATURDAY = date(2022, 10, 1)


def a_record(*met: MeetingRecord, until: date | None = None) -> GovernanceRecord:
    status = EditionStatus(
        2022, "", "", Stage.DRAFTING, 1, 1, "", record=False, council_on=SATURDAY
    )
    delegation = Delegation("d", (), until) if until else None
    decided = [Decision(1, SATURDAY, "", "", "", "", "", (), delegation)]
    return GovernanceRecord(status, [], met, decided, [], [], [])


@pytest.mark.parametrize("day", range(1, 29))
def test_meetings_are_on_working_days_and_so_late_that_no_papers_are(day):
    today = date(2022, 12, day)
    found = meetings(a_record(), today)
    days = [found[body] for body in Body]
    out_on = today
    for on in days:
        assert is_working_day(on)
        assert not are_late(on, out_on)
        out_on = on


def test_meetings_that_were_arranged_stay_and_the_others_follow_them():
    cabinet = date(2022, 11, 25)
    found = meetings(a_record(MeetingRecord(Body.CABINET, cabinet, "", 1)), SATURDAY)
    assert found[Body.CABINET] == cabinet
    assert found[Body.COUNCIL] == date(2022, 12, 5)
    long_over = meetings(a_record(MeetingRecord(Body.CABINET, date(2022, 3, 1), "", 1)), SATURDAY)
    assert long_over[Body.COUNCIL] == date(2022, 10, 11)


def test_the_council_meets_when_the_delegation_ends():
    until = date(2022, 12, 7)
    assert meetings(a_record(until=until), SATURDAY)[Body.COUNCIL] == until
    council = MeetingRecord(Body.COUNCIL, date(2022, 12, 14), "", 1)
    assert meetings(a_record(council, until=until), SATURDAY)[Body.COUNCIL] == council.on
