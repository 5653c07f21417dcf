"""Commands on a database and its data: ``migrate`` and ``load``."""

import argparse
from contextlib import closing
from pathlib import Path

from app.commands.opening import database, usable, writing
from db.migrating import migrate
from workflow.intake import loading


def add_migrate(command: argparse.ArgumentParser) -> None:
    """Add what ``migrate`` takes: nothing."""
    command.set_defaults(do=do_migrate)


def do_migrate(arguments: argparse.Namespace) -> None:
    """Apply every pending migration."""
    del arguments
    with usable(), closing(database(migrated=False)) as opened:
        migrate(opened)
    print("The database is up to date.")


def add_load(command: argparse.ArgumentParser) -> None:
    """Add what ``load`` takes: a folder."""
    command.add_argument("folder", type=Path)
    command.set_defaults(do=do_load)


def do_load(arguments: argparse.Namespace) -> None:
    """Load a folder's editions, and its comparison if it holds one, all or nothing."""
    with writing() as session:
        sentences = loading.load(session, arguments.folder)
    print("\n".join(sentences))
