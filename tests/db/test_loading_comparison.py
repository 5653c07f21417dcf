"""The tables that councils are compared by become rows, all of them or none."""

from datetime import date

import numpy as np
import pytest
from sqlalchemy import func, select

from db import models
from db.loading import load_folder
from db.loading_comparison import NEWEST_FIRST, load_comparison
from db.queries import areas, benchmarks, editions
from domain.errors import NotFound
from readers.tables import FaultyTables
from tests.builders import DATA, a_comparison, a_folder
from tests.builders.comparisons import CORNWALL, LEICESTERSHIRE, TABLES
from tests.builders.database_faults import DatabaseFault, failing
from tests.db.test_loading import contents

LOADED = "Loaded 8 values of 2 benchmark indicators, and what councils have and spend."
ALREADY = "The tables that compare councils are loaded already."


@pytest.fixture
def folder(tmp_path):
    return a_comparison(tmp_path)


def load(database, folder) -> str:
    with database.session_scope() as session:
        return load_comparison(session, folder.path.parent)


def release(database) -> str:
    with database.reading_scope() as session:
        return areas.release(session)


def value_of(database, indicator: str, period: str, code: str) -> float:
    with database.reading_scope() as session:
        held = benchmarks.benchmarks(session)
    return held.of(held.find(indicator, period), [code])[0]


def numbers(database) -> list[int]:
    with database.reading_scope() as session:
        return [session.scalar(select(func.count()).select_from(model)) for model in NEWEST_FIRST]


def test_loading_says_what_was_loaded(database, folder):
    assert load(database, folder) == LOADED


def test_every_row_of_every_table_is_kept(database, folder):
    load(database, folder)
    kept = {name: len(rows) for name, rows in contents(database).items()}
    with database.reading_scope() as session:
        values = benchmarks.benchmarks(session).values
    assert {
        "areas.csv": kept["area"],
        "area_changes.csv": kept["area_change"],
        "groups.csv": kept["comparator_group"],
        "group_members.csv": kept["group_member"],
        "population.csv": kept["population"],
        "core_spending_power.csv": kept["core_spending_power"],
        "services.csv": kept["service"],
        "spending.csv.gz": kept["spending"],
        "deprivation.csv": kept["deprivation"],
        "benchmark_indicators.csv": kept["benchmark_indicator"],
        "benchmark_values.csv.gz": int((~np.isnan(values)).sum()),
    } == {table: len(rows) for table, rows in TABLES.items()}


def test_loading_the_same_files_again_changes_nothing(database, folder):
    load(database, folder)
    before, digest = contents(database), release(database)
    assert load(database, folder) == ALREADY
    assert contents(database) == before
    assert release(database) == digest


def test_a_changed_file_replaces_what_was_there(database, folder):
    load(database, folder)
    before, counted = release(database), numbers(database)
    folder.put("benchmark_values.csv.gz", 2, value="12.5")
    assert load(database, folder) == LOADED
    assert value_of(database, "apprentices", "2019/20", LEICESTERSHIRE) == 12.5
    assert numbers(database) == counted
    assert release(database) != before


def test_what_is_no_longer_in_a_file_is_gone(database, folder):
    load(database, folder)
    rows = folder.rows("group_members.csv")
    folder.write("group_members.csv", [row for row in rows if row["area_code"] != CORNWALL])
    load(database, folder)
    with database.reading_scope() as session:
        groups = areas.geography(session).groups
    assert [slug for slug, group in groups.items() if CORNWALL in group.members] == []


@pytest.mark.parametrize("already_loaded", [False, True])
def test_faulty_tables_load_nothing(database, folder, already_loaded):
    for _ in range(already_loaded):
        load(database, folder)
    before = contents(database)
    folder.put("areas.csv", 2, name="Somewhere else")
    folder.put("benchmark_values.csv.gz", 3, value="many", area_code="Surrey")
    with pytest.raises(FaultyTables, match=r"^Nothing was loaded\. 2 things are wrong:") as refusal:
        load(database, folder)
    assert [(fault.table, fault.line, fault.column) for fault in refusal.value.problems] == [
        ("comparison/benchmark_values.csv.gz", 3, "area_code"),
        ("comparison/benchmark_values.csv.gz", 3, "value"),
    ]
    assert contents(database) == before


def test_what_breaks_off_in_the_middle_leaves_what_was_there(database, folder):
    load(database, folder)
    before = contents(database)
    folder.put("areas.csv", 2, name="Somewhere else")
    with pytest.raises(DatabaseFault), failing(database, "INSERT INTO benchmark_indicator"):
        load(database, folder)
    assert contents(database) == before


def test_tables_without_any_row_are_loaded_as_that(database, folder):
    for table in ("benchmark_values.csv.gz", "benchmark_indicators.csv", "area_changes.csv"):
        folder.write(table, [])
    assert load(database, folder).startswith("Loaded 0 values of 0 benchmark indicators")
    with database.reading_scope() as session:
        held = benchmarks.benchmarks(session)
    assert (held.areas, held.series) == ((), ())


def test_loading_the_comparison_leaves_the_edition_as_it_is(database, folder, tmp_path):
    with database.session_scope() as session:
        load_folder(session, a_folder(tmp_path).path)
    load(database, folder)
    folder.put("areas.csv", 2, name="Somewhere else")
    load(database, folder)
    with database.reading_scope() as session:
        assert editions.by_year(session, 2022).council_on == date(2022, 12, 7)
        assert session.scalar(select(func.count()).select_from(models.Indicator)) == 2


def test_before_anything_is_loaded_it_is_said_how(database):
    with database.reading_scope() as session, pytest.raises(NotFound) as refusal:
        areas.release(session)
    assert str(refusal.value) == (
        "No comparison of councils is loaded. Load one with: python -m app load data/"
    )


@pytest.mark.unmeasured
def test_postgresql_holds_the_same_figures_and_loads_them_once(compared, compared_on_postgresql):
    with compared_on_postgresql.session_scope() as session:
        assert load_comparison(session, DATA) == ALREADY
    assert numbers(compared_on_postgresql) == numbers(compared)
    assert release(compared_on_postgresql) == release(compared)
