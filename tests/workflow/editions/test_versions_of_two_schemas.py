"""An edition begun in one schema of content and finished in the next; and versions not whole."""

import hashlib
import json
from contextlib import contextmanager

import pytest
from sqlalchemy import select

from db.models import FrozenVersion
from db.queries import revisions
from db.session import Database
from domain.editions.kinds import SCHEMAS
from domain.editions.terms import Stage
from domain.editions.version_comparison import compare
from domain.governance.terms import Action
from tests.builders.databases import template_of
from tests.builders.schemas import LATER, NEXT
from tests.builders.scripted_history import a_logged_edition
from tests.builders.workflow import (
    CHIEF,
    INTRODUCTION,
    OFFICER,
    SMOKING,
    YEAR,
    act,
    an_edition,
    saving,
)
from tests.workflow.tampering import log_fault, tamper
from workflow.audit import verification
from workflow.editions import freezing, frozen_versions, revision_history

FIELD = "override_reason"
JUDGED = {"rating": "issue", FIELD: "Too many still smoke."}


def address(database) -> str:
    return database.engine.url.render_as_string(hide_password=False)


@contextmanager
def opened(database, schemas):
    """The same database, with other schemas of content."""
    other = Database(address(database), schemas)
    yield other
    other.close()


@pytest.fixture(scope="module")
def earlier_template(sqlite_databases) -> str:
    def publish(database) -> None:
        with database.session_scope() as session:
            a_logged_edition(session)
            an_edition(session, Stage.PUBLISHED)
        for name in ("A", "B"):  # C is the same text as B, under the same digest
            recompute(database, name, without_field)

    return template_of(sqlite_databases, "of_an_earlier_schema", publish)


def without_field(content) -> None:
    """Make content what it would be if the field had not been there yet."""
    for entry in content["indicators"].values():
        del entry[FIELD]


@pytest.fixture
def later(sqlite_databases, earlier_template):
    """The edition as it was published before the field was there, after the upgrade."""
    with sqlite_databases.copy_of(earlier_template) as copy, opened(copy, LATER) as database:
        yield database


def correct(database, place: str, **fields: str) -> None:
    with database.session_scope() as session:
        edition = an_edition(session, Stage.PUBLISHED)
        written = saving(session, edition, place, **fields)
        act(session, edition, Action.PROPOSE_CORRECTION, OFFICER, **written)
        act(session, edition, Action.SIGN_CORRECTION, CHIEF)


def version(session, name: str) -> FrozenVersion:
    return session.scalars(select(FrozenVersion).where(FrozenVersion.name == name)).one()


def held(database, name: str) -> dict:
    with database.reading_scope() as session:
        return json.loads(version(session, name).content)


def schema_of(content) -> int:
    return content.get("schema", 1)


def to_read(database, name: str) -> dict:
    with database.reading_scope() as session:
        return frozen_versions.content_to_read(session, version(session, name))


def test_a_version_of_an_earlier_schema_has_no_such_field(later):
    content = held(later, "C")
    assert schema_of(content) == SCHEMAS.newest
    assert FIELD not in content["indicators"]["smoking"]
    assert to_read(later, "C")["indicators"]["smoking"][FIELD] == ""


def test_a_correction_of_what_was_there_stays_in_the_schema_of_its_version(later):
    correct(later, INTRODUCTION, body="What the county council did.")
    assert schema_of(held(later, "C.1")) == SCHEMAS.newest
    assert FIELD not in held(later, "C.1")["indicators"]["smoking"]
    assert first_difference(later) == ""


def test_a_correction_that_sets_the_new_field_is_in_the_schema_that_holds_it(later):
    correct(later, SMOKING, **JUDGED)
    content = held(later, "C.1")
    assert schema_of(content) == NEXT
    assert content["indicators"]["smoking"][FIELD] == JUDGED[FIELD]
    assert content["indicators"]["waste-recycled"][FIELD] == ""
    assert first_difference(later) == ""
    correct(later, INTRODUCTION, body="What the county council did.")
    assert schema_of(held(later, "C.2")) == NEXT
    assert first_difference(later) == ""


def test_of_two_versions_only_what_was_changed_differs(later):
    correct(later, INTRODUCTION, body="What the county council did.")
    correct(later, SMOKING, **JUDGED)
    compared = compare(to_read(later, "C"), to_read(later, "C.2"))
    differing = [
        (place.place, field.field) for place in compared.places for field in place.differences
    ]
    assert differing == [(INTRODUCTION, "body"), (SMOKING, "rating"), (SMOKING, FIELD)]


