"""The audit log."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from sqlalchemy.orm import Session

from callbacks.request_context import current_actor, reading
from callbacks.wiring import Address
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
    """Show one page of the entries that are sought, the newest first."""
    with reading() as session:
        options = _options(session)
        sought, notices = understood(address.query, options)
        matches = audit.number_of(session, sought)
        total, head = audit.head(session)
        pages = max(-(-matches // MOST_ENTRIES), 1)
        page = page_of(address.query.get("page", ""), pages)
        entries = audit.newest(session, sought, skip=(page - 1) * MOST_ENTRIES, most=MOST_ENTRIES)
        closed = _closed(session)
    notices += _of_page(address.query.get("page", ""), page, pages)
    entries = [
        (entry.without_details() if entry.year in closed else entry, digest)
        for entry, digest in entries
    ]
    shown = layout.page(
        AuditLogView(
            entries,
            total,
            head,
            page,
            pages,
            sought,
            matches,
            options,
            may_export=access.may(current_actor(), Access.AUDIT_EXPORT),
        )
    )
    return replace(shown, notices=tuple(notices))


def _closed(session: Session) -> frozenset[int]:
    """Return the years of the editions whose text the person asking may not read as it stands."""
    actor = current_actor()
    return frozenset(
        edition.year
        for edition in governance.everything(session)
        if not readership.may_read_draft(actor, edition.stage)
    )


def _options(session: Session) -> Options:
    """Return what can be chosen, by its name in the address, with what it is called."""
    people = audit.people(session)
    actions = [*Action, *RecordedEvent, *audit.actions(session)]
    return {
        "person": {actor: _called(actor, name) for actor, name in people},
        "action": {action: word_label(action) for action in dict.fromkeys(actions)},
        "outcome": OUTCOMES,
    }


def _called(actor: str, name: str) -> str:
    return name if actor == COMMAND_LINE.username else f"{name} ({actor})"


def understood(query: Mapping[str, str], options: Options) -> tuple[EntryFilter, list[str]]:
    """Return what the address seeks, and a sentence for each part that cannot be understood."""
    chosen = {name: _known(query.get(name, ""), options[name]) for name in options}
    days = {field: _day(query.get(name, "")) for name, field in DAYS.items()}
    written = {**{name: query.get(name, "") for name in chosen}, **_days_asked(query)}
    read = {**chosen, **days}
    notices = [
        _unknown(name, written[name]) for name in read if written[name].strip() and not read[name]
    ]
    subject = query.get("subject", "").replace("\0", "").strip()
    if len(subject) > LONGEST_SUBJECT:
        notices.append(CUT)
    if days["since"] > (days["until"] or days["since"]):
        notices.append(BACKWARDS)
    return EntryFilter(**read, subject=subject[:LONGEST_SUBJECT]), notices


DAYS = {"from": "since", "to": "until"}
CUT = f"The address asks for more than {LONGEST_SUBJECT} characters. Those after were left out."
BACKWARDS = "The first day asked for is after the last, so no entry can be between them."
FILTER_NAMES = {"action": "kind of step", "since": "first day", "until": "last day"}


def _days_asked(query: Mapping[str, str]) -> dict[str, str]:
    return {field: query.get(name, "") for name, field in DAYS.items()}


def _known(written: str, choices: Mapping[str, str]) -> str:
    return written.strip() if written.strip() in choices else ""


def _day(written: str) -> str:
    """Return a day as 2022-12-07, or nothing."""
    try:
        return date.fromisoformat(written.strip()).isoformat()
    except ValueError:
        return ""


def _unknown(name: str, written: str) -> str:
    what = FILTER_NAMES.get(name, name)
    if name in DAYS.values():
        why = "which is not a day written like 2022-12-07"
    else:
        why = "which the log does not have"
    return f"The address asks for the {what} “{written[:LONGEST_ANSWER]}”, {why}. It was left out."


def page_of(written: str, pages: int) -> int:
    """Return the real page that is nearest to the one asked for; the first where that is no number."""
    number = re.fullmatch("0*([0-9]+)", written)
    if not number:
        return 1
    if len(number[1]) > len(str(pages)):
        return pages
    return min(max(int(number[1]), 1), pages)


def _of_page(written: str, page: int, pages: int) -> Sequence[str]:
    if written in ("", str(page)):
        return ()
    there = counted(pages, "page", "pages")
    return (
        f"The address asks for page “{written[:LONGEST_ANSWER]}” of {there}. This is page {page}.",
    )
