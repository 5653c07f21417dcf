"""The tables that councils are compared by: understood whole, or every fault named."""

from datetime import date

import pytest

from domain.comparison.terms import AreaClass, Theme
from domain.funding.terms import Basis, Comparable
from domain.terms import Polarity
from readers.comparison.comparison_tables import COMPARISON_COLUMNS, read_comparison
from tests.builders import a_comparison
from tests.builders.comparisons import faults

NO_CODE = "must be a GSS code such as E10000018"
NO_YEAR = "must be a financial year such as 2021/22"
NO_SLUG = "must be small letters, digits and hyphens, at most 80"
NO_PERIOD = "is no period: write it like 2020/21, 2021, 2021-04 or 2019-21"
NO_POUNDS = "must be whole pounds, without commas or a pound sign"
NO_DAY = "must be a day written like 2022-12-07"


@pytest.fixture
def folder(tmp_path):
    return a_comparison(tmp_path)


def test_a_sound_comparison_has_no_fault(folder):
    assert faults(folder) == []


def test_cells_are_read_as_what_they_are(folder):
    tables = read_comparison(folder.path.parent)
    area = tables["areas.csv"].rows[3]
    assert (area["class"], area["began"], area["ended"]) == (
        AreaClass.COUNTY_UNITARY,
        date(2021, 4, 1),
        None,
    )
    power, _, _, without = tables["core_spending_power.csv"].rows
    assert (power["pounds"], power["comparable"]) == (532000, Comparable.YES)
    assert (without["pounds"], without["comparable"]) == (None, Comparable.NO)
    spent = tables["spending.csv.gz"].rows[0]
    assert (spent["basis"], spent["pounds"], spent["service"]) == (Basis.BUDGET, 350000, "net")
    indicator = tables["benchmark_indicators.csv"].rows[1]
    assert (indicator["theme"], indicator["polarity"]) == (Theme.ECONOMY, Polarity.LOWER_IS_BETTER)
    assert (indicator["county_function"], indicator["primary"]) == (False, True)
    value = tables["benchmark_values.csv.gz"].rows[0]
    assert (value["value"], value["lower"], value["upper"]) == (5.0, None, None)


@pytest.mark.parametrize("table", list(COMPARISON_COLUMNS))
def test_a_missing_table_is_named(folder, table):
    (folder.path / table).unlink()
    assert faults(folder) == [f"comparison/{table}: the file is missing"]


@pytest.mark.parametrize(
    ("table", "column", "cell", "what"),
    [
        ("areas.csv", "area_code", "10000018", NO_CODE),
        ("areas.csv", "area_code", "E1000001８", NO_CODE),
        ("areas.csv", "area_code", "", NO_CODE),
        ("areas.csv", "class", "shire", "must be one of: county, county unitary, unitary,"),
        ("areas.csv", "began", "1.4.2021", NO_DAY),
        ("population.csv", "population", "0", "must be above 0"),
        ("core_spending_power.csv", "pounds", "-5", "must not be below 0"),
        ("areas.csv", "ended", "2021", NO_DAY),
        ("area_changes.csv", "old_code", "K02000001", NO_CODE),
        ("area_changes.csv", "new_code", "E06", NO_CODE),
        ("area_changes.csv", "on", "", NO_DAY),
        ("groups.csv", "group", "County councils", NO_SLUG),
        ("groups.csv", "as_of", "2021/22", NO_DAY),
        ("group_members.csv", "group", "", NO_SLUG),
        ("group_members.csv", "area_code", "Surrey", NO_CODE),
        ("population.csv", "area_code", "e10000018", NO_CODE),
        ("population.csv", "year", "mid-2019", "must be a whole number"),
        ("population.csv", "edition", "second", "must be one of: original, revised"),
        ("population.csv", "population", "700,000", "must be a whole number"),
        ("population.csv", "population", "", "must be a whole number"),
        ("core_spending_power.csv", "area_code", "E1", NO_CODE),
        ("core_spending_power.csv", "year", "2021", NO_YEAR),
        ("core_spending_power.csv", "year", "2021-22", NO_YEAR),
        ("core_spending_power.csv", "pounds", "£532000", NO_POUNDS),
        ("core_spending_power.csv", "pounds", "532,000", NO_POUNDS),
        ("core_spending_power.csv", "pounds", "532000.50", NO_POUNDS),
        ("core_spending_power.csv", "pounds", "9" * 14, NO_POUNDS),
        ("core_spending_power.csv", "comparable", "maybe", "must be one of: yes, partly, no"),
        ("services.csv", "service", "Net", NO_SLUG),
        ("services.csv", "indicator", "Net spend", NO_SLUG),
        ("spending.csv.gz", "area_code", "", NO_CODE),
        ("spending.csv.gz", "year", "21/22", NO_YEAR),
        ("spending.csv.gz", "basis", "plan", "must be one of: outturn, budget"),
        ("spending.csv.gz", "service", "?", NO_SLUG),
        ("spending.csv.gz", "pounds", "much", NO_POUNDS),
        ("deprivation.csv", "area_code", "E12345678X", NO_CODE),
        ("deprivation.csv", "average_score", "high", "must be a number, such as 12.5"),
        ("deprivation.csv", "average_score", "nan", "must be a finite number"),
        ("deprivation.csv", "rank", "1st", "must be a whole number"),
        ("benchmark_indicators.csv", "slug", "lait_jobs", NO_SLUG),
        (
            "benchmark_indicators.csv",
            "theme",
            "sport",
            "must be one of: overall, la-core, economy,",
        ),
        ("benchmark_indicators.csv", "county_function", "True", "must be yes or no"),
        ("benchmark_indicators.csv", "polarity", "High", "must be one of: high, low, neither"),
        ("benchmark_indicators.csv", "primary", "", "must be yes or no"),
        ("benchmark_indicators.csv", "snapshot_period", "this year", NO_PERIOD),
        (
            "benchmark_indicators.csv",
            "snapshot_period",
            "2020/22",
            "is no year: 2020 is followed by",
        ),
        ("benchmark_values.csv.gz", "indicator", "A B", NO_SLUG),
        ("benchmark_values.csv.gz", "period", "", NO_PERIOD),
        ("benchmark_values.csv.gz", "period", "2021-20", "is no period: it ends before it begins"),
        ("benchmark_values.csv.gz", "period", "2020/21 to 2021/22", "is too long: at most 15"),
        ("benchmark_values.csv.gz", "area_code", "England", NO_CODE),
        ("benchmark_values.csv.gz", "value", "", "must be a number, such as 12.5"),
        ("benchmark_values.csv.gz", "value", "inf", "must be a finite number"),
        ("benchmark_values.csv.gz", "lower", "<5", "must be a number, such as 12.5"),
        ("benchmark_values.csv.gz", "upper", "-", "must be a number, such as 12.5"),
    ],
)
def test_a_cell_that_cannot_be_read_is_named_with_what_it_should_be(
    folder, table, column, cell, what
):
    folder.put(table, 2, **{column: cell})
    (fault,) = faults(folder)
    assert fault.startswith(f"comparison/{table}, line 2, column “{column}”: “{cell}” {what}")


