"""Generation of the next migration from the models: ``make migration name="add meetings"``."""

import sys

from alembic import command

from db.migrating import FOLDER, configuration
from db.session import Database


def main(name: str) -> None:
    """Compare the models with a database at the newest migration, and write the difference."""
    if not name.strip():
        sys.exit('Name the migration: make migration name="add meetings"')
    number = len(list((FOLDER / "versions").glob("[0-9]*.py"))) + 1
    database = Database("sqlite:///:memory:")
    config = configuration()
    with database.engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
        command.revision(config, message=name, autogenerate=True, rev_id=f"{number:04}")


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "")
