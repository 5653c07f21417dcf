"""The edition of 2022 as published, out of the database."""

import csv

import pytest

from db.queries import editions, indicators
from domain.indicators.counting import choose, count, count_by_dashboard
from domain.indicators.terms import Direction, Quartile, Verdict
from tests.builders import REPOSITORY

PUBLISHED = REPOSITORY / "tests" / "published_counts_2022.csv"
NOT_IN_THE_HEADLINE = ["School & Academy Performance", "Police & Crime"]
MISPRINTED = "school-academy-performance"  # 10 are printed above a table of 12


@pytest.fixture
def session(loaded_for_reading):
    with loaded_for_reading.reading_scope() as session:
        yield session


def directions(counts) -> dict[str, int]:
    return {"total": counts.total, **{d.value: n for d, n in counts.directions.items()}}


def published() -> dict[str, dict[str, int]]:
    with PUBLISHED.open(encoding="utf-8", newline="") as file:
        return {
            cells.pop("dashboard"): {name: int(cell) for name, cell in cells.items()}
            for cells in csv.DictReader(file)
        }


def test_the_whole_edition_has_the_published_counts(session):
    counts = count(indicators.of_edition(session, 2022), scope="all 17 dashboards")
    assert counts.as_json() == {
        "total": 243,
        "improved": 94,
        "no_change": 44,
        "worsened": 79,
        "undetermined": 26,
        "quartiles": {"1": 58, "2": 48, "3": 38, "4": 22, "1-2": 5},
        "targets": {"met": 36, "missed": 21, "not_judged": 10},
        "scope": "all 17 dashboards",
    }
    assert counts.targets[Verdict.NO_TARGET] == 176
    assert counts.with_quartile == 166
    assert counts.quartiles[Quartile.SURVEY_BETTER] == 5


def test_the_headline_leaves_out_schools_and_police_and_equals_the_printed_one(session):
    boards = choose(editions.dashboards(session, 2022), without=NOT_IN_THE_HEADLINE)
    rows = [row for row in indicators.of_edition(session, 2022) if row.dashboard in boards]
    counts = count(rows, scope="15 dashboards")
    assert counts.directions == {
        Direction.IMPROVED: 91,
        Direction.NO_CHANGE: 38,
        Direction.WORSENED: 73,
        Direction.UNDETERMINED: 19,
    }
    assert counts.with_direction == 202


def test_the_dashboards_left_out_of_the_headline_are_marked(session):
    left_out = [b.name for b in editions.dashboards(session, 2022) if not b.counted_in_headline]
    assert left_out == NOT_IN_THE_HEADLINE


def test_each_dashboard_has_the_published_counts(session):
    boards = editions.dashboards(session, 2022)
    own_counts = count_by_dashboard(indicators.of_edition(session, 2022), boards)
    counted = {slug: directions(own_counts[slug]) for slug in published()}
    assert counted == {**published(), MISPRINTED: counted[MISPRINTED]}


def test_school_and_academy_performance_has_twelve_rows_though_ten_are_printed(session):
    assert len(indicators.of_dashboard(session, 2022, MISPRINTED)) == 12
    assert published()[MISPRINTED]["total"] == 10


def test_fair_funding_is_the_one_dashboard_without_published_counts(session):
    boards = {board.slug for board in editions.dashboards(session, 2022)}
    assert boards - set(published()) == {"fair-funding"}


def test_the_edition_says_what_it_is(session):
    edition = editions.latest(session)
    assert (edition.year, edition.data_year, edition.previous_data_year) == (
        2022,
        "2021/22",
        "2020/21",
    )
    assert edition == editions.by_year(session, 2022)
    assert len(edition.digest) == 64


def test_the_plan_has_35_aims_under_its_outcomes(session):
    outcomes = editions.outcomes(session, 2022)
    assert sum(len(outcome.aims) for outcome in outcomes) == 35
    assert sum(len(outcome.dashboards) for outcome in outcomes) == 17
    assert all(b.outcome == outcome.name for outcome in outcomes for b in outcome.dashboards)


def test_dashboards_and_indicators_come_in_their_printed_order(session):
    numbers = [row.number for row in indicators.of_edition(session, 2022)]
    assert numbers == list(range(1, 244))
    for board in editions.dashboards(session, 2022):
        numbers = [row.number for row in indicators.of_dashboard(session, 2022, board.slug)]
        assert numbers == sorted(numbers)


def test_every_indicator_can_be_found_by_its_address(session):
    row = indicators.by_slug(session, 2022, "core-spending-power-per-head-of-population")
    assert (str(row.value), row.period, row.previous_period) == ("£789", "2022/23", "2021/22")
    assert row.dashboard.name == "Fair Funding"


def test_the_counts_since_2018_and_the_sources_are_there(session):
    years = {row.report_year for row in editions.year_counts(session, "overall")}
    assert years == {2018, 2020, 2021, 2022}  # none was printed for 2019
    assert editions.sources(session)
    assert all(source.licence for source in editions.sources(session))
