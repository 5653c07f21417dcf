"""Areas, what became of them, and the groups they are compared in."""

from datetime import date

import pytest

from domain.comparison.areas import AreaChange, slug_of
from domain.comparison.terms import AreaClass
from domain.errors import NotFound
from domain.periods import read_period
from tests.builders.councils import a_geography, a_group, an_area

SPLIT, JOINED = date(2021, 4, 1), date(2019, 4, 1)
LEICESTERSHIRE = an_area()
CORNWALL = an_area(
    "E06000052", "Cornwall", area_class=AreaClass.COUNTY_UNITARY, region="South West"
)
NORTH = an_area("E06000061", "North Northamptonshire", began=SPLIT)
WEST = an_area("E06000062", "West Northamptonshire", began=SPLIT)
OLD = an_area("E10000021", "Northamptonshire", ended=SPLIT)
COAST = an_area("E06000058", "Bournemouth, Christchurch and Poole", began=JOINED)
LONE = an_area("E06000099", "Somewhere", began=SPLIT)
GONE = an_area("E10000099", "Nowhere", ended=SPLIT)
MERGED = an_area("E10000023", "North Yorkshire", ended=date(2023, 4, 1))
CHANGES = [
    AreaChange(OLD.code, OLD.name, NORTH.code, NORTH.name, SPLIT),
    AreaChange(OLD.code, OLD.name, WEST.code, WEST.name, SPLIT),
    AreaChange("E06000029", "Poole", COAST.code, COAST.name, JOINED),
    AreaChange("E06000028", "Bournemouth", COAST.code, COAST.name, JOINED),
    AreaChange(MERGED.code, MERGED.name, "E06000065", "North Yorkshire", date(2023, 4, 1)),
]


@pytest.fixture
def england():
    areas = [LEICESTERSHIRE, CORNWALL, NORTH, WEST, OLD, COAST, LONE, GONE, MERGED]
    return a_geography(areas, CHANGES, [a_group("two-of-them", LEICESTERSHIRE.code, CORNWALL.code)])


def test_groups_are_the_named_ones_then_one_for_each_other_class_and_each_region(england):
    assert list(england.groups) == [
        "two-of-them",
        "upper-tier",
        "class-county-unitary",
        "region-east-midlands",
        "region-south-west",
    ]


def test_the_groups_of_regions_share_out_everybody(england):
    regions = [group for slug, group in england.groups.items() if slug.startswith("region-")]
    assert sorted(code for group in regions for code in group.members) == sorted(england.areas)


def test_county_councils_are_a_named_group_and_no_class_beside_it(england):
    classes = [group for slug, group in england.groups.items() if slug.startswith("class-")]
    members = {code for group in classes for code in group.members}
    assert members == {CORNWALL.code}


def test_a_group_made_from_a_class_or_region_has_a_name_and_its_day(england):
    group = england.group("class-county-unitary")
    assert (group.name, group.members, group.n) == ("County unitaries", (CORNWALL.code,), 1)
    assert group.as_of == england.group("upper-tier").as_of
    assert england.group("region-south-west").name == "South West"


@pytest.mark.parametrize("asked", ["two-of-them", "Two of them", " TWO OF THEM "])
def test_a_group_is_found_by_its_slug_or_name(england, asked):
    assert england.group(asked).slug == "two-of-them"


def test_a_group_that_is_not_there_is_refused_with_those_there_are(england):
    with pytest.raises(NotFound) as refusal:
        england.group("Cities")
    assert str(refusal.value) == (
        "There is no comparator group “Cities”. There are: two-of-them, upper-tier, class-county-unitary, "
        "region-east-midlands, region-south-west."
    )


@pytest.mark.parametrize(
    "asked", ["E06000052", " e06000052", "cornwall", "Cornwall County Council "]
)
def test_an_area_is_found_by_its_code_or_either_name(england, asked):
    assert england.area(asked) is CORNWALL


def test_an_area_that_is_not_there_is_refused_with_what_to_give(england):
    with pytest.raises(NotFound, match=r"no upper-tier area “Wessex”\. Give its name or its GSS"):
        england.area("Wessex")


@pytest.mark.parametrize(
    ("area", "period", "why"),
    [
        (WEST, "2020/21", "began on 1 April 2021; before, Northamptonshire had the figures"),
        (WEST, "2019-21", "began on 1 April 2021; before, Northamptonshire had the figures"),
        (WEST, "2021", "began on 1 April 2021; before, Northamptonshire had the figures"),
        (WEST, "2021/22", "no figure is published"),
        (WEST, "2021-04", "no figure is published"),
        (COAST, "2018/19", "began on 1 April 2019; before, Poole and Bournemouth had the figures"),
        (LONE, "2020/21", "began on 1 April 2021; before, other councils had the figures"),
        (OLD, "2020/21", "no figure is published"),
        (OLD, "2021-03", "no figure is published"),
        (
            OLD,
            "2021-04",
            "ended on 1 April 2021; its area now has North Northamptonshire and "
            "West Northamptonshire",
        ),
        (
            OLD,
            "2021/22",
            "ended on 1 April 2021; its area now has North Northamptonshire and "
            "West Northamptonshire",
        ),
        (GONE, "2022", "ended on 1 April 2021; its area now has other councils"),
        (
            MERGED,
            "2023/24",
            "became one unitary council on 1 April 2023; its figures since then are of more "
            "services and stand under another code",
        ),
        (MERGED, "2022/23", "no figure is published"),
        (LEICESTERSHIRE, "2020/21", "no figure is published"),
    ],
)
def test_a_missing_figure_has_its_reason_from_the_boundaries(england, area, period, why):
    assert england.why_missing(area.code, read_period(period)) == why


@pytest.mark.parametrize(
    ("name", "slug"),
    [("Yorkshire and the Humber", "yorkshire-and-the-humber"), ("London", "london")],
)
def test_a_name_becomes_an_address(name, slug):
    assert slug_of(name) == slug
