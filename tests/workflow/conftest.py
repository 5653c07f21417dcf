"""The small edition at any stage, on SQLite or on both kinds of database."""

import pytest

from tests.builders.stages import Stages, stages_in
from tests.workflow.tampering import told, told_template

__all__ = ["told", "told_template"]


@pytest.fixture(scope="session")
def stages(sqlite_databases) -> Stages:
    """SQLite databases with the edition at a stage."""
    return stages_in(sqlite_databases)


@pytest.fixture(scope="session")
def stages_on_both(databases) -> Stages:
    """The same on SQLite, then on PostgreSQL."""
    return stages_in(databases)
