"""What the council published about money and performance, out of the database."""

import numpy as np
import pytest

from db.queries import funding
from domain.comparison.areas import DEFAULT_GROUP
from domain.comparison.lowest_quartile import positions
from domain.comparison.terms import AreaClass, Theme
from domain.comparison.theme_ranks import theme_ranks
from domain.funding.core_spending_power import better_off, floor, league, percentile_of
from domain.funding.spending import SpendingMethod, outturn_per_head, service_of, service_position
from domain.funding.terms import Comparable
from tests.builders.comparisons import ENGLAND, LEICESTERSHIRE, NORTHAMPTONSHIRE, SURREY

pytestmark = pytest.mark.unmeasured

KENSINGTON = "E09000020"
PUBLISHED_QUARTILES = {
    "net": 4,
    "education": 4,
    "adult-social-care": 4,
    "childrens-social-care": 4,
    "public-health": 2,
    "highways": 3,
    "environment": 4,
    "culture": 3,
}
PUBLISHED_PER_HEAD = {
    "education": 380,
    "adult-social-care": 264,
    "childrens-social-care": 124,
    "public-health": 52,
    "highways": 50,
    "environment": 43,
    "culture": 14,
}


@pytest.fixture(scope="module")
def table(power, england):
    """The league table of all upper-tier areas."""
    return league(power, council_code=LEICESTERSHIRE, members=england.group("upper-tier").members)


@pytest.fixture(scope="module")
def members(england):
    return england.group(DEFAULT_GROUP).members


def row_of(table, code: str):
    return table[table["area_code"] == code].iloc[0]


def position(held, theme: Theme, members):
    return theme_ranks(held, held.snapshot(theme), members)


def test_leicestershire_has_760_92_a_head_and_is_third_lowest_of_138(table):
    row = row_of(table, LEICESTERSHIRE)
    assert round(row["per_head"], 2) == 760.92
    assert (row["rank"], row["rank_of_all"]) == (136, 136)
    assert table["rank"].notna().sum() == 138


def test_leicestershire_is_the_lowest_of_the_county_areas_that_have_a_figure(power, england, table):
    row = row_of(table, LEICESTERSHIRE)
    counties = table[(table["class"] == AreaClass.COUNTY) & table["rank"].notna()]
    assert (row["class_rank"], len(counties)) == (23, 23)
    group = league(power, council_code=LEICESTERSHIRE, members=england.group(DEFAULT_GROUP).members)
    ranked = group[group["rank"].notna()]
    assert ranked.iloc[-1]["area_code"] == LEICESTERSHIRE
    assert (ranked.iloc[-1]["rank"], len(ranked)) == (32, 32)


def test_on_the_residents_of_mid_2020_it_has_753_52(compared):
    with compared.reading_scope() as session:
        power = funding.core_spending_power(session, "2021/22", 2020)
    row = power[power["area_code"] == LEICESTERSHIRE].iloc[0]
    assert round(row["pounds"] / row["people"], 2) == 753.52


def test_surrey_s_rate_would_be_worth_about_115_million_pounds(power):
    gain = better_off(power, council_code=LEICESTERSHIRE, other=SURREY)
    assert gain.people == 706155
    assert round(gain.pounds / 1e6) == 115
    assert better_off(power, council_code=LEICESTERSHIRE, other=KENSINGTON).pounds > 380e6


def test_hampshire_and_greater_manchester_stand_apart_with_their_reason(table):
    apart = table[table["rank"].isna()]
    assert len(apart) == 14
    assert all(apart["comparable"] == Comparable.NO)
    assert all(apart["reason"])
    assert {"Hampshire", "Manchester", "Isle of Wight"} <= set(apart["name"])
    assert list(table["rank"].isna()) == [False] * 138 + [True] * 14


def test_a_floor_at_the_median_lifts_leicestershire_and_half_of_the_areas(table):
    median = percentile_of(table, 50)
    lifted = floor(table, median)
    assert len(lifted.gaining) == 69
    council = row_of(lifted.rows, LEICESTERSHIRE)
    assert council["after"] == median
    assert council["gain"] == pytest.approx((median - council["per_head"]) * 706155)
    assert lifted.gap_after < lifted.gap_before


@pytest.mark.parametrize(("service", "quartile"), PUBLISHED_QUARTILES.items())
def test_spending_stands_in_the_published_quartile_by_the_council_s_method(
    spending, members, service, quartile
):
    position_of_service = service_position(
        spending,
        service,
        year="2021/22",
        members=members,
        council_code=LEICESTERSHIRE,
        method=SpendingMethod.COUNCIL,
    )
    assert position_of_service.n == 32
    assert len(position_of_service.missing) == 1
    assert position_of_service.of(LEICESTERSHIRE)["quartile"] == quartile


