"""Loading figures from files, written down like any other change."""

from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.loading import load_folder
from db.loading_comparison import load_comparison
from db.models import ComparisonRelease, Edition
from domain.terms import Upkeep
from readers.comparison import FOLDER
from workflow import audit
from workflow.audit import Told
from workflow.policy import COMMAND_LINE, Actor


def load(session: Session, folder: Path, *, by: Actor = COMMAND_LINE) -> list[str]:
    """Load a folder's editions and, where it holds one, its comparison: all of it or nothing.

    Says in a sentence each what was done. What was there already is not written down again.
    Raises ``FaultyTables`` where a table is wrong.
    """
    before = _digests(session)
    said = load_folder(session, folder)
    if (folder / FOLDER).is_dir():
        said.append(load_comparison(session, folder))
    else:
        said.append(f"There is no folder “{FOLDER}” in it: the comparison stays as it was.")
    for subject, digest in _digests(session).items():
        if before.get(subject) != digest:
            _write_down(session, by, subject, before.get(subject), digest)
    return said


def _digests(session: Session) -> dict[str, str]:
    """The digest of every edition's files, and of the comparison's."""
    found = {
        f"edition:{year}": digest
        for year, digest in session.execute(select(Edition.year, Edition.digest))
    }
    release = session.scalar(select(ComparisonRelease.digest))
    return {**found, **({"comparison": release} if release else {})}


def _write_down(session: Session, by: Actor, subject: str, old: str | None, new: str) -> None:
    edition = subject.partition(":")[2]
    action = Upkeep.LOAD_EDITION if edition else Upkeep.LOAD_COMPARISON
    title = f"The {edition} edition" if edition else "The comparison of councils"
    told = Told(subject, title, {"files": old} if old else {}, {"files": new})
    audit.record(session, by, action.value, told)