def recompute(database, name: str, change) -> None:
    """Give a version another content past the product, with its digest, there and in the log."""
    with database.reading_scope() as session:
        row = version(session, name)
        was, content = row.digest, json.loads(row.content)
    change(content)
    text = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    digest = hashlib.sha256(text.encode()).hexdigest()
    tamper(
        database,
        "UPDATE frozen_version SET content = :text, digest = :digest WHERE digest = :was",
        "UPDATE audit_entry SET after = replace(after, :was, :digest) WHERE after LIKE :like",
        "UPDATE comment SET digest = replace(digest, :was, :digest)",
        "UPDATE motion SET digest = replace(digest, :was, :digest)",
        text=text,
        digest=digest,
        was=was,
        like=f"%{was}%",
    )


def first_difference(database) -> str:
    """What the tables are found to say otherwise; the log's own chain is left aside."""
    with database.reading_scope() as session:
        return verification.first_difference(session)


def drop(*path: str):
    def change(content) -> None:
        for name in path[:-1]:
            content = content[name]
        del content[path[-1]]

    return change


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        (
            drop("indicators", "smoking", "value"),
            f"its indicator “smoking” has no “value”, which schema {SCHEMAS.newest} holds",
        ),
        (drop("methods"), f"it has no “methods”, which schema {SCHEMAS.newest} holds"),
        (drop("sections"), f"it has no “sections”, which schema {SCHEMAS.newest} holds"),
        (
            lambda content: content.update(schema=99),
            "its schema is “99”",
        ),
    ],
    ids=["a field", "the methods", "a kind", "an unknown schema"],
)
def test_a_version_that_lacks_what_its_schema_holds_is_named_with_it(
    published_database, change, fault
):
    recompute(published_database, "C.2", change)
    difference = first_difference(published_database)
    assert difference.startswith("version C.2 of the 2022 edition")
    assert fault in difference
    with (
        published_database.reading_scope() as session,
        pytest.raises(frozen_versions.NotIntact) as raised,
    ):
        frozen_versions.content_in(version(session, "C.2"))
    assert fault in str(raised.value)


def test_a_place_that_a_version_does_not_hold_is_missed(published_database):
    recompute(published_database, "C.2", drop("indicators", "smoking"))
    assert first_difference(published_database).endswith(
        "says otherwise of version C.2 in the 2022 edition: its text at indicator:smoking"
    )


def test_the_version_for_scrutiny_holds_no_report_to_the_cabinet_and_the_next_one_does(
    published_database,
):
    assert "recommendations" not in held(published_database, "A")["sections"]
    assert log_fault(published_database) == ""
    recompute(published_database, "B", drop("sections", "recommendations"))
    assert first_difference(published_database).endswith(
        "says otherwise of version B in the 2022 edition: its text at section:recommendations"
    )


def test_a_revision_that_lacks_what_its_place_always_had_is_named(database):
    with database.session_scope() as session:
        a_logged_edition(session)
    tamper(
        database,
        'UPDATE revision SET fields = \'{"body": "What the council did.\\n"}\' '
        "WHERE place = 'section:introduction'",
    )
    assert log_fault(database) == ""
    tamper(database, "UPDATE revision SET fields = '{}' WHERE place = 'section:introduction'")
    fault = "revision 1 of section:introduction in the 2022 edition has no “body”"
    assert log_fault(database) == fault


def test_a_revision_from_before_the_field_reads_with_its_default(later):
    tamper(
        later,
        f"UPDATE revision SET fields = json_remove(fields, '$.{FIELD}') "
        "WHERE place LIKE 'indicator:%'",
    )
    assert first_difference(later) == ""
    with later.reading_scope() as session:
        (saved,) = revisions.of_place(session, YEAR, SMOKING)
        then = revision_history.fields_then(
            session, an_edition(session, Stage.PUBLISHED), SMOKING, 1
        )
    assert saved.fields[FIELD] == then[FIELD] == ""
    correct(later, SMOKING, **JUDGED)
    assert first_difference(later) == ""


def test_nothing_is_frozen_that_lacks_what_its_schema_holds(database):
    with database.session_scope() as session:
        edition = a_logged_edition(session)
        content = freezing.present_content(session, edition)
        del content["methods"]
        with pytest.raises(
            frozen_versions.NotIntact, match="Version A is not whole: it has no “methods”"
        ):
            freezing.freeze(session, edition, "A", content, by=OFFICER)
