"""The commands that compare councils, on four areas made for these tests."""

import sys

import pytest

from app.commands.cli import main
from tests.app.comparing import LEAGUE
from tests.builders.comparisons import (
    CORNWALL,
    LEICESTERSHIRE,
    NORTHAMPTONSHIRE,
    SURREY,
    WEST_NORTHAMPTONSHIRE,
)

LEAGUE_KEYS = [
    "area_code",
    "name",
    "class",
    "per_head",
    "rank",
    "difference",
    "comparable",
    "reason",
]
QUADRANT_KEYS = [
    "area_code",
    "name",
    "average_rank",
    "performance_rank",
    "low",
    "high",
    "across_rank",
    "across_value",
    "quadrant",
    "indicators_used",
]
STANDING_KEYS = ["area_code", "value", "rank", "quartile"]


def column(answer, name: str) -> list:
    return [row[name] for row in answer["rows"]]


def test_the_league_has_a_row_for_each_area_with_the_agreed_columns(answered):
    answer = answered(*LEAGUE)
    assert [list(row) for row in answer["rows"]] == [LEAGUE_KEYS] * 4
    assert answer["rows"][1] == {
        "area_code": SURREY,
        "name": "Surrey",
        "class": "county",
        "per_head": 900.0,
        "rank": 2,
        "difference": 140.0,
        "comparable": "yes",
        "reason": "",
    }
    assert column(answer, "rank") == [1, 2, 3, None]
    assert answer["rows"][3] == {
        "area_code": WEST_NORTHAMPTONSHIRE,
        "name": "West Northamptonshire",
        "class": "county unitary",
        "per_head": None,
        "rank": None,
        "difference": None,
        "comparable": "no",
        "reason": "No figure is published.",
    }


def test_the_league_says_its_group_base_n_and_whose_it_is(answered):
    answer = answered(*LEAGUE)
    del answer["rows"]
    assert answer == {
        "measure": "core-spending-power",
        "year": "2021/22",
        "group": "upper-tier",
        "population_base": "mid-2019, first estimate",
        "n": 3,
        "ours": LEICESTERSHIRE,
    }


@pytest.mark.parametrize("group", ["county-councils", "County councils", " COUNTY COUNCILS "])
def test_the_league_is_of_a_group_by_its_slug_or_name(answered, group):
    answer = answered(*LEAGUE, "--group", group)
    assert column(answer, "area_code") == [SURREY, LEICESTERSHIRE]
    assert column(answer, "rank") == [1, 2]
    assert answer["n"] == 2


def test_ours_is_in_the_league_of_a_group_that_it_is_no_member_of(answered):
    answer = answered(*LEAGUE, "--group", "region-south-west")
    assert column(answer, "area_code") == [CORNWALL, LEICESTERSHIRE]
    assert column(answer, "rank") == [1, None]
    assert answer["n"] == 1


@pytest.mark.parametrize("area", [SURREY, "Surrey", "surrey council"])
def test_better_off_as_another_area_comes_with_both_rates_and_our_residents(answered, area):
    assert answered(*LEAGUE, "--as", area)["better_off"] == {
        "as": SURREY,
        "pounds": 98000.0,
        "their_per_head": 900.0,
        "our_per_head": 760.0,
        "our_population": 700,
    }


def test_better_off_as_an_area_that_does_not_compare_has_its_reason(answered):
    assert answered(*LEAGUE, "--as", "West Northamptonshire")["better_off"] == {
        "as": WEST_NORTHAMPTONSHIRE,
        "pounds": None,
        "reason": "No figure is published.",
    }


def test_the_residents_of_another_year_may_be_the_base(answered):
    answer = answered(*LEAGUE, "--base", "2020")
    assert answer["population_base"] == "mid-2020, first estimate"


def test_another_council_s_league_is_measured_from_its_own_figure(answered, monkeypatch):
    monkeypatch.setenv("COMPENDIUM_COUNCIL_CODE", SURREY)
    answer = answered(*LEAGUE, "--as", LEICESTERSHIRE)
    assert answer["ours"] == SURREY
    assert column(answer, "difference") == [100.0, 0.0, -140.0, None]
    assert answer["better_off"]["pounds"] == -168000.0


def test_a_quadrant_has_a_row_for_each_member_with_the_agreed_columns(answered):
    answer = answered("quadrant", "economy")
    assert [list(row) for row in answer["rows"]] == [QUADRANT_KEYS] * 4
    assert answer["rows"][0] == {
        "area_code": SURREY,
        "name": "Surrey",
        "average_rank": 1.0,
        "performance_rank": 1,
        "low": 1,
        "high": 1,
        "across_rank": 1,
        "across_value": 50.0,
        "quadrant": "high-right",
        "indicators_used": 2,
    }
    without = answer["rows"][3]
    assert (without["name"], without["quadrant"], without["indicators_used"]) == (
        "West Northamptonshire",
        "",
        0,
    )
    assert (without["average_rank"], without["performance_rank"], without["low"]) == (None,) * 3
    del answer["rows"]
    assert answer == {
        "theme": "economy",
        "across": "revenue",
        "group": "counties-and-county-unitaries",
        "indicators": 2,
        "n": 2,
    }


