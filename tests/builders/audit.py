"""Chains of the audit log made without a database, and the entries of a database's log."""

from collections.abc import Sequence
from typing import Any

from db.queries import audit
from db.session import Database
from domain.audit_chain import GENESIS, Entry, from_line, hash_of, verify

Chain = list[tuple[Entry, str]]


def an_entry(number: int = 1, previous: str = GENESIS, **values: Any) -> Entry:
    defaults = {
        "at": "2022-11-09T10:30:00.000000Z",
        "actor": "officer",
        "actor_name": "Zoë O’Neill",
        "role": "bi_officer",
        "action": "edit",
        "subject": "section:introduction",
        "subject_title": "Introduction",
        "before": {"text": "one"},
        "after": {"text": "two"},
        "reason": "",
        "authority": "",
        "outcome": "done",
    }
    return Entry(number=number, previous=previous, **{**defaults, **values})


def a_chain(contents: Sequence[dict[str, Any]]) -> Chain:
    """Return entries in order, each with its hash."""
    chain: Chain = []
    for number, values in enumerate(contents, start=1):
        entry = an_entry(number, chain[-1][1] if chain else GENESIS, **values)
        chain.append((entry, hash_of(entry)))
    return chain


def is_tampered(lines: list[str], head: str, length: int) -> bool:
    """Return whether lines of an export fail verification against a head and a length."""
    try:
        chain = [from_line(line) for line in lines]
    except (ValueError, TypeError):
        return True
    return bool(verify(chain, head=head, length=length).fault)


def entries(database: Database) -> list[Entry]:
    """Return the entries of a database's log in order."""
    with database.reading_scope() as session:
        return [entry for entry, _ in audit.chain(session)]


def exported(database: Database) -> str:
    """Return the export of a database's log."""
    with database.reading_scope() as session:
        return "".join(audit.export(session))
