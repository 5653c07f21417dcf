"""Ranks, quartiles and theme ranks, worked out again by another library from the raw tables."""

import duckdb
import numpy as np
import pandas as pd
import pytest

from domain.comparison.areas import DEFAULT_GROUP, EVERYWHERE
from domain.comparison.ranking import quartiles, ranks
from domain.comparison.terms import Theme
from domain.comparison.theme_ranks import theme_ranks
from tests.builders import DATA

TABLES = DATA / "comparison"
GROUPS = [EVERYWHERE, DEFAULT_GROUP]
RANKED = """
    CREATE TABLE ranked AS
    SELECT
        "group", indicator, period, area_code, position,
        (4 * (position - 1)) // count(*) OVER (PARTITION BY "group", indicator, period) + 1
            AS quartile
    FROM (
        SELECT
            "group", indicator, period, area_code,
            rank() OVER (
                PARTITION BY "group", indicator, period
                ORDER BY CASE polarity WHEN 'high' THEN -value ELSE value END
            ) AS position
        FROM figures JOIN members USING (area_code) JOIN indicators ON slug = indicator
        WHERE polarity IN ('high', 'low')
    )
"""
COUNTED = """
    CREATE TABLE counted AS
    SELECT 'overall' AS wanted, slug, snapshot_period FROM primary_ones
    UNION ALL SELECT theme, slug, snapshot_period FROM primary_ones WHERE theme <> 'overall'
    UNION ALL SELECT 'la-core', slug, snapshot_period FROM primary_ones WHERE county_function
"""
OF_THEMES = """
    WITH sizes AS (SELECT wanted, count(*) AS k FROM counted GROUP BY wanted),
    averages AS (
        SELECT "group", wanted, area_code, count(*) AS used, avg(position) AS average
        FROM counted JOIN ranked ON indicator = slug AND period = snapshot_period
        GROUP BY "group", wanted, area_code
    )
    SELECT "group", wanted, area_code, used, average, k, 10 * used >= 7 * k AS covered,
        CASE WHEN 10 * used >= 7 * k THEN
            rank() OVER (PARTITION BY "group", wanted, 10 * used >= 7 * k ORDER BY average)
        END AS position
    FROM averages JOIN sizes USING (wanted)
"""


def table(name: str) -> str:
    return f"read_csv('{TABLES / name}', all_varchar = true)"


@pytest.fixture(scope="module")
def raw():
    """The raw tables in another database, ranked there."""
    connection = duckdb.connect()
    connection.execute(
        f"CREATE TABLE figures AS SELECT indicator, period, area_code, value::DOUBLE AS value"
        f" FROM {table('benchmark_values.csv.gz')}"
    )
    connection.execute(
        f"CREATE TABLE members AS SELECT * FROM {table('group_members.csv')}"
        f" WHERE \"group\" IN ('{EVERYWHERE}', '{DEFAULT_GROUP}')"
    )
    connection.execute(
        f"CREATE TABLE indicators AS SELECT * FROM {table('benchmark_indicators.csv')}"
    )
    connection.execute(
        "CREATE TABLE primary_ones AS SELECT slug, theme, snapshot_period,"
        " county_function = 'yes' AS county_function FROM indicators"
        " WHERE \"primary\" = 'yes' AND polarity <> 'neither' AND snapshot_period IS NOT NULL"
    )
    connection.execute(RANKED)
    connection.execute(COUNTED)
    yield connection
    connection.close()


@pytest.fixture(scope="module")
def by_hand(raw):
    """Average and rank of each area for each group and theme."""
    return raw.execute(OF_THEMES).df().set_index(["group", "wanted", "area_code"]).sort_index()


def own_ranks(held, members) -> pd.DataFrame:
    """The rank and quartile of every member on every indicator in every period."""
    columns = held.columns(members)
    signs = np.array([series.indicator.polarity.sign for series in held.series], dtype=float)
    ranked = ranks(held.values[:, columns], signs)  # noqa: PD011 - no frame of pandas
    rows, places = np.nonzero(~np.isnan(ranked))
    return pd.DataFrame(
        {
            "indicator": [held.series[row].indicator.slug for row in rows],
            "period": [held.series[row].period.text for row in rows],
            "area_code": [held.areas[columns[place]] for place in places],
            "position": ranked[rows, places].astype(np.int64),
            "quartile": quartiles(ranked)[rows, places].astype(np.int64),
        }
    )


@pytest.mark.parametrize("group", GROUPS)
def test_every_rank_and_quartile_agrees_for_every_indicator_area_and_period(
    raw, held, england, group
):
    expected = raw.execute(
        "SELECT indicator, period, area_code, position, quartile::BIGINT AS quartile FROM ranked"
        ' WHERE "group" = ?',
        [group],
    ).df()
    key = ["indicator", "period", "area_code"]
    own = own_ranks(held, england.group(group).members)
    assert len(own) > 40000
    pd.testing.assert_frame_equal(
        own.sort_values(key, ignore_index=True),
        expected.sort_values(key, ignore_index=True),
        check_dtype=False,
    )


@pytest.mark.parametrize("group", GROUPS)
@pytest.mark.parametrize("theme", Theme)
def test_every_theme_rank_agrees_for_every_area(by_hand, held, england, group, theme):
    members = england.group(group).members
    position = theme_ranks(held, held.snapshot(theme), members)
    expected = by_hand.loc[group, theme.value].reindex(list(members))
    assert set(expected["k"].dropna()) == {len(position.series)}
    np.testing.assert_array_equal(position.used, expected["used"].fillna(0))
    np.testing.assert_array_equal(position.averages, expected["average"])
    np.testing.assert_array_equal(position.ranks, expected["position"])


def test_the_default_group_s_themes_all_rank_somebody(by_hand):
    assert by_hand.loc[DEFAULT_GROUP].groupby("wanted")["covered"].sum().min() >= 29
