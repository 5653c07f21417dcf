"""Bringing a database's tables up to what the code expects."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from db.session import Database

FOLDER = Path(__file__).parent / "migrations"


def migrate(database: Database) -> None:
    """Take every step that the database has not had yet."""
    config = configuration()
    with database.engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


def is_pending(database: Database) -> bool:
    """Whether the database lacks a step that the code expects."""
    newest = ScriptDirectory.from_config(configuration()).get_current_head()
    with database.reading_scope() as session:
        context = MigrationContext.configure(session.connection())
        return context.get_current_revision() != newest


def configuration() -> Config:
    """Alembic's settings; there is no file of them."""
    config = Config()
    config.set_main_option("script_location", str(FOLDER))
    config.set_main_option("file_template", "%%(rev)s_%%(slug)s")
    return config
