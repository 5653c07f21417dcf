"""The tables of an edition: understood whole, or every fault named."""

from datetime import date
from decimal import Decimal

import pytest

from domain.indicators.direction_of_travel import ToleranceIn
from domain.indicators.terms import Direction, Method, Rating
from domain.terms import Polarity
from readers.editions.edition_tables import EDITION_COLUMNS, editions_in, read_edition, read_shared
from tests.builders import a_folder


@pytest.fixture
def folder(tmp_path):
    return a_folder(tmp_path)


def faults(folder) -> list[str]:
    return [str(fault) for fault in read_edition(folder.path, "2022").problems]


def test_a_sound_edition_has_no_fault(folder):
    assert faults(folder) == []
    assert [fault for table in read_shared(folder.path).values() for fault in table.problems] == []


def test_cells_are_read_as_what_they_are(folder):
    edition = read_edition(folder.path, "2022")
    row = edition["indicators.csv"].rows[1]
    assert row["value"].low.number == 13
    assert row["value"].period == "2021"
    assert (row["polarity"], row["direction"]) == (Polarity.LOWER_IS_BETTER, Direction.NO_CHANGE)
    assert (row["strategic_plan"], row["rating"]) == (True, Rating.EXCEPTIONAL)
    assert edition["indicators.csv"].rows[0]["rating"] is None
    assert edition["edition.csv"].rows[0]["council_on"] == date(2022, 12, 7)
    tolerance, survey = edition["rules.csv"].rows
    assert (tolerance["tolerance"], tolerance["sample"]) == (Decimal("0.5"), None)
    assert (tolerance["tolerance_in"], survey["tolerance_in"]) == (
        ToleranceIn.POINTS,
        ToleranceIn.NOTHING,
    )
    assert (survey["method"], survey["tolerance"], survey["sample"]) == (Method.SURVEY, 0, 900)


def test_editions_are_the_folders_that_hold_one(folder):
    (folder.path / "2019").mkdir()
    (folder.path / "2021").mkdir()
    (folder.path / "2021" / "edition.csv").touch()
    assert editions_in(folder.path) == ["2021", "2022"]


@pytest.mark.parametrize("table", list(EDITION_COLUMNS))
def test_a_missing_table_is_named(folder, table):
    (folder.path / "2022" / table).unlink()
    assert faults(folder) == [f"2022/{table}: the file is missing"]


@pytest.mark.parametrize("table", ["year_counts.csv", "sources.csv"])
def test_a_missing_table_of_all_editions_is_named(folder, table):
    (folder.path / table).unlink()
    assert [str(p) for p in read_shared(folder.path)[table].problems] == [
        f"{table}: the file is missing"
    ]


@pytest.mark.parametrize(
    ("table", "column", "cell", "what"),
    [
        ("edition.csv", "year", "MMXXII", "“MMXXII” must be a whole number"),
        ("edition.csv", "year", "9999999999", "“9999999999” is too large: at most 2,147,483,647"),
        ("edition.csv", "year", "9" * 5000, f"“{'9' * 5000}” is too large: at most 2,147,483,647"),
        ("edition.csv", "title", " ", "is empty, and must not be"),
        (
            "edition.csv",
            "data_year",
            "2021 to 2022",
            "“2021 to 2022” is too long: at most 10 characters",
        ),
        (
            "edition.csv",
            "council_on",
            "7.12.2022",
            "“7.12.2022” must be a day written like 2022-12-07",
        ),
        ("dashboards.csv", "targets", "true", "“true” must be yes or no"),
        (
            "indicators.csv",
            "slug",
            "Waste",
            "“Waste” must be small letters, digits and hyphens, at most 80",
        ),
        (
            "indicators.csv",
            "slug",
            "a" * 81,
            f"“{'a' * 81}” must be small letters, digits and hyphens, at most 80",
        ),
        ("indicators.csv", "polarity", "up", "“up” must be one of: high, low, neither"),
        (
            "indicators.csv",
            "direction",
            "better",
            "“better” must be one of: improved, no_change, worsened, undetermined",
        ),
        ("indicators.csv", "rating", "good", "“good” must be one of: exceptional, issue"),
        (
            "indicators.csv",
            "quartile",
            "5th",
            "“5th” cannot be read: write it like 2nd, 2nd (2021) or 2nd (Eng)",
        ),
        (
            "rules.csv",
            "method",
            "guess",
            "“guess” must be one of: tolerance, survey, count, not_comparable",
        ),
        ("rules.csv", "tolerance", "much", "“much” must be a number"),
        ("rules.csv", "tolerance", "-1", "“-1” must be a number that is not negative"),
        ("rules.csv", "tolerance", "NaN", "“NaN” must be a number that is not negative"),
        (
            "rules.csv",
            "tolerance",
            "0." + "1" * 20,
            f"“0.{'1' * 20}” is too long: at most 20 characters",
        ),
        ("rules.csv", "tolerance_in", "pounds", "“pounds” must be one of: points, per cent"),
        ("rules.csv", "sample", "many", "“many” must be a whole number"),
    ],
)
def test_a_cell_that_cannot_be_read_is_named_with_what_it_should_be(
    folder, table, column, cell, what
):
    folder.put(f"2022/{table}", 2, **{column: cell})
    assert faults(folder) == [f"2022/{table}, line 2, column “{column}”: {what}"]


