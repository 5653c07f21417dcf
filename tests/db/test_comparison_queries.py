"""One function for each question that comparing councils asks."""

import math

import pytest

from db.loading_comparison import load_comparison
from db.queries import areas, benchmarks, funding
from domain.comparison.terms import AreaClass, Theme
from domain.errors import NotFound
from domain.funding.terms import Basis, Comparable
from domain.terms import Polarity
from tests.builders import a_comparison
from tests.builders.comparisons import (
    CORNWALL,
    ENGLAND,
    LEICESTERSHIRE,
    NORTHAMPTONSHIRE,
    SURREY,
    WEST_NORTHAMPTONSHIRE,
)


@pytest.fixture(scope="module")
def small_comparison(databases, migrated_template, tmp_path_factory):
    """A database with the comparison of four areas, for reading."""
    folder = a_comparison(tmp_path_factory.mktemp("comparison")).path.parent
    with databases.copy_of(migrated_template) as database:
        with database.session_scope() as writing:
            load_comparison(writing, folder)
        yield database


@pytest.fixture
def session(small_comparison):
    with small_comparison.reading_scope() as reading:
        yield reading


def test_areas_stand_in_the_order_of_their_table_with_all_that_is_known(session):
    england = areas.geography(session)
    assert list(england.areas) == [
        LEICESTERSHIRE,
        SURREY,
        CORNWALL,
        WEST_NORTHAMPTONSHIRE,
        NORTHAMPTONSHIRE,
        ENGLAND,
    ]
    cornwall = england.areas[CORNWALL]
    assert (cornwall.name, cornwall.official_name) == ("Cornwall", "Cornwall Council")
    assert (cornwall.area_class, cornwall.region) == (AreaClass.COUNTY_UNITARY, "South West")
    assert (cornwall.began, cornwall.ended) == (None, None)
    assert england.areas[NORTHAMPTONSHIRE].ended == england.areas[WEST_NORTHAMPTONSHIRE].began


def test_groups_stand_in_the_order_of_their_table_and_members_in_that_of_areas(session):
    groups = areas.geography(session).groups
    assert list(groups)[:3] == ["counties-and-county-unitaries", "county-councils", "upper-tier"]
    group = groups["counties-and-county-unitaries"]
    assert group.members == (LEICESTERSHIRE, SURREY, CORNWALL, WEST_NORTHAMPTONSHIRE)
    assert (group.as_of.isoformat(), group.basis) == ("2021-04-01", "made for these tests")


def test_changes_of_area_say_who_took_over_from_whom(session):
    (change,) = areas.geography(session).changes
    assert (change.old_code, change.new_code) == (NORTHAMPTONSHIRE, WEST_NORTHAMPTONSHIRE)
    assert change.on.isoformat() == "2021-04-01"


def test_the_release_is_the_digest_of_what_was_loaded(session):
    assert len(areas.release(session)) == 64


def test_benchmark_indicators_come_with_all_that_is_known_of_them(session):
    apprentices, jobless = benchmarks.indicators(session)
    assert (apprentices.slug, apprentices.name) == ("apprentices", "Apprentices")
    assert (apprentices.theme, apprentices.polarity) == (Theme.ECONOMY, Polarity.HIGHER_IS_BETTER)
    assert (apprentices.subject, apprentices.unit) == ("Work", "per 1,000")
    assert (apprentices.county_function, apprentices.primary) == (False, True)
    assert (apprentices.publisher, apprentices.source) == ("A department", "Statistics of work")
    assert (jobless.snapshot_period, jobless.note) == ("2020", "")
    assert jobless.polarity is Polarity.LOWER_IS_BETTER


