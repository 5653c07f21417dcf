"""Recording in the audit log: one entry for each change, in the change's own transaction."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import AuditEntry
from db.session import one_at_a_time
from domain.audit_chain import DONE, ENTRY_FIELDS, GENESIS, Entry, hash_of
from workflow.access import Actor


@dataclass(frozen=True, slots=True)
class EntryDetails:
    """The subject of an entry, what changed, the reason and the authority."""

    subject: str
    title: str
    before: Mapping[str, Any] = field(default_factory=dict)
    after: Mapping[str, Any] = field(default_factory=dict)
    reason: str = ""
    authority: str = ""


def record(
    session: Session,
    actor: Actor,
    action: str,
    details: EntryDetails,
    *,
    role: str = "",
    outcome: str = DONE,
) -> AuditEntry:
    """Add the next entry of the chain, in the caller's transaction.

    Only what differs between before and after is recorded.
    """
    one_at_a_time(session, AuditEntry)
    session.flush()
    last = session.scalar(select(AuditEntry).order_by(AuditEntry.number.desc()).limit(1))
    before, after = _changed(details.before, details.after)
    entry = Entry(
        number=last.number + 1 if last else 1,
        at=_moment(datetime.now(UTC)),
        actor=actor.username,
        actor_name=actor.name,
        role=role,
        action=action,
        subject=details.subject,
        subject_title=details.title,
        before=before,
        after=after,
        reason=details.reason,
        authority=details.authority,
        outcome=outcome,
        previous=last.hash if last else GENESIS,
    )
    row = AuditEntry(**{name: getattr(entry, name) for name in ENTRY_FIELDS}, hash=hash_of(entry))
    session.add(row)
    session.flush()
    return row


def _changed(
    before: Mapping[str, Any], after: Mapping[str, Any]
) -> tuple[dict[str, Any], dict[str, Any]]:
    differing = {
        name
        for name in {*before, *after}
        if name not in before or name not in after or before[name] != after[name]
    }
    return (
        {name: value for name, value in before.items() if name in differing},
        {name: value for name, value in after.items() if name in differing},
    )


def _moment(when: datetime) -> str:
    return when.strftime("%Y-%m-%dT%H:%M:%S.%fZ")
