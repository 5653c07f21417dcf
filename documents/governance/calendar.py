"""The meetings about an edition, and the days for their papers, as a calendar feed."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta

from icalendar import Calendar, Event, vText

from domain import formatting
from domain.council import Council
from domain.governance.record import GovernanceRecord, MeetingRecord
from domain.governance.step_wording import BODIES
from domain.governance.working_days import papers_due


def calendar(record: GovernanceRecord, council: Council, address: str) -> bytes:
    """Return the feed; it has the same bytes for the same edition at any time.

    ``address`` is the edition's own page. An event keeps its identifier when its day is moved.
    """
    feed = Calendar()
    feed.add("version", "2.0")
    feed.add("prodid", "-//Compendium//Meetings//EN")
    feed.add("x-wr-calname", vText(f"{council.short}: {record.status.title}"))
    for meeting in record.meetings:
        for kind, event in _events(record, meeting):
            event.add("uid", f"{_key(record, meeting)}-{kind}@{council.code.lower()}")
            event.add("dtstamp", _arranged(record, meeting))
            event.add("url", address)
            event.add("transp", "TRANSPARENT")
            feed.add_component(event)
    return bytes(feed.to_ical())


def _events(record: GovernanceRecord, meeting: MeetingRecord) -> Iterator[tuple[str, Event]]:
    body, title = BODIES[meeting.body], record.status.title
    yield "meeting", _event(meeting.on, f"{body}: {title}", f"The {body} considers it.")
    due = f"Last day to publish the papers for the {body} of {formatting.day(meeting.on)}"
    description = f"{title}. Five clear working days lie between this day and the meeting."
    yield "papers", _event(papers_due(meeting.on), due, description)


def _event(on: date, summary: str, description: str) -> Event:
    event = Event()
    event.add("dtstart", on)
    event.add("dtend", on + timedelta(days=1))
    event.add("summary", summary)
    event.add("description", description)
    return event


def _key(record: GovernanceRecord, meeting: MeetingRecord) -> str:
    return f"{record.status.year}-{meeting.round}-{meeting.body.value.replace('_', '-')}"


def _arranged(record: GovernanceRecord, meeting: MeetingRecord) -> datetime:
    """Return when the papers of a meeting were frozen last; without papers, the meeting's day."""
    frozen = [version.at for version in record.versions_for(meeting)]
    return max(frozen, default=datetime.combine(meeting.on, time(), UTC))
