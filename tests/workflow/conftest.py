"""The small edition at any stage on both kinds of database."""

import pytest

from tests.builders.stages import Stages, stages_in
from tests.workflow.tampering import published_database, published_template

__all__ = ["published_database", "published_template"]


@pytest.fixture(scope="session")
def stages_on_both(databases) -> Stages:
    """The edition at a stage, on SQLite and then on PostgreSQL."""
    return stages_in(databases)