def test_a_quadrant_may_be_against_deprivation_and_of_another_group(answered):
    answer = answered(
        "quadrant", "economy", "--across", "deprivation", "--group", "county-councils"
    )
    assert (answer["across"], answer["group"], answer["n"]) == ("deprivation", "county-councils", 2)
    assert column(answer, "name") == ["Surrey", "Leicestershire"]
    assert column(answer, "across_value") == [10.1, 12.3]
    assert column(answer, "across_rank") == [2, 1]
    assert column(answer, "quadrant") == ["high-right", "low-left"]


@pytest.mark.parametrize(
    ("asked", "theme"),
    [
        ("Overall", "overall"),
        ("LA Core", "la-core"),
        ("Economy", "economy"),
        ("Transport & Highways", "transport-highways"),
        ("Adult Social Care", "adult-social-care"),
        ("Health - Child", "health-child"),
        ("Health - Adult", "health-adult"),
        ("Children's Social Care", "childrens-social-care"),
        ("Environment & Waste", "environment-waste"),
    ],
)
def test_a_theme_is_asked_for_by_its_name(answered, tables, said, asked, theme):
    tables.put("services.csv", 3, themes="economy transport-highways health-child health-adult")
    tables.put(
        "services.csv",
        2,
        themes="overall la-core adult-social-care childrens-social-care environment-waste",
    )
    said("load", str(tables.path.parent))
    assert answered("quadrant", asked)["theme"] == theme


def test_a_standing_has_a_row_for_each_member_with_a_figure_and_names_the_others(answered):
    answer = answered("standing", "apprentices")
    assert [list(row) for row in answer["rows"]] == [STANDING_KEYS] * 2
    assert answer == {
        "indicator": "apprentices",
        "name": "Apprentices",
        "unit": "per 1,000",
        "polarity": "high",
        "period": "2020/21",
        "group": "counties-and-county-unitaries",
        "n": 2,
        "rows": [
            {"area_code": SURREY, "value": 8.0, "rank": 1, "quartile": 1},
            {"area_code": LEICESTERSHIRE, "value": 6.0, "rank": 2, "quartile": 3},
        ],
        "missing": [
            {"area_code": CORNWALL, "reason": "no figure is published"},
            {
                "area_code": WEST_NORTHAMPTONSHIRE,
                "reason": "began on 1 April 2021; before, Northamptonshire had the figures",
            },
        ],
    }


def test_a_standing_may_be_of_another_period_and_group(answered):
    answer = answered("standing", "apprentices", "--period", "2019/20", "--group", "upper-tier")
    assert (answer["period"], answer["group"], answer["n"]) == ("2019/20", "upper-tier", 3)
    assert column(answer, "area_code") == [SURREY, CORNWALL, LEICESTERSHIRE]
    assert column(answer, "rank") == [1, 2, 3]


def test_where_less_is_better_the_least_is_first(answered):
    answer = answered("standing", "jobless")
    assert column(answer, "area_code") == [SURREY, LEICESTERSHIRE, CORNWALL]
    assert column(answer, "quartile") == [1, 2, 3]


def test_where_no_direction_is_good_values_stand_without_ranks(answered, tables, said):
    tables.put("benchmark_indicators.csv", 2, polarity="neither")
    said("load", str(tables.path.parent))
    answer = answered("standing", "apprentices")
    assert answer["polarity"] == "neither"
    assert column(answer, "rank") == column(answer, "quartile") == [None, None]
    assert sorted(column(answer, "value")) == [6.0, 8.0]


@pytest.mark.parametrize(
    ("command", "about", "heads"),
    [
        (LEAGUE, "population_base: mid-2019, first estimate", LEAGUE_KEYS),
        (["quadrant", "economy"], "across: revenue", QUADRANT_KEYS),
        (["standing", "jobless"], "period: 2020", STANDING_KEYS),
    ],
)
def test_without_json_a_table_is_printed_under_what_it_is_about(
    councils, said, command, about, heads
):
    lines = said(*command).splitlines()
    assert about in lines
    assert lines[lines.index("") + 1].split("\t") == heads
    assert all(len(line.split("\t")) == len(heads) for line in lines[lines.index("") + 1 :])


def test_a_group_without_members_prints_a_table_without_rows(councils, said, tables):
    members = tables.rows("group_members.csv")
    rows = [row for row in members if row["group"] != "county-councils"]
    tables.write("group_members.csv", rows)
    said("load", str(tables.path.parent))
    assert "n: 0" in said("standing", "jobless", "--group", "county-councils")


def test_an_area_that_has_ended_can_still_be_asked_for(answered):
    found = answered(*LEAGUE, "--as", NORTHAMPTONSHIRE)["better_off"]
    assert found["pounds"] is None


def test_without_json_the_answer_is_lines_that_can_be_read(councils, said):
    told = said(*LEAGUE, "--as", "Surrey")
    assert f"better_off: as {SURREY}, pounds 98000.00, their_per_head 900.00" in told
    assert "{" not in told


def test_a_reader_who_has_had_enough_is_no_fault(councils, monkeypatch):
    def closed(*_: object, **__: object) -> None:
        raise BrokenPipeError

    monkeypatch.setattr("builtins.print", closed)
    monkeypatch.setattr("sys.stdout", sys.stdout)
    assert main(LEAGUE) == 0