def test_values_come_by_indicator_and_period_and_what_is_unpublished_is_a_gap(session):
    held = benchmarks.benchmarks(session)
    codes = [CORNWALL, LEICESTERSHIRE, SURREY]
    assert [
        (series.indicator.slug, series.period.text, held.of(series, codes).tolist())
        for series in held.series
    ] == [
        ("apprentices", "2019/20", [6, 5, 7]),
        ("apprentices", "2020/21", pytest.approx([math.nan, 6, 8], nan_ok=True)),
        ("jobless", "2020", [4, 3.5, 2]),
    ]
    assert math.isnan(held.lower.max(initial=math.nan))
    assert math.isnan(held.upper.max(initial=math.nan))


def test_benchmarks_are_the_indicators_with_their_values(session):
    held = benchmarks.benchmarks(session)
    assert list(held.indicators) == ["apprentices", "jobless"]
    series = held.find("apprentices", "2020/21")
    assert list(held.of(series, [SURREY, LEICESTERSHIRE])) == [8, 6]
    assert math.isnan(held.of(series, [CORNWALL])[0])


def test_core_spending_power_stands_beside_the_residents_of_its_base(session):
    power = funding.core_spending_power(session, "2021/22", 2019)
    assert list(power.columns) == [
        "area_code",
        "name",
        "class",
        "region",
        "pounds",
        "comparable",
        "holds",
        "reason",
        "people",
    ]
    rows = power.set_index("area_code")
    assert list(rows.index) == [LEICESTERSHIRE, SURREY, CORNWALL, WEST_NORTHAMPTONSHIRE]
    assert (rows.loc[SURREY, "pounds"], rows.loc[SURREY, "people"]) == (1080000, 1200)
    assert rows.loc[CORNWALL, "class"] == AreaClass.COUNTY_UNITARY
    missing = rows.loc[WEST_NORTHAMPTONSHIRE]
    assert math.isnan(missing["pounds"])
    assert (missing["comparable"], missing["reason"]) == (
        Comparable.NO,
        "No figure is published.",
    )


@pytest.mark.parametrize(
    ("year", "base", "message"),
    [
        ("1999/00", 2019, "no core spending power of 1999/00. There are: 2021/22."),
        ("", 2019, "no core spending power of . There are: 2021/22."),
        ("2021/22", 2011, "no population base of mid-2011"),
    ],
)
def test_a_year_or_base_that_is_not_held_is_refused_with_what_is(session, year, base, message):
    with pytest.raises(NotFound) as refusal:
        funding.core_spending_power(session, year, base)
    assert message in str(refusal.value)


def test_services_come_in_their_order_with_their_themes(session):
    net, highways = funding.services(session)
    assert (net.slug, net.name, net.indicator) == ("net", "Net", "net-spend")
    assert net.themes == (Theme.OVERALL, Theme.LA_CORE)
    assert (highways.indicator, highways.themes) == ("", (Theme.ECONOMY,))


def test_spending_is_by_head_of_the_revised_estimate(session):
    spending = funding.spending(session)
    assert len(spending) == 16
    row = spending[
        (spending["area_code"] == CORNWALL)
        & (spending["basis"] == Basis.OUTTURN)
        & (spending["service"] == "highways")
    ].iloc[0]
    assert (row["pounds"], row["people"], row["per_head"]) == (28500, 570, 50)


def test_deprivation_is_the_average_score_by_area(session):
    scores = funding.deprivation(session)
    assert dict(zip(scores["area_code"], scores["average_score"], strict=True)) == {
        LEICESTERSHIRE: 12.3,
        SURREY: 10.1,
        CORNWALL: 23.1,
        NORTHAMPTONSHIRE: 18.6,
    }


def test_an_empty_database_has_no_areas_no_values_and_no_money(database):
    with database.reading_scope() as empty:
        assert dict(areas.geography(empty).areas) == {}
        with pytest.raises(NotFound):
            benchmarks.benchmarks(empty)
        assert funding.services(empty) == []
        assert funding.spending(empty).empty
        assert funding.deprivation(empty).empty
        assert list(funding.years(empty)) == []