def test_spending_a_head_is_as_the_council_published_it(spending):
    council = {
        service: round(outturn_per_head(spending, service)[LEICESTERSHIRE])
        for service in PUBLISHED_PER_HEAD
    }
    assert council == PUBLISHED_PER_HEAD


def test_net_spending_a_head_is_a_little_over_what_the_council_published(spending):
    assert round(outturn_per_head(spending, "net")[LEICESTERSHIRE], 2) == 516.66  # printed: 515


def test_like_with_like_every_member_made_its_return(spending, members):
    asked = {"year": "2021/22", "members": members, "council_code": LEICESTERSHIRE}
    outturn = service_position(spending, "net", method=SpendingMethod.OUTTURN, **asked)
    assert (outturn.n, outturn.missing) == (33, ())


def test_every_theme_is_held_against_a_service_that_is_accounted_for(services, spending):
    for theme in Theme:
        assert len(outturn_per_head(spending, service_of(services, theme).slug)) == 152


def test_165_indicators_count_overall(held):
    assert len(held.snapshot(Theme.OVERALL)) == 165


def test_leicestershire_is_third_of_the_24_county_councils_overall(held, england):
    ranked_position = position(held, Theme.OVERALL, england.group("county-councils").members)
    assert (ranked_position.ranks[ranked_position.index_of(LEICESTERSHIRE)], ranked_position.n) == (
        3,
        24,
    )


@pytest.mark.parametrize(
    ("theme", "rank"),
    [
        (Theme.OVERALL, 4),
        (Theme.CHILDRENS_SOCIAL_CARE, 2),
        (Theme.ADULT_SOCIAL_CARE, 17),
        (Theme.HEALTH_CHILD, 5),
        (Theme.ECONOMY, 10),
        (Theme.ENVIRONMENT, 22),
    ],
)
def test_leicestershire_has_its_published_rank_in_the_group_of_33(held, members, theme, rank):
    ranked_position = position(held, theme, members)
    assert ranked_position.ranks[ranked_position.index_of(LEICESTERSHIRE)] == rank


def test_31_of_the_33_can_be_ranked_overall_and_the_two_new_councils_cannot(held, england, members):
    ranked_position = position(held, Theme.OVERALL, members)
    left = [
        code
        for code, ranked in zip(members, ranked_position.ranks, strict=True)
        if np.isnan(ranked)
    ]
    assert (len(members), ranked_position.n) == (33, 31)
    assert sorted(england.areas[code].name for code in left) == [
        "North Northamptonshire",
        "West Northamptonshire",
    ]


@pytest.mark.parametrize("theme", Theme)
def test_every_rank_lies_within_its_interval(held, members, theme):
    ranked_position = position(held, theme, members)
    low, high = (bound[ranked_position.covered] for bound in ranked_position.interval)
    ranked = ranked_position.ranks[ranked_position.covered]
    assert np.all(low <= ranked)
    assert np.all(ranked <= high)


def test_before_2021_northamptonshire_is_one_county_of_32(held, england):
    group = england.group("counties-and-county-unitaries-to-2021")
    series = held.find("ascof-1f", "2020/21")
    assert NORTHAMPTONSHIRE in group.members
    assert not np.isnan(held.of(series, [NORTHAMPTONSHIRE])).any()
    reasons = {
        england.why_missing(code, series.period)
        for code in set(england.group(DEFAULT_GROUP).members) - set(group.members)
    }
    assert reasons == {"began on 1 April 2021; before, Northamptonshire had the figures"}


def test_england_is_no_member_of_any_group(england):
    assert [slug for slug, group in england.groups.items() if ENGLAND in group.members] == []


def test_county_councils_and_the_other_classes_share_out_the_152_as_regions_do(england):
    groups = england.groups
    counties = groups["county-councils"].members
    assert {england.areas[code].area_class for code in counties} == {AreaClass.COUNTY}
    assert {slug: group.n for slug, group in groups.items() if slug.startswith("class-")} == {
        "class-county-unitary": 9,
        "class-unitary": 50,
        "class-metropolitan": 36,
        "class-london": 33,
    }
    assert len(counties) + 9 + 50 + 36 + 33 == 152
    regions = [group for slug, group in groups.items() if slug.startswith("region-")]
    assert (len(regions), sum(group.n for group in regions)) == (9, 152)


@pytest.mark.parametrize("code", [LEICESTERSHIRE, SURREY])
def test_the_lowest_quartile_s_cuts_would_lift_every_indicator_of_any_council(held, members, code):
    all_positions = positions(held, held.snapshot(Theme.OVERALL), code=code, members=members)
    lowest = [item for item in all_positions if item.in_lowest]
    assert len(all_positions) == 165
    assert lowest
    assert all(item.series.indicator.polarity.sign * item.needed > 0 for item in lowest)
    assert all(
        item.quartile != 4 and item.needed is None for item in all_positions if item not in lowest
    )
