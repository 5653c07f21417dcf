"""The audit log page: filters from the address, one page of entries, and notices."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from sqlalchemy.orm import Session

from callbacks.address import Address
from callbacks.request_context import current_actor, reading
from db.queries import audit, governance
from domain.audit_chain import DONE, REFUSED, EntryFilter
from domain.formatting import counted, word_label
from domain.governance.terms import Action
from domain.terms import Access, RecordedEvent
from layouts.audit import audit_log as layout
from layouts.audit.audit_log import AuditLogView
from layouts.shell import PageContent
from workflow import access
from workflow.access import COMMAND_LINE
from workflow.editions import readership

MOST_ENTRIES = 100
"""Entries on one page."""
LONGEST_ANSWER = 40
LONGEST_SUBJECT = 100
OUTCOMES = {DONE: "Done", REFUSED: "Refused"}
Options = Mapping[str, Mapping[str, str]]


def view(address: Address) -> PageContent:
    """Show one page of the entries that match the filters, the newest first."""
    with reading() as session:
        options = _options(session)
        entry_filter, notices = read_filters(address.query, options)
        matches = audit.number_of(session, entry_filter)
        total, head = audit.head(session)
        pages = max(-(-matches // MOST_ENTRIES), 1)
        page = page_of(address.query.get("page", ""), pages)
        entries = audit.newest(
            session, entry_filter, skip=(page - 1) * MOST_ENTRIES, most=MOST_ENTRIES
        )
        unreadable_years = _unreadable_years(session)
    notices += _page_notices(address.query.get("page", ""), page, pages)
    entries = [
        (entry.without_details() if entry.year in unreadable_years else entry, digest)
        for entry, digest in entries
    ]
    shown = layout.page(
        AuditLogView(
            entries,
            total,
            head,
            page,
            pages,
            entry_filter,
            matches,
            options,
            may_export=access.may(current_actor(), Access.AUDIT_EXPORT),
        )
    )
    return replace(shown, notices=tuple(notices))


def _unreadable_years(session: Session) -> frozenset[int]:
    """Return the years of the editions whose present text the current user may not read."""
    actor = current_actor()
    return frozenset(
        edition.year
        for edition in governance.everything(session)
        if not readership.may_read_draft(actor, edition.stage)
    )


def _options(session: Session) -> Options:
    """Return the choices of each filter, by its name in the address: value and label."""
    people = audit.people(session)
    actions = [*Action, *RecordedEvent, *audit.actions(session)]
    return {
        "person": {actor: _person_label(actor, name) for actor, name in people},
        "action": {action: word_label(action) for action in dict.fromkeys(actions)},
        "outcome": OUTCOMES,
    }


def _person_label(actor: str, name: str) -> str:
    return name if actor == COMMAND_LINE.username else f"{name} ({actor})"


def read_filters(query: Mapping[str, str], options: Options) -> tuple[EntryFilter, list[str]]:
    """Return the filters that the address asks for, and a notice for each invalid value."""
    choices = {name: _valid_choice(query.get(name, ""), options[name]) for name in options}
    days = {field: _day(query.get(name, "")) for name, field in DAYS.items()}
    written = {**{name: query.get(name, "") for name in choices}, **_written_days(query)}
    values_read = {**choices, **days}
    notices = [
        _unknown_value_notice(name, written[name])
        for name in values_read
        if written[name].strip() and not values_read[name]
    ]
    subject = query.get("subject", "").replace("\0", "").strip()
    if len(subject) > LONGEST_SUBJECT:
        notices.append(SUBJECT_CUT_NOTICE)
    if days["since"] > (days["until"] or days["since"]):
        notices.append(REVERSED_DAYS_NOTICE)
    return EntryFilter(**values_read, subject=subject[:LONGEST_SUBJECT]), notices


DAYS = {"from": "since", "to": "until"}
SUBJECT_CUT_NOTICE = (
    f"The address asks for more than {LONGEST_SUBJECT} characters. Those after were left out."
)
REVERSED_DAYS_NOTICE = "The first day asked for is after the last, so no entry can be between them."
FILTER_NAMES = {"action": "kind of step", "since": "first day", "until": "last day"}


def _written_days(query: Mapping[str, str]) -> dict[str, str]:
    return {field: query.get(name, "") for name, field in DAYS.items()}


def _valid_choice(written: str, choices: Mapping[str, str]) -> str:
    return written.strip() if written.strip() in choices else ""


def _day(written: str) -> str:
    """Return a day in the form 2022-12-07, or an empty string."""
    try:
        return date.fromisoformat(written.strip()).isoformat()
    except ValueError:
        return ""


def _unknown_value_notice(name: str, written: str) -> str:
    what = FILTER_NAMES.get(name, name)
    if name in DAYS.values():
        why = "which is not a day written like 2022-12-07"
    else:
        why = "which the log does not have"
    return f"The address asks for the {what} “{written[:LONGEST_ANSWER]}”, {why}. It was left out."


def page_of(written: str, pages: int) -> int:
    """Return the existing page nearest to the requested one; the first for anything but a number."""
    number = re.fullmatch("0*([0-9]+)", written)
    if not number:
        return 1
    if len(number[1]) > len(str(pages)):
        return pages
    return min(max(int(number[1]), 1), pages)


def _page_notices(written: str, page: int, pages: int) -> Sequence[str]:
    if written in ("", str(page)):
        return ()
    page_count = counted(pages, "page", "pages")
    return (
        f"The address asks for page “{written[:LONGEST_ANSWER]}” of {page_count}. This is page {page}.",
    )
