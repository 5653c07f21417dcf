"""The meetings about an edition as a feed for calendar programs."""

from datetime import UTC, date, datetime, timedelta

import pytest
from icalendar import Calendar

from documents.governance.calendar import calendar
from domain.council import Council
from domain.editions.status import EditionStatus, Version
from domain.editions.terms import Stage
from domain.governance.record import GovernanceRecord, MeetingRecord
from domain.governance.terms import Body

PAGE = "https://compendium.leics.gov.uk/editions/2022"
FROZEN = datetime(2022, 10, 31, 9, 30, tzinfo=UTC)
MEETINGS = (
    MeetingRecord(Body.SCRUTINY, date(2022, 11, 9), "", 1),
    MeetingRecord(Body.CABINET, date(2022, 11, 25), "", 1),
    MeetingRecord(Body.COUNCIL, date(2022, 12, 7), "", 1),
)
VERSIONS = tuple(
    Version(name, "0" * 64, 1, FROZEN + timedelta(days=days), "An Officer")
    for name, days in (("A", 0), ("A2", 1), ("B", 17), ("C", 29), ("C.1", 37))
)


def a_process(*met: MeetingRecord, versions=VERSIONS) -> GovernanceRecord:
    status = EditionStatus(
        year=2022,
        title="Annual Delivery Report and Performance Compendium 2022",
        data_year="2021/22",
        stage=Stage.PUBLISHED,
        version=8,
        round=1,
        published="C",
        record=False,
        council_on=date(2022, 12, 7),
    )
    return GovernanceRecord(status, versions, met, [], [], [], [])


def events(process: GovernanceRecord) -> list:
    return Calendar.from_ical(calendar(process, Council(), PAGE)).walk("VEVENT")


def test_each_meeting_has_its_day_and_the_last_day_for_its_papers():
    days = [
        (event.decoded("dtstart"), str(event["summary"])) for event in events(a_process(*MEETINGS))
    ]
    title = "Annual Delivery Report and Performance Compendium 2022"
    last = "Last day to publish the papers for the"
    assert days == [
        (date(2022, 11, 9), f"Scrutiny Commission: {title}"),
        (date(2022, 11, 1), f"{last} Scrutiny Commission of 9 November 2022"),
        (date(2022, 11, 25), f"Cabinet: {title}"),
        (date(2022, 11, 17), f"{last} Cabinet of 25 November 2022"),
        (date(2022, 12, 7), f"County Council: {title}"),
        (date(2022, 11, 29), f"{last} County Council of 7 December 2022"),
    ]


def test_every_event_lasts_the_whole_day_and_leads_to_the_edition():
    for event in events(a_process(*MEETINGS)):
        assert event.decoded("dtend") - event.decoded("dtstart") == timedelta(days=1)
        assert (str(event["url"]), str(event["transp"])) == (PAGE, "TRANSPARENT")


def test_an_event_keeps_its_identifier_when_the_meeting_is_moved():
    moved = [MeetingRecord(met.body, met.on + timedelta(days=7), met.minute, 1) for met in MEETINGS]
    before, after = (events(a_process(*meetings)) for meetings in (MEETINGS, moved))
    assert [event["uid"] for event in before] == [event["uid"] for event in after]
    assert len({event["uid"] for event in before}) == 6
    assert before[0]["uid"] == "2022-1-scrutiny-commission-meeting@e10000018"


def test_a_second_round_has_events_of_its_own():
    again = MeetingRecord(Body.SCRUTINY, date(2022, 11, 28), "", 2)
    assert len({event["uid"] for event in events(a_process(*MEETINGS, again))}) == 8


def test_a_stamp_is_when_the_papers_were_frozen_last_and_never_the_present():
    stamps = [event.decoded("dtstamp") for event in events(a_process(*MEETINGS))[::2]]
    assert stamps == [VERSIONS[index].at for index in (1, 2, 4)]
    (meeting, _) = events(a_process(MEETINGS[0], versions=()))
    assert meeting.decoded("dtstamp") == datetime(2022, 11, 9, tzinfo=UTC)


def test_the_same_edition_gives_the_same_bytes():
    one, two = (calendar(a_process(*MEETINGS), Council(), PAGE) for _ in range(2))
    assert one == two
    assert one.startswith(b"BEGIN:VCALENDAR\r\n")


def test_an_edition_without_meetings_gives_an_empty_calendar_with_its_name():
    feed = Calendar.from_ical(calendar(a_process(), Council(), PAGE))
    assert feed.walk("VEVENT") == []
    assert str(feed["x-wr-calname"]).startswith("Leicestershire: Annual Delivery Report")
    assert str(feed["version"]) == "2.0"


@pytest.mark.parametrize("name", ["A, B; C", "Größe\nand more"])
def test_what_an_edition_is_called_cannot_break_the_feed(name):
    process = a_process(*MEETINGS)
    object.__setattr__(process.status, "title", name)
    assert name in str(events(process)[0]["summary"])
