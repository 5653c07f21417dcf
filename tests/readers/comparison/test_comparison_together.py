"""The tables that councils are compared by fit together, or it is said where they do not."""

import pytest

from tests.builders import a_comparison
from tests.builders.comparisons import LEICESTERSHIRE, NORTHAMPTONSHIRE, SURREY, faults


@pytest.fixture
def folder(tmp_path):
    return a_comparison(tmp_path)


@pytest.mark.parametrize(
    ("table", "same"),
    [
        ("areas.csv", LEICESTERSHIRE),
        ("area_changes.csv", f"{NORTHAMPTONSHIRE}, E06000062"),
        ("groups.csv", "counties-and-county-unitaries"),
        ("group_members.csv", f"counties-and-county-unitaries, {LEICESTERSHIRE}"),
        ("population.csv", f"{LEICESTERSHIRE}, 2019, original"),
        ("core_spending_power.csv", f"{LEICESTERSHIRE}, 2021/22"),
        ("services.csv", "net"),
        ("spending.csv.gz", f"{LEICESTERSHIRE}, 2021/22, budget, net"),
        ("deprivation.csv", LEICESTERSHIRE),
        ("benchmark_indicators.csv", "apprentices"),
        ("benchmark_values.csv.gz", f"apprentices, 2019/20, {LEICESTERSHIRE}"),
    ],
)
def test_what_must_be_unique_is_named_where_it_stands_again(folder, table, same):
    folder.repeat(table, 2)
    last = len(folder.rows(table)) + 1
    (fault,) = faults(folder)
    assert fault.startswith(f"comparison/{table}, line {last}")
    assert fault.endswith(f": “{same}” stands already at line 2")


@pytest.mark.parametrize(
    ("table", "column", "cell", "other"),
    [
        ("group_members.csv", "group", "cities", "groups.csv"),
        ("group_members.csv", "area_code", "E10000099", "areas.csv"),
        ("population.csv", "area_code", "E10000099", "areas.csv"),
        ("core_spending_power.csv", "area_code", "E10000099", "areas.csv"),
        ("spending.csv.gz", "area_code", "E10000099", "areas.csv"),
        ("spending.csv.gz", "service", "parks", "services.csv"),
        ("deprivation.csv", "area_code", "E10000099", "areas.csv"),
        ("benchmark_values.csv.gz", "area_code", "E10000099", "areas.csv"),
        ("benchmark_values.csv.gz", "indicator", "parks", "benchmark_indicators.csv"),
    ],
)
def test_what_another_table_does_not_know_is_named(folder, table, column, cell, other):
    folder.put(table, 3, **{column: cell})
    assert f"comparison/{table}, line 3, column “{column}”: “{cell}” is not in {other}" in faults(
        folder
    )


@pytest.mark.parametrize("comparable", ["partly", "no"])
def test_a_figure_that_does_not_wholly_compare_needs_its_reason(folder, comparable):
    folder.put("core_spending_power.csv", 2, comparable=comparable)
    assert faults(folder) == [
        "comparison/core_spending_power.csv, line 2, column “reason”: a figure that does not "
        "compare needs its reason"
    ]


@pytest.mark.parametrize("comparable", ["yes", "partly"])
def test_a_figure_that_compares_must_be_there(folder, comparable):
    folder.put("core_spending_power.csv", 2, comparable=comparable, pounds="", reason="London")
    assert faults(folder) == [
        "comparison/core_spending_power.csv, line 2, column “pounds”: a figure that compares must "
        "be there"
    ]


def test_a_snapshot_period_without_a_value_is_named(folder):
    folder.put("benchmark_indicators.csv", 3, snapshot_period="2019/20")
    assert faults(folder) == [
        "comparison/benchmark_indicators.csv, line 3, column “snapshot_period”: the indicator has "
        "no values for it"
    ]


def test_a_service_s_unknown_theme_is_named(folder):
    folder.put("services.csv", 3, themes="economy sport")
    assert [fault.partition(": ")[0] for fault in faults(folder)] == [
        "comparison/services.csv, line 3, column “themes”"
    ]


def test_spending_of_a_year_that_no_population_is_held_for_is_named(folder):
    folder.put("spending.csv.gz", 2, year="2030/31")
    assert [fault.partition(": ")[0] for fault in faults(folder)] == [
        "comparison/spending.csv.gz, line 2, column “year”"
    ]


@pytest.mark.parametrize("table", ["core_spending_power.csv", "spending.csv.gz"])
def test_a_figure_of_an_area_without_residents_is_named(folder, table):
    people = folder.rows("population.csv")
    folder.write("population.csv", [row for row in people if row["area_code"] != SURREY])
    assert any(fault.startswith(f"comparison/{table}, line") for fault in faults(folder))


@pytest.mark.parametrize("group", ["counties-and-county-unitaries", "upper-tier"])
def test_the_groups_that_pages_begin_with_must_be_there(folder, group):
    for table in ("groups.csv", "group_members.csv"):
        rows = folder.rows(table)
        folder.write(table, [row for row in rows if row["group"] != group])
    assert [fault for fault in faults(folder) if fault.startswith("comparison/groups.csv")]
