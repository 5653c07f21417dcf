"""A database with the comparison of four areas, and commands that answer from it."""

import json

import pytest

from tests.builders import a_comparison, a_folder

LEAGUE = ["league", "core-spending-power", "2021/22"]


@pytest.fixture
def tables(tmp_path):
    a_folder(tmp_path / "tables")
    return a_comparison(tmp_path / "tables")


@pytest.fixture
def councils(url, said, tables):
    """A database that holds the small comparison."""
    said("migrate")
    said("load", str(tables.path.parent))
    return url


@pytest.fixture
def answered(councils, said):
    """Run a command; gives its JSON."""
    return lambda *arguments: json.loads(said(*arguments, "--json"))