@pytest.mark.parametrize("cell", ["1_000", "１２"])
def test_only_plain_digits_make_a_number(folder, cell):
    folder.put("deprivation.csv", 2, average_score=cell)
    assert faults(folder) == [
        f"comparison/deprivation.csv, line 2, column “average_score”: “{cell}” must be a number, "
        "such as 12.5"
    ]


@pytest.mark.parametrize(
    ("table", "column"),
    [("core_spending_power.csv", "year"), ("spending.csv.gz", "year")],
)
def test_a_financial_year_that_skips_one_is_refused(folder, table, column):
    folder.put(table, 2, **{column: "2021/23"})
    assert [fault.partition(": ")[0] for fault in faults(folder)] == [
        f"comparison/{table}, line 2, column “{column}”"
    ]


@pytest.mark.parametrize(
    ("table", "column"),
    [
        ("areas.csv", "name"),
        ("areas.csv", "official_name"),
        ("area_changes.csv", "old_name"),
        ("area_changes.csv", "new_name"),
        ("groups.csv", "name"),
        ("groups.csv", "basis"),
        ("services.csv", "name"),
        ("benchmark_indicators.csv", "name"),
        ("benchmark_indicators.csv", "publisher"),
        ("benchmark_indicators.csv", "source"),
    ],
)
def test_a_name_a_basis_and_a_source_must_be_there(folder, table, column):
    folder.put(table, 2, **{column: " "})
    assert faults(folder) == [
        f"comparison/{table}, line 2, column “{column}”: is empty, and must not be"
    ]


@pytest.mark.parametrize(
    ("table", "column", "cell"),
    [
        ("areas.csv", "region", ""),
        ("areas.csv", "ended", "2021-04-01"),
        ("core_spending_power.csv", "holds", ""),
        ("services.csv", "indicator", ""),
        ("services.csv", "themes", ""),
        ("spending.csv.gz", "pounds", "-1200"),
        ("deprivation.csv", "average_score", "-0.5"),
        ("benchmark_indicators.csv", "subject", ""),
        ("benchmark_indicators.csv", "unit", ""),
        ("benchmark_indicators.csv", "note", "As at January"),
        ("benchmark_indicators.csv", "snapshot_period", ""),
        ("benchmark_values.csv.gz", "lower", "4.25"),
        ("benchmark_values.csv.gz", "upper", "-1e-05"),
    ],
)
def test_what_may_be_empty_or_below_nothing_is_read(folder, table, column, cell):
    folder.put(table, 2, **{column: cell})
    assert faults(folder) == []


@pytest.mark.parametrize("table", ["spending.csv.gz", "benchmark_values.csv.gz"])
@pytest.mark.parametrize(
    "spoil",
    [lambda packed: b"area_code,year\n", lambda packed: packed[:-12]],
    ids=["not packed", "cut short"],
)
def test_a_table_that_is_not_wholly_packed_is_named(folder, table, spoil):
    file = folder.path / table
    file.write_bytes(spoil(file.read_bytes()))
    assert [fault for fault in faults(folder) if f"/{table}: not a whole gzip file" in fault]


def test_a_packed_table_with_a_flipped_byte_is_named(folder):
    file = folder.path / "spending.csv.gz"
    packed = bytearray(file.read_bytes())
    packed[len(packed) // 2] ^= 0xFF
    file.write_bytes(bytes(packed))
    assert "comparison/spending.csv.gz" in faults(folder)[0]


def test_all_faults_of_all_tables_are_named_in_the_order_of_the_tables(folder):
    folder.put("areas.csv", 2, **{"class": "shire"})
    folder.put("spending.csv.gz", 4, basis="plan", pounds="much")
    folder.put("groups.csv", 3, name="")
    assert [fault.split(":")[0] for fault in faults(folder)] == [
        "comparison/areas.csv, line 2, column “class”",
        "comparison/groups.csv, line 3, column “name”",
        "comparison/spending.csv.gz, line 4, column “basis”",
        "comparison/spending.csv.gz, line 4, column “pounds”",
    ]


def test_a_spending_return_without_pounds_is_refused_for_a_missing_return_has_no_row(folder):
    folder.put("spending.csv.gz", 2, pounds="")
    assert [fault.partition(": ")[0] for fault in faults(folder)] == [
        "comparison/spending.csv.gz, line 2, column “pounds”"
    ]
