"""Comparison of the database with the content and records that the audit log gives.

An edition is compared from the entry on that loaded it or rolled it forward. An edition that was
inserted without an entry and without a revision is not compared.
"""

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.content import all_fields
from db.models import (
    Addendum,
    Change,
    Comment,
    Decision,
    Edition,
    FrozenVersion,
    Meeting,
    Motion,
    Notice,
    Revision,
    SignOff,
)
from db.queries import audit
from domain.audit.replay import first_entry, replay
from domain.audit.replayed_edition import (
    STATUS,
    Discrepancy,
    StoredEdition,
    compare,
    first_discrepancy,
)
from domain.audit_chain import Entry
from domain.editions.content import digest_of_wording
from domain.editions.revisions import CARRIED
from domain.governance.record import DECLARED
from domain.governance.step_wording import BODIES
from workflow.audit.wholeness import fault_of, fields_in, lacking_in, texts_in

Items = Iterator[tuple[str, Mapping[str, Any]]]


def first_difference(session: Session) -> str:
    """Return the first difference between the database and the log, or an empty string.

    The caller has verified the chain itself.
    """
    fault = first_discrepancy(_faults(session, [entry for entry, _ in audit.chain(session)]))
    return fault.message if fault else ""


def _faults(session: Session, entries: Sequence[Entry]) -> Iterator[Discrepancy]:
    of_year: dict[int | None, list[Entry]] = {}
    for entry in entries:
        of_year.setdefault(entry.year, []).append(entry)
    years = session.scalars(select(Edition.year)).all()
    for year in years:
        yield from _faults_of(session, year, of_year.get(year, ()))
    for missing_year in of_year.keys() - {None, *years}:
        start = first_entry(of_year[missing_year])
        if start is not None:
            message = (
                f"entry {start.number} says otherwise: there is no edition of {missing_year} now"
            )
            yield Discrepancy(message, start.number)


def _faults_of(session: Session, year: int, entries: Sequence[Entry]) -> Iterator[Discrepancy]:
    """Yield the faults of an edition, or the one that its stored values cannot be read."""
    start = first_entry(entries)
    try:
        edition = session.scalars(select(Edition).where(Edition.year == year)).one()
        if start is not None:
            replayed = replay(year, entries, start, _first_texts(session, edition))
            yield from compare(replayed, _stored_edition(session, edition))
            yield from _incomplete(session, edition)
        elif _started_here(session, edition):
            yield Discrepancy(f"there is no entry that the {year} edition was begun by")
    except (LookupError, ValueError, TypeError, AttributeError) as error:
        yield Discrepancy(f"what stands of the {year} edition cannot be read: {error}")


def _started_here(session: Session, edition: Edition) -> bool:
    return any(
        session.scalar(select(model.id).where(model.edition_id == edition.id).limit(1))
        for model in (Revision, FrozenVersion)
    )


def _first_texts(session: Session, edition: Edition) -> StoredEdition:
    """Return the texts that an edition started with."""
    rows = session.scalars(
        _of(Revision, edition).where(Revision.number == 1, Revision.cause.in_(CARRIED))
    )
    return {row.place: fields_in(session, row) for row in rows}


def _stored_edition(session: Session, edition: Edition) -> StoredEdition:
    return dict(item for reading in TABLES for item in reading(session, edition))


def _of(model: Any, edition: Edition) -> Any:
    return select(model).where(model.edition_id == edition.id).order_by(model.id)


def _some(row: object, *names: str) -> dict[str, Any]:
    """Return some columns of a row as an entry stores them: a term as its word."""
    values = {name: getattr(row, name) for name in names}
    return {name: getattr(value, "value", value) for name, value in values.items()}


def _status(session: Session, edition: Edition) -> Items:
    del session
    status_fields = _some(edition, "stage", "version", "round", "published")
    yield STATUS, {**status_fields, "files": edition.digest}


def _revisions(session: Session, edition: Edition) -> Items:
    names = ("fields", "cause", "round", "stage", "by", "by_name")
    for row in session.scalars(_of(Revision, edition)):
        values = {**_some(row, *names), "fields": fields_in(session, row)}
        yield f"revision {row.number} of {row.place}", values


def _sign_offs(session: Session, edition: Edition) -> Items:
    for number, row in enumerate(session.scalars(_of(SignOff, edition)), start=1):
        yield f"sign-off {number}", _some(row, "unit", "by", "by_name")


