"""Editions that earlier schemas of content kept: upgraded, read, and taken on to the end.

The files in ``tests/fixtures`` were made in their schema's day (``tests/fixtures/keep.py``) and stay.
"""

import hashlib
import json

import pytest
from sqlalchemy import select

from db.content import content_of
from db.migrating import migrate
from db.models import AuditEntry, Edition, FrozenVersion
from db.queries import governance
from domain.editions.kinds import SCHEMAS
from domain.editions.terms import Stage
from domain.governance.terms import Action
from tests.builders.records import correct_the_record
from tests.builders.schemas import NEXT, TRIAL
from tests.builders.stored_databases import database_from, files, name_of, upgraded
from tests.builders.workflow import (
    CHIEF,
    OFFICER,
    SMOKING,
    YEAR,
    act,
    an_edition,
    open_change,
    saving,
)
from tests.fixtures.keep import RECORD
from tests.workflow.tampering import log_fault
from workflow.editions import frozen_versions, rolling_forward
from workflow.editions.rolling_forward import NextYear

pytestmark = pytest.mark.unmeasured


def stage_of(file) -> Stage:
    return Stage(file.name.partition(".")[0])


FILES = files()
ORDER = list(Stage)
SMALL = [file for file in FILES if RECORD not in file.name]
RECORDS = [file for file in FILES if RECORD in file.name]
AT = {stage_of(file): file for file in SMALL}
"""The file of each stage, of the newest schema that was kept."""
PUBLISHED = [*RECORDS, AT[Stage.PUBLISHED]]
FROZEN_LAST = [file for file in SMALL if ORDER.index(stage_of(file)) >= ORDER.index(Stage.CABINET)]
"""Those whose tables hold what was frozen last."""

each_file = pytest.mark.parametrize("file", FILES, ids=name_of)
each_small = pytest.mark.parametrize("file", SMALL, ids=name_of)


def on_both_kinds(files):
    """Each file on both kinds of database; ``make soak`` alone tries all of them on PostgreSQL."""
    return [
        pytest.param(kind, file, marks=marks, id=f"{kind.partition('_')[0]}-{name_of(file)}")
        for file in files
        for kind, marks in {
            "sqlite_databases": (),
            "postgresql_databases": () if file in PUBLISHED else pytest.mark.soak,
        }.items()
    ]


present = pytest.param(SCHEMAS, id="present")
trial = pytest.param(TRIAL, id="trial")
in_soak = pytest.mark.soak
each_schemas = pytest.mark.parametrize("schemas", [present, trial])
present_first = pytest.mark.parametrize(
    "schemas", [present, pytest.param(TRIAL, id="trial", marks=in_soak)]
)
trial_first = pytest.mark.parametrize(
    "schemas", [trial, pytest.param(SCHEMAS, id="present", marks=in_soak)]
)
"""The trial schemas hold all that the present ones do, and two fields more."""


def versions(database) -> dict[str, tuple[str, str]]:
    """The bytes and the digest of each frozen version."""
    with database.reading_scope() as session:
        rows = session.scalars(select(FrozenVersion).order_by(FrozenVersion.id))
        return {row.name: (row.content, row.digest) for row in rows}


def log(database) -> list[tuple]:
    with database.reading_scope() as session:
        columns = AuditEntry.__table__.columns
        return [tuple(row) for row in session.execute(select(*columns).order_by("number"))]


def schemas_of_versions(database) -> dict[str, int]:
    return {
        name: json.loads(content).get("schema", 1)
        for name, (content, _) in versions(database).items()
    }


def test_every_stage_and_the_record_were_kept():
    assert set(AT) == set(Stage)
    assert RECORDS


@pytest.mark.parametrize(("kind", "file"), on_both_kinds(FILES))
def test_a_migration_may_add_and_never_changes_what_was_frozen(file, kind, request):
    databases = request.getfixturevalue(kind)
    with database_from(file, databases) as database:
        before, written = versions(database), log(database)
        migrate(database)
        assert versions(database) == before
        assert log(database) == written
    assert all(
        hashlib.sha256(content.encode()).hexdigest() == digest
        for content, digest in before.values()
    )


