"""Migration of a database to the tables that the code expects.

Alembic is imported only where it migrates: every command and every start asks whether it must.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import inspect, text

from db.session import Database

if TYPE_CHECKING:
    from alembic.config import Config

FOLDER = Path(__file__).parent / "migrations"
NEWEST = max(file.name[:4] for file in (FOLDER / "versions").glob("[0-9][0-9][0-9][0-9]_*.py"))
"""The newest migration: files are named by their numbers, each of which follows the one before."""


def migrate(database: Database) -> None:
    """Apply every migration that the database lacks."""
    from alembic import command  # noqa: PLC0415 - see above

    config = configuration()
    with database.engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


def is_pending(database: Database) -> bool:
    """Return whether the database lacks a migration."""
    with database.reading_scope() as session:
        if not inspect(session.connection()).has_table("alembic_version"):
            return True
        return bool(session.scalar(text("SELECT version_num FROM alembic_version")) != NEWEST)


def configuration() -> "Config":
    """Return Alembic's settings; there is no file of them."""
    from alembic.config import Config  # noqa: PLC0415 - see above

    config = Config()
    config.set_main_option("script_location", str(FOLDER))
    config.set_main_option("file_template", "%%(rev)s_%%(slug)s")
    return config
