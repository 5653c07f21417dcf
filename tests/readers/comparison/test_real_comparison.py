"""The shipped comparison, against itself and against the publishers' tables beside the project."""

from collections import Counter

import duckdb
import pytest

from domain.comparison.benchmarks import BenchmarkIndicator
from domain.comparison.terms import Theme
from readers.comparison.comparison_tables import COMPARISON_COLUMNS, read_comparison
from readers.editions.edition_tables import read_edition
from tests.builders import DATA
from tests.builders.comparisons import ENGLAND, LEICESTERSHIRE, NORTHAMPTONSHIRE
from tests.readers.editions.test_real_edition import REFERENCE

pytestmark = pytest.mark.unmeasured

SERVICES = {
    "net_ex_edu_phs": "net",
    "edu": "education",
    "asc": "adult-social-care",
    "csc": "childrens-social-care",
    "phs": "public-health",
    "trans": "highways",
    "env": "environment",
    "cul": "culture",
    "plan": "planning",
}
IN_THE_EAST_MIDLANDS = ("Derbyshire", "Lincolnshire")
BEGAN_LATER = ("E06000063", "E06000064", "E06000065", "E06000066")
KEPT_FOR_CHANGES = {NORTHAMPTONSHIRE, ENGLAND, *BEGAN_LATER}


@pytest.fixture(scope="module")
def tables():
    return read_comparison(DATA)


@pytest.fixture(scope="module")
def members(tables):
    by_group = {}
    for row in tables["group_members.csv"].rows:
        by_group.setdefault(row["group"], set()).add(row["area_code"])
    return by_group


def published_rows(name: str, what: str, more: str = "") -> list[tuple[str, ...]]:
    """Cells of a publisher's table, as text."""
    path = REFERENCE / f"{name}.csv"
    if not path.exists():
        pytest.skip(f"there is no reference to compare with at {path}")
    return _asked(path, what, more)


def product_rows(name: str, what: str, more: str = "") -> list[tuple[str, ...]]:
    """Cells of our table, as text."""
    return _asked(DATA / "comparison" / name, what, more)


def _asked(path, what: str, more: str) -> list[tuple[str, ...]]:
    table = f"read_csv('{path}', all_varchar = true, quote = '\"', escape = '\"')"
    return duckdb.sql(f"SELECT {what} FROM {table} {more}").fetchall()


def test_the_real_tables_have_no_fault(tables):
    assert tables.problems == []
    assert set(tables.tables) == set(COMPARISON_COLUMNS)


def test_the_groups_have_their_members(members):
    assert {group: len(codes) for group, codes in members.items()} == {
        "counties-and-county-unitaries": 33,
        "counties-and-county-unitaries-to-2021": 32,
        "county-councils": 24,
        "upper-tier": 152,
    }
    assert all(LEICESTERSHIRE in codes for codes in members.values())


def test_northamptonshire_stands_for_its_two_successors_before_2021(members):
    since = members["counties-and-county-unitaries"]
    before = members["counties-and-county-unitaries-to-2021"]
    assert before - since == {NORTHAMPTONSHIRE}
    assert since - before == {"E06000061", "E06000062"}


def test_every_area_of_every_group_has_its_residents_and_all_but_one_its_deprivation(
    tables, members
):
    people = {(r["area_code"], r["year"]) for r in tables["population.csv"].rows}
    everywhere = members["upper-tier"]
    years = (2019, 2020, 2021, 2022, 2023)
    assert [
        (code, year) for code in everywhere for year in years if (code, year) not in people
    ] == []
    deprivation = {row["area_code"] for row in tables["deprivation.csv"].rows}
    assert everywhere - deprivation == {"E06000061", "E06000062"}  # divided after 2019


def test_every_upper_tier_area_has_one_row_of_core_spending_power(tables, members):
    rows = tables["core_spending_power.csv"].rows
    assert {row["area_code"] for row in rows} == members["upper-tier"]
    assert Counter(row["comparable"].value for row in rows) == {"yes": 105, "partly": 33, "no": 14}