@each_file
@present_first
def test_what_was_kept_is_verified_after_the_upgrade(file, schemas, sqlite_databases):
    with upgraded(file, sqlite_databases, schemas) as database:
        assert log_fault(database) == ""


@pytest.mark.parametrize(("kind", "file"), on_both_kinds([*RECORDS, *FROZEN_LAST]))
def test_upgraded_tables_hold_what_their_version_is_read_as(file, kind, request):
    """A migration fills a new column with the default that the table of schemas gives."""
    databases = request.getfixturevalue(kind)
    with upgraded(file, databases) as database, database.reading_scope() as session:
        tables = content_of(session, governance.edition(session, YEAR))
        last = session.scalars(select(FrozenVersion).order_by(FrozenVersion.id.desc())).first()
        held = frozen_versions.content_to_read(session, last)
    assert tables == {**{name: held[name] for name in tables}, "comparison": {}}


@each_small
@trial_first
def test_an_edition_goes_on_from_every_stage(file, schemas, sqlite_databases):
    check_it_goes_on(file, schemas, sqlite_databases)


@pytest.mark.parametrize("stage", [Stage.REVISION, Stage.AMENDMENT, Stage.PUBLISHED])
def test_an_edition_goes_on_on_postgresql_too(stage, postgresql_databases):
    check_it_goes_on(AT[stage], TRIAL, postgresql_databases)


def check_it_goes_on(file, schemas, databases) -> None:
    """What was frozen stays, and something is frozen after it, as the log says."""
    with upgraded(file, databases, schemas) as database:
        kept = versions(database)
        with database.session_scope() as session:
            go_on(session, session.scalars(select(Edition)).one())
        assert log_fault(database) == ""
        assert versions(database).items() > kept.items() or stage_of(file) is Stage.WITHDRAWN
        assert kept.items() <= versions(database).items()


def go_on(session, edition) -> None:
    """Take the edition on to a correction that is signed, and begin the next one."""
    if edition.stage is Stage.AMENDMENT:
        act(session, edition, Action.SIGN_AMENDMENT, CHIEF)
    if edition.stage is not Stage.WITHDRAWN:
        an_edition(session, Stage.PUBLISHED)
        if open_change(session, edition):
            act(session, edition, Action.SIGN_CORRECTION, CHIEF)
        written = saving(session, edition, SMOKING, value="12.9% (2021)", direction="rule")
        act(session, edition, Action.PROPOSE_CORRECTION, OFFICER, **written)
        act(session, edition, Action.SIGN_CORRECTION, CHIEF)
    rolling_forward.roll_forward(session, YEAR, NextYear.after(session, YEAR), by=OFFICER)


@pytest.mark.parametrize(
    ("stage", "first_of_next"),
    [(Stage.DRAFTING, "A"), (Stage.SCRUTINY, "B"), (Stage.REVISION, "B"), (Stage.CABINET, "")],
)
def test_a_version_is_frozen_in_the_newest_schema_or_in_that_of_the_one_it_changes(
    stage, first_of_next, sqlite_databases
):
    with upgraded(AT[stage], sqlite_databases, TRIAL) as database:
        kept = schemas_of_versions(database)
        with database.session_scope() as session:
            go_on(session, session.scalars(select(Edition)).one())
        whole = schemas_of_versions(database)
    new = [name for name in whole if name not in kept]
    expected = NEXT if first_of_next else list(kept.values())[-1]
    assert {whole[name] for name in new} == {expected}
    assert new[0].startswith(first_of_next or "C")


@pytest.mark.parametrize("file", RECORDS, ids=name_of)
@each_schemas
def test_the_record_of_2022_is_corrected(file, schemas, databases):
    with upgraded(file, databases, schemas) as database:
        kept = versions(database)
        with database.session_scope() as session:
            correct_the_record(session)
        assert log_fault(database) == ""
        corrected = versions(database)
        assert kept.items() < corrected.items()
        assert schemas_of_versions(database)["C.1"] == schemas_of_versions(database)["C"]