def _versions(session: Session, edition: Edition) -> Items:
    for row in session.scalars(_of(FrozenVersion, edition)):
        values = {
            **_some(row, "digest", "round", "by_name"),
            "content": hashlib.sha256(row.content.encode()).hexdigest(),
        }
        yield f"version {row.name}", {**values, **texts_in(session, edition, row)}


def _incomplete(session: Session, edition: Edition) -> Iterator[Discrepancy]:
    """Yield the versions and revisions that lack a part, whatever removed it."""
    where = f"the {edition.year} edition"
    for version in session.scalars(_of(FrozenVersion, edition)):
        if fault := fault_of(session, version):
            yield Discrepancy(f"version {version.name} of {where} is not whole: {fault}")
    for row in session.scalars(_of(Revision, edition)):
        if lacking := lacking_in(session, row):
            yield Discrepancy(f"revision {row.number} of {row.place} in {where} has no “{lacking}”")


def _meetings(session: Session, edition: Edition) -> Items:
    for row in session.scalars(_of(Meeting, edition)):
        minute = f"{BODIES[row.body]}, minute {row.minute}" if row.minute else ""
        name = f"meeting of the {row.body.value} in round {row.round}"
        yield name, {"on": row.on.isoformat(), "minute": minute}


def _comments(session: Session, edition: Edition) -> Items:
    names = (
        "kind", "place", "text", "round", "digest", "by", "by_name", "answer", "outcome",
        "answered_by_name",
    )  # fmt: skip
    submitted = _of(Comment, edition).where(Comment.submitted_at.is_not(None))
    for row in session.scalars(submitted):
        yield f"comment {row.number}", _some(row, *names)


def _addenda(session: Session, edition: Edition) -> Items:
    rows = session.execute(
        select(Addendum, Comment.number)
        .join(Addendum.comment)
        .where(Comment.edition_id == edition.id)
        .order_by(Addendum.id)
    )
    counts: dict[int | None, int] = {}
    for row, number in rows:
        counts[number] = counts.get(number, 0) + 1
        yield f"addendum {counts[number]} to comment {number}", _some(row, "text", "by_name")


def _decisions(session: Session, edition: Edition) -> Items:
    for row in session.scalars(_of(Decision, edition)):
        granted = row.delegation
        delegation = granted and {
            "letter": granted.letter,
            "until": granted.until.isoformat(),
            "scope": granted.scope or "any amendments",
        }
        yield (
            f"decision of round {row.round}",
            {
                **_some(row, "options_rejected", "interests", "dispensations", "reasons"),
                "resolutions": {
                    resolution.letter: resolution.text for resolution in row.resolutions
                },
                "delegation": delegation or {},
                "minute": f"Cabinet, minute {row.minute}",
            },
        )


def _motions(session: Session, edition: Edition) -> Items:
    for row in session.scalars(_of(Motion, edition)):
        values = _some(row, "text", "version", "digest", "mover", "seconder", "vote")
        minute = f"County Council, minute {row.minute}" if row.minute else ""
        yield f"motion of round {row.round}", {**values, "minute": minute}


def _changes(session: Session, edition: Edition) -> Items:
    names = (
        "kind", "state", "round", "place", "before", "after", "reason", "origin", "digest",
        "decision", "decided_by_name", *DECLARED,
    )  # fmt: skip
    for row in session.scalars(_of(Change, edition)):
        change = f"change {row.number}"
        values = {
            "wording": digest_of_wording(row.place, row.before, row.after, row.reason),
            "carried": f"Moved by {row.mover}, seconded by {row.seconder}. {row.vote}",
            "minute": f"County Council, minute {row.minute}",
        }
        yield change, {**_some(row, *names), **values}
        for number, wording in enumerate(row.wordings, start=1):
            values = _some(wording, "after", "reason", "digest", "by", "by_name")
            yield f"wording {number} of {change}", values
        for number, consultation in enumerate(row.consultations, start=1):
            values = _some(consultation, "view", "words", "digest", "evidence", "by", "by_name")
            yield f"view {number} of {change}", values


def _notices(session: Session, edition: Edition) -> Items:
    for number, row in enumerate(session.scalars(_of(Notice, edition)), start=1):
        yield f"notice {number}", _some(row, "version", "text")


TABLES: tuple[Callable[[Session, Edition], Items], ...] = (
    _status,
    all_fields,
    _revisions,
    _sign_offs,
    _versions,
    _meetings,
    _comments,
    _addenda,
    _decisions,
    _motions,
    _changes,
    _notices,
)
"""The queries of the comparison; each yields an edition's items with their fields."""
