"""Migration of a database to the tables that the code expects."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from db.session import Database

FOLDER = Path(__file__).parent / "migrations"


def migrate(database: Database) -> None:
    """Apply every migration that the database lacks."""
    config = configuration()
    with database.engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


def is_pending(database: Database) -> bool:
    """Return whether the database lacks a migration."""
    newest = ScriptDirectory.from_config(configuration()).get_current_head()
    with database.reading_scope() as session:
        context = MigrationContext.configure(session.connection())
        return context.get_current_revision() != newest


def configuration() -> Config:
    """Return Alembic's settings; there is no file of them."""
    config = Config()
    config.set_main_option("script_location", str(FOLDER))
    config.set_main_option("file_template", "%%(rev)s_%%(slug)s")
    return config