def test_every_service_that_names_an_indicator_names_one_of_the_edition(tables):
    shown = {row["slug"] for row in read_edition(DATA, "2022")["indicators.csv"].rows}
    named = [row["indicator"] for row in tables["services.csv"].rows if row["indicator"]]
    assert len(named) == 8
    assert set(named) <= shown


def test_every_theme_is_held_against_exactly_one_service(tables):
    answered = [theme for row in tables["services.csv"].rows for theme in row["themes"].split()]
    assert Counter(answered) == Counter(theme.value for theme in Theme)


def test_every_interval_holds_its_value(tables):
    assert [
        row.line
        for row in tables["benchmark_values.csv.gz"].rows
        if (row["lower"] is not None and row["lower"] > row["value"])
        or (row["upper"] is not None and row["upper"] < row["value"])
    ] == []


def test_165_indicators_count_in_the_overall_average(tables):
    rows = tables["benchmark_indicators.csv"].rows
    counted = [
        row["slug"]
        for row in rows
        if BenchmarkIndicator(**row.cells).counts_in(Theme.OVERALL) and row["snapshot_period"]
    ]
    assert (len(rows), len(counted)) == (232, 165)


def test_areas_equal_the_register_but_for_two_regions_that_were_wrong_in_it():
    what = "area_code, name, official_name, class, {}, coalesce({}, '')"
    east = "CASE WHEN name IN ('Derbyshire', 'Lincolnshire') THEN 'East Midlands' ELSE region END"
    known = published_rows("authorities", what.format(east, "end_date"), "ORDER BY 1")
    kept = product_rows("areas.csv", what.format("region", "ended"), "ORDER BY 1")
    assert [row for row in kept if row[0] not in KEPT_FOR_CHANGES] == known
    wrong = published_rows("authorities", "region", f"WHERE name IN {IN_THE_EAST_MIDLANDS}")
    assert all(region != "East Midlands" for (region,) in wrong)


def test_an_area_s_beginning_is_the_register_s_where_it_began_since_2019():
    known = published_rows(
        "authorities", "area_code, start_date", "WHERE start_date >= '2019' ORDER BY 1"
    )
    kept = product_rows("areas.csv", "area_code, began", "WHERE began >= '2019' ORDER BY 1")
    assert [row for row in kept if row[0] not in KEPT_FOR_CHANGES] == known


def test_an_area_begins_and_ends_on_the_days_of_its_changes(tables):
    areas = {row["area_code"]: row for row in tables["areas.csv"].rows}
    changes = tables["area_changes.csv"].rows
    wrong = [
        (row["new_name"], areas[row["new_code"]]["began"], row["on"])
        for row in changes
        if areas[row["new_code"]]["began"] != row["on"]
    ]
    wrong += [
        (row["old_name"], areas[row["old_code"]]["ended"], row["on"])
        for row in changes
        if row["old_code"] in areas and areas[row["old_code"]]["ended"] != row["on"]
    ]
    assert wrong == []


def test_changes_of_area_equal_the_register_s():
    assert product_rows("area_changes.csv", "*") == published_rows("authority_changes", "*")


def test_the_default_group_equals_the_register_s():
    known = published_rows("authorities", "area_code", "WHERE comparator_33 = 'True' ORDER BY 1")
    group = "\"group\" = 'counties-and-county-unitaries'"
    assert product_rows("group_members.csv", "area_code", f"WHERE {group} ORDER BY 1") == known


def test_residents_equal_the_published_estimates():
    held = (
        "WHERE (edition LIKE 'original%' AND year IN ('2019', '2020'))"
        " OR (edition LIKE 'revised%' AND year >= '2021') ORDER BY 1, 2, 3"
    )
    what = "area_code, year, split_part(edition, ' ', 1), population"
    assert product_rows("population.csv", "*", "ORDER BY 1, 2, 3") == published_rows(
        "population", what, held
    )