@pytest.mark.parametrize(
    ("table", "column", "cell", "what"),
    [
        ("dashboards.csv", "outcome", "Fun", "“Fun” is not in outcomes.csv, column “outcome”"),
        ("strategic_plan.csv", "outcome", "Fun", "“Fun” is not in outcomes.csv, column “outcome”"),
        ("indicators.csv", "dashboard", "fun", "“fun” is not in dashboards.csv, column “slug”"),
        ("rules.csv", "sample", "", "a rule by survey needs one"),
        ("rules.csv", "sample", "0", "a rule by survey needs one"),
        ("edition.csv", "year", "2021", "“2021” is not the year of its folder, 2022"),
    ],
)
def test_tables_that_do_not_fit_together_are_named_where_they_do_not(
    folder, table, column, cell, what
):
    line = len(folder.rows(f"2022/{table}")) + 1
    folder.put(f"2022/{table}", line, **{column: cell})
    assert faults(folder) == [f"2022/{table}, line {line}, column “{column}”: {what}"]


@pytest.mark.parametrize(
    ("method", "column"), [("tolerance", "tolerance_in"), ("not_comparable", "reason")]
)
def test_a_rule_without_what_its_method_needs_is_named(folder, method, column):
    folder.put("2022/rules.csv", 2, method=method, tolerance_in="", reason="")
    assert faults(folder) == [
        f"2022/rules.csv, line 2, column “{column}”: a rule by {method} needs one"
    ]


@pytest.mark.parametrize(
    ("table", "column", "others"),
    [
        ("indicators.csv", "slug", {"number": "9"}),
        ("dashboards.csv", "slug", {"dashboard": "Another"}),
        ("dashboards.csv", "dashboard", {"slug": "another"}),
        ("outcomes.csv", "outcome", {}),
        ("rules.csv", "indicator", {}),
    ],
)
def test_what_must_be_unique_is_named_where_it_stands_again(folder, table, column, others):
    folder.repeat(f"2022/{table}", 3, **others)
    cell = folder.rows(f"2022/{table}")[1][column]
    assert faults(folder) == [
        f"2022/{table}, line 4, column “{column}”: “{cell}” stands already at line 3"
    ]


def test_two_indicators_of_one_number_are_named(folder):
    folder.put("2022/indicators.csv", 3, number="1")
    assert faults(folder) == [
        "2022/indicators.csv, line 3, column “number”: “1” stands already at line 2"
    ]


def test_an_indicator_without_a_rule_is_named(folder):
    folder.drop("2022/rules.csv", 3)
    assert faults(folder) == ["2022/indicators.csv, line 3, column “slug”: has no row in rules.csv"]


def test_a_rule_without_an_indicator_is_named(folder):
    folder.repeat("2022/rules.csv", 2, indicator="buses")
    assert faults(folder) == [
        "2022/rules.csv, line 4, column “indicator”: “buses” is not in indicators.csv, column “slug”"
    ]


@pytest.mark.parametrize("rows", [0, 2])
def test_an_edition_has_exactly_one_row_of_its_own(folder, rows):
    folder.write("2022/edition.csv", folder.rows("2022/edition.csv") * rows)
    assert faults(folder) == [
        "2022/edition.csv, line 2: there must be exactly one row, the edition's own"
    ]


def test_two_faults_in_one_row_are_both_named(folder):
    folder.put("2022/indicators.csv", 3, polarity="up", rating="good")
    assert faults(folder) == [
        "2022/indicators.csv, line 3, column “polarity”: “up” must be one of: high, low, neither",
        "2022/indicators.csv, line 3, column “rating”: “good” must be one of: exceptional, issue",
    ]


def test_faults_of_several_tables_are_all_named(folder):
    folder.put("2022/edition.csv", 2, year="?")
    folder.put("2022/indicators.csv", 2, direction="?")
    folder.put("2022/indicators.csv", 3, strategic_plan="?")
    (folder.path / "2022" / "rules.csv").unlink()
    assert [fault.split(":")[0] for fault in faults(folder)] == [
        "2022/edition.csv, line 2, column “year”",
        "2022/indicators.csv, line 2, column “direction”",
        "2022/indicators.csv, line 3, column “strategic_plan”",
        "2022/rules.csv",
    ]


def test_faults_between_sound_tables_are_all_named(folder):
    folder.put("2022/indicators.csv", 2, dashboard="fun")
    folder.put("2022/dashboards.csv", 3, outcome="Fun")
    folder.drop("2022/rules.csv", 2)
    assert [fault.split(":")[0] for fault in faults(folder)] == [
        "2022/dashboards.csv, line 3, column “outcome”",
        "2022/indicators.csv, line 2, column “dashboard”",
        "2022/indicators.csv, line 2, column “slug”",
    ]
