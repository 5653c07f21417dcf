"""The template databases that many tests share."""

from sqlalchemy import select

from app import demonstration
from db.loading import load_folder
from db.models import Edition
from db.session import Database
from domain.terms import RecordedEvent, Role
from tests.builders.contexts import cheap_hashing
from tests.builders.databases import Databases, template_of
from tests.builders.editions import DATA, published
from tests.builders.people import a_person
from tests.builders.records import the_real_record
from tests.builders.scripted_history import the_whole_way
from tests.builders.workflow import small_tables
from workflow.access import COMMAND_LINE
from workflow.editions import rolling_forward


def migrated(databases: Databases) -> str:
    """Return the template with empty tables."""
    return template_of(databases, "migrated")


def loaded(databases: Databases) -> str:
    """Return the template with the real edition of 2022, published."""
    return template_of(databases, "loaded", _load_the_real_edition)


def peopled(databases: Databases) -> str:
    """Return the template with the real edition of 2022 and a person for each role."""
    return template_of(databases, "peopled", add_everyone, start=loaded(databases))


def compared(databases: Databases) -> str:
    """Return the template with the record of 2022 and the figures of 152 councils."""
    return template_of(databases, "compared", _load_the_real_record)


def shown(databases: Databases) -> str:
    """Return the template of all tests that only read: as compared, with a person for each role."""
    return template_of(databases, "shown", add_everyone, start=compared(databases))


def demonstrated(databases: Databases) -> str:
    """Return the template of a demonstration as ``make run`` prepares it."""
    return template_of(databases, "demonstrated", _prepare)


def small(databases: Databases) -> str:
    """Return the template with the small edition and the demonstration's people."""
    return template_of(databases, "small", _load_the_small_edition)


def went_the_whole_way(databases: Databases) -> str:
    """Return the template with the small edition after every kind of step."""
    return template_of(databases, "whole_way", _go_the_whole_way)


def add_everyone(database: Database) -> None:
    """Add a person for each role, named after the role."""
    with cheap_hashing():
        for role in Role:
            a_person(database, role.value, [role])


def _load_the_real_edition(database: Database) -> None:
    with database.session_scope() as session:
        load_folder(session, DATA)
        published(session)


def _load_the_real_record(database: Database) -> None:
    with database.session_scope() as session:
        the_real_record(session)


def _prepare(database: Database) -> None:
    with cheap_hashing():
        assert list(demonstration.prepare(database))


def _load_the_small_edition(database: Database) -> None:
    with database.session_scope() as session, cheap_hashing(), small_tables() as tables:
        load_folder(session, tables)
        edition = session.scalars(select(Edition)).one()
        rolling_forward.keep_all(
            session, edition, by=COMMAND_LINE, cause=RecordedEvent.LOAD_EDITION
        )
        demonstration.add_people(session)


def _go_the_whole_way(database: Database) -> None:
    with database.session_scope() as session:
        the_whole_way(session)
