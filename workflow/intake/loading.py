"""Loading of figures from files, recorded in the log like any other change."""

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.loading import load_folder
from db.loading_comparison import load_comparison
from db.models import ComparisonRelease, Edition, Source, YearCount
from domain.terms import RecordedEvent
from readers.comparison.comparison_tables import FOLDER
from workflow import audit_log
from workflow.access import COMMAND_LINE, Actor
from workflow.audit_log import EntryDetails
from workflow.editions import rolling_forward
from workflow.intake import records

SHARED, COMPARISON = "shared", "comparison"
"""The subjects in the log for the tables of all editions, and for the comparison."""
TITLES = {
    SHARED: "The counts of earlier years and the list of sources",
    COMPARISON: "The comparison of councils",
}


def load(session: Session, folder: Path, *, by: Actor = COMMAND_LINE) -> list[str]:
    """Load a folder's editions and, where it holds one, its comparison: all of it or nothing.

    Returns one sentence for each part. Files that were loaded before are not recorded again.
    The tables that editions share come first and are recorded when they change.
    An edition whose papers are published is taken through its steps. Raises ``FaultyTables``
    where a table is wrong.
    """
    before = _digests(session)
    sentences = load_folder(session, folder)
    if (folder / FOLDER).is_dir():
        sentences.append(load_comparison(session, folder))
    else:
        sentences.append(f"There is no folder “{FOLDER}” in it: the comparison stays as it was.")
    after = _digests(session)
    before.setdefault(SHARED, after[SHARED])
    for subject, digest in after.items():
        if before.get(subject) != digest:
            _write_down(session, by, subject, before.get(subject), digest)
    if before[SHARED] != after[SHARED]:
        sentences.append(f"{TITLES[SHARED]} were replaced.")
    return [*sentences, *_begin(session, folder, before, by)]


def _begin(session: Session, folder: Path, before: dict[str, str], by: Actor) -> Iterator[str]:
    """Add the first revisions of newly loaded editions, and replay the steps of published papers."""
    for edition in session.scalars(select(Edition).order_by(Edition.year)).all():
        if before.get(f"edition:{edition.year}") != edition.digest:
            rolling_forward.keep_all(session, edition, by=by, cause=RecordedEvent.LOAD_EDITION)
            details = records.replay(session, folder, edition.year)
            if details:
                yield details


def _digests(session: Session) -> dict[str, str]:
    """Return the digests of every edition's files, of the shared tables, and of the comparison."""
    editions = session.execute(select(Edition.year, Edition.digest).order_by(Edition.year))
    digests = {f"edition:{year}": digest for year, digest in editions}
    if digests:
        digests[SHARED] = _digest_of_shared(session)
    release = session.scalar(select(ComparisonRelease.digest))
    return {**digests, **({COMPARISON: release} if release else {})}


def _digest_of_shared(session: Session) -> str:
    """Return the SHA-256 of the rows, because no digest of their files is stored."""
    whole = hashlib.sha256()
    for model in (YearCount, Source):
        columns = [column for column in model.__table__.columns if column.name != "id"]
        for row in session.execute(select(*columns).order_by(model.position)):
            whole.update(json.dumps([model.__tablename__, *row]).encode())
    return whole.hexdigest()


def _write_down(session: Session, by: Actor, subject: str, old: str | None, new: str) -> None:
    edition = subject.partition(":")[2]
    action = RecordedEvent.LOAD_COMPARISON if subject == COMPARISON else RecordedEvent.LOAD_EDITION
    title = TITLES.get(subject, f"The {edition} edition")
    name = "rows" if subject == SHARED else "files"
    details = EntryDetails(subject, title, {name: old} if old else {}, {name: new})
    audit_log.record(session, by, action.value, details)
