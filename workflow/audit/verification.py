"""Whether the database says what the log says: what stands in it, beside what the entries tell.

An edition is compared from the entry on that it was loaded or carried over by. One that was
loaded past the product, without an entry and without a revision, has nothing to be compared with.
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

Things = Iterator[tuple[str, Mapping[str, Any]]]


def first_difference(session: Session) -> str:
    """What stands otherwise than the log says, from its first entry on; nothing where nothing does.

    The chain itself is right: the caller has checked it.
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
    for gone in of_year.keys() - {None, *years}:
        begun = first_entry(of_year[gone])
        if begun is not None:
            told = f"entry {begun.number} says otherwise: there is no edition of {gone} now"
            yield Discrepancy(told, begun.number)


def _faults_of(session: Session, year: int, entries: Sequence[Entry]) -> Iterator[Discrepancy]:
    """What is wrong with an edition; that it cannot be read where no word of ours stands in it."""
    begun = first_entry(entries)
    try:
        edition = session.scalars(select(Edition).where(Edition.year == year)).one()
        if begun is not None:
            story = replay(year, entries, begun, _firsts(session, edition))
            yield from compare(story, _kept(session, edition))
            yield from _not_whole(session, edition)
        elif _was_begun_here(session, edition):
            yield Discrepancy(f"there is no entry that the {year} edition was begun by")
    except (LookupError, ValueError, TypeError, AttributeError) as error:
        yield Discrepancy(f"what stands of the {year} edition cannot be read: {error}")


def _was_begun_here(session: Session, edition: Edition) -> bool:
    return any(
        session.scalar(select(model.id).where(model.edition_id == edition.id).limit(1))
        for model in (Revision, FrozenVersion)
    )


def _firsts(session: Session, edition: Edition) -> StoredEdition:
    """The texts that an edition was begun with."""
    rows = session.scalars(
        _of(Revision, edition).where(Revision.number == 1, Revision.cause.in_(CARRIED))
    )
    return {row.place: fields_in(session, row) for row in rows}


def _kept(session: Session, edition: Edition) -> StoredEdition:
    return dict(thing for reading in TABLES for thing in reading(session, edition))


def _of(model: Any, edition: Edition) -> Any:
    return select(model).where(model.edition_id == edition.id).order_by(model.id)


def _some(row: object, *names: str) -> dict[str, Any]:
    """Some columns of a row as an entry holds them: a term as its word."""
    values = {name: getattr(row, name) for name in names}
    return {name: getattr(value, "value", value) for name, value in values.items()}


def _standing(session: Session, edition: Edition) -> Things:
    del session
    standing = _some(edition, "stage", "version", "round", "published")
    yield STATUS, {**standing, "files": edition.digest}


def _revisions(session: Session, edition: Edition) -> Things:
    names = ("fields", "cause", "round", "stage", "by", "by_name")
    for row in session.scalars(_of(Revision, edition)):
        kept = {**_some(row, *names), "fields": fields_in(session, row)}
        yield f"revision {row.number} of {row.place}", kept


def _sign_offs(session: Session, edition: Edition) -> Things:
    for number, row in enumerate(session.scalars(_of(SignOff, edition)), start=1):
        yield f"sign-off {number}", _some(row, "unit", "by", "by_name")


def _versions(session: Session, edition: Edition) -> Things:
    for row in session.scalars(_of(FrozenVersion, edition)):
        kept = {
            **_some(row, "digest", "round", "by_name"),
            "content": hashlib.sha256(row.content.encode()).hexdigest(),
        }
        yield f"version {row.name}", {**kept, **texts_in(session, edition, row)}


def _not_whole(session: Session, edition: Edition) -> Iterator[Discrepancy]:
    """The versions and revisions that lack something, however that came about."""
    where = f"the {edition.year} edition"
    for version in session.scalars(_of(FrozenVersion, edition)):
        if fault := fault_of(session, version):
            yield Discrepancy(f"version {version.name} of {where} is not whole: {fault}")
    for row in session.scalars(_of(Revision, edition)):
        if lacking := lacking_in(session, row):
            yield Discrepancy(f"revision {row.number} of {row.place} in {where} has no “{lacking}”")


def _meetings(session: Session, edition: Edition) -> Things:
    for row in session.scalars(_of(Meeting, edition)):
        minute = f"{BODIES[row.body]}, minute {row.minute}" if row.minute else ""
        name = f"meeting of the {row.body.value} in round {row.round}"
        yield name, {"on": row.on.isoformat(), "minute": minute}


def _comments(session: Session, edition: Edition) -> Things:
    names = (
        "kind", "place", "text", "round", "digest", "by", "by_name", "answer", "outcome",
        "answered_by_name",
    )  # fmt: skip
    submitted = _of(Comment, edition).where(Comment.submitted_at.is_not(None))
    for row in session.scalars(submitted):
        yield f"comment {row.number}", _some(row, *names)


def _addenda(session: Session, edition: Edition) -> Things:
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


def _decisions(session: Session, edition: Edition) -> Things:
    for row in session.scalars(_of(Decision, edition)):
        given = row.delegation
        delegation = given and {
            "letter": given.letter,
            "until": given.until.isoformat(),
            "scope": given.scope or "any amendments",
        }
        yield (
            f"decision of round {row.round}",
            {
                **_some(row, "options_rejected", "interests", "dispensations", "reasons"),
                "resolutions": {each.letter: each.text for each in row.resolutions},
                "delegation": delegation or {},
                "minute": f"Cabinet, minute {row.minute}",
            },
        )


def _motions(session: Session, edition: Edition) -> Things:
    for row in session.scalars(_of(Motion, edition)):
        told = _some(row, "text", "version", "digest", "mover", "seconder", "vote")
        minute = f"County Council, minute {row.minute}" if row.minute else ""
        yield f"motion of round {row.round}", {**told, "minute": minute}


def _changes(session: Session, edition: Edition) -> Things:
    names = (
        "kind", "state", "round", "place", "before", "after", "reason", "origin", "digest",
        "decision", "decided_by_name", *DECLARED,
    )  # fmt: skip
    for row in session.scalars(_of(Change, edition)):
        change = f"change {row.number}"
        told = {
            "wording": digest_of_wording(row.place, row.before, row.after, row.reason),
            "carried": f"Moved by {row.mover}, seconded by {row.seconder}. {row.vote}",
            "minute": f"County Council, minute {row.minute}",
        }
        yield change, {**_some(row, *names), **told}
        for number, each in enumerate(row.wordings, start=1):
            told = _some(each, "after", "reason", "digest", "by", "by_name")
            yield f"wording {number} of {change}", told
        for number, each in enumerate(row.consultations, start=1):
            told = _some(each, "view", "words", "digest", "evidence", "by", "by_name")
            yield f"view {number} of {change}", told


def _notices(session: Session, edition: Edition) -> Things:
    for number, row in enumerate(session.scalars(_of(Notice, edition)), start=1):
        yield f"notice {number}", _some(row, "version", "text")


TABLES: tuple[Callable[[Session, Edition], Things], ...] = (
    _standing,
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
"""What is compared, each as the things that stand of an edition."""
