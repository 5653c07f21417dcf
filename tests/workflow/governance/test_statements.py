"""How many statements a save sends to the database: a place is resolved once and handed on."""

from collections.abc import Iterator

import pytest
from sqlalchemy import select

from db.content import fields_at
from db.models import Indicator
from db.session import Database
from domain.editions.places import indicator
from domain.editions.terms import Stage
from domain.governance.terms import Action
from readers.tables import Row, Table
from tests.builders.statements import counted
from tests.builders.workflow import (
    INTRODUCTION,
    OFFICER,
    SMOKING,
    YEAR,
    an_edition,
    saving,
)
from workflow.editions import revision_history
from workflow.governance import service
from workflow.governance.step_input import StepInput
from workflow.intake.figures_upload import bring_figures

MOST_FOR_A_SAVE = 9
"""The edition, the form's key, the place, its revision, the last log entry; and four writes."""
MOST_FOR_A_FILE = 4
"""For the file as a whole: the edition, its indicators, their revisions; and one for the lock."""
MOST_FOR_A_ROW = 4
"""The last log entry; and the figure, its revision and its log entry written."""


@pytest.fixture
def database(stages) -> Iterator[Database]:
    """The small edition in drafting."""
    with stages.at(Stage.DRAFTING) as database:
        yield database


@pytest.mark.parametrize(
    ("place", "fields"),
    [(INTRODUCTION, {"body": "New words."}), (SMOKING, {"commentary": "New words."})],
)
def test_a_save_reads_its_place_once(database, place, fields):
    with database.session_scope() as session:
        edition = an_edition(session)
        written = saving(session, edition, place, **fields)
        step_input = StepInput(edition.version, **written)
    with counted(database) as statements:
        service.take(database, YEAR, Action.EDIT, OFFICER, step_input, form=service.Form("a key"))
    assert len(statements) <= MOST_FOR_A_SAVE
    (_,) = [
        statement
        for statement in statements
        if statement.startswith("SELECT") and "FROM revision" in statement
    ]
    kind = place.partition(":")[0]
    (_,) = [
        statement
        for statement in statements
        if statement.startswith("SELECT") and f"FROM {kind}" in statement
    ]


def test_a_file_of_figures_reads_its_rows_at_once(database):
    with database.session_scope() as session:
        edition = an_edition(session)
        version = edition.version
        values = [
            {
                **fields_at(session, edition, indicator(row.slug)),
                "indicator": row.slug,
                "revision": revision_history.number_of(session, edition, indicator(row.slug)),
            }
            for row in session.scalars(select(Indicator))
        ]
    rows = [
        Row(line, {**values_of_row, "commentary": "New."})
        for line, values_of_row in enumerate(values, 2)
    ]
    with counted(database) as statements:
        saved = bring_figures(database, YEAR, OFFICER, Table("figures", rows, []), version=version)
    assert saved == len(rows)
    assert len(statements) <= MOST_FOR_A_FILE + MOST_FOR_A_ROW * len(rows)