def test_core_spending_power_equals_the_settlement():
    order = "ORDER BY area_code"
    known = published_rows("core_spending_power", "area_code, year, csp_gbp, comparable", order)
    assert (
        product_rows("core_spending_power.csv", "area_code, year, pounds, comparable", order)
        == known
    )


def test_spending_equals_the_returns():
    renamed = "".join(f" WHEN '{old}' THEN '{new}'" for old, new in SERVICES.items())
    known = published_rows(
        "net_expenditure_per_head",
        f"area_code, year, basis, CASE service_code{renamed} END, value_gbp",
        f"WHERE service_code IN {tuple(SERVICES)} ORDER BY 1, 2, 3, 4",
    )
    assert product_rows("spending.csv.gz", "*", "ORDER BY 1, 2, 3, 4") == known


def test_deprivation_equals_the_indices_with_buckinghamshire_under_its_later_code():
    later = "CASE WHEN code_2021_22 LIKE '%+%' THEN area_code ELSE code_2021_22 END"
    known = published_rows(
        "deprivation_2019", f"{later}, average_score, rank_of_average_score", "ORDER BY 1"
    )
    assert product_rows("deprivation.csv", "*", "ORDER BY 1") == known


def test_indicators_equal_the_publishers_list():
    known = published_rows(
        "benchmark_indicator_list",
        "replace(indicator_id, '_', '-'), regexp_replace(indicator, ' +', ' ', 'g'),"
        "replace(replace(replace(lower(theme), '''', ''), ' & ', '-'), ' ', '-'),"
        "CASE la_core WHEN 'True' THEN 'yes' ELSE 'no' END,"
        "replace(lower(polarity), 'neutral', 'neither'), unit,"
        "CASE \"set\" WHEN 'primary' THEN 'yes' ELSE 'no' END, publisher, source, subtheme",
        "ORDER BY 1",
    )
    kept = product_rows(
        "benchmark_indicators.csv",
        'slug, name, theme, county_function, polarity, unit, "primary", publisher, source, subject',
        "ORDER BY 1",
    )
    assert [row for row in kept if row not in known] == [
        # counts, though its publisher calls them a rate
        next(row for row in kept if row[0] == "fe-achievements")
    ]
    assert [row[0] for row in kept] == [row[0] for row in known]


def test_each_indicator_s_snapshot_is_the_publishers_one():
    known = published_rows(
        "benchmark_snapshot_2020_21",
        "DISTINCT replace(indicator_id, '_', '-'), period",
        "ORDER BY 1",
    )
    held = "WHERE snapshot_period IS NOT NULL ORDER BY 1"
    assert product_rows("benchmark_indicators.csv", "slug, snapshot_period", held) == known


def test_every_value_and_interval_equals_the_published_one():
    numbers = ("value::DOUBLE", "{}::DOUBLE", "{}::DOUBLE")
    known = published_rows(
        "benchmark_indicators",
        "replace(indicator, '_', '-'), period, area_code, "
        + ", ".join(numbers).format("lower_ci", "upper_ci"),
        "ORDER BY 1, 2, 3",
    )
    what = "indicator, period, area_code, " + ", ".join(numbers).format("lower", "upper")
    kept = product_rows("benchmark_values.csv.gz", what, "ORDER BY 1, 2, 3")
    assert len(kept) == 256940
    assert kept == known


def test_every_value_of_the_snapshot_is_held_with_what_its_indicator_counts_in():
    known = published_rows(
        "benchmark_snapshot_2020_21",
        "replace(indicator_id, '_', '-'), area_code, value::DOUBLE,"
        "CASE \"set\" WHEN 'primary' THEN 'yes' ELSE 'no' END",
        "ORDER BY 1, 2",
    )
    indicators = DATA / "comparison" / "benchmark_indicators.csv"
    kept = product_rows(
        "benchmark_values.csv.gz",
        'indicator, area_code, value::DOUBLE, "primary"',
        f"JOIN read_csv('{indicators}', all_varchar = true) ON slug = indicator"
        f" AND period = snapshot_period WHERE area_code NOT IN {BEGAN_LATER} ORDER BY 1, 2",
    )
    assert kept == known
