"""The ranks and funding figures of four areas, as an edition is frozen with them."""

import pytest

from db.loading_comparison import load_comparison
from tests.builders import a_comparison
from tests.builders.comparisons import CORNWALL, LEICESTERSHIRE, SURREY
from workflow.editions.comparison_snapshot import comparison_snapshot


@pytest.fixture
def folder(tmp_path):
    return a_comparison(tmp_path)


@pytest.fixture
def database(sqlite_database):
    """SQLite alone: the queries behind it are tried on both kinds."""
    return sqlite_database


def status(database, folder) -> dict:
    """What would be frozen once the folder is loaded."""
    with database.session_scope() as session:
        load_comparison(session, folder.path.parent)
        return comparison_snapshot(session)


def test_where_no_comparison_is_loaded_there_is_none_to_freeze(database):
    with database.reading_scope() as session:
        assert comparison_snapshot(session) == {}


def test_funding_is_pounds_a_head_with_its_rank_and_none_where_none_is_published(database, folder):
    assert status(database, folder)["funding"] == {
        "year": "2021/22",
        "base": 2019,
        "per_head": {CORNWALL: "1000.00", SURREY: "900.00", LEICESTERSHIRE: "760.00"},
        "rank": {CORNWALL: 1, SURREY: 2, LEICESTERSHIRE: 3},
    }


def test_a_theme_has_the_ranks_of_those_with_enough_figures_in_the_group_it_names(database, folder):
    snapshot = status(database, folder)
    assert snapshot["group"] == {
        "slug": "counties-and-county-unitaries",
        "as_of": "2021-04-01",
        "n": 4,
    }
    assert snapshot["themes"]["economy"] == {SURREY: 1, LEICESTERSHIRE: 2}
    assert snapshot["themes"]["environment-waste"] == {}


def test_what_somebody_does_with_it_changes_no_later_one(database, folder):
    status(database, folder)["funding"].clear()
    assert status(database, folder)["funding"]["year"] == "2021/22"


def test_other_files_give_other_figures(database, folder):
    first = status(database, folder)
    folder.put("core_spending_power.csv", 3, pounds="1040000")
    second = status(database, folder)
    assert second["files"] != first["files"]
    assert second["funding"]["per_head"] == {
        **first["funding"]["per_head"],
        SURREY: "866.67",
    }
