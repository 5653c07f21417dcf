"""Replay of the approval of an edition whose papers are published, with the real dates."""

from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import Edition
from domain.editions.sections import lettered
from domain.editions.terms import Stage
from domain.governance.terms import CommentKind
from readers.intake.process_table import COMMENTS, RowKind, read_process, rows_of
from readers.tables import Table
from workflow.intake.scripted_walk import Script, ScriptedWalk, actors_of_record

UNKNOWN = "Not in the published papers; set down for this record."
KINDS = {RowKind.VIEW: CommentKind.VIEW, RowKind.REQUEST: CommentKind.REQUEST}


def replay(session: Session, folder: Path, year: int) -> str:
    """Take a newly loaded edition through the steps in its ``process.csv``.

    Returns a sentence, or an empty string where there is no such table.
    """
    table = read_process(folder, year)
    if table is None:
        return ""
    edition = session.scalars(select(Edition).where(Edition.year == year)).one()
    edition.record = True
    walk = ScriptedWalk(session, edition, actors_of_record(), script_of(table))
    stages = list(walk.to(Stage.PUBLISHED))
    return f"Took the {year} edition through {len(stages)} stages, as its papers tell."


def script_of(table: Table) -> Script:
    """Return the table as a script. What the table does not have is marked as unknown."""
    dates = {row["key"]: row["date"] for row in rows_of(table, RowKind.MEETING)}
    comments = rows_of(table, *COMMENTS)
    recommendations = [row["text"] for row in rows_of(table, RowKind.RECOMMENDATION)]
    delegating = [
        letter
        for letter, text in lettered("\n\n".join(recommendations))
        if text.startswith("Authorise the Chief Executive")
    ]
    (motion,) = rows_of(table, RowKind.MOTION)
    return Script(
        scrutiny_on=dates["scrutiny"],
        cabinet_on=dates["cabinet"],
        council_on=dates["council"],
        comments=[(KINDS[row["kind"]], row["text"]) for row in comments],
        answers={int(row["key"]): row["text"] for row in rows_of(table, RowKind.ANSWER)},
        recommendations=recommendations,
        delegation_in=delegating[0] if delegating else "",
        motion=motion["text"],
        unknown=UNKNOWN,
    )
